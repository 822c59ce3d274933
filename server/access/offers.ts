// Offers somebody the seat they had, by a link that is shown once and opens once: after an import, or when a browser has lost it.
import { lifetimeMs } from '#server/access/lifetime.ts'
import { linkFor } from '#server/access/links.ts'
import { type AccessRooms, server } from '#server/access/planes.ts'
import type { Seat } from '#server/access/seat.ts'
import { hashSecret, newSecret } from '#server/access/secrets.ts'
import { done, type Outcome, refuse } from '#server/http/answer.ts'
import type { Log } from '#server/log.ts'
import type { SeatOfferRow, WorkshopStore } from '#server/storage/storage.ts'
import type { MissingSeats, OfferedSeat, Secret } from '#shared/access/api.ts'
import type { LinkKind } from '#shared/access/role.ts'
import type { RefusalCode } from '#shared/facilitation/decision.ts'
import type { Person } from '#shared/facilitation/people.ts'
import { whyNoSeat } from '#shared/facilitation/seats.ts'
import type { PersonId, WorkshopId } from '#shared/ids.ts'

/** Long enough for a mail that is read after a holiday week, and no longer. */
export const offerLastsMs = 7 * 24 * 3_600_000

export type Offers = {
  /** Who is in the workshop and has no seat in it, as far as the asker may help them. */
  missing(seat: Seat): Promise<Outcome<MissingSeats>>
  offer(seat: Seat, personId: PersonId, origin: string): Promise<Outcome<OfferedSeat>>
}

export function createOffers({
  store,
  rooms,
  log,
  now,
}: {
  store: WorkshopStore
  rooms: AccessRooms
  log: Log
  now: () => number
}): Offers {
  return {
    async missing({ workshopId, role, personId: byId }) {
      if (role !== 'facilitator' || byId === null) return facilitatorsOnly
      const [{ workshop }, seated, offers] = await Promise.all([
        rooms.state(workshopId),
        // Of older ones the cookie is gone.
        store.seated(workshopId, now() - lifetimeMs),
        store.seatOffers(workshopId, now()),
      ])
      const untilOf = new Map(offers.map(({ personId, expiresAt }) => [personId, expiresAt]))
      const missing = Object.values(workshop.people)
        .filter(({ personId }) => !seated.includes(personId) && !whyNoSeat(workshop, personId, byId))
        .map(({ personId }) => ({ personId, offeredUntil: untilOf.get(personId) ?? null }))
      return done({ missing })
    },

    async offer({ workshopId, role, personId: byId }, personId, origin) {
      if (role !== 'facilitator' || byId === null) return facilitatorsOnly
      const command = { type: 'seat.offer', personId, byId } as const
      const reply = await rooms.submit(workshopId, { actor: server, commandId: null, command })
      if (!reply.ok) return refuse(statusOf(reply.code), codeOf(reply.code), reply.message)
      const person = (await rooms.state(workshopId)).workshop.people[personId]
      if (!person) return refuse(404, 'person-unknown', 'This person has just been removed.')
      const { row, secret } = makeOffer({ workshopId, person, offeredBy: byId, now: now() })
      await store.offerSeat(row)
      log.info('seat.offered', { workshopId, personId, byId })
      return done({ link: linkFor(origin, workshopId, secret), until: row.expiresAt })
    },
  }
}

/** The secret leaves the server with the link; only its hash stays. */
export function makeOffer(about: {
  workshopId: WorkshopId
  person: Person
  offeredBy: PersonId | null
  now: number
}): { row: SeatOfferRow; secret: Secret } {
  const { workshopId, person, offeredBy, now } = about
  const secret = newSecret()
  const { personId } = person
  const row = { workshopId, personId, role: linkOf(person), secretHash: hashSecret(secret), offeredBy }
  return { row: { ...row, expiresAt: now + offerLastsMs }, secret }
}

/** The link by which somebody who may do this would have come. */
const linkOf = ({ role, isCo }: Person): LinkKind => (isCo ? 'co-facilitator' : role)

const statusOf = (code: RefusalCode) => (code === 'not-found' ? 404 : code === 'not-allowed' ? 403 : 409)
const codeOf = (code: RefusalCode) => (code === 'not-found' ? 'person-unknown' : code)

const facilitatorsOnly = refuse(403, 'not-allowed', 'Only a facilitator offers somebody the seat they had.')
