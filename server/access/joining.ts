// Before and at the door: what the join page shows, and how a link or code becomes a seat.
import type { IncomingMessage } from 'node:http'
import type { Keys, Opening } from '#server/access/keys.ts'
import { type AccessRooms, server } from '#server/access/planes.ts'
import type { Seat } from '#server/access/seat.ts'
import type { HeldSeat, Seats, SeatToken } from '#server/access/seats.ts'
import { newPersonId } from '#server/access/secrets.ts'
import { done, type Outcome, refuse } from '#server/http/answer.ts'
import type { Log } from '#server/log.ts'
import type { PeopleStore } from '#server/storage/storage.ts'
import type { CurrentSeat, Join, Joined, Key, Preview } from '#shared/access/api.ts'
import type { Workshop } from '#shared/facilitation/workshop.ts'
import type { DepartmentId, PersonId, WorkshopId } from '#shared/ids.ts'

export type Joining = {
  preview(
    request: IncomingMessage,
    ask: { workshopId: WorkshopId; key: Key; from: string },
  ): Promise<Outcome<Preview>>
  /** `token` is null when the seat this browser holds already was used again. */
  join(
    request: IncomingMessage,
    ask: { workshopId: WorkshopId; join: Join; from: string },
  ): Promise<Outcome<{ joined: Joined; seat: Seat; token: SeatToken | null }>>
  describe(seat: Seat): Promise<CurrentSeat>
}

type Newcomer = { held: HeldSeat | null; name: string | undefined; departmentId: DepartmentId | null }

export function createJoining({
  keys,
  seats,
  rooms,
  people,
  log,
}: {
  keys: Keys
  seats: Seats
  rooms: AccessRooms
  people: PeopleStore
  log: Log
}): Joining {
  return { preview, join, describe }

  async function preview(
    request: IncomingMessage,
    { workshopId, key, from }: { workshopId: WorkshopId; key: Key; from: string },
  ): Promise<Outcome<Preview>> {
    const opened = await keys.open(workshopId, key, from)
    if (!opened.ok) return opened
    const { role, personId } = opened.value
    const [{ workshop }, names, held] = await Promise.all([
      rooms.state(workshopId),
      people.names(workshopId),
      seats.held(request, workshopId, role),
    ])
    const host = firstFacilitator(workshop)
    const continuesAs = personId && {
      name: names[personId] ?? '',
      departmentId: departmentOf(workshop, personId),
    }
    const { title, language, departments } = workshop.info
    return done({
      title,
      language,
      role,
      isSeated: held !== null,
      departments: [...departments],
      invitedBy: (host && names[host]) ?? null,
      runningSince: workshop.agenda.startedAt,
      continuesAs,
    })
  }

  async function join(
    request: IncomingMessage,
    { workshopId, join, from }: { workshopId: WorkshopId; join: Join; from: string },
  ): Promise<Outcome<{ joined: Joined; seat: Seat; token: SeatToken | null }>> {
    const opened = await keys.open(workshopId, join, from)
    if (!opened.ok) return opened
    const { workshop } = await rooms.state(workshopId)
    const departmentId = join.department ?? null
    if (departmentId && !workshop.info.departments.some((known) => known.departmentId === departmentId))
      return unknownDepartment(departmentId, workshop)
    const held = await seats.held(request, workshopId, opened.value.role)
    const { seat, token } = await sit(opened.value, { held, name: join.name, departmentId })
    const { name, department } = await describe(seat)
    // A page that sends its token itself must know it; one with the cookie never sees it.
    const seatToken = join.bearer ? (token ?? (await seats.give(seat))) : undefined
    const joined = { personId: seat.personId, role: seat.role, name, department }
    return done({ joined: seatToken ? { ...joined, seatToken } : joined, seat, token })
  }

  /** Whoever has this seat already stays who they are; a personal link makes this browser the person it was made for. */
  async function sit(
    opening: Opening,
    { held, name, departmentId }: Newcomer,
  ): Promise<{ seat: Seat; token: SeatToken | null }> {
    if (held && (opening.personId === null || opening.personId === held.seat.personId)) {
      await rename(held.seat, name)
      return { seat: held.seat, token: null }
    }
    const { workshopId, role, personId: continues } = opening
    const seat: Seat = {
      workshopId,
      role,
      personId: role === 'results' ? null : (continues ?? newPersonId()),
    }
    // The seat is stored before the person joins: when the process ends in between, what stays is a token that nobody
    // has, and not a person that nobody is. The name comes before the person, so that nobody is seen without it.
    const token = await seats.give(seat)
    await rename(seat, name)
    if (continues === null) await arrive(seat, departmentId)
    if (held) await seats.end(held.token)
    log.info('seat.given', { workshopId, role, personId: seat.personId })
    return { seat, token }
  }

  async function arrive({ workshopId, role, personId }: Seat, departmentId: DepartmentId | null) {
    if (role === 'results' || personId === null) return
    const command = { type: 'person.join', personId, role, departmentId } as const
    const reply = await rooms.submit(workshopId, { actor: server, commandId: null, command })
    if (!reply.ok) throw new Error(`a new person was refused: ${reply.code}: ${reply.message}`)
  }

  async function rename({ workshopId, personId }: Seat, name: string | undefined) {
    if (personId !== null && name !== undefined) await rooms.setName(workshopId, personId, name)
  }

  async function describe({ workshopId, role, personId }: Seat): Promise<CurrentSeat> {
    const [{ workshop }, names] = await Promise.all([rooms.state(workshopId), people.names(workshopId)])
    return {
      workshopId,
      title: workshop.info.title,
      language: workshop.info.language,
      personId,
      role,
      name: (personId && names[personId]) ?? '',
      department: personId && departmentOf(workshop, personId),
    }
  }
}

function firstFacilitator({ people }: Workshop): PersonId | null {
  const facilitators = Object.values(people).filter(({ role }) => role === 'facilitator')
  return facilitators.sort((a, b) => a.joinedAt - b.joinedAt)[0]?.personId ?? null
}

const departmentOf = ({ people }: Workshop, personId: PersonId) => people[personId]?.departmentId ?? null

function unknownDepartment(departmentId: DepartmentId, { info }: Workshop) {
  const known = info.departments.map((department) => department.departmentId).join(', ') || 'none'
  return refuse(
    400,
    'department-unknown',
    `This workshop has no department "${departmentId}"; it has: ${known}. Leave it out for none.`,
  )
}
