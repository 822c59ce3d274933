// Sessions: each sitting of the workshop from its explicit start to its end, who was there, and the agenda it went through.
import { z } from 'zod'
import { type Agenda, AgendaItem, type FinishedItem, indexOf } from '#shared/facilitation/agenda.ts'
import { NewItems } from '#shared/facilitation/agenda-items.ts'
import { accept, type Context, type Decision, refuse } from '#shared/facilitation/decision.ts'
import type { SessionArchive } from '#shared/facilitation/session-archive.ts'
import { type ItemId, PersonId } from '#shared/ids.ts'

/** The end of the year 9999: what comes after it has no place in calendars, nor in the results' times. */
const lastMoment = Date.UTC(10_000, 0, 1) - 1

export const SessionCommand = z.discriminatedUnion('type', [
  /** When the next session is to start, epoch milliseconds; null when that is open. While one is running, the one after it. */
  z.object({ type: z.literal('session.plan'), startsAt: z.number().int().min(0).max(lastMoment).nullable() }),
  /** Starts the agenda as well, if there is one. */
  z.object({ type: z.literal('session.start') }),
  /** Ends the agenda as well. `number` is the session the sender saw. */
  z.object({ type: z.literal('session.end'), number: z.number().int() }),
  /** Takes back an end: the session goes on with the item that was running. */
  z.object({ type: z.literal('session.reopen'), number: z.number().int() }),
  /** The next session's agenda, after one has ended. `number` is that of the session to come. */
  z.object({ type: z.literal('session.prepare'), number: z.number().int(), items: NewItems }),
  /** Sent by the server when somebody comes while a session is running. */
  z.object({ type: z.literal('session.attend'), personId: PersonId }),
])
export type SessionCommand = z.infer<typeof SessionCommand>

export const SessionEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('session.planned'), startsAt: z.number().nullable() }),
  /** `number` counts from 1; `present` are the ids of those who were connected, sorted. */
  z.object({
    type: z.literal('session.started'),
    number: z.number(),
    at: z.number(),
    present: z.array(PersonId),
  }),
  z.object({ type: z.literal('session.attended'), personId: PersonId }),
  z.object({ type: z.literal('session.ended'), number: z.number(), at: z.number() }),
  z.object({ type: z.literal('session.reopened'), number: z.number(), at: z.number() }),
  z.object({ type: z.literal('session.prepared'), items: z.array(AgendaItem), at: z.number() }),
])
export type SessionEvent = z.infer<typeof SessionEvent>

export type Session = {
  /** From 1. */
  number: number
  startedAt: number
  endedAt: number | null
  /** Who was there at any time of it, in the order in which they were seen. */
  attended: readonly PersonId[]
  /** What it went through; null until the next session is prepared: till then it is the workshop's agenda. */
  agenda: { items: readonly AgendaItem[]; done: readonly FinishedItem[] } | null
  /** What else belongs to it; null until the next session begins: till then it stands in the workshop. */
  archive: SessionArchive | null
}
export type Sessions = {
  plannedFor: number | null
  /** Oldest first; the last one is running while it has no end. */
  all: readonly Session[]
}
export const noSessions: Sessions = { plannedFor: null, all: [] }

export const runningSession = ({ all }: Sessions): Session | null => {
  const last = all.at(-1)
  return last && last.endedAt === null ? last : null
}

/** The last session has ended, and no other has begun. */
export const isSessionOver = ({ all }: Sessions): boolean => (all.at(-1)?.endedAt ?? null) !== null

/** Ids of the items of earlier sessions. */
export const usedItemIds = ({ all }: Sessions): ReadonlySet<ItemId> =>
  new Set(all.flatMap(({ agenda }) => agenda?.items.map(({ itemId }) => itemId) ?? []))

