// The server's clock, estimated through a network that is slow, uneven and now and then very late.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createServerClock, estimateOffset, type TimeSample } from '#client/facilitation/server-clock.ts'

/** `there` and `back` are the milliseconds each way; the server is ahead of us by `offset`. */
const roundTrip = (sentAt: number, offset: number, there: number, back: number): TimeSample => ({
  sentAt,
  serverNow: sentAt + there + offset,
  receivedAt: sentAt + there + back,
})

describe('the estimate', () => {
  test('is exact when both ways take the same time', () => {
    expect(estimateOffset([roundTrip(1_000, 90_000, 40, 40)])).toBe(90_000)
    expect(estimateOffset([roundTrip(1_000, -5, 40, 40)])).toBe(-5)
  })

  test('is zero before the first answer', () => expect(estimateOffset([])).toBe(0))

  test('believes the quick round trips and not the slow ones', () => {
    const slow = Array.from({ length: 5 }, (_, index) => roundTrip(index * 100, 2_000, 3_000, 10))
    const quick = [roundTrip(600, 2_000, 11, 9), roundTrip(700, 2_000, 9, 11), roundTrip(800, 2_000, 10, 10)]
    expect(Math.abs(estimateOffset([...slow, ...quick]) - 2_000)).toBeLessThanOrEqual(1)
  })

  test('one liar among the quick ones does not move it far', () => {
    const honest = [roundTrip(0, 500, 10, 10), roundTrip(100, 500, 12, 12)]
    const liar = { sentAt: 200, serverNow: 9_999_999, receivedAt: 201 }
    expect(estimateOffset([...honest, liar])).toBe(500)
  })

  test('is never off by more than half of the third quickest round trip, whatever the jitter', () => {
    const way = fc.integer({ min: 0, max: 5_000 })
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.array(fc.tuple(way, way), { minLength: 3, maxLength: 8 }),
        (offset, ways) => {
          const samples = ways.map(([there, back], index) => roundTrip(index * 10_000, offset, there, back))
          const [, , third] = ways.map(([there, back]) => there + back).sort((a, b) => a - b)
          expect(Math.abs(estimateOffset(samples) - offset)).toBeLessThanOrEqual((third ?? 0) / 2)
        },
      ),
    )
  })
})

describe('the clock', () => {
  test('starts with the time that came with the first message, then trusts round trips', () => {
    let local = 1_000
    const clock = createServerClock(() => local)
    clock.hint(61_000)
    expect(clock.now()).toBe(61_000)
    clock.sample(roundTrip(900, 59_000, 50, 50))
    expect(clock.now()).toBe(60_000)
    // Messages are of unknown age, so they no longer count.
    clock.hint(99_000)
    local += 500
    expect(clock.now()).toBe(60_500)
  })

  test('follows a server clock that has been set, within a few samples', () => {
    const clock = createServerClock(() => 0)
    for (let index = 0; index < 8; index += 1) clock.sample(roundTrip(0, 1_000, 10, 10))
    for (let index = 0; index < 8; index += 1) clock.sample(roundTrip(0, 7_000, 20, 20))
    expect(clock.now()).toBe(7_000)
  })

  test('follows a clock that has been set with the first sample that cannot be of the old one', () => {
    const clock = createServerClock(() => 0)
    for (let index = 0; index < 8; index += 1) clock.sample(roundTrip(0, 1_000, 10, 10))
    clock.sample(roundTrip(0, 7_000, 20, 20))
    expect(clock.now()).toBe(7_000)
  })

  test('is not led astray by a slow sample', () => {
    const clock = createServerClock(() => 0)
    for (let index = 0; index < 8; index += 1) clock.sample(roundTrip(0, 1_000, 10, 10))
    clock.sample(roundTrip(0, 1_000, 4_000, 10))
    expect(clock.now()).toBe(1_000)
  })

  test('after a restart the old samples no longer count', () => {
    const clock = createServerClock(() => 0)
    clock.sample(roundTrip(0, 1_000, 1, 1))
    clock.restart()
    clock.sample(roundTrip(0, 9_000, 500, 500))
    expect(clock.now()).toBe(9_000)
  })
})
