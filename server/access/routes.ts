// The routes of the access plane under /api; each parses, asks, and answers.
import { type Request, Router } from 'express'
import type { z } from 'zod'
import { nameAbsent } from '#server/access/absent.ts'
import type { Founding } from '#server/access/founding.ts'
import type { Inviting } from '#server/access/invitation.ts'
import type { Joining } from '#server/access/joining.ts'
import { type Keys, unknownWorkshop } from '#server/access/keys.ts'
import { renamePerson } from '#server/access/names.ts'
import type { Offers } from '#server/access/offers.ts'
import type { Origins } from '#server/access/origins.ts'
import type { AccessRooms } from '#server/access/planes.ts'
import { neighbourhood, type RateLimit } from '#server/access/rate-limit.ts'
import type { Authenticate, Seat } from '#server/access/seat.ts'
import type { Seats } from '#server/access/seats.ts'
import type { Tickets } from '#server/access/tickets.ts'
import {
  type Answer,
  answerWith,
  done,
  type Outcome,
  refusalAnswer,
  refuse,
  serve,
} from '#server/http/answer.ts'
import { parseBody, parseWith } from '#server/http/parse.ts'
import { FindByCode, Join, Key, NameAbsent, Rename, RenamePerson, RenewLink } from '#shared/access/api.ts'
import { CreateWorkshop } from '#shared/access/create-workshop.ts'
import { LinkKind } from '#shared/access/role.ts'
import { PersonId, WorkshopId } from '#shared/ids.ts'
import { templateCards } from '#shared/templates/library.ts'

export type AccessParts = {
  origins: Origins
  seats: Seats
  tickets: Tickets
  keys: Keys
  founding: Founding
  joining: Joining
  inviting: Inviting
  offers: Offers
  rooms: AccessRooms
  limits: { founding: RateLimit; joining: RateLimit }
}

type Arrival<Wish> = { workshopId: WorkshopId; wish: Wish; from: string }

