// Who is asking: the seat that a cookie, a bearer token or a ticket proves.
import type { IncomingMessage } from 'node:http'
import type { Role } from '#shared/access/role.ts'
import type { PersonId, WorkshopId } from '#shared/ids.ts'

/** One browser is this person in this workshop. `personId` is null for a seat that only reads results. */
export type Seat = { workshopId: WorkshopId; role: Role; personId: PersonId | null }

type SeatRefusal = {
  /** `seat-ambiguous`: this browser has several seats here and did not say which (`?seat=<role>`). */
  code: 'no-seat' | 'seat-ambiguous' | 'ticket-expired' | 'foreign-origin'
  message: string
}
export type SeatAnswer = { ok: true; seat: Seat } | ({ ok: false } & SeatRefusal)

/**
 * Reads the cookie, `Authorization: Bearer`, or (upgrades only) the ticket in `Sec-WebSocket-Protocol`; refuses upgrades
 * from an Origin that is not ours. `role` is what `?seat=` says; without it, the only seat this browser has there.
 */
export type Authenticate = (
  request: IncomingMessage,
  ask: { workshopId: WorkshopId; role?: Role | undefined },
) => Promise<SeatAnswer>
