// Who leads when the facilitator has lost the connection: noticed by the server, told to everyone, taken over in one step.
import { z } from 'zod'
import { accept, type Context, type Decision, refuse } from '#shared/facilitation/decision.ts'
import { isHost, type People } from '#shared/facilitation/people.ts'
import { runningSession, type Sessions } from '#shared/facilitation/sessions.ts'
import { PersonId } from '#shared/ids.ts'

export const ChairCommand = z.discriminatedUnion('type', [
  /** Sent by the server when nobody who leads has been connected for a minute; `since` is when the last one went. */
  z.object({ type: z.literal('chair.miss'), since: z.number() }),
  /** Sent by the server when one of them is back. */
  z.object({ type: z.literal('chair.return'), personId: PersonId }),
  /** A co-facilitator leads in the facilitator's place, or the facilitator leads again. */
  z.object({ type: z.literal('chair.take') }),
])
export type ChairCommand = z.infer<typeof ChairCommand>

export const ChairEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('chair.missed'), since: z.number(), at: z.number() }),
  z.object({ type: z.literal('chair.returned'), personId: PersonId, at: z.number() }),
  z.object({ type: z.literal('chair.taken'), personId: PersonId, at: z.number() }),
  /** The facilitator leads again, or who led instead does no longer. */
  z.object({ type: z.literal('chair.handed-back'), at: z.number() }),
])
export type ChairEvent = z.infer<typeof ChairEvent>

export type Chair = {
  /** Since when nobody who leads has been connected; null while somebody is, or it has not been a minute yet. */
  missingSince: number | null
  /** The co-facilitator who leads instead; the facilitator's link and rights stay the facilitator's. */
  takenBy: PersonId | null
  /** How often it was missed; names an absence. */
  absences: number
}
export const emptyChair: Chair = { missingSince: null, takenBy: null, absences: 0 }

type Room = { chair: Chair; people: People; sessions: Sessions }

/** The facilitator, and whoever has taken over. */
export const isLeading = ({ chair, people }: Omit<Room, 'sessions'>, personId: PersonId): boolean =>
  chair.takenBy === personId || isHost(people, { personId, role: 'facilitator' })

/** Everyone waits for somebody to lead: it was told, and nobody has taken over. */
export const isVacant = ({ missingSince, takenBy }: Chair): boolean =>
  missingSince !== null && takenBy === null

export function decideChair(
  room: Room,
  command: ChairCommand,
  { actor, now, present }: Context,
): Decision<ChairEvent> {
  const { chair, people, sessions } = room
  if (command.type === 'chair.take') {
    if (actor.role !== 'facilitator') return refuse('not-allowed', 'Only a co-facilitator can take over.')
    if (isHost(people, actor))
      return chair.takenBy === null
        ? refuse('already-done', 'You are leading already.')
        : accept({ type: 'chair.handed-back', at: now })
    if (chair.takenBy === actor.personId) return refuse('already-done', 'You are leading already.')
    if (chair.takenBy !== null) return refuse('already-done', 'Another co-facilitator has taken over.')
    if (chair.missingSince === null) return refuse('not-now', 'The facilitator is here and leads.')
    return accept({ type: 'chair.taken', personId: actor.personId, at: now })
  }
  if (actor.role !== 'server') return refuse('not-allowed', 'Who is connected is seen by the server.')
  const leading = present.filter((personId) => isLeading(room, personId))
  if (command.type === 'chair.miss') {
    if (!runningSession(sessions)) return refuse('not-now', 'No session is running.')
    if (leading.length > 0) return refuse('not-now', 'Somebody who leads is connected.')
    if (isVacant(chair)) return refuse('already-done', 'Everyone has been told.')
    return accept({ type: 'chair.missed', since: command.since, at: now })
  }
  if (chair.missingSince === null) return refuse('already-done', 'Nobody is missing.')
  // Who leads in somebody's place is no news when they come back; the one in whose place they lead is.
  const isNews = chair.takenBy === null || chair.takenBy !== command.personId
  if (!isNews || !leading.includes(command.personId))
    return refuse('not-now', 'That person is not the one who is missing.')
  return accept({ type: 'chair.returned', personId: command.personId, at: now })
}

export function applyChair(chair: Chair, event: ChairEvent): Chair {
  switch (event.type) {
    case 'chair.missed':
      return { missingSince: event.since, takenBy: null, absences: chair.absences + 1 }
    case 'chair.returned':
      return { ...chair, missingSince: null }
    case 'chair.taken':
      return { ...chair, takenBy: event.personId }
    case 'chair.handed-back':
      return { ...chair, takenBy: null }
  }
}