export function accessRoutes(parts: AccessParts): Router {
  const { origins, seats, tickets, keys, founding, joining, inviting, offers, rooms, limits } = parts
  const router = Router()

  router.get(
    '/templates',
    serve(async () => ({ status: 200, body: [...templateCards] })),
  )

  router.post(
    '/workshops',
    serve(async (request) => {
      const wish = parseBody(CreateWorkshop, request)
      if (!wish.ok) return refusalAnswer(wish)
      if (!limits.founding.take(from(request))) return refusalAnswer(tooMany)
      return answerWith(await founding(wish.value, origins.own(request)), 201)
    }),
  )

  router.post(
    '/codes',
    serve(async (request) => {
      const ask = parseBody(FindByCode, request)
      return ask.ok ? answerWith(await keys.find(ask.value.code, from(request))) : refusalAnswer(ask)
    }),
  )

  router.post(
    '/workshops/:id/preview',
    arriving(Key, async ({ wish: key, ...ask }, request) =>
      answerWith(await joining.preview(request, { ...ask, key })),
    ),
  )

  router.post(
    '/workshops/:id/knock',
    arriving(Key, async ({ wish: key, ...ask }) => answerWith(await joining.knock({ ...ask, key }))),
  )

  router.post(
    '/workshops/:id/join',
    arriving(Join, async ({ wish: join, ...ask }, request) => {
      const sat = await joining.join(request, { ...ask, join })
      if (!sat.ok) return refusalAnswer(sat)
      const { joined, seat, token } = sat.value
      const answer = { status: 200, body: joined }
      return token === null ? answer : { ...answer, cookie: { ...seats.cookie(request, seat), value: token } }
    }),
  )

  router.post(
    '/workshops/:id/ticket',
    seated(async (seat) => ({ status: 200, body: { ticket: tickets.issue(seat) } })),
  )

  router.get(
    '/workshops/:id/seat',
    seated(async (seat) => ({ status: 200, body: await joining.describe(seat) })),
  )

  router.patch(
    '/workshops/:id/seat',
    seated(async (seat, request) => {
      const change = parseBody(Rename, request)
      if (!change.ok) return refusalAnswer(change)
      if (seat.personId === null) return refusalAnswer(nobody)
      await rooms.setName(seat.workshopId, seat.personId, change.value.name)
      return { status: 200, body: await joining.describe(seat) }
    }),
  )

  router.post(
    '/workshops/:id/absent',
    seated(async (seat, request) => {
      const named = parseBody(NameAbsent, request)
      return named.ok ? answerWith(await nameAbsent(rooms, seat, named.value)) : refusalAnswer(named)
    }),
  )

  router.patch(
    '/workshops/:id/people/:personId',
    seated(async (seat, request) => {
      const personId = parseWith(PersonId, request.params.personId)
      if (!personId.ok) return refusalAnswer(personId)
      const change = parseBody(RenamePerson, request)
      if (!change.ok) return refusalAnswer(change)
      return answerWith(await renamePerson(rooms, seat, { personId: personId.value, ...change.value }))
    }),
  )

  router.get(
    '/workshops/:id/seats',
    seated(async (seat) => answerWith(await offers.missing(seat))),
  )

  router.post(
    '/workshops/:id/people/:personId/seat',
    seated(async (seat, request) => {
      const personId = parseWith(PersonId, request.params.personId)
      if (!personId.ok) return refusalAnswer(personId)
      return answerWith(await offers.offer(seat, personId.value, origins.own(request)))
    }),
  )

  router.delete(
    '/workshops/:id/seat',
    seated(async (seat, request) => {
      const held = await seats.held(request, seat.workshopId, seat.link)
      if (held) await seats.end(held.token)
      return { status: 204, cookie: { ...seats.cookie(request, seat), value: null } }
    }),
  )

  router.get(
    '/workshops/:id/links',
    seated(async (seat, request) => answerWith(await inviting.show(seat, origins.own(request)))),
  )

  router.post(
    '/workshops/:id/links/:kind',
    seated(async (seat, request) => {
      const kind = parseWith(LinkKind, request.params.kind)
      if (!kind.ok) return refusalAnswer(unknownLink)
      const change = request.body === undefined ? done({ endSeats: false }) : parseBody(RenewLink, request)
      if (!change.ok) return refusalAnswer(change)
      const renewal = { kind: kind.value, endSeats: change.value.endSeats ?? false }
      return answerWith(await inviting.renew(seat, renewal, origins.own(request)))
    }),
  )

  router.post(
    '/workshops/:id/personal-link',
    seated(async (seat, request) => answerWith(await inviting.personal(seat, origins.own(request)))),
  )

  return router

  /** For whoever comes with a key, and no seat yet. */
  function arriving<Wish>(
    schema: z.ZodType<Wish>,
    handle: (ask: Arrival<Wish>, request: Request) => Promise<Answer>,
  ) {
    return serve(async (request) => {
      const id = workshopIdOf(request)
      if (!id.ok) return refusalAnswer(id)
      const wish = parseBody(schema, request)
      if (!wish.ok) return refusalAnswer(wish)
      if (!limits.joining.take(from(request))) return refusalAnswer(tooMany)
      return handle({ workshopId: id.value, wish: wish.value, from: from(request) }, request)
    })
  }

  function seated(handle: (seat: Seat, request: Request) => Promise<Answer>) {
    return serve(async (request) => {
      const seat = await seatOf(seats.authenticate, request)
      return seat.ok ? handle(seat.value, request) : refusalAnswer(seat)
    })
  }
}

const seatRefusals = {
  'no-seat': 401,
  removed: 403,
  'ticket-expired': 401,
  'seat-ambiguous': 409,
  'foreign-origin': 403,
} as const

/** The seat that `/workshops/:id/…?seat=<link>` is asked with. */
export async function seatOf(authenticate: Authenticate, request: Request): Promise<Outcome<Seat>> {
  const id = workshopIdOf(request)
  if (!id.ok) return id
  const asked = request.query.seat
  const link = asked === undefined ? done(undefined) : parseWith(LinkKind, asked)
  if (!link.ok) return refuse(400, 'invalid', `seat: must be one of ${LinkKind.options.join(', ')}.`)
  const answer = await authenticate(request, { workshopId: id.value, link: link.value })
  return answer.ok ? done(answer.seat) : refuse(seatRefusals[answer.code], answer.code, answer.message)
}

function workshopIdOf(request: Request): Outcome<WorkshopId> {
  const id = WorkshopId.safeParse(request.params.id)
  return id.success ? done(id.data) : unknownWorkshop(JSON.stringify(request.params.id))
}

const from = (request: Request): string => neighbourhood(request.ip ?? '')

const tooMany = refuse(
  429,
  'too-many-requests',
  'Too many requests came from this network; wait a few minutes and try again.',
)
const nobody = refuse(403, 'not-allowed', 'A results link is nobody in particular and has no name.')
const unknownLink = refuse(404, 'link-unknown', `A workshop has these links: ${LinkKind.options.join(', ')}.`)
