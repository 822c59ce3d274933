// The access plane: capability links, seats, tickets, and the routes about them.
import type { Router } from 'express'
import { createEndings, type Endings } from '#server/access/endings.ts'
import { createFounding } from '#server/access/founding.ts'
import { createInviting } from '#server/access/invitation.ts'
import { createJoining } from '#server/access/joining.ts'
import { createKeys } from '#server/access/keys.ts'
import { createOffers } from '#server/access/offers.ts'
import { createOrigins, type Origins } from '#server/access/origins.ts'
import type { AccessBoards, AccessRooms } from '#server/access/planes.ts'
import { createRateLimit, type RateLimit } from '#server/access/rate-limit.ts'
import { accessRoutes } from '#server/access/routes.ts'
import type { Authenticate } from '#server/access/seat.ts'
import { createSeats } from '#server/access/seats.ts'
import { createStanding } from '#server/access/standing.ts'
import { createTickets } from '#server/access/tickets.ts'
import type { Log } from '#server/log.ts'
import type { Storage } from '#server/storage/storage.ts'

export type Access = {
  authenticate: Authenticate
  origins: Origins
  endings: Endings
  /** Counts everything that begins a workshop. */
  foundingLimit: RateLimit
  /** To be mounted at /api. */
  routes: Router
}

/** Per neighbourhood of addresses. A whole office joins from one, within a minute or two. */
const limits = { founding: { count: 60, perMs: 600_000 }, joining: { count: 1200, perMs: 60_000 } }

export function createAccess({
  storage,
  rooms,
  boards,
  serverKey,
  publicUrl,
  allowedOrigins,
  trustProxy,
  log,
  now,
}: {
  storage: Pick<Storage, 'workshops' | 'people'>
  rooms: AccessRooms
  boards: AccessBoards
  serverKey: Buffer
  publicUrl: string | null
  allowedOrigins: readonly string[]
  trustProxy: number
  log: Log
  now: () => number
}): Access {
  const store = storage.workshops
  const origins = createOrigins({ publicUrl, allowedOrigins, trustProxy })
  const tickets = createTickets(now)
  const endings = createEndings()
  endings.on(tickets.cancel)
  // A removal is a fact of the log first: a seat that somebody brings later leads nowhere. What is open is ended here.
  rooms.onStored((workshopId, _seq, events) => {
    for (const event of events)
      if (event.type === 'person.removed')
        endings.end(workshopId, (seat) => seat.personId === event.personId, 'removed')
      else if (event.type === 'person.erased')
        endings.end(workshopId, (seat) => seat.personId === event.personId, 'erased')
  })
  const seats = createSeats({ store, standing: createStanding(rooms), tickets, origins, now })
  const keys = createKeys({ store, now })
  const foundingLimit = createRateLimit(limits.founding, now)
  const routes = accessRoutes({
    origins,
    seats,
    tickets,
    keys,
    founding: createFounding({ store, rooms, boards, serverKey, now }),
    joining: createJoining({ keys, seats, rooms, people: storage.people, endings, log }),
    inviting: createInviting({ store, rooms, serverKey, endings, log }),
    offers: createOffers({ store, rooms, log, now }),
    rooms,
    limits: { founding: foundingLimit, joining: createRateLimit(limits.joining, now) },
  })
  return { authenticate: seats.authenticate, origins, endings, foundingLimit, routes }
}
