// Who is asking: the seat that a cookie, a bearer token or a ticket proves.
import type { IncomingMessage } from 'node:http'
import type { LinkKind, Role } from '#shared/access/role.ts'
import type { PersonId, WorkshopId } from '#shared/ids.ts'

/** `role` is what the person may do now. `personId` is null where somebody only reads results. */
export type Seated = { workshopId: WorkshopId; role: Role; personId: PersonId | null }
/** One browser is this person in this workshop. `link` is the one that the seat came by and is called by (`?seat=`). */
export type Seat = Seated & { link: LinkKind }

type SeatRefusal = {
  /** `seat-ambiguous`: this browser has several seats here and did not say which (`?seat=<link>`). */
  /** `removed`: a facilitator has sent this person out. */
  code: 'no-seat' | 'removed' | 'seat-ambiguous' | 'ticket-expired' | 'foreign-origin'
  message: string
}
export type SeatAnswer = { ok: true; seat: Seat } | ({ ok: false } & SeatRefusal)

/**
 * Reads the cookie, `Authorization: Bearer`, or (upgrades only) the ticket in `Sec-WebSocket-Protocol`; refuses upgrades
 * from an Origin that is not ours. `link` is what `?seat=` says; without it, the only seat this browser has there.
 */
export type Authenticate = (
  request: IncomingMessage,
  ask: { workshopId: WorkshopId; link?: LinkKind | undefined },
) => Promise<SeatAnswer>
