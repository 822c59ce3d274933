// Before and at the door: what the join page shows, and how a link or code becomes a seat.
import type { IncomingMessage } from 'node:http'
import type { Endings } from '#server/access/endings.ts'
import { invalidLink, type Keys, type Opening } from '#server/access/keys.ts'
import { type AccessRooms, server } from '#server/access/planes.ts'
import type { Seat } from '#server/access/seat.ts'
import type { HeldSeat, Seats, SeatToken } from '#server/access/seats.ts'
import { newPersonId } from '#server/access/secrets.ts'
import { done, type Outcome, refuse } from '#server/http/answer.ts'
import type { Log } from '#server/log.ts'
import type { PeopleStore, SeatOfferRow } from '#server/storage/storage.ts'
import type { CurrentSeat, Join, Joined, Key, Preview } from '#shared/access/api.ts'
import { roleBy } from '#shared/access/role.ts'
import { type Door, isClosedTo } from '#shared/facilitation/door.ts'
import { whyNoSeat } from '#shared/facilitation/seats.ts'
import type { Workshop } from '#shared/facilitation/workshop.ts'
import type { DepartmentId, PersonId, WorkshopId } from '#shared/ids.ts'

export type Joining = {
  preview(
    request: IncomingMessage,
    ask: { workshopId: WorkshopId; key: Key; from: string },
  ): Promise<Outcome<Preview>>
  join(
    request: IncomingMessage,
    ask: { workshopId: WorkshopId; join: Join; from: string },
  ): Promise<Outcome<Sat & { joined: Joined }>>
  /** Somebody stands before the locked door; those inside who can open it are told. */
  knock(ask: { workshopId: WorkshopId; key: Key; from: string }): Promise<Outcome<Record<string, never>>>
  describe(seat: Seat): Promise<CurrentSeat>
}

/** `token` is null when the seat this browser holds already was used again. */
type Sat = { seat: Seat; token: SeatToken | null }
type Newcomer = { held: HeldSeat | null; name: string | undefined; departmentId: DepartmentId | null }

