// The mood of the group over its pulses: a trend and nothing else, with a gap where too few answered.
import { z } from 'zod'
import { isMoodPulse } from '#shared/facilitation/similar-polls.ts'
import { PollId } from '#shared/ids.ts'
import { meanOf, type PollResult } from './poll-results.ts'
import { Count, Time } from './values.ts'

/** How the group was doing at one moment; null where fewer than the minimum group answered. */
export const MoodPulse = z.object({
  pollId: PollId,
  at: Time,
  mean: z.number().nullable(),
  answers: Count.nullable(),
})
export type MoodPulse = z.infer<typeof MoodPulse>

/** Secret pulses that are closed, oldest first. */
export function moodPulses(polls: readonly PollResult[]): MoodPulse[] {
  return polls.filter(isPulse).flatMap((poll): MoodPulse[] => {
    const { pollId, openedAt, outcome } = poll
    switch (outcome.kind) {
      case 'counted':
        return [{ pollId, at: openedAt, mean: meanOf(poll), answers: outcome.answers }]
      case 'suppressed':
        return [{ pollId, at: openedAt, mean: null, answers: null }]
      default:
        return []
    }
  })
}

/** In the report, a pulse is a point of the trend and no poll of its own. */
export const isPulse = (poll: PollResult): boolean => poll.anonymous && isMoodPulse(poll)
