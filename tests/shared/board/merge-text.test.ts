// Two changes of one text at the same time, put together: nobody's characters are lost.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeTexts } from '#shared/board/merge-text.ts'

test('what each inserted stays, wherever it was', () => {
  expect(mergeTexts('Mitte', 'Vor Mitte', 'Mitte danach')).toBe('Vor Mitte danach')
  expect(mergeTexts('', 'eins', 'zwei')).toBe('zweieins')
  expect(mergeTexts('abcdef', 'af', 'abcXdef')).toBe('aXf')
})

test('of one change alone, that is the result', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (base, next) => {
      expect(mergeTexts(base, next, base)).toBe(next)
      expect(mergeTexts(base, base, next)).toBe(next)
    }),
  )
})

test('insertions of both are whole in the result, and what neither deleted is there in its order', () => {
  const base = 'abcdefghij'
  const change = fc.record({
    at: fc.nat(10),
    removed: fc.nat(4),
    inserted: fc.string({ unit: fc.constantFrom('X', 'Y') }),
  })
  const other = fc.record({
    at: fc.nat(10),
    removed: fc.nat(4),
    inserted: fc.string({ unit: fc.constantFrom('1', '2') }),
  })
  fc.assert(
    fc.property(change, other, (one, two) => {
      const made = [one, two].map(
        ({ at, removed, inserted }) => base.slice(0, at) + inserted + base.slice(at + removed),
      )
      const merged = mergeTexts(base, made[0] ?? '', made[1] ?? '')
      expect(merged).toContain(one.inserted)
      expect(merged).toContain(two.inserted)
      const isDeleted = (place: number) =>
        [one, two].some(({ at, removed }) => place >= at && place < at + removed)
      const left = [...base].filter((_, place) => !isDeleted(place)).join('')
      expect(merged.replace(/[XY12]/g, '')).toBe(left)
    }),
  )
})
