// The mood of the group over its pulses: a trend and nothing else, with a gap where too few answered.
import { isMoodPulse } from '#shared/facilitation/similar-polls.ts'
import type { MoodPulse, PollResult } from './results.ts'

/** Secret pulses that are closed, oldest first. */
export function moodPulses(polls: readonly PollResult[]): MoodPulse[] {
  return polls.filter(isPulse).flatMap(({ pollId, openedAt, outcome }): MoodPulse[] => {
    switch (outcome.kind) {
      case 'counted':
        return [{ pollId, at: openedAt, mean: outcome.mean, answers: outcome.answers }]
      case 'suppressed':
        return [{ pollId, at: openedAt, mean: null, answers: null }]
      default:
        return []
    }
  })
}

/** In the report, a pulse is a point of the trend and no poll of its own. */
export const isPulse = (poll: PollResult): boolean => poll.anonymous && isMoodPulse(poll)
