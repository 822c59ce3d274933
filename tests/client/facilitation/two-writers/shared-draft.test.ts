// Whoever writes at a text that somebody else changes is told, and nobody loses a word.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bothTexts, stillMine, theirChange } from '#client/facilitation/two-writers/shared-draft.ts'

test('there is nothing to choose while nobody else has written', () => {
  expect(theirChange({ text: 'Hallo Welt', base: 'Hallo', sent: null }, 'Hallo')).toBeNull()
})

test('what somebody else has written stands against it', () => {
  expect(theirChange({ text: 'Hallo Welt', base: 'Hallo', sent: null }, 'Guten Tag')).toBe('Guten Tag')
  expect(theirChange({ text: 'Hallo Welt', base: 'Hallo', sent: null }, '')).toBe('')
})

test('there is nothing to choose when both have written the same', () => {
  expect(theirChange({ text: 'Guten Tag ', base: 'Hallo', sent: null }, 'Guten Tag')).toBeNull()
})

test('whoever has saved everything reads on with the others', () => {
  const saved = { text: 'Hallo ', base: 'Hallo', sent: null }
  expect(stillMine(saved, 'Hallo')).toBe(saved)
  expect(stillMine(saved, 'Guten Tag')).toBeNull()
  const writing = { text: 'Hallo Welt', base: 'Hallo', sent: null }
  expect(stillMine(writing, 'Guten Tag')).toBe(writing)
})

test('while the server has not answered, what one wrote stays and nothing is told', () => {
  const sending = { text: 'Hallo', base: 'Hallo', sent: 'Hallo' }
  expect(stillMine(sending, 'Guten Tag')).toBe(sending)
  expect(theirChange({ text: 'Hallo Welt', base: 'Hallo', sent: 'Hallo Welt' }, 'Guten Tag')).toBeNull()
})

test('whoever leaves without choosing keeps both', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (theirs, mine) => {
      const both = bothTexts(theirs, mine)
      expect(both).toContain(theirs.trim())
      expect(both).toContain(mine.trim())
    }),
  )
})
