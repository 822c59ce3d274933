// A stop of an event loop, and whose it was: the process's own, or that of other programs on the same processor.
import { z } from 'zod'

export const LoopStop = z.object({ lateMs: z.number(), othersMs: z.number() })
export type LoopStop = z.infer<typeof LoopStop>

/** What the system has counted by now, in milliseconds. */
export type LoopMoment = {
  at: number
  /** How long the main thread has run, and how long it could have run and got no processor. */
  ranMs: number
  queuedMs: number
  /** How long all threads of the process have run together. */
  threadsMs: number
}

/**
 * Between two ticks that should have been `everyMs` apart. Whoever queues for the processor waits for the own threads or
 * for other programs; only the latter is no fault of ours. What was neither run nor queued was waited for by ourselves.
 */
export function stopBetween(before: LoopMoment, now: LoopMoment, everyMs: number): LoopStop {
  const lateMs = Math.max(0, now.at - before.at - everyMs)
  const queuedMs = now.queuedMs - before.queuedMs
  const ownThreadsMs = now.threadsMs - before.threadsMs - (now.ranMs - before.ranMs)
  return { lateMs, othersMs: Math.min(lateMs, Math.max(0, queuedMs - Math.max(0, ownThreadsMs))) }
}
