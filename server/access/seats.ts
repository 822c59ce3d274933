// Seats: which person this browser is in a workshop, proven by a cookie or, where cookies are blocked, a bearer token.
import type { IncomingMessage } from 'node:http'
import { parseCookie } from 'cookie'
import type { CookieOptions } from 'express'
import { lifetimeMs } from '#server/access/lifetime.ts'
import type { Origins } from '#server/access/origins.ts'
import type { Authenticate, Seat, SeatAnswer } from '#server/access/seat.ts'
import { hashSecret, newSecret } from '#server/access/secrets.ts'
import type { Place, Standing } from '#server/access/standing.ts'
import type { Tickets } from '#server/access/tickets.ts'
import type { SeatOfferRow, SeatRow, WorkshopStore } from '#server/storage/storage.ts'
import { ticketProtocolPrefix } from '#shared/access/api.ts'
import { LinkKind } from '#shared/access/role.ts'
import type { WorkshopId } from '#shared/ids.ts'

export type SeatToken = string

export type Seats = {
  authenticate: Authenticate
  /** The seat by this link that this request proves, with the token that proves it. */
  held(request: IncomingMessage, workshopId: WorkshopId, link: LinkKind): Promise<HeldSeat | null>
  /** Stores a seat and returns the token for it, the only copy there is. */
  give(seat: Seat): Promise<SeatToken>
  /** Whether the offer still stands. */
  isOffered(offer: SeatOfferRow): Promise<boolean>
  /** The same in place of every seat this person had. null: the offer is no longer there. */
  takeUp(offer: SeatOfferRow, seat: Seat): Promise<SeatToken | null>
  end(token: SeatToken): Promise<void>
  cookie(request: IncomingMessage, seat: Seat): { name: string; options: CookieOptions }
}
export type HeldSeat = { seat: Seat; token: SeatToken }

export function createSeats({
  store,
  standing,
  tickets,
  origins,
  now,
}: {
  store: WorkshopStore
  standing: Standing
  tickets: Tickets
  origins: Origins
  now: () => number
}): Seats {
  return {
    authenticate,
    held,
    give,
    isOffered,
    takeUp,
    end: (token) => store.endSeat(hashSecret(token)),
    cookie,
  }

  async function authenticate(
    request: IncomingMessage,
    { workshopId, link }: { workshopId: WorkshopId; link?: LinkKind | undefined },
  ): Promise<SeatAnswer> {
    if (!origins.allows(request)) return foreignOrigin(request)
    const ticket = ticketOf(request)
    if (ticket !== null) {
      const seat = tickets.redeem(ticket)
      // What the person may do can have changed since the ticket was written.
      if (seat && isFor(seat, workshopId, link)) return standing(seat)
      return {
        ok: false,
        code: 'ticket-expired',
        message: 'This ticket is unknown, used or older than 30 s; ask for a new one for each attempt.',
      }
    }
    const tokens = await all(request, workshopId, link ? [link] : LinkKind.options)
    const answers = await Promise.all(tokens.map(({ seat }) => standing(seat)))
    const seats = answers.flatMap((answer) => (answer.ok ? [answer.seat] : []))
    const [first, ...others] = seats
    if (!first) return answers[0] ?? noSeat(workshopId, link)
    if (others.length > 0) return ambiguous(seats)
    return { ok: true, seat: first }
  }

  async function held(request: IncomingMessage, workshopId: WorkshopId, link: LinkKind) {
    for (const { token, seat } of await all(request, workshopId, [link])) {
      const answer = await standing(seat)
      if (answer.ok) return { token, seat: answer.seat }
    }
    return null
  }

  /** A bearer token stands alone: who sends one means that one, whatever cookies the browser adds. */
  async function all(
    request: IncomingMessage,
    workshopId: WorkshopId,
    links: readonly LinkKind[],
  ): Promise<HeldPlace[]> {
    const claims = bearerOf(request, links) ?? cookiesOf(request, workshopId, links)
    const found = await Promise.all(claims.map((claim) => lookUp(claim, workshopId)))
    return found.filter((seat) => seat !== null)
  }

  async function lookUp({ token, links }: Claim, workshopId: WorkshopId): Promise<HeldPlace | null> {
    const row = await store.seat(hashSecret(token))
    if (row?.workshopId !== workshopId || !links.includes(row.role)) return null
    return { token, seat: { workshopId, link: row.role, personId: row.personId } }
  }

  async function give(seat: Seat): Promise<SeatToken> {
    const token = newSecret()
    await store.addSeat(rowOf(seat, token))
    return token
  }

  async function isOffered({ workshopId, secretHash }: SeatOfferRow): Promise<boolean> {
    return (await store.seatOffer(workshopId, secretHash, now())) !== null
  }

  async function takeUp(offer: SeatOfferRow, seat: Seat): Promise<SeatToken | null> {
    const token = newSecret()
    return (await store.takeUpSeat(offer, rowOf(seat, token))) ? token : null
  }

  function rowOf({ workshopId, link, personId }: Seat, token: SeatToken): SeatRow {
    return { workshopId, role: link, personId, tokenHash: hashSecret(token), createdAt: now() }
  }

  /**
   * Strict: nothing that a seat opens is ever reached by a link from another site; pages load without a seat and then ask
   * with it. The path is the root, because socket.io's and the board's paths do not begin with the workshop.
   */
  function cookie(request: IncomingMessage, { workshopId, link }: Seat) {
    const secure = origins.own(request).startsWith('https:')
    return {
      name: cookieName(workshopId, link),
      options: { httpOnly: true, sameSite: 'strict', secure, path: '/', maxAge: lifetimeMs } as const,
    }
  }
}

