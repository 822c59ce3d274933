// What the person behind a seat may do now, as the workshop's log has it: promoted since, or sent out.
import type { AccessRooms } from '#server/access/planes.ts'
import type { Seat, SeatAnswer } from '#server/access/seat.ts'
import { roleBy } from '#shared/access/role.ts'

/** A seat as it is stored: the link it came by says what its person was in the beginning. */
export type Place = Omit<Seat, 'role'>
export type Standing = (place: Place) => Promise<SeatAnswer>

export function createStanding(rooms: Pick<AccessRooms, 'state'>): Standing {
  return async (place) => {
    const role = roleBy(place.link)
    if (place.personId === null) return { ok: true, seat: { ...place, role } }
    const { people, door } = (await rooms.state(place.workshopId)).workshop
    if (door.removed[place.personId]) return removed
    // A process can end between the giving of a seat and the joining of its person.
    return { ok: true, seat: { ...place, role: people[place.personId]?.role ?? role } }
  }
}

const removed: SeatAnswer = {
  ok: false,
  code: 'removed',
  message: 'A facilitator has removed you from this workshop; ask them if that was a mistake.',
}
