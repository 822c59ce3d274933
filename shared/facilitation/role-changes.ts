// Who may do something else from now on: every plane follows at once, without a new connection.
import type { RoomRole } from '#shared/access/role.ts'
import type { Event } from '#shared/facilitation/events.ts'
import type { PersonId } from '#shared/ids.ts'

type RoleChange = { personId: PersonId; role: RoomRole }

export const roleChanges = (events: readonly Event[]): RoleChange[] =>
  events.flatMap((event): RoleChange[] => {
    if (event.type === 'person.promoted') return [{ personId: event.personId, role: 'facilitator' }]
    if (event.type === 'person.demoted') return [{ personId: event.personId, role: 'participant' }]
    return []
  })
