// The browser's real ballot client against a ballot room, without its waits: everything a voter's page does, in Node.
import {
  type BallotBoxClient,
  createBallotBoxClient,
} from '#client/facilitation/ballots/ballot-box-client.ts'
import {
  type BallotClient,
  createBallotClient,
  type RequestToken,
} from '#client/facilitation/ballots/ballot-client.ts'
import { createMemoryStore } from '#client/facilitation/ballots/memory-store.ts'
import type { Pace } from '#client/facilitation/ballots/pace.ts'
import type { BallotStore } from '#client/facilitation/ballots/stored-ballot.ts'
import type { RoomRole } from '#shared/access/role.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import type { PersonId } from '#shared/ids.ts'
import { type BallotRoom, workshopId } from '#tests/support/ballot-room.ts'

/** Waits a thousandth of what was asked for, and draws what the test says. */
export const quickPace = (drawn = 0): Pace => ({
  wait: (ms, signal) =>
    new Promise((resolve, reject) => {
      signal.throwIfAborted()
      const timer = setTimeout(resolve, ms / 1000)
      signal.addEventListener('abort', () => {
        clearTimeout(timer)
        reject(signal.reason)
      })
    }),
  randomBelow: (max) => drawn * max,
  now: Date.now,
})

export type Voter = BallotClient & { problems: unknown[] }

/** Follows the log of the room until it is stopped. */
export function sitDown(
  room: BallotRoom,
  poll: SecretPoll,
  personId: PersonId,
  {
    role = 'participant',
    store = createMemoryStore(),
    requestToken = (request) => room.ballots.token({ workshopId, personId, role }, request),
    pace = quickPace(),
    box = createBallotBoxClient(room.origin),
  }: {
    role?: RoomRole
    store?: BallotStore
    requestToken?: RequestToken
    pace?: Pace
    box?: BallotBoxClient
  } = {},
): Voter {
  const problems: unknown[] = []
  const report = (problem: unknown) => problems.push(problem)
  const client = createBallotClient({ poll, me: { personId, role }, store, box, requestToken, pace, report })
  const stopFollowing = room.rooms.onStored(() => {
    room.poll(poll.pollId).then(client.update, report)
  })
  return {
    ...client,
    problems,
    stop() {
      stopFollowing()
      client.stop()
    },
  }
}
