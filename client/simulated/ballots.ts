// The ballots of a simulated person: the browser's own ballot client, with somebody who makes up their mind.
import { createBallotBoxClient } from '#client/facilitation/ballots/ballot-box-client.ts'
import { type BallotClient, createBallotClient } from '#client/facilitation/ballots/ballot-client.ts'
import type { BallotView } from '#client/facilitation/ballots/ballot-view.ts'
import { createMemoryStore } from '#client/facilitation/ballots/memory-store.ts'
import type { Pace } from '#client/facilitation/ballots/pace.ts'
import type { Room } from '#client/facilitation/room-store.ts'
import { secretPollsOf } from '#shared/facilitation/ballot-plane.ts'
import type { Answer } from '#shared/facilitation/questions.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import type { PollId } from '#shared/ids.ts'

export type OwnBallots = {
  /** Null before this person has heard of the poll. */
  view(pollId: PollId): BallotView | null
  /** Does nothing unless the ballot is `ready` or cast already, as a click in a browser. */
  cast(pollId: PollId, answer: Answer): void
  /** Kept until the poll closes, and cast then: how concerns are written. */
  draft(pollId: PollId, answer: Answer): void
  stop(): void
}

/** `onChange` is called when a ballot stands elsewhere than before. */
export function keepBallots({
  origin,
  room,
  pace,
  report,
  onChange = () => {},
}: {
  origin: string
  room: Room
  pace: Pace
  report: (error: unknown) => void
  onChange?: (poll: SecretPoll) => void
}): OwnBallots {
  const store = createMemoryStore()
  const box = createBallotBoxClient(origin)
  const clients = new Map<PollId, BallotClient>()

  const stopFollowing = room.store.subscribe(({ me, status, confirmed }) => {
    if (!me || status !== 'online') return
    for (const poll of secretPollsOf(confirmed)) {
      const known = clients.get(poll.pollId)
      if (known) known.update(poll)
      // What was closed before this person came is audited by those who were there.
      else if (poll.state !== 'closed') {
        const { requestToken } = room
        const client = createBallotClient({ poll, me, store, box, requestToken, pace, report })
        clients.set(poll.pollId, client)
        client.subscribe(() => onChange(poll))
      }
    }
  })

  return {
    view: (pollId) => clients.get(pollId)?.view() ?? null,
    cast: (pollId, answer) => clients.get(pollId)?.cast(answer),
    draft(pollId, answer) {
      clients.get(pollId)?.draft(answer).catch(report)
    },
    stop() {
      stopFollowing()
      for (const client of clients.values()) client.stop()
    },
  }
}
