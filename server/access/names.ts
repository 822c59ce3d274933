// A facilitator puts names right where nobody else can: of owners who were never here, and erases what anybody is called.
import type { AccessRooms } from '#server/access/planes.ts'
import type { Seat } from '#server/access/seat.ts'
import { done, type Outcome, refuse } from '#server/http/answer.ts'
import type { Renamed, RenamePerson } from '#shared/access/api.ts'
import { isHost } from '#shared/facilitation/people.ts'
import type { PersonId } from '#shared/ids.ts'

export async function renamePerson(
  rooms: AccessRooms,
  seat: Seat,
  { personId, name }: RenamePerson & { personId: PersonId },
): Promise<Outcome<Renamed>> {
  const { workshopId, role } = seat
  if (role !== 'facilitator' || seat.personId === null)
    return refuse(403, 'not-allowed', 'Only a facilitator changes what others are called.')
  const { workshop } = await rooms.state(workshopId)
  const { people, door, actions } = workshop
  const person = people[personId] ?? door.removed[personId]
  if (!person && !actions.absent[personId])
    return refuse(404, 'person-unknown', 'Nobody with this id is in the workshop or owns an action of it.')
  if (person && name !== null)
    return refuse(
      403,
      'own-name',
      'People choose their own names; a facilitator can erase one, not change it.',
    )
  if (person?.role === 'facilitator' && !isHost(people, { personId: seat.personId, role }))
    return refuse(403, 'not-allowed', 'Only the facilitator erases the name of another facilitator.')
  await rooms.setName(workshopId, personId, name)
  return done({ name })
}
