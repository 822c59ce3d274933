// Who is asking, for tests of the facilitation plane alone; access itself has its own tests.
import type { Authenticate, SeatAnswer } from '#server/access/seat.ts'
import { Role } from '#shared/access/role.ts'
import { PersonId } from '#shared/ids.ts'

/** The seat is the header `x-seat: <role> <person id>`. */
export const readSeat: Authenticate = async (request, ask) => {
  const [role, personId] = String(request.headers['x-seat'] ?? '').split(' ')
  const seat = Role.safeParse(role)
  const refusal: SeatAnswer = { ok: false, code: 'no-seat', message: 'You have no seat here.' }
  if (!seat.success || (ask.link && ask.link !== seat.data)) return refusal
  const person = personId ? PersonId.parse(personId) : null
  return {
    ok: true,
    seat: { workshopId: ask.workshopId, link: seat.data, role: seat.data, personId: person },
  }
}
