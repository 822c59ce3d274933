// Follows the concern boxes that close while this page is open, and says of each, once, what came out of it.
import { useEffect, useMemo, useState } from 'react'
import { useBallots } from '#client/facilitation/ballots/use-ballot.ts'
import { useFacilitation, useRoom } from '#client/facilitation/use-facilitation.ts'
import type { Me } from '#shared/facilitation/protocol.ts'
import type { PollId } from '#shared/ids.ts'
import { aboutReleased, type ConcernAnnouncement } from './concern-announcements.ts'

/** What lay there when the page was loaded is no news. */
export function useSpokenConcerns(me: Me, say: (announcement: ConcernAnnouncement) => void): void {
  const { requestToken } = useRoom()
  const concerns = useFacilitation((state) => state.confirmed.concerns)
  const [awaited, setAwaited] = useState<ReadonlySet<PollId>>(new Set())
  const polls = useMemo(
    () =>
      concerns
        .map(({ poll }) => poll)
        .filter(({ state, pollId }) => state === 'closed' && awaited.has(pollId)),
    [concerns, awaited],
  )
  const ballots = useBallots(polls, me, requestToken)
  useEffect(() => {
    const unsealed = concerns.filter(({ poll }) => poll.state !== 'closed').map(({ poll }) => poll.pollId)
    setAwaited((before) => {
      const isKnown = unsealed.every((pollId) => before.has(pollId))
      return isKnown ? before : new Set([...before, ...unsealed])
    })
  }, [concerns])
  useEffect(() => {
    const told = new Set<PollId>()
    for (const [place, poll] of polls.entries()) {
      const ballot = ballots[place]
      const announcement = ballot && aboutReleased({ poll, ballot })
      if (announcement === undefined) continue
      told.add(poll.pollId)
      if (announcement) say(announcement)
    }
    if (told.size > 0) setAwaited((before) => new Set([...before].filter((pollId) => !told.has(pollId))))
  }, [polls, ballots, say])
}
