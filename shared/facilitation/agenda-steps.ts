// How the agenda, sessions, the queue and the check-out follow from each other: one step, and the events that come with it.
import { type AgendaCommand, decideAgenda } from '#shared/facilitation/agenda.ts'
import { checkInAnew } from '#shared/facilitation/check-in.ts'
import {
  type CheckOutCommand,
  checkOutAnew,
  decideCheckOut,
  openRound,
} from '#shared/facilitation/check-out.ts'
import { accept, type Context, type Decision, refuse } from '#shared/facilitation/decision.ts'
import type { Event } from '#shared/facilitation/events.ts'
import { endOfTurns } from '#shared/facilitation/floor.ts'
import {
  decideSessions,
  runningSession,
  type SessionCommand,
  startOf,
} from '#shared/facilitation/sessions.ts'
import type { Workshop } from '#shared/facilitation/workshop.ts'

/**
 * Outside of a session the agenda starts one. Whatever ends an item ends its turns to speak; one that is the check-out
 * begins with the question.
 */
export function decideAgendaStep(
  workshop: Workshop,
  command: AgendaCommand,
  context: Context,
): Decision<Event> {
  const { agenda, sessions } = workshop
  const decision = decideAgenda(agenda, command, context)
  if (!decision.ok) return decision
  if (command.type === 'agenda.begin' && !runningSession(sessions))
    return refuse('not-now', 'The session has ended; reopen it first, or start the next one.')
  const events: Event[] = [...decision.events]
  if (command.type === 'agenda.start' && !runningSession(sessions))
    events.unshift(...startWithPromises(workshop, context))
  if (agenda.current && events.some(({ type }) => type === 'agenda.advanced' || type === 'agenda.ended'))
    events.push(...endOfTurns(workshop, context))
  const next = decision.events.find(({ type }) => type === 'agenda.advanced' || type === 'agenda.started')
  const nextId = next && 'itemId' in next ? next.itemId : null
  if (agenda.items.find(({ itemId }) => itemId === nextId)?.kind !== 'check-out') return accept(...events)
  const checkOut = decideCheckOutStep(workshop, { type: 'check-out.open', about: 'session' }, context)
  if (checkOut.ok) return accept(...events, ...checkOut.events)
  // Nobody has promised anything, or it has been asked already: then the item is there for talking alone.
  return checkOut.code === 'server-only' ? checkOut : accept(...events)
}

export function decideCheckOutStep(workshop: Workshop, command: CheckOutCommand, context: Context) {
  const { checkIn, checkOut, info } = workshop
  return decideCheckOut(checkOut, command, { ...context, checkIn, minimumGroup: info.minimumGroup })
}

/** Commitments and check-outs of a session that follows one which ended at `since`. */
export const anew = (
  { checkIn, checkOut }: Workshop,
  since: number,
): Pick<Workshop, 'checkIn' | 'checkOut'> => ({
  checkIn: checkInAnew(checkIn, since),
  checkOut: checkOutAnew(checkOut),
})

/** A session begins by asking what became of the promises of the one before. */
function startWithPromises(workshop: Workshop, context: Context): Event[] {
  const started = startOf(workshop.sessions, context)
  const last = workshop.sessions.all.at(-1)
  if (!last) return [started]
  const begun = anew(workshop, last.endedAt ?? context.now)
  const asked = decideCheckOutStep(
    { ...workshop, ...begun },
    { type: 'check-out.open', about: 'earlier' },
    context,
  )
  return asked.ok ? [started, ...asked.events] : [started]
}

/** A session starts and ends with its agenda, and what is open is closed before its end. */
export function decideSessionStep(
  workshop: Workshop,
  command: SessionCommand,
  context: Context,
): Decision<Event> {
  const { agenda, sessions, polls } = workshop
  const { now } = context
  const decision = decideSessions(sessions, command, { ...context, agenda })
  if (!decision.ok) return decision
  if (command.type === 'session.start') {
    const started = startWithPromises(workshop, context)
    const [first] = agenda.items
    return first
      ? accept<Event>(...started, { type: 'agenda.started', itemId: first.itemId, at: now })
      : accept(...started)
  }
  if (command.type === 'session.end') {
    if (polls.some(({ state }) => state === 'open'))
      return refuse('not-now', 'A poll is still open; close it first, then end the session.')
    const open = openRound(workshop.checkOut)
    const close = { type: 'check-out.close', round: open?.number ?? 0 } as const
    const closed: Decision<Event> = open ? decideCheckOutStep(workshop, close, context) : accept()
    if (!closed.ok) return closed
    const isOpen = agenda.startedAt !== null && agenda.endedAt === null
    const ended: Event[] = isOpen ? [{ type: 'agenda.ended', at: now }] : []
    return accept<Event>(...closed.events, ...ended, ...endOfTurns(workshop, context), ...decision.events)
  }
  if (command.type === 'session.reopen') {
    const last = agenda.done.at(-1)
    if (last)
      return accept<Event>(...decision.events, { type: 'agenda.advanced', itemId: last.itemId, at: now })
  }
  return decision
}
