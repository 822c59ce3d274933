// Who comes in, goes out, or changes role, and what that ends: wherever the room waits for the person who is concerned.
import { accept, type Context, type Decision, refuse } from '#shared/facilitation/decision.ts'
import {
  type Door,
  type DoorCommand,
  type DoorEvent,
  decideDoor,
  isClosedTo,
} from '#shared/facilitation/door.ts'
import { isUnderWay, turnOf } from '#shared/facilitation/feedback-round.ts'
import { decideFeedbackTurn, type Floor, type FloorEvent } from '#shared/facilitation/floor.ts'
import type { Lead, LeadEvent } from '#shared/facilitation/lead.ts'
import { decidePeople, type PeopleCommand, type PeopleEvent } from '#shared/facilitation/people.ts'
import type { PersonId } from '#shared/ids.ts'

type Room = Floor & { lead: Lead; door: Door }
type Ended = FloorEvent | LeadEvent

/** Whoever facilitates from now on no longer waits for the floor; whoever no longer does is no longer followed. */
export function decidePeopleChange(
  room: Room,
  command: PeopleCommand,
  context: Context,
): Decision<PeopleEvent | Ended> {
  if (command.type === 'person.join' && isClosedTo(room.door, command.role))
    return refuse('not-now', 'The room is locked: nobody new comes in at the moment.')
  if (command.type === 'person.join' && room.door.removed[command.personId])
    return refuse('already-done', 'This person was removed; a facilitator can take that back.')
  const decision = decidePeople(room.people, command, context)
  if (!decision.ok || command.type === 'person.join') return decision
  return accept<PeopleEvent | Ended>(...decision.events, ...endOf(room, command.personId, context))
}

/** Nothing waits for somebody who was removed. */
export function decideAtDoor(
  room: Room,
  command: DoorCommand,
  context: Context,
): Decision<DoorEvent | Ended> {
  const decision = decideDoor(room, command, context)
  if (!decision.ok || command.type !== 'person.remove') return decision
  return accept<DoorEvent | Ended>(...decision.events, ...endOf(room, command.personId, context))
}

/**
 * A feature in which the room waits for one person adds its line here. Texts to be read aloud stay: their going away
 * would say whose they were.
 */
function endOf(room: Room, personId: PersonId, context: Context): Ended[] {
  const { hands, lead, choice, feedback } = room
  const at = context.now
  const events: Ended[] = []
  if (hands.queue.some((hand) => hand.personId === personId)) events.push({ type: 'hand.lowered', personId })
  if (isUnderWay(feedback) && feedback.waiting.includes(personId)) {
    const skipped = decideFeedbackTurn(room, { type: 'feedback.skip', personId }, context)
    if (skipped.ok) events.push(...skipped.events)
  }
  if (hands.speaking?.personId === personId && turnOf(feedback) !== personId)
    events.push({ type: 'floor.yielded', personId, at })
  if (choice?.personId === personId) events.push({ type: 'choice.cleared' })
  if (lead?.personId === personId) events.push({ type: 'lead.ended', at })
  return events
}
