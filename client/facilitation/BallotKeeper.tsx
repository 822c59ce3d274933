// Keeps this person's ballots going wherever the poll card is: fetched when a poll opens, blank when it closes unanswered.
import { useBallotKeeper } from '#client/facilitation/ballots/use-ballot.ts'
import { useMe, useRoom } from '#client/facilitation/use-facilitation.ts'
import { useAllBallots } from '#client/facilitation/use-secret-polls.ts'
import type { Me } from '#shared/facilitation/protocol.ts'

export function BallotKeeper() {
  const me = useMe()
  return me?.role === 'participant' ? <Keeper me={me} /> : null
}

function Keeper({ me }: { me: Me }) {
  const { requestToken } = useRoom()
  useBallotKeeper(useAllBallots(), me, requestToken)
  return null
}
