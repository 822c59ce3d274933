// How long somebody has been speaking, and how long a turn is meant to be: in the queue or in a feedback round.
import { isUnderWay } from '#shared/facilitation/feedback-round.ts'
import type { Workshop } from '#shared/facilitation/workshop.ts'

export type SpeakingTime = {
  spokenMs: number
  /** Null while turns may take as long as they take. */
  limitMs: number | null
  isOver: boolean
}

/** How long a turn is meant to be now; null for as long as it takes. */
export function limitOf({ hands, feedback }: Pick<Workshop, 'hands' | 'feedback'>): number | null {
  const seconds = isUnderWay(feedback) ? feedback.secondsEach : hands.limitSeconds
  return seconds === null ? null : seconds * 1_000
}

/** In whole seconds, so that nothing flickers. */
export function speakingTime(since: number, now: number, limitMs: number | null): SpeakingTime {
  const spokenMs = Math.floor(Math.max(0, now - since) / 1_000) * 1_000
  return { spokenMs, limitMs, isOver: limitMs !== null && spokenMs >= limitMs }
}
