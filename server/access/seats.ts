// Seats: which person this browser is in a workshop, proven by a cookie or, where cookies are blocked, a bearer token.
import type { IncomingMessage } from 'node:http'
import { parseCookie } from 'cookie'
import type { CookieOptions } from 'express'
import type { Origins } from '#server/access/origins.ts'
import type { Authenticate, Seat, SeatAnswer } from '#server/access/seat.ts'
import { hashSecret, newSecret } from '#server/access/secrets.ts'
import type { Tickets } from '#server/access/tickets.ts'
import type { WorkshopStore } from '#server/storage/storage.ts'
import { ticketProtocolPrefix } from '#shared/access/api.ts'
import { Role } from '#shared/access/role.ts'
import type { WorkshopId } from '#shared/ids.ts'

/** As long as a workshop is kept unless somebody says otherwise. */
const lifetimeMs = 90 * 24 * 3_600_000

export type SeatToken = string

export type Seats = {
  authenticate: Authenticate
  /** The seat that this request proves in this role, with the token that proves it. */
  held(request: IncomingMessage, workshopId: WorkshopId, role: Role): Promise<HeldSeat | null>
  /** Stores a seat and returns the token for it, the only copy there is. */
  give(seat: Seat): Promise<SeatToken>
  end(token: SeatToken): Promise<void>
  cookie(request: IncomingMessage, seat: Seat): { name: string; options: CookieOptions }
}
export type HeldSeat = { seat: Seat; token: SeatToken }

export function createSeats({
  store,
  tickets,
  origins,
  now,
}: {
  store: WorkshopStore
  tickets: Tickets
  origins: Origins
  now: () => number
}): Seats {
  return { authenticate, held, give, end: (token) => store.endSeat(hashSecret(token)), cookie }

  async function authenticate(
    request: IncomingMessage,
    { workshopId, role }: { workshopId: WorkshopId; role?: Role | undefined },
  ): Promise<SeatAnswer> {
    if (!origins.allows(request)) return foreignOrigin(request)
    const ticket = ticketOf(request)
    if (ticket !== null) {
      const seat = tickets.redeem(ticket)
      if (seat && isFor(seat, workshopId, role)) return { ok: true, seat }
      return {
        ok: false,
        code: 'ticket-expired',
        message: 'This ticket is unknown, used or older than 30 s; ask for a new one for each attempt.',
      }
    }
    const seats = await all(request, workshopId, role ? [role] : Role.options)
    const [first, ...others] = seats
    if (!first) return noSeat(workshopId, role)
    if (others.length > 0) return ambiguous(seats)
    return { ok: true, seat: first.seat }
  }

  async function held(request: IncomingMessage, workshopId: WorkshopId, role: Role) {
    const [found] = await all(request, workshopId, [role])
    return found ?? null
  }

  /** A bearer token stands alone: who sends one means that one, whatever cookies the browser adds. */
  async function all(
    request: IncomingMessage,
    workshopId: WorkshopId,
    roles: readonly Role[],
  ): Promise<HeldSeat[]> {
    const claims = bearerOf(request, roles) ?? cookiesOf(request, workshopId, roles)
    const found = await Promise.all(claims.map((claim) => lookUp(claim, workshopId)))
    return found.filter((seat) => seat !== null)
  }

  async function lookUp({ token, roles }: Claim, workshopId: WorkshopId): Promise<HeldSeat | null> {
    const row = await store.seat(hashSecret(token))
    if (row?.workshopId !== workshopId || !roles.includes(row.role)) return null
    return { token, seat: { workshopId, role: row.role, personId: row.personId } }
  }

  async function give(seat: Seat): Promise<SeatToken> {
    const token = newSecret()
    await store.addSeat({ ...seat, tokenHash: hashSecret(token), createdAt: now() })
    return token
  }

  /**
   * Strict: nothing that a seat opens is ever reached by a link from another site; pages load without a seat and then ask
   * with it. The path is the root, because socket.io's and the board's paths do not begin with the workshop.
   */
  function cookie(request: IncomingMessage, { workshopId, role }: Seat) {
    const secure = origins.own(request).startsWith('https:')
    return {
      name: cookieName(workshopId, role),
      options: { httpOnly: true, sameSite: 'strict', secure, path: '/', maxAge: lifetimeMs } as const,
    }
  }
}

const cookieName = (workshopId: WorkshopId, role: Role) => `runde_${workshopId}_${role}`

/** A token, and the roles that it may prove in the place where it was sent. */
type Claim = { token: SeatToken; roles: readonly Role[] }

function cookiesOf(request: IncomingMessage, workshopId: WorkshopId, roles: readonly Role[]): Claim[] {
  const cookies = parseCookie(request.headers.cookie ?? '')
  return roles.flatMap((role) => {
    const token = cookies[cookieName(workshopId, role)]
    return token === undefined ? [] : [{ token, roles: [role] }]
  })
}

function bearerOf(request: IncomingMessage, roles: readonly Role[]): Claim[] | null {
  const token = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
  return token === undefined ? null : [{ token, roles }]
}

function ticketOf(request: IncomingMessage): string | null {
  if (request.headers.upgrade === undefined) return null
  const protocols = (request.headers['sec-websocket-protocol'] ?? '').split(',')
  const protocol = protocols
    .map((entry) => entry.trim())
    .find((entry) => entry.startsWith(ticketProtocolPrefix))
  return protocol?.slice(ticketProtocolPrefix.length) ?? null
}

const isFor = (seat: Seat, workshopId: WorkshopId, role: Role | undefined) =>
  seat.workshopId === workshopId && (role === undefined || seat.role === role)

function noSeat(workshopId: WorkshopId, role: Role | undefined): SeatAnswer {
  const seat = role ? `seat as ${role}` : 'seat'
  return {
    ok: false,
    code: 'no-seat',
    message: `This browser has no ${seat} in workshop ${workshopId}, or it has ended; open its link again.`,
  }
}

function ambiguous(seats: HeldSeat[]): SeatAnswer {
  const roles = seats.map(({ seat }) => seat.role).join(', ')
  return {
    ok: false,
    code: 'seat-ambiguous',
    message: `This browser has several seats here (${roles}); say which one with ?seat=<role>.`,
  }
}

function foreignOrigin({ headers }: IncomingMessage): SeatAnswer {
  return {
    ok: false,
    code: 'foreign-origin',
    message: `Pages of ${headers.origin ?? 'another site'} may not speak to this server; its operator can allow them with ALLOWED_ORIGINS.`,
  }
}
