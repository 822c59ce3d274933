// Who belongs to the workshop: ids, roles and departments. Names live elsewhere, so that they can be erased.
import { z } from 'zod'
import { RoomRole } from '#shared/access/role.ts'
import { accept, type Context, type Decision, refuse } from '#shared/facilitation/decision.ts'
import { DepartmentId, PersonId } from '#shared/ids.ts'

export const PeopleCommand = z.discriminatedUnion('type', [
  /** Sent by the server when a link has been exchanged for a seat. */
  z.object({
    type: z.literal('person.join'),
    personId: PersonId,
    role: RoomRole,
    departmentId: DepartmentId.nullable(),
  }),
])
export type PeopleCommand = z.infer<typeof PeopleCommand>

export const PeopleEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('person.joined'),
    personId: PersonId,
    role: RoomRole,
    departmentId: DepartmentId.nullable(),
    at: z.number(),
  }),
])
export type PeopleEvent = z.infer<typeof PeopleEvent>

export type Person = {
  personId: PersonId
  role: RoomRole
  departmentId: DepartmentId | null
  joinedAt: number
}
export type People = Readonly<Record<PersonId, Person>>
export const nobody: People = {}

export function decidePeople(
  people: People,
  command: PeopleCommand,
  context: Context,
): Decision<PeopleEvent> {
  if (context.actor.role !== 'server')
    return refuse('not-allowed', 'People join with a link, not with a command.')
  if (people[command.personId]) return refuse('already-done', 'This person has already joined.')
  const { personId, role, departmentId } = command
  return accept({ type: 'person.joined', personId, role, departmentId, at: context.now })
}

export function applyPeople(people: People, event: PeopleEvent): People {
  const { personId, role, departmentId, at } = event
  return { ...people, [personId]: { personId, role, departmentId, joinedAt: at } }
}

/**
 * The people a poll may count on, sorted by id: connected participants, never facilitators or observers (BALLOT 4.1).
 * Each once: somebody on two devices must not make a small group look large enough for a secret poll.
 */
export function eligible(people: People, present: readonly PersonId[]): PersonId[] {
  return [...new Set(present)].filter((personId) => people[personId]?.role === 'participant').sort()
}