export function decideSessions(
  sessions: Sessions,
  command: SessionCommand,
  { actor, now, present, agenda }: Context & { agenda: Agenda },
): Decision<SessionEvent> {
  const running = runningSession(sessions)
  const last = sessions.all.at(-1)
  if (command.type === 'session.attend') {
    if (actor.role !== 'server') return refuse('not-allowed', 'Who is there is seen by the server.')
    if (!running) return refuse('not-now', 'No session is running.')
    if (running.attended.includes(command.personId))
      return refuse('already-done', 'This person has been seen in this session already.')
    return accept({ type: 'session.attended', personId: command.personId })
  }
  if (actor.role !== 'facilitator')
    return refuse('not-allowed', 'Only a facilitator plans, starts and ends a session.')
  switch (command.type) {
    case 'session.plan':
      if (sessions.plannedFor === command.startsAt)
        return refuse('already-done', 'The start is planned for that time already.')
      return accept({ type: 'session.planned', startsAt: command.startsAt })
    case 'session.start':
      if (running) return refuse('already-done', 'The session has already started.')
      if (agenda.startedAt !== null)
        return refuse('not-now', 'The last session is over; prepare the agenda of the next one first.')
      return accept(startOf(sessions, { now, present }))
    case 'session.end':
      if (running?.number !== command.number)
        return refuse('already-done', 'That session is not running any more.')
      return accept({ type: 'session.ended', number: running.number, at: now })
    case 'session.reopen':
      if (running || last?.number !== command.number || last.agenda !== null)
        return refuse('not-now', 'That session cannot go on any more: something else has begun.')
      return accept({ type: 'session.reopened', number: last.number, at: now })
    case 'session.prepare': {
      if (running) return refuse('not-now', 'The session is running; end it first.')
      if (!last || last.number + 1 !== command.number || last.agenda !== null)
        return refuse('already-done', 'The agenda of that session is there already; change it as you like.')
      const ids = command.items.map(({ itemId }) => itemId)
      const used = usedItemIds(sessions)
      if (new Set(ids).size < ids.length || ids.some((id) => indexOf(agenda, id) >= 0 || used.has(id)))
        return refuse('already-done', 'Items of an earlier session stand for what happened then; copy them.')
      return accept({ type: 'session.prepared', items: command.items, at: now })
    }
  }
}

/** What every start is made of, whichever command it comes from. */
export const startOf = (
  { all }: Sessions,
  { now, present }: Pick<Context, 'now' | 'present'>,
): SessionEvent => ({
  type: 'session.started',
  number: all.length + 1,
  at: now,
  present: [...new Set(present)].sort(),
})

/** `agenda` is the one before the event. */
export function applySessions(sessions: Sessions, event: SessionEvent, agenda: Agenda): Sessions {
  const { all } = sessions
  switch (event.type) {
    case 'session.planned':
      return { ...sessions, plannedFor: event.startsAt }
    case 'session.started': {
      const { number, at, present } = event
      return { plannedFor: null, all: [...all, begun(number, at, present)] }
    }
    case 'session.attended':
      return attend(sessions, event.personId)
    case 'session.ended':
      return { ...sessions, all: withLast(all, { endedAt: event.at }) }
    case 'session.reopened':
      return { ...sessions, all: withLast(all, { endedAt: null }) }
    case 'session.prepared': {
      const { items, done } = agenda
      return { ...sessions, all: withLast(all, { agenda: { items, done } }) }
    }
  }
}

/** Before the next session begins. */
export const archiveLast = (sessions: Sessions, archive: SessionArchive): Sessions => ({
  ...sessions,
  all: withLast(sessions.all, { archive }),
})

/** An agenda that starts outside of a session, as in logs from before there were any, starts one. `present`: as far as is known. */
export const sessionOfAgenda = (sessions: Sessions, at: number, present: readonly PersonId[]): Sessions =>
  runningSession(sessions)
    ? sessions
    : { plannedFor: null, all: [...sessions.all, begun(sessions.all.length + 1, at, present)] }

/** Somebody who comes or joins while a session is running has been there. */
export function attend(sessions: Sessions, personId: PersonId): Sessions {
  const running = runningSession(sessions)
  if (!running || running.attended.includes(personId)) return sessions
  return { ...sessions, all: withLast(sessions.all, { attended: [...running.attended, personId] }) }
}

const begun = (number: number, startedAt: number, attended: readonly PersonId[]): Session => ({
  number,
  startedAt,
  endedAt: null,
  attended,
  agenda: null,
  archive: null,
})

function withLast(all: readonly Session[], change: Partial<Session>): readonly Session[] {
  const last = all.at(-1)
  return last ? all.with(-1, { ...last, ...change }) : all
}
