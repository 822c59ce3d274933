// A person without a screen: joins by link and is in the room as a browser is, on all three planes, with its code.
import { type Pace, realPace } from '#client/facilitation/ballots/pace.ts'
import { createConnection } from '#client/facilitation/connection.ts'
import { openRoom, type Room } from '#client/facilitation/room-store.ts'
import { keepBallots, type OwnBallots } from '#client/simulated/ballots.ts'
import { type SimulatedBoard, sitAtBoard } from '#client/simulated/board.ts'
import { joinByLink, readLink, type SeatInRoom } from '#client/simulated/join.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import type { DepartmentId } from '#shared/ids.ts'

export type SimulatedPerson = {
  seat: SeatInRoom
  room: Room
  ballots: OwnBallots
  /** Null for somebody who came without one. */
  board: SimulatedBoard | null
  leave(): void
}

export type PersonWish = {
  link: string
  name: string
  departmentId?: DepartmentId | null
  /** Whether they open the board too. */
  withBoard?: boolean
  /** That of the ballots: when a token is asked for, how long a ballot waits. */
  pace?: Pace
  onBallot?: (poll: SecretPoll, person: SimulatedPerson) => void
  report: (error: unknown) => void
}

/** Resolves when the person is in the room. */
export async function simulatePerson({
  link,
  name,
  departmentId = null,
  withBoard = false,
  pace = realPace,
  onBallot = () => {},
  report,
}: PersonWish): Promise<SimulatedPerson> {
  const seat = await joinByLink(readLink(link), { name, departmentId })
  const { origin, workshopId, role, headers } = seat
  const transport = createConnection({ origin, handshake: { workshopId, seat: role }, headers })
  const room = openRoom({ transport, localNow: Date.now, makeCommandId: () => crypto.randomUUID() })
  const ballots = keepBallots({ origin, room, pace, report, onChange: (poll) => onBallot(poll, person) })
  const person: SimulatedPerson = {
    seat,
    room,
    ballots,
    board: null,
    leave() {
      ballots.stop()
      room.close()
      person.board?.close()
    },
  }
  try {
    await isIn(room)
    if (withBoard) person.board = await sitAtBoard(seat)
  } catch (error) {
    person.leave()
    throw error
  }
  return person
}

function isIn(room: Room): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const stop = room.store.subscribe(({ status, ended }) => {
    if (status === 'online') resolve()
    if (status === 'ended') reject(new Error(ended?.message ?? 'The seat has ended.'))
  })
  return promise.finally(stop)
}
