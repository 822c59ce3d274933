// The pace of one browser: bursts go through, a flood is slowed to the rate, and nobody is held up for longer than that.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Pace } from '#server/board/pace.ts'

test('what comes at once goes through; then the rate holds', () => {
  let now = 0
  const pace = new Pace({ perSecond: 10, atOnce: 3, now: () => now })
  expect([1, 1, 1].map((cost) => pace.spend(cost))).toEqual([0, 0, 0])
  expect(pace.spend(1)).toBeCloseTo(100)
  now = 100
  expect(pace.spend(1)).toBeCloseTo(100)
})

test('whoever waits as told is served at the rate, whatever is asked for', () => {
  const costs = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1 })
  fc.assert(
    fc.property(costs, (list) => {
      let now = 0
      const pace = new Pace({ perSecond: 100, atOnce: 50, now: () => now })
      for (const cost of list) now += pace.spend(cost)
      const total = list.reduce((sum, cost) => sum + cost, 0)
      expect(now).toBeCloseTo(Math.max(0, ((total - 50) / 100) * 1000), 5)
    }),
  )
})
