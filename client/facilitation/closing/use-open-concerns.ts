// The concerns of this session that wait for an answer, as the own browser has counted them.
import { useMemo } from 'react'
import { useBallots } from '#client/facilitation/ballots/use-ballot.ts'
import { useFacilitation, useRoom } from '#client/facilitation/use-facilitation.ts'
import { findConcernBox } from '#shared/facilitation/concerns.ts'
import { asSentences } from '#shared/facilitation/plain-text.ts'
import type { Me } from '#shared/facilitation/protocol.ts'
import type { PollId } from '#shared/ids.ts'
import { releasedBoxes } from './what-is-missing.ts'

export type OpenConcern = { pollId: PollId; title: string; t: string; text: string }

/** `isCounting`: there may be more than is known yet. */
export function useOpenConcerns(me: Me): { concerns: OpenConcern[]; isCounting: boolean } {
  const { requestToken } = useRoom()
  // Confirmed only: what is counted must never rest on a guess. What is answered may be one.
  const concerns = useFacilitation((state) => state.confirmed.concerns)
  const sessions = useFacilitation((state) => state.confirmed.sessions)
  const answers = useFacilitation((state) => state.view.concerns)
  const polls = useMemo(
    () => releasedBoxes({ concerns, sessions }).map(({ poll }) => poll),
    [concerns, sessions],
  )
  const ballots = useBallots(polls, me, requestToken)
  const open = polls.flatMap(({ pollId, question }, place) => {
    const ballot = ballots[place]
    if (!ballot || ballot.audit?.ok === false) return []
    const answered = findConcernBox(answers, pollId)?.answered ?? {}
    return ballot.written
      .filter(({ t }) => answered[t] === undefined)
      .map(({ t, text }) => ({ pollId, title: question, t, text: asSentences(text) }))
  })
  return { concerns: open, isCounting: ballots.some(({ audit }) => audit === null) }
}
