// The poll that runs; else the last one of this agenda item, with its result.
import { currentPoll } from '#client/facilitation/selectors.ts'
import { useFacilitation } from '#client/facilitation/use-facilitation.ts'
import { PollCard } from './PollCard.tsx'

export function CurrentPoll() {
  const poll = useFacilitation((state) => currentPoll(state.view))
  return poll ? <PollCard poll={poll} /> : null
}
