// Notes who comes while a session is running or groups are at work. Presence is in no log; what follows from it is.
import type { Rooms } from '#server/facilitation/rooms.ts'
import type { Log } from '#server/log.ts'
import { areAtWork, groupOf } from '#shared/facilitation/breakouts.ts'
import { runningSession } from '#shared/facilitation/sessions.ts'
import type { PersonId, WorkshopId } from '#shared/ids.ts'

/** Call when somebody has arrived. Those who are there at the start are in the start itself. */
export function createAttendance(rooms: Pick<Rooms, 'state' | 'submit'>, log: Log) {
  async function note(workshopId: WorkshopId, personId: PersonId): Promise<void> {
    const { workshop } = await rooms.state(workshopId)
    if (areAtWork(workshop.breakouts) && !groupOf(workshop.breakouts, personId))
      await rooms.submit(workshopId, {
        actor: { personId: null, role: 'server' },
        commandId: null, // whoever is in a group already is refused
        command: { type: 'breakout.arrive', personId },
      })
    const session = runningSession(workshop.sessions)
    if (!session || session.attended.includes(personId) || !workshop.people[personId]) return
    await rooms.submit(workshopId, {
      actor: { personId: null, role: 'server' },
      commandId: `attend:${session.number}:${personId}`, // the same from every node: it is noted once
      command: { type: 'session.attend', personId },
    })
  }
  return (workshopId: WorkshopId, personId: PersonId): void => {
    note(workshopId, personId).catch(
      (error: unknown) => void log.bug('facilitation.attendance-failed', error, { workshopId }),
    )
  }
}
