// Which pulses of the mood belong on one trend: those of one sitting, because days lie between it and the next.
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import type { Sessions } from '#shared/facilitation/sessions.ts'
import { isMoodPulse } from '#shared/facilitation/similar-polls.ts'

/** Closed ones since the last session began; oldest first. */
export function moodPulses(polls: readonly SecretPoll[], { all }: Sessions): SecretPoll[] {
  const since = all.at(-1)?.startedAt ?? 0
  return polls.filter((poll) => poll.state === 'closed' && poll.openedAt >= since && isMoodPulse(poll))
}
