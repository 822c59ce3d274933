import { expect, test } from 'vitest'
import { shownLabels } from '#client/ui/charts/shown-labels.ts'

test('where there is room, every place has its label', () => {
  expect(shownLabels(5, { room: 18, spacing: 48 })).toEqual([0, 1, 2, 3, 4])
  expect(shownLabels(1, { room: 18, spacing: 0 })).toEqual([0])
  expect(shownLabels(0, { room: 18, spacing: 0 })).toEqual([])
})

test('of twenty, the round ones and both ends', () => {
  expect(shownLabels(20, { room: 24, spacing: 10 })).toEqual([0, 4, 9, 14, 19])
})

test('however many there are, no two touch, and the last is told', () => {
  for (let count = 2; count <= 200; count++) {
    const spacing = 192 / (count - 1)
    const shown = shownLabels(count, { room: 20, spacing })
    expect(shown.at(-1)).toBe(count - 1)
    for (const [at, place] of shown.entries())
      if (at > 0) expect((place - (shown[at - 1] ?? 0)) * spacing).toBeGreaterThanOrEqual(20)
  }
})
