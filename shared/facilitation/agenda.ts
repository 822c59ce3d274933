// The agenda and its clock: which item the group is on, since when, and how much time it has left.
import { z } from 'zod'
import { accept, type Context, type Decision, refuse } from '#shared/facilitation/decision.ts'
import { ItemId } from '#shared/ids.ts'

export const ItemKind = z.enum([
  'welcome',
  'check-in',
  'expectation-poll',
  'silent-writing',
  'mapping',
  'discussion',
  'feedback-round',
  'vote',
  'actions',
  'check-out',
  'break',
])
export type ItemKind = z.infer<typeof ItemKind>

export const AgendaItem = z.object({
  itemId: ItemId,
  kind: ItemKind,
  minutes: z.number().int().min(1).max(480),
  title: z.string(),
  /** What the item is for; everyone sees it. */
  purpose: z.string().optional(),
  /** What the facilitator may say; redacted for everyone else. */
  script: z.string().optional(),
  /** Which set of the poll library belongs to this item. */
  pollSetId: z.string().optional(),
})
export type AgendaItem = z.infer<typeof AgendaItem>

export const AgendaCommand = z.discriminatedUnion('type', [
  z.object({ type: z.literal('agenda.start') }),
  /** `fromItemId` is the item the sender saw, so that two facilitators pressing "next" at once take one step. */
  z.object({ type: z.literal('agenda.advance'), fromItemId: ItemId }),
  z.object({
    type: z.literal('agenda.extend'),
    itemId: ItemId,
    addMs: z.number().int().min(60_000).max(3_600_000),
  }),
  z.object({ type: z.literal('agenda.pause') }),
  z.object({ type: z.literal('agenda.resume') }),
])
export type AgendaCommand = z.infer<typeof AgendaCommand>

export const AgendaEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('agenda.started'), itemId: ItemId, at: z.number() }),
  z.object({ type: z.literal('agenda.advanced'), itemId: ItemId, at: z.number() }),
  z.object({ type: z.literal('agenda.extended'), itemId: ItemId, addedMs: z.number() }),
  z.object({ type: z.literal('agenda.paused'), at: z.number() }),
  z.object({ type: z.literal('agenda.resumed'), at: z.number() }),
  z.object({ type: z.literal('agenda.ended'), at: z.number() }),
])
export type AgendaEvent = z.infer<typeof AgendaEvent>

type CurrentItem = {
  itemId: ItemId
  startedAt: number
  /** Minutes a facilitator has added, in milliseconds. */
  addedMs: number
  /** Time spent in finished pauses. */
  pausedMs: number
  /** Set while the clock stands. */
  pausedAt: number | null
}
export type Agenda = {
  items: readonly AgendaItem[]
  startedAt: number | null
  endedAt: number | null
  current: CurrentItem | null
  /** Items as they went, oldest first; planned minutes stand in `items`. */
  done: readonly FinishedItem[]
}
/** Times in epoch milliseconds; the time it took is `endedAt - startedAt - pausedMs`. */
type FinishedItem = { itemId: ItemId; startedAt: number; endedAt: number; pausedMs: number }
export const noAgenda: Agenda = { items: [], startedAt: null, endedAt: null, current: null, done: [] }

export function decideAgenda(
  agenda: Agenda,
  command: AgendaCommand,
  { actor, now }: Context,
): Decision<AgendaEvent> {
  if (actor.role !== 'facilitator') return refuse('not-allowed', 'Only a facilitator runs the agenda.')
  const { current } = agenda
  switch (command.type) {
    case 'agenda.start': {
      if (agenda.startedAt !== null) return refuse('already-done', 'The agenda has already started.')
      const first = agenda.items[0]
      if (!first) return refuse('not-found', 'This workshop has no agenda.')
      return accept({ type: 'agenda.started', itemId: first.itemId, at: now })
    }
    case 'agenda.advance': {
      if (!current) return refuse('not-now', 'The agenda is not running.')
      if (current.itemId !== command.fromItemId)
        return refuse('already-done', 'The next item has already begun.')
      const next = agenda.items[indexOf(agenda, current.itemId) + 1]
      return accept<AgendaEvent>(
        next ? { type: 'agenda.advanced', itemId: next.itemId, at: now } : { type: 'agenda.ended', at: now },
      )
    }
    case 'agenda.extend':
      if (current?.itemId !== command.itemId) return refuse('not-now', 'That agenda item is not running.')
      return accept({ type: 'agenda.extended', itemId: command.itemId, addedMs: command.addMs })
    case 'agenda.pause':
      if (!current) return refuse('not-now', 'The agenda is not running.')
      if (current.pausedAt !== null) return refuse('already-done', 'The clock is already paused.')
      return accept({ type: 'agenda.paused', at: now })
    case 'agenda.resume':
      if (!current) return refuse('not-now', 'The agenda is not running.')
      if (current.pausedAt === null) return refuse('already-done', 'The clock is already running.')
      return accept({ type: 'agenda.resumed', at: now })
  }
}

export function applyAgenda(agenda: Agenda, event: AgendaEvent): Agenda {
  const { current } = agenda
  switch (event.type) {
    case 'agenda.started':
      return { ...agenda, startedAt: event.at, current: begin(event.itemId, event.at) }
    case 'agenda.advanced':
      return { ...agenda, done: finish(agenda, event.at), current: begin(event.itemId, event.at) }
    case 'agenda.ended':
      return { ...agenda, done: finish(agenda, event.at), current: null, endedAt: event.at }
    case 'agenda.extended':
      return current?.itemId === event.itemId
        ? { ...agenda, current: { ...current, addedMs: current.addedMs + event.addedMs } }
        : agenda
    case 'agenda.paused':
      return current ? { ...agenda, current: { ...current, pausedAt: event.at } } : agenda
    case 'agenda.resumed': {
      if (!current || current.pausedAt === null) return agenda
      const pausedMs = current.pausedMs + Math.max(0, event.at - current.pausedAt)
      return { ...agenda, current: { ...current, pausedMs, pausedAt: null } }
    }
  }
}

/** Milliseconds left of the running item; negative when it runs over; null when none runs. */
export function remainingMs(agenda: Agenda, now: number): number | null {
  const { current } = agenda
  if (!current) return null
  const item = agenda.items[indexOf(agenda, current.itemId)]
  if (!item) return null
  const until = current.pausedAt ?? now
  const spent = Math.max(0, until - current.startedAt - current.pausedMs)
  return item.minutes * 60_000 + current.addedMs - spent
}

export const indexOf = (agenda: Agenda, itemId: ItemId): number =>
  agenda.items.findIndex((item) => item.itemId === itemId)

const begin = (itemId: ItemId, startedAt: number): CurrentItem => ({
  itemId,
  startedAt,
  addedMs: 0,
  pausedMs: 0,
  pausedAt: null,
})

function finish({ done, current }: Agenda, endedAt: number): readonly FinishedItem[] {
  if (!current) return done
  const { itemId, startedAt, pausedMs, pausedAt } = current
  // An item that ends while the clock stands has been paused to its end.
  const paused = pausedAt === null ? pausedMs : pausedMs + Math.max(0, endedAt - pausedAt)
  return [...done, { itemId, startedAt, endedAt, pausedMs: paused }]
}
