// A participant without a screen: joins by link, sits in the room over socket.io, votes and audits with the browser's own code.
import { createBallotBoxClient } from '#client/facilitation/ballots/ballot-box-client.ts'
import { type BallotClient, createBallotClient } from '#client/facilitation/ballots/ballot-client.ts'
import type { BallotView } from '#client/facilitation/ballots/ballot-view.ts'
import { createMemoryStore } from '#client/facilitation/ballots/memory-store.ts'
import type { Pace } from '#client/facilitation/ballots/pace.ts'
import type { Room } from '#client/facilitation/room-store.ts'
import { secretPollsOf } from '#shared/facilitation/ballot-plane.ts'
import type { Me } from '#shared/facilitation/protocol.ts'
import type { Answer } from '#shared/facilitation/questions.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import type { DepartmentId, PersonId, PollId } from '#shared/ids.ts'
import { openGuestRoom } from '#tests/support/guest-room.ts'
import { joinByLink } from '#tests/support/server.ts'
import { quickPace } from '#tests/support/voter.ts'

export type SimulatedVoter = {
  personId: PersonId
  room: Room
  /** Null before this voter has heard of the poll. */
  ballot(pollId: PollId): BallotView | null
  leave(): void
}

/**
 * `choose` says what to answer in a poll, a number standing for a step of a scale; null leaves the ballot blank. Resolves when the voter is in the room; from
 * then on everything happens by itself, in its own time: before closing a poll, wait until `ballot(pollId)` is past `ready`,
 * else the ballot stays blank. `pace` is that of a test; `realPace` makes the waits of a browser.
 */
export async function simulateVoter({
  link,
  name,
  department,
  choose,
  concern = () => null,
  pace = quickPace(),
}: {
  link: string
  name?: string
  department?: DepartmentId
  choose: (poll: SecretPoll) => Answer | number | null
  /** What to write into the concern box of an item while it runs; null leaves it blank. */
  concern?: (box: SecretPoll) => Answer | null
  pace?: Pace
}): Promise<SimulatedVoter> {
  const { origin } = new URL(link)
  const guest = await joinByLink(link, {
    ...(name !== undefined && { name }),
    ...(department !== undefined && { department }),
  })
  const { personId } = guest
  if (personId === null) throw new Error('A results link has no seat in the room; simulate a participant.')
  const room = openGuestRoom(guest, { origin, seat: 'participant' })
  const store = createMemoryStore()
  const clients = new Map<PollId, BallotClient>()
  const voted = new Set<PollId>()

  function follow(poll: SecretPoll, me: Me): void {
    const known = clients.get(poll.pollId)
    if (known) {
      known.update(poll)
      return
    }
    const client = createBallotClient({
      poll,
      me,
      store,
      box: createBallotBoxClient(origin),
      requestToken: room.requestToken,
      pace,
      report: (error) => {
        throw error
      },
    })
    clients.set(poll.pollId, client)
    client.subscribe(() => vote(poll, client))
  }

  function vote(poll: SecretPoll, client: BallotClient): void {
    if (voted.has(poll.pollId) || client.view().status !== 'ready') return
    voted.add(poll.pollId)
    // A concern is written while its item lasts, and cast by the browser when the item is over.
    if (poll.blanksCount) {
      void client.draft(concern(poll))
      return
    }
    const choice = choose(poll)
    if (choice !== null) client.cast(typeof choice === 'number' ? ['scale', choice] : choice)
  }

  const isIn = Promise.withResolvers<void>()
  room.store.subscribe(({ me, status, ended, confirmed }) => {
    if (ended) isIn.reject(new Error(`The voter was not let in: ${ended.message}`))
    if (!me || status !== 'online') return
    isIn.resolve()
    for (const poll of secretPollsOf(confirmed)) follow(poll, me)
  })
  await isIn.promise

  return {
    personId,
    room,
    ballot: (pollId) => clients.get(pollId)?.view() ?? null,
    leave() {
      for (const client of clients.values()) client.stop()
      room.close()
    },
  }
}
