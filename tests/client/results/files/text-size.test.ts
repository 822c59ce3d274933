import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitted, linesOf } from '#client/results/files/slides/text-size.ts'

const room = { width: 3, size: 16, lines: 2 }

test('a text that fits stays as it is', () => {
  expect(fitted('Nach drei Tagen anrufen', room)).toBe('Nach drei Tagen anrufen')
})

test('a text that does not fit is cut where its room ends', () => {
  const cut = fitted('Sechs Wochen ohne ein Wort, dann steht plötzlich der Bagger in der Einfahrt', room)
  expect(cut).toMatch(/^Sechs Wochen ohne ein Wort, dann .*…$/)
  expect(linesOf(cut, room)).toBe(2)
})

test('a word longer than a line is broken, and counted as more than one', () => {
  expect(linesOf('Donaudampfschifffahrtselektrizitätenhauptbetriebswerk', room)).toBe(2)
})

test('words go to the next line whole', () => {
  // "aaaa bbbb" would fit as letters, but not as words.
  expect(linesOf('mmmmmmm mmmmmmm mmmmmmm', { width: 2, size: 16 })).toBe(3)
})

test('letters of East Asia are as wide as they are high', () => {
  expect(linesOf('客户旅程图客户旅程图', { width: 1, size: 14.4 })).toBe(3)
})

test('no character is cut in half', () => {
  const cut = fitted('👩🏽‍🚒'.repeat(60), room)
  expect(cut.replaceAll('👩🏽‍🚒', '')).toBe('…')
})

test('whatever is written, it fits in the end and begins as it did', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.integer({ min: 1, max: 4 }),
      (text, lines) => {
        const cut = fitted(text, { ...room, lines })
        expect(linesOf(cut, room)).toBeLessThanOrEqual(lines)
        expect(text.trim().startsWith(cut.replace(/…$/, '').trimEnd())).toBe(true)
      },
    ),
  )
})
