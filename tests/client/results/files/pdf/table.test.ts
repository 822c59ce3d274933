// How the columns of a table share the width of a page.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shared } from '#client/results/files/pdf/table.ts'

const wishes = fc.array(
  fc
    .tuple(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 0, max: 600 }), fc.boolean())
    .map(([word, more, isFigure]) => ({ word, natural: word + more, isFigure })),
  { minLength: 1, maxLength: 12 },
)
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

test('columns never take more than there is', () => {
  fc.assert(
    fc.property(wishes, fc.integer({ min: 100, max: 800 }), (each, room) => {
      expect(sum(shared(each, room))).toBeLessThanOrEqual(room + 0.001)
    }),
  )
})

test('no word is cut where there is room for the widest of each column', () => {
  fc.assert(
    fc.property(wishes, fc.integer({ min: 0, max: 400 }), (each, spare) => {
      const room = sum(each.map(({ word }) => word)) + spare
      for (const [place, width] of shared(each, room).entries())
        expect(width).toBeGreaterThanOrEqual((each[place]?.word ?? 0) - 0.001)
    }),
  )
})

test('figures stay as narrow as they are while texts take what is left', () => {
  const [text, figure] = shared(
    [
      { natural: 100, word: 40, isFigure: false },
      { natural: 20, word: 20, isFigure: true },
    ],
    200,
  )
  expect(figure).toBe(20)
  expect(text).toBeGreaterThan(100)
})
