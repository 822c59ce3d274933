// The house: who is in it, its door, who leads, and in which groups they work. One part of the facilitation plane.
import { z } from 'zod'
import {
  applyBreakouts,
  BreakoutCommand,
  BreakoutEvent,
  type Breakouts,
  decideBreakouts,
  groupOf,
  noBreakouts,
} from '#shared/facilitation/breakouts.ts'
import {
  applyChair,
  type Chair,
  ChairCommand,
  ChairEvent,
  decideChair,
  emptyChair,
} from '#shared/facilitation/chair.ts'
import { accept, type Context, type Decision, refuse } from '#shared/facilitation/decision.ts'
import {
  applyDoor,
  type Door,
  DoorCommand,
  DoorEvent,
  decideDoor,
  isClosedTo,
  openDoor,
} from '#shared/facilitation/door.ts'
import { isUnderWay, turnOf } from '#shared/facilitation/feedback-round.ts'
import { decideFeedbackTurn, type Floor, type FloorEvent } from '#shared/facilitation/floor.ts'
import type { Lead, LeadEvent } from '#shared/facilitation/lead.ts'
import {
  applyPeople,
  decidePeople,
  nobody,
  type People,
  PeopleCommand,
  PeopleEvent,
} from '#shared/facilitation/people.ts'
import { applySeats, decideSeats, SeatCommand, SeatEvent } from '#shared/facilitation/seats.ts'
import type { Sessions } from '#shared/facilitation/sessions.ts'
import { typesOf } from '#shared/facilitation/types-of.ts'
import type { PersonId } from '#shared/ids.ts'

export const HouseCommand = z.discriminatedUnion('type', [
  ...PeopleCommand.options,
  ...DoorCommand.options,
  ...SeatCommand.options,
  ...ChairCommand.options,
  ...BreakoutCommand.options,
])
export type HouseCommand = z.infer<typeof HouseCommand>

export const HouseEvent = z.discriminatedUnion('type', [
  ...PeopleEvent.options,
  ...DoorEvent.options,
  ...SeatEvent.options,
  ...ChairEvent.options,
  ...BreakoutEvent.options,
])
export type HouseEvent = z.infer<typeof HouseEvent>

export type House = { people: People; door: Door; chair: Chair; breakouts: Breakouts }
export const emptyHouse: House = { people: nobody, door: openDoor, chair: emptyChair, breakouts: noBreakouts }

type Room = House & Floor & { lead: Lead; sessions: Sessions }
type Ended = FloorEvent | LeadEvent

const commandOf = {
  people: typesOf(PeopleCommand),
  door: typesOf(DoorCommand),
  seats: typesOf(SeatCommand),
  chair: typesOf(ChairCommand),
  breakouts: typesOf(BreakoutCommand),
}

export function decideHouse(
  room: Room,
  command: HouseCommand,
  context: Context,
): Decision<HouseEvent | Ended> {
  if (commandOf.people(command)) return decidePeopleChange(room, command, context)
  if (commandOf.door(command)) return decideAtDoor(room, command, context)
  if (commandOf.seats(command)) return decideSeats(room, command, context)
  if (commandOf.chair(command)) return decideChair(room, command, context)
  if (commandOf.breakouts(command)) return decideBreakouts(room, command, context)
  return command satisfies never
}

/** Whoever facilitates from now on no longer waits for the floor; whoever no longer does is no longer followed. */
function decidePeopleChange(
  room: Room,
  command: PeopleCommand,
  context: Context,
): Decision<HouseEvent | Ended> {
  if (command.type === 'person.join' && isClosedTo(room.door, command.role))
    return refuse('not-now', 'The room is locked: nobody new comes in at the moment.')
  if (command.type === 'person.join' && room.door.removed[command.personId])
    return refuse('already-done', 'This person was removed; a facilitator can take that back.')
  const decision = decidePeople(room.people, command, context)
  if (!decision.ok || command.type === 'person.join') return decision
  return accept<HouseEvent | Ended>(...decision.events, ...endOf(room, command.personId, context))
}

/** Nothing waits for somebody who was removed or erased. */
function decideAtDoor(room: Room, command: DoorCommand, context: Context): Decision<HouseEvent | Ended> {
  const decision = decideDoor(room, command, context)
  if (!decision.ok || (command.type !== 'person.remove' && command.type !== 'person.erase')) return decision
  return accept<HouseEvent | Ended>(...decision.events, ...endOf(room, command.personId, context))
}

/**
 * What ends when somebody is removed or changes role. A feature in which the room waits for one person adds its line
 * here. Texts to be read aloud stay: their going away would say whose they were.
 */
function endOf(room: Room, personId: PersonId, context: Context): (HouseEvent | Ended)[] {
  const { hands, lead, choice, feedback, chair, breakouts } = room
  const at = context.now
  const events: (HouseEvent | Ended)[] = []
  if (hands.queue.some((hand) => hand.personId === personId)) events.push({ type: 'hand.lowered', personId })
  if (isUnderWay(feedback) && feedback.waiting.includes(personId)) {
    const skipped = decideFeedbackTurn(room, { type: 'feedback.skip', personId }, context)
    if (skipped.ok) events.push(...skipped.events)
  }
  if (hands.speaking?.personId === personId && turnOf(feedback) !== personId)
    events.push({ type: 'floor.yielded', personId, at })
  if (choice?.personId === personId) events.push({ type: 'choice.cleared' })
  if (lead?.personId === personId) events.push({ type: 'lead.ended', at })
  if (chair.takenBy === personId) events.push({ type: 'chair.handed-back', at })
  if (groupOf(breakouts, personId)) events.push({ type: 'breakout.left', personId })
  return events
}

const eventOf = {
  people: typesOf(PeopleEvent),
  door: typesOf(DoorEvent),
  seats: typesOf(SeatEvent),
  chair: typesOf(ChairEvent),
  breakouts: typesOf(BreakoutEvent),
}

/** What changes of the house. */
export function applyHouse(house: House, event: HouseEvent): Partial<House> {
  if (eventOf.people(event)) return { people: applyPeople(house.people, event) }
  if (eventOf.door(event)) return applyDoor(house, event)
  if (eventOf.seats(event)) return { people: applySeats(house.people, event) }
  if (eventOf.chair(event)) return { chair: applyChair(house.chair, event) }
  if (eventOf.breakouts(event)) return { breakouts: applyBreakouts(house.breakouts, event) }
  return event satisfies never
}
