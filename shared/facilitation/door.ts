// The door of the workshop: locked or open to new people, and who was sent out through it.
import { z } from 'zod'
import type { RoomRole } from '#shared/access/role.ts'
import { accept, type Context, type Decision, refuse } from '#shared/facilitation/decision.ts'
import { isHost, type People, type Person } from '#shared/facilitation/people.ts'
import { PersonId } from '#shared/ids.ts'

export const DoorCommand = z.discriminatedUnion('type', [
  /** Nobody new comes in; whoever has a seat comes back. */
  z.object({ type: z.literal('door.lock') }),
  z.object({ type: z.literal('door.unlock') }),
  /** Sent by the server for somebody who stands before the locked door and has no person yet. */
  z.object({ type: z.literal('door.knock') }),
  z.object({ type: z.literal('person.remove'), personId: PersonId }),
  /** Takes a removal back: the same person, with the seat they had. */
  z.object({ type: z.literal('person.readmit'), personId: PersonId }),
  /** Sent by the server while it rewrites the log: nothing that this person wrote for themselves is left in it. */
  z.object({ type: z.literal('person.erase'), personId: PersonId }),
])
export type DoorCommand = z.infer<typeof DoorCommand>

export const DoorEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('door.locked'), at: z.number() }),
  z.object({ type: z.literal('door.unlocked'), at: z.number() }),
  z.object({ type: z.literal('door.knocked'), at: z.number() }),
  z.object({ type: z.literal('person.removed'), personId: PersonId, at: z.number() }),
  z.object({ type: z.literal('person.readmitted'), personId: PersonId, at: z.number() }),
  /** What stands before this in the log is not what was told of it at the time: whoever folded that asks for everything anew. */
  z.object({ type: z.literal('person.erased'), personId: PersonId, at: z.number() }),
])
export type DoorEvent = z.infer<typeof DoorEvent>

export type Door = {
  lockedAt: number | null
  /** The last time that somebody knocked since it was locked. */
  knockedAt: number | null
  /** Their seats lead nowhere; what they wrote, said and voted stays, unless they were erased. */
  removed: People
}
export const openDoor: Door = { lockedAt: null, knockedAt: null, removed: {} }

/** Somebody who knocks again and again is heard this often. */
const knockPauseMs = 10_000

/** Facilitators find their way in whatever happens: a lock must not end a workshop. */
export const isClosedTo = (door: Door, role: RoomRole): boolean =>
  door.lockedAt !== null && role !== 'facilitator'

export function decideDoor(
  { door, people }: { door: Door; people: People },
  command: DoorCommand,
  { actor, now }: Context,
): Decision<DoorEvent> {
  if (command.type === 'door.knock') {
    if (actor.role !== 'server') return refuse('not-allowed', 'Whoever is inside need not knock.')
    if (door.lockedAt === null) return refuse('not-now', 'The door is open.')
    if (door.knockedAt !== null && now - door.knockedAt < knockPauseMs)
      return refuse('already-done', 'Somebody knocked a moment ago.')
    return accept({ type: 'door.knocked', at: now })
  }
  if (command.type === 'person.erase') {
    const { personId } = command
    if (actor.role !== 'server') return refuse('not-allowed', 'People are erased over HTTP, by the server.')
    if (door.removed[personId]?.isErased)
      return refuse('already-done', 'This person has been erased already.')
    if (!people[personId] && !door.removed[personId])
      return refuse('not-found', 'Nobody with this id has ever joined the workshop.')
    return accept({ type: 'person.erased', personId, at: now })
  }
  if (actor.role !== 'facilitator') return refuse('not-allowed', 'Only a facilitator minds the door.')
  switch (command.type) {
    case 'door.lock':
      if (door.lockedAt !== null) return refuse('already-done', 'The room is locked already.')
      return accept({ type: 'door.locked', at: now })
    case 'door.unlock':
      if (door.lockedAt === null) return refuse('already-done', 'The room is open already.')
      return accept({ type: 'door.unlocked', at: now })
    case 'person.remove': {
      const { personId } = command
      const person = people[personId]
      if (door.removed[personId]) return refuse('already-done', 'This person has been removed already.')
      if (!person) return refuse('not-found', 'This person is no longer in the workshop.')
      if (personId === actor.personId)
        return refuse('not-now', 'Nobody removes themselves; leave by the menu.')
      if (!mayDecideOn(person)) return facilitatorsStay
      return accept({ type: 'person.removed', personId, at: now })
    }
    case 'person.readmit': {
      const person = door.removed[command.personId]
      if (!person || person.isErased)
        return refuse('already-done', 'This person is not among those who were removed.')
      if (!mayDecideOn(person)) return facilitatorsStay
      return accept({ type: 'person.readmitted', personId: command.personId, at: now })
    }
  }

  function mayDecideOn({ role }: Person): boolean {
    return role !== 'facilitator' || isHost(people, actor)
  }
}

const facilitatorsStay = refuse(
  'not-allowed',
  'Only the facilitator decides whether other facilitators stay.',
)

export function applyDoor(
  { door, people }: { door: Door; people: People },
  event: DoorEvent,
): { door: Door; people: People } {
  switch (event.type) {
    case 'door.locked':
      return { people, door: { ...door, lockedAt: event.at, knockedAt: null } }
    case 'door.unlocked':
      return { people, door: { ...door, lockedAt: null, knockedAt: null } }
    case 'door.knocked':
      return { people, door: { ...door, knockedAt: event.at } }
    case 'person.removed': {
      const [remaining, person] = takeOut(people, event.personId)
      return person
        ? { people: remaining, door: { ...door, removed: put(door.removed, person) } }
        : { people, door }
    }
    case 'person.erased': {
      const { [event.personId]: here, ...remaining } = people
      const person = here ?? door.removed[event.personId]
      return person
        ? { people: remaining, door: { ...door, removed: put(door.removed, { ...person, isErased: true }) } }
        : { people, door }
    }
    case 'person.readmitted': {
      const [removed, person] = takeOut(door.removed, event.personId)
      return person ? { people: put(people, person), door: { ...door, removed } } : { people, door }
    }
  }
}

function takeOut(people: People, personId: PersonId): [People, Person | undefined] {
  const { [personId]: person, ...others } = people
  return [others, person]
}

const put = (people: People, person: Person): People => ({ ...people, [person.personId]: person })
