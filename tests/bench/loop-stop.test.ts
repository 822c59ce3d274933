import { expect, test } from 'vitest'
import { type LoopMoment, stopBetween } from '#tests/bench/loop-stop.ts'

const before: LoopMoment = { at: 1000, ranMs: 300, queuedMs: 70, threadsMs: 900 }
const after = (passed: Omit<LoopMoment, 'at'> & { wallMs: number }): LoopMoment => ({
  at: before.at + passed.wallMs,
  ranMs: before.ranMs + passed.ranMs,
  queuedMs: before.queuedMs + passed.queuedMs,
  threadsMs: before.threadsMs + passed.threadsMs,
})
const stop = (passed: Parameters<typeof after>[0]) => stopBetween(before, after(passed), 5)

test('a tick in time is no stop', () => {
  expect(stop({ wallMs: 5, ranMs: 1, queuedMs: 0, threadsMs: 1 })).toEqual({ lateMs: 0, othersMs: 0 })
})

test('what the loop computes is its own', () => {
  expect(stop({ wallMs: 65, ranMs: 60, queuedMs: 0, threadsMs: 60 })).toEqual({ lateMs: 60, othersMs: 0 })
})

test('what it waits for in its sleep, such as a disk, is its own', () => {
  expect(stop({ wallMs: 65, ranMs: 1, queuedMs: 0, threadsMs: 1 })).toEqual({ lateMs: 60, othersMs: 0 })
})

test('queueing behind the own worker is its own', () => {
  expect(stop({ wallMs: 65, ranMs: 10, queuedMs: 50, threadsMs: 60 })).toEqual({ lateMs: 60, othersMs: 0 })
})

test('queueing behind other programs is theirs, as far as the own worker did not run', () => {
  expect(stop({ wallMs: 65, ranMs: 10, queuedMs: 50, threadsMs: 25 })).toEqual({ lateMs: 60, othersMs: 35 })
})

test('others never have more than the whole stop', () => {
  expect(stop({ wallMs: 25, ranMs: 1, queuedMs: 24, threadsMs: 1 })).toEqual({ lateMs: 20, othersMs: 20 })
})