export function createJoining({
  keys,
  seats,
  rooms,
  people,
  endings,
  log,
}: {
  keys: Keys
  seats: Seats
  rooms: AccessRooms
  people: PeopleStore
  endings: Endings
  log: Log
}): Joining {
  /** The latest to open an offer, by its hash: those who do so at the same moment come one after the other. */
  const turns = new Map<string, Promise<unknown>>()

  return { preview, join, knock, describe }

  async function preview(
    request: IncomingMessage,
    { workshopId, key, from }: { workshopId: WorkshopId; key: Key; from: string },
  ): Promise<Outcome<Preview>> {
    const opened = await keys.open(workshopId, key, from)
    if (!opened.ok) return opened
    const { link, personId, offer } = opened.value
    const [{ workshop }, names, held] = await Promise.all([
      rooms.state(workshopId),
      people.names(workshopId),
      seats.held(request, workshopId, link),
    ])
    if (isRemoved(workshop.door, personId)) return removed
    if (offer && whyNoSeat(workshop, offer.personId, offer.offeredBy)) return invalidLink
    const host = firstFacilitator(workshop)
    const continuesAs = personId && {
      name: names[personId] ?? '',
      departmentId: departmentOf(workshop, personId),
    }
    const { title, language, departments } = workshop.info
    return done({
      title,
      language,
      role: link,
      isSeated: held !== null,
      isLocked: personId === null && link !== 'results' && isClosedTo(workshop.door, roleBy(link)),
      departments: [...departments],
      invitedBy: (host && names[host]) ?? null,
      runningSince: workshop.agenda.startedAt,
      continuesAs,
      endsOtherSeats: offer !== null,
    })
  }

  async function join(
    request: IncomingMessage,
    { workshopId, join, from }: { workshopId: WorkshopId; join: Join; from: string },
  ): Promise<Outcome<Sat & { joined: Joined }>> {
    const opened = await keys.open(workshopId, join, from)
    if (!opened.ok) return opened
    const { workshop } = await rooms.state(workshopId)
    const departmentId = join.department ?? null
    if (departmentId && !workshop.info.departments.some((known) => known.departmentId === departmentId))
      return unknownDepartment(departmentId, workshop)
    if (isRemoved(workshop.door, opened.value.personId)) return removed
    const held = await seats.held(request, workshopId, opened.value.link)
    const { offer } = opened.value
    const sat = offer
      ? await inTurn(offer, () => takeUp(offer, held))
      : await sit(opened.value, { held, name: join.name, departmentId })
    if (!sat.ok) return sat
    const { seat, token } = sat.value
    const { name, department } = await describe(seat)
    // A page that sends its token itself must know it; one with the cookie never sees it.
    const seatToken = join.bearer ? (token ?? (await seats.give(seat))) : undefined
    const joined = { personId: seat.personId, role: seat.link, name, department }
    return done({ joined: seatToken ? { ...joined, seatToken } : joined, seat, token })
  }

  async function knock({ workshopId, key, from }: { workshopId: WorkshopId; key: Key; from: string }) {
    const opened = await keys.open(workshopId, key, from)
    if (!opened.ok) return opened
    // Whether it opened or was knocked at a moment ago makes no difference to who stands outside.
    await rooms.submit(workshopId, { actor: server, commandId: null, command: { type: 'door.knock' } })
    return done({})
  }

  /**
   * Whoever has this seat already stays who they are; a personal link makes this browser the person it was made for.
   * Refuses when the room is locked, and this would be somebody new.
   */
  async function sit(opening: Opening, { held, name, departmentId }: Newcomer): Promise<Outcome<Sat>> {
    if (held && (opening.personId === null || opening.personId === held.seat.personId)) {
      await rename(held.seat, name)
      return done({ seat: held.seat, token: null })
    }
    const { workshopId, link, personId: continues } = opening
    const seat: Seat = {
      workshopId,
      link,
      role: roleBy(link),
      personId: link === 'results' ? null : (continues ?? newPersonId()),
    }
    // The seat is stored before the person joins: when the process ends in between, what stays is a token that nobody
    // has, and not a person that nobody is. The name comes before the person, so that nobody is seen without it.
    const token = await seats.give(seat)
    await rename(seat, name)
    if (continues === null && !(await arrive(seat, departmentId))) {
      await Promise.all([seats.end(token), forgetName(seat)])
      return locked
    }
    if (held) await seats.end(held.token)
    log.info('seat.given', { workshopId, link, personId: seat.personId })
    return done({ seat, token })
  }

  /**
   * What it means for polls and notes that are under way stands in the log before anybody sits there, and what sat there
   * before is sent out before anybody knows the new token.
   */
  async function takeUp(offer: SeatOfferRow, held: HeldSeat | null): Promise<Outcome<Sat>> {
    if (!(await seats.isOffered(offer))) return invalidLink
    const { workshopId, role: link, personId, offeredBy: byId } = offer
    const command = { type: 'seat.take-up', personId, byId } as const
    const reply = await rooms.submit(workshopId, { actor: server, commandId: null, command })
    if (!reply.ok) return invalidLink
    const seat: Seat = { workshopId, link, role: roleBy(link), personId }
    const token = await seats.takeUp(offer, seat)
    if (token === null) return invalidLink
    endings.end(workshopId, (other) => other.personId === personId, 'taken-up')
    if (held) await seats.end(held.token)
    log.info('seat.taken-up', { workshopId, personId })
    return done({ seat, token })
  }

  function inTurn<Done>({ secretHash }: SeatOfferRow, work: () => Promise<Done>): Promise<Done> {
    const offer = Buffer.from(secretHash).toString('hex')
    const turn = (turns.get(offer) ?? Promise.resolve()).then(work, work)
    const end = () => void (turns.get(offer) === turn && turns.delete(offer))
    turn.then(end, end)
    turns.set(offer, turn)
    return turn
  }

  /** False: the room is locked. Decided by the log, so that nobody slips in while it is being locked. */
  async function arrive(
    { workshopId, link, role, personId }: Seat,
    departmentId: DepartmentId | null,
  ): Promise<boolean> {
    if (role === 'results' || personId === null) return true
    const isCo = link === 'co-facilitator' ? { isCo: true as const } : {}
    const command = { type: 'person.join', personId, role, ...isCo, departmentId } as const
    const reply = await rooms.submit(workshopId, { actor: server, commandId: null, command })
    if (reply.ok) return true
    if (reply.code === 'not-now') return false
    throw new Error(`a new person was refused: ${reply.code}: ${reply.message}`)
  }

  async function forgetName({ workshopId, personId }: Seat) {
    if (personId !== null) await rooms.setName(workshopId, personId, null)
  }

  async function rename({ workshopId, personId }: Seat, name: string | undefined) {
    if (personId !== null && name !== undefined) await rooms.setName(workshopId, personId, name)
  }

  async function describe({ workshopId, link, personId }: Seat): Promise<CurrentSeat> {
    const [{ workshop }, names] = await Promise.all([rooms.state(workshopId), people.names(workshopId)])
    return {
      workshopId,
      title: workshop.info.title,
      language: workshop.info.language,
      personId,
      role: link,
      name: (personId && names[personId]) ?? '',
      department: personId && departmentOf(workshop, personId),
    }
  }
}

function firstFacilitator({ people }: Workshop): PersonId | null {
  const facilitators = Object.values(people).filter(({ role }) => role === 'facilitator')
  return facilitators.sort((a, b) => a.joinedAt - b.joinedAt)[0]?.personId ?? null
}

const isRemoved = ({ removed }: Door, personId: PersonId | null) =>
  personId !== null && removed[personId] !== undefined

const removed = refuse(
  403,
  'removed',
  'A facilitator has removed you from this workshop; ask them if that was a mistake.',
)
const locked = refuse(
  423,
  'room-locked',
  'The room is locked: nobody new comes in at the moment. Whoever was in before comes back by the same browser.',
)

const departmentOf = ({ people }: Workshop, personId: PersonId) => people[personId]?.departmentId ?? null

function unknownDepartment(departmentId: DepartmentId, { info }: Workshop) {
  const known = info.departments.map((department) => department.departmentId).join(', ') || 'none'
  return refuse(
    400,
    'department-unknown',
    `This workshop has no department "${departmentId}"; it has: ${known}. Leave it out for none.`,
  )
}
