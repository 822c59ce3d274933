import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sheetNames } from '#client/results/files/workbook/sheet-names.ts'
import { hostileTexts } from './changed-texts.ts'

test('a title that fits is the name', () => {
  expect(sheetNames(['Was beschlossen wurde'], 'Blatt')).toEqual(['Was beschlossen wurde'])
})

test('what Excel forbids is left out, what is too long is cut, what is there already is numbered', () => {
  const long = 'Wie zuversichtlich sind wir, dass es klappt?'
  expect(sheetNames(['a/b: [c]?', 'A B C', long, long, '', 'History'], 'Blatt')).toEqual([
    'a b c',
    'A B C 2',
    'Wie zuversichtlich sind wir, d…',
    'Wie zuversichtlich sind wir,… 2',
    'Blatt',
    'History.',
  ])
})

test('whatever is typed, every spreadsheet program accepts the names', () => {
  const title = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom(...hostileTexts))
  fc.assert(
    fc.property(fc.array(title, { maxLength: 40 }), (titles) => {
      const names = sheetNames(titles, 'Blatt')
      expect(names).toHaveLength(titles.length)
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
      for (const name of names) {
        expect(name.length).toBeGreaterThan(0)
        expect(name.length).toBeLessThanOrEqual(31)
        expect(name).not.toMatch(/[[\]:*?/\\]|^'|'$/)
        expect(name.isWellFormed()).toBe(true)
        expect(name.toLowerCase()).not.toBe('history')
      }
    }),
  )
})
