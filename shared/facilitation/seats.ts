// The way back for somebody whose seat is lost, or who never had one here: facilitators offer it, whoever opens the link takes it up.
import { z } from 'zod'
import { accept, type Context, type Decision, type Refusal, refuse } from '#shared/facilitation/decision.ts'
import type { Door } from '#shared/facilitation/door.ts'
import { isHost, type People } from '#shared/facilitation/people.ts'
import { PersonId } from '#shared/ids.ts'

/** Sent by the server, which alone makes links and gives seats. `byId` null: whoever runs the server made the link. */
export const SeatCommand = z.discriminatedUnion('type', [
  z.object({ type: z.literal('seat.offer'), personId: PersonId, byId: PersonId.nullable() }),
  z.object({ type: z.literal('seat.take-up'), personId: PersonId, byId: PersonId.nullable() }),
])
export type SeatCommand = z.infer<typeof SeatCommand>

export const SeatEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('seat.offered'),
    personId: PersonId,
    byId: PersonId.nullable(),
    at: z.number(),
  }),
  /** Every seat that this person had before leads nowhere from here on. */
  z.object({ type: z.literal('seat.taken-up'), personId: PersonId, at: z.number() }),
])
export type SeatEvent = z.infer<typeof SeatEvent>

type House = { people: People; door: Door }

export function decideSeats(
  house: House,
  { type, personId, byId }: SeatCommand,
  { actor, now }: Context,
): Decision<SeatEvent> {
  if (actor.role !== 'server') return refuse('not-allowed', 'Seats are offered over HTTP, with a link.')
  const refusal = whyNoSeat(house, personId, byId)
  if (refusal) return refusal
  if (type === 'seat.offer') return accept({ type: 'seat.offered', personId, byId, at: now })
  return accept({ type: 'seat.taken-up', personId, at: now })
}

/** Asked when a link is made and again when it is opened: whoever was sent out meanwhile lets nobody in. */
export function whyNoSeat(
  { people, door }: House,
  personId: PersonId,
  byId: PersonId | null,
): Refusal | null {
  if (byId !== null && people[byId]?.role !== 'facilitator')
    return refuse('not-allowed', 'Only a facilitator offers somebody the seat they had.')
  if (door.removed[personId])
    return refuse('not-now', 'This person was removed; take that back first, if it was a mistake.')
  const person = people[personId]
  if (!person) return refuse('not-found', 'Nobody with this id has joined the workshop.')
  const isOfHost = byId === null || isHost(people, { personId: byId, role: 'facilitator' })
  if (person.role === 'facilitator' && !isOfHost)
    return refuse('not-allowed', 'Only the facilitator offers another facilitator their seat.')
  return null
}

export function applySeats(people: People, event: SeatEvent): People {
  const person = people[event.personId]
  if (!person || event.type === 'seat.offered') return people
  return { ...people, [event.personId]: { ...person, takenUpAt: event.at } }
}
