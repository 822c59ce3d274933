// Chance that comes again: the same seed makes the same people do the same things.
import type { Pace } from '#client/facilitation/ballots/pace.ts'

export type Chance = {
  /** Uniform in [0, max). */
  below(max: number): number
  between(min: number, max: number): number
  /** True in so many cases of one. */
  is(share: number): boolean
  /** Null of nothing. */
  pick<Item>(items: readonly Item[]): Item | null
  shuffled<Item>(items: readonly Item[]): Item[]
}

/** Mulberry32; neighbouring seeds give unrelated people. */
export function createChance(seed: number): Chance {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const chance: Chance = {
    below: (max) => next() * max,
    between: (min, max) => min + next() * (max - min),
    is: (share) => next() < share,
    pick: (items) => items[Math.floor(next() * items.length)] ?? null,
    shuffled(items) {
      const left = [...items]
      return items.flatMap(() => left.splice(Math.floor(next() * left.length), 1))
    },
  }
  return chance
}

/** Everything takes `tempo` times as long as it would: 1 is a person's, 0.02 a test's. */
export const paceOf = (chance: Chance, pace: Pace, tempo: number): Pace => ({
  wait: (ms, signal) => pace.wait(ms * tempo, signal),
  randomBelow: chance.below,
  now: pace.now,
})
