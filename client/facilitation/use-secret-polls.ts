// The workshop's secret polls, oldest first. Confirmed ones only: a ballot must never rest on a guess.
import { useMemo } from 'react'
import { useFacilitation } from '#client/facilitation/use-facilitation.ts'
import { secretPollsOf } from '#shared/facilitation/ballot-plane.ts'
import type { Poll } from '#shared/facilitation/polls.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'

export function useSecretPolls(): readonly SecretPoll[] {
  const polls = useFacilitation((state) => state.confirmed.polls)
  return useMemo(() => polls.filter(isSecret), [polls])
}

/** The polls, and the concern boxes: whatever a participant has a ballot in. */
export function useAllBallots(): readonly SecretPoll[] {
  const polls = useFacilitation((state) => state.confirmed.polls)
  const concerns = useFacilitation((state) => state.confirmed.concerns)
  return useMemo(() => secretPollsOf({ polls, concerns }), [polls, concerns])
}

const isSecret = (poll: Poll): poll is SecretPoll => poll.mode === 'anonymous'
