// Names somebody who is not here, as the owner of an action: the name goes where names can be erased, the log gets an id.
import { type AccessRooms, server } from '#server/access/planes.ts'
import type { Seat } from '#server/access/seat.ts'
import { newPersonId } from '#server/access/secrets.ts'
import { done, type Outcome, refuse } from '#server/http/answer.ts'
import type { NameAbsent, NamedAbsent } from '#shared/access/api.ts'

export async function nameAbsent(
  rooms: AccessRooms,
  seat: Seat,
  { name, department }: NameAbsent,
): Promise<Outcome<NamedAbsent>> {
  const { workshopId, role } = seat
  if (role !== 'facilitator' && role !== 'participant')
    return refuse(403, 'not-allowed', 'Observers watch; they name no owners.')
  const { workshop } = await rooms.state(workshopId)
  const departmentId = department ?? null
  if (departmentId && !workshop.info.departments.some((known) => known.departmentId === departmentId))
    return refuse(400, 'department-unknown', `This workshop has no department "${departmentId}".`)
  if (Object.keys(workshop.actions.absent).length >= mostAbsent)
    return refuse(409, 'too-many', `There are ${mostAbsent} absent people already; choose one of them.`)
  const personId = newPersonId()
  // The name comes before the person, so that nobody is seen without it.
  await rooms.setName(workshopId, personId, name)
  const command = { type: 'action.name-absent', personId, departmentId } as const
  const reply = await rooms.submit(workshopId, { actor: server, commandId: null, command })
  if (!reply.ok) throw new Error(`somebody absent was refused: ${reply.code}: ${reply.message}`)
  return done({ personId })
}

/** As many as there can be actions. */
const mostAbsent = 200
