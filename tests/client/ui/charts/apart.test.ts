import { expect, test } from 'vitest'
import { apart } from '#client/ui/charts/apart.ts'

test('what is far enough apart stays where it is', () => {
  expect(apart([10, 40], 12)).toEqual([10, 40])
  expect(apart([40], 12)).toEqual([40])
  expect(apart([], 12)).toEqual([])
})

test('two that would lie on each other give way by half, each to its own side', () => {
  expect(apart([20, 24], 12)).toEqual([16, 28])
  expect(apart([24, 20], 12)).toEqual([28, 16])
})

test('of two at the same height, the first stands above', () => {
  expect(apart([20, 20], 12)).toEqual([14, 26])
})

test('three have room, too', () => {
  const [first = 0, second = 0, third = 0] = apart([20, 21, 22], 12)
  expect(second - first).toBeGreaterThanOrEqual(12)
  expect(third - second).toBeGreaterThanOrEqual(12)
})
