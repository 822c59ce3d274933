// Time that passes only when a test says so.
import type { After } from '#server/ballots/after.ts'

export type ManualTime = {
  now: () => number
  after: After
  /** Runs everything that is due on the way, in its order. */
  pass(ms: number): void
  /** What is being waited for, in milliseconds from now, soonest first. */
  waiting(): number[]
}

export function createManualTime(start = 1_700_000_000_000): ManualTime {
  let time = start
  const waits = new Set<{ at: number; run: () => void }>()
  const next = (until: number) =>
    [...waits].filter(({ at }) => at <= until).sort((one, other) => one.at - other.at)[0]
  return {
    now: () => time,
    after(ms, run) {
      const wait = { at: time + ms, run }
      waits.add(wait)
      return () => waits.delete(wait)
    },
    pass(ms) {
      const until = time + ms
      for (let due = next(until); due; due = next(until)) {
        waits.delete(due)
        time = Math.max(time, due.at)
        due.run()
      }
      time = until
    },
    waiting: () => [...waits].map(({ at }) => at - time).sort((one, other) => one - other),
  }
}
