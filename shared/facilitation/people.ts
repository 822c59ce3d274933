// Who belongs to the workshop: ids, roles and departments. Names live elsewhere, so that they can be erased.
import { z } from 'zod'
import { RoomRole } from '#shared/access/role.ts'
import { type Actor, accept, type Context, type Decision, refuse } from '#shared/facilitation/decision.ts'
import { DepartmentId, PersonId } from '#shared/ids.ts'

export const PeopleCommand = z.discriminatedUnion('type', [
  /** Sent by the server when a link has been exchanged for a seat. */
  z.object({
    type: z.literal('person.join'),
    personId: PersonId,
    role: RoomRole,
    /** They came by the co-facilitators' link. */
    isCo: z.literal(true).optional(),
    departmentId: DepartmentId.nullable(),
  }),
  /** Makes a participant a co-facilitator, and a co-facilitator a participant. */
  z.object({ type: z.literal('person.promote'), personId: PersonId }),
  z.object({ type: z.literal('person.demote'), personId: PersonId }),
])
export type PeopleCommand = z.infer<typeof PeopleCommand>

export const PeopleEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('person.joined'),
    personId: PersonId,
    role: RoomRole,
    isCo: z.literal(true).optional(),
    departmentId: DepartmentId.nullable(),
    at: z.number(),
  }),
  z.object({ type: z.literal('person.promoted'), personId: PersonId, at: z.number() }),
  z.object({ type: z.literal('person.demoted'), personId: PersonId, at: z.number() }),
])
export type PeopleEvent = z.infer<typeof PeopleEvent>

export type Person = {
  personId: PersonId
  role: RoomRole
  /** A facilitator who may do all but this: renew the facilitators' links, change roles, send facilitators out. */
  isCo?: true
  /** Nothing of theirs is left but the place they had: never among the people, and never let in again. */
  isErased?: true
  /** When somebody last came back as them by a facilitator's link (`seats.ts`): what was under way then is not theirs to see. */
  takenUpAt?: number
  departmentId: DepartmentId | null
  joinedAt: number
}
/** Without those who were removed: nobody asks them, counts them or obeys them. */
export type People = Readonly<Record<PersonId, Person>>
export const nobody: People = {}

export function decidePeople(
  people: People,
  command: PeopleCommand,
  { actor, now }: Context,
): Decision<PeopleEvent> {
  if (command.type === 'person.join') {
    if (actor.role !== 'server') return refuse('not-allowed', 'People join with a link, not with a command.')
    if (people[command.personId]) return refuse('already-done', 'This person has already joined.')
    const { type: _, ...who } = command
    return accept({ type: 'person.joined', ...who, at: now })
  }
  if (!isHost(people, actor))
    return refuse('not-allowed', 'Only the facilitator changes what somebody may do.')
  const person = people[command.personId]
  if (!person) return refuse('not-found', 'This person is no longer in the workshop.')
  const { personId } = person
  switch (command.type) {
    case 'person.promote':
      if (person.role === 'facilitator') return refuse('already-done', 'This person facilitates already.')
      if (person.role === 'observer')
        return refuse('not-now', 'Observers only watch; give this person the link for co-facilitators.')
      return accept({ type: 'person.promoted', personId, at: now })
    case 'person.demote':
      if (!person.isCo) return refuse('not-now', 'This person is no co-facilitator.')
      return accept({ type: 'person.demoted', personId, at: now })
  }
}

export function applyPeople(people: People, event: PeopleEvent): People {
  const { personId } = event
  if (event.type === 'person.joined') {
    const { type: _, at, ...who } = event
    return { ...people, [personId]: { ...who, joinedAt: at } }
  }
  const person = people[personId]
  if (!person) return people
  const { isCo: _, ...plain } = person
  const changed: Person =
    event.type === 'person.promoted'
      ? { ...plain, role: 'facilitator', isCo: true }
      : { ...plain, role: 'participant' }
  return { ...people, [personId]: changed }
}

/** A facilitator who came by the facilitator's own link. */
export const isHost = (people: People, { personId, role }: Actor): boolean =>
  role === 'facilitator' && people[personId]?.role === 'facilitator' && !people[personId].isCo

/**
 * The people a poll may count on, sorted by id: connected participants, never facilitators or observers (BALLOT 4.1).
 * Each once: somebody on two devices must not make a small group look large enough for a secret poll.
 */
export function eligible(people: People, present: readonly PersonId[]): PersonId[] {
  return [...new Set(present)].filter((personId) => people[personId]?.role === 'participant').sort()
}
