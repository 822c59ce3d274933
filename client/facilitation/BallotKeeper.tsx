// Keeps this person's ballots going wherever the poll card is: fetched when a poll opens, blank when it closes unanswered.
import { useBallotKeeper } from '#client/facilitation/ballots/use-ballot.ts'
import { useFacilitation, useMe, useRoom } from '#client/facilitation/use-facilitation.ts'
import type { Poll, SecretPoll } from '#shared/facilitation/polls.ts'
import type { Me } from '#shared/facilitation/protocol.ts'

const isSecret = (poll: Poll): poll is SecretPoll => poll.mode === 'anonymous'

export function BallotKeeper() {
  const me = useMe()
  return me?.role === 'participant' ? <Keeper me={me} /> : null
}

function Keeper({ me }: { me: Me }) {
  const { requestToken } = useRoom()
  // The confirmed polls: a ballot must never rest on a guess.
  const polls = useFacilitation((state) => state.confirmed.polls)
  useBallotKeeper(polls.filter(isSecret), me, requestToken)
  return null
}