const cookieName = (workshopId: WorkshopId, link: LinkKind) => `runde_${workshopId}_${link}`

type HeldPlace = { token: SeatToken; seat: Place }
/** A token, and the links that it may have come by in the place where it was sent. */
type Claim = { token: SeatToken; links: readonly LinkKind[] }

function cookiesOf(request: IncomingMessage, workshopId: WorkshopId, links: readonly LinkKind[]): Claim[] {
  const cookies = parseCookie(request.headers.cookie ?? '')
  return links.flatMap((link) => {
    const token = cookies[cookieName(workshopId, link)]
    return token === undefined ? [] : [{ token, links: [link] }]
  })
}

function bearerOf(request: IncomingMessage, links: readonly LinkKind[]): Claim[] | null {
  const token = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
  return token === undefined ? null : [{ token, links }]
}

function ticketOf(request: IncomingMessage): string | null {
  if (request.headers.upgrade === undefined) return null
  const protocols = (request.headers['sec-websocket-protocol'] ?? '').split(',')
  const protocol = protocols
    .map((entry) => entry.trim())
    .find((entry) => entry.startsWith(ticketProtocolPrefix))
  return protocol?.slice(ticketProtocolPrefix.length) ?? null
}

const isFor = (seat: Seat, workshopId: WorkshopId, link: LinkKind | undefined) =>
  seat.workshopId === workshopId && (link === undefined || seat.link === link)

function noSeat(workshopId: WorkshopId, link: LinkKind | undefined): SeatAnswer {
  const seat = link ? `seat as ${link}` : 'seat'
  return {
    ok: false,
    code: 'no-seat',
    message: `This browser has no ${seat} in workshop ${workshopId}, or it has ended; open its link again.`,
  }
}

function ambiguous(seats: Seat[]): SeatAnswer {
  const links = seats.map(({ link }) => link).join(', ')
  return {
    ok: false,
    code: 'seat-ambiguous',
    message: `This browser has several seats here (${links}); say which one with ?seat=<link>.`,
  }
}

function foreignOrigin({ headers }: IncomingMessage): SeatAnswer {
  return {
    ok: false,
    code: 'foreign-origin',
    message: `Pages of ${headers.origin ?? 'another site'} may not speak to this server; its operator can allow them with ALLOWED_ORIGINS.`,
  }
}
