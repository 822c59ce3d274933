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
  /** What the facilitators have written down for themselves; redacted for everyone else. */
  notes: z.string().optional(),
  /** Which set of the poll library belongs to this item. */
  pollSetId: z.string().optional(),
})
export type AgendaItem = z.infer<typeof AgendaItem>

export const AgendaCommand = z.discriminatedUnion('type', [
  z.object({ type: z.literal('agenda.start') }),
  /** `fromItemId` is the item the sender saw, so that two facilitators pressing "next" at once take one step. */
  z.object({ type: z.literal('agenda.advance'), fromItemId: ItemId }),
  /** Any item, ahead or back; `fromItemId` as above, null when none runs. */
  z.object({ type: z.literal('agenda.begin'), itemId: ItemId, fromItemId: ItemId.nullable() }),
  z.object({
    type: z.literal('agenda.extend'),
    itemId: ItemId,
    addMs: z.number().int().min(60_000).max(3_600_000),
  }),
  z.object({
    type: z.literal('agenda.shorten'),
    itemId: ItemId,
    takeMs: z.number().int().min(60_000).max(3_600_000),
  }),
  z.object({ type: z.literal('agenda.pause') }),
  z.object({ type: z.literal('agenda.resume') }),
])
export type AgendaCommand = z.infer<typeof AgendaCommand>

export const AgendaEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('agenda.started'), itemId: ItemId, at: z.number() }),
  z.object({ type: z.literal('agenda.advanced'), itemId: ItemId, at: z.number() }),
  z.object({ type: z.literal('agenda.extended'), itemId: ItemId, addedMs: z.number() }),
  z.object({ type: z.literal('agenda.shortened'), itemId: ItemId, takenMs: z.number() }),
  z.object({ type: z.literal('agenda.paused'), at: z.number() }),
  z.object({ type: z.literal('agenda.resumed'), at: z.number() }),
  z.object({ type: z.literal('agenda.ended'), at: z.number() }),
])
export type AgendaEvent = z.infer<typeof AgendaEvent>

type CurrentItem = {
  itemId: ItemId
  startedAt: number
  /** Minutes that facilitators have added or, below zero, taken away, in milliseconds. */
  addedMs: number
  /** Time spent in finished pauses. */
  pausedMs: number
  /** Set while the clock stands. */
  pausedAt: number | null
  /** What the item had taken when the group came back to it. */
  beforeMs: number
}
export type Agenda = {
  items: readonly AgendaItem[]
  startedAt: number | null
  endedAt: number | null
  /** All minutes together as they were planned at the start; what changes later makes the end later or earlier. */
  plannedMs: number
  current: CurrentItem | null
  /** Items as they went, oldest first, one more than once when the group came back to it; planned minutes stand in `items`. */
  done: readonly FinishedItem[]
}
/** Times in epoch milliseconds; the time it took is `endedAt - startedAt - pausedMs`. */
export type FinishedItem = {
  itemId: ItemId
  startedAt: number
  endedAt: number
  pausedMs: number
  addedMs: number
}
export const noAgenda: Agenda = {
  items: [],
  startedAt: null,
  endedAt: null,
  plannedMs: 0,
  current: null,
  done: [],
}

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
    case 'agenda.begin':
      if (agenda.startedAt === null) return refuse('not-now', 'The agenda has not started yet.')
      if (indexOf(agenda, command.itemId) < 0)
        return refuse('not-found', 'That agenda item is not there any more.')
      if ((current?.itemId ?? null) !== command.fromItemId || current?.itemId === command.itemId)
        return refuse('already-done', 'Another item has already begun.')
      return accept({ type: 'agenda.advanced', itemId: command.itemId, at: now })
    case 'agenda.extend':
      if (current?.itemId !== command.itemId) return refuse('not-now', 'That agenda item is not running.')
      return accept({ type: 'agenda.extended', itemId: command.itemId, addedMs: command.addMs })
    case 'agenda.shorten':
      if (current?.itemId !== command.itemId) return refuse('not-now', 'That agenda item is not running.')
      if (wholeMs(agenda) - command.takeMs < 60_000)
        return refuse('not-now', 'An agenda item has at least one minute; go on to the next one instead.')
      return accept({ type: 'agenda.shortened', itemId: command.itemId, takenMs: command.takeMs })
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
      return {
        ...agenda,
        startedAt: event.at,
        plannedMs: agenda.items.reduce((sum, { minutes }) => sum + minutes * 60_000, 0),
        current: begin(agenda.done, event.itemId, event.at),
      }
    case 'agenda.advanced': {
      const done = finish(agenda, event.at)
      return { ...agenda, done, endedAt: null, current: begin(done, event.itemId, event.at) }
    }
    case 'agenda.ended':
      return { ...agenda, done: finish(agenda, event.at), current: null, endedAt: event.at }
    case 'agenda.extended':
    case 'agenda.shortened': {
      if (current?.itemId !== event.itemId) return agenda
      const change = event.type === 'agenda.extended' ? event.addedMs : -event.takenMs
      return { ...agenda, current: { ...current, addedMs: current.addedMs + change } }
    }
    case 'agenda.paused':
      return current ? { ...agenda, current: { ...current, pausedAt: event.at } } : agenda
    case 'agenda.resumed': {
      if (!current || current.pausedAt === null) return agenda
      const pausedMs = current.pausedMs + Math.max(0, event.at - current.pausedAt)
      return { ...agenda, current: { ...current, pausedMs, pausedAt: null } }
    }
  }
}

/** The running item's time: its minutes and what was added; 0 when none runs. */
export function wholeMs({ items, current }: Agenda): number {
  const item = items.find(({ itemId }) => itemId === current?.itemId)
  return item && current ? item.minutes * 60_000 + current.addedMs : 0
}

/** Milliseconds left of the running item; negative when it runs over; null when none runs. */
export function remainingMs(agenda: Agenda, now: number): number | null {
  const { current } = agenda
  if (!current || indexOf(agenda, current.itemId) < 0) return null
  const until = current.pausedAt ?? now
  const spent = Math.max(0, until - current.startedAt - current.pausedMs)
  return wholeMs(agenda) - current.beforeMs - spent
}

export const indexOf = ({ items }: Pick<Agenda, 'items'>, itemId: ItemId): number =>
  items.findIndex((item) => item.itemId === itemId)

/** Over, and not running once more. */
export const isFinished = ({ done, current }: Agenda, itemId: ItemId): boolean =>
  current?.itemId !== itemId && done.some((item) => item.itemId === itemId)

/** How long an item took without pauses, all its turns together. Never negative, also when the clock was set back. */
export const tookMs = (done: readonly FinishedItem[], itemId: ItemId): number =>
  done
    .filter((item) => item.itemId === itemId)
    .reduce((sum, { startedAt, endedAt, pausedMs }) => sum + Math.max(0, endedAt - startedAt - pausedMs), 0)

/** An item to which the group comes back goes on where its clock stood: its minutes are what it has in all. */
const begin = (done: readonly FinishedItem[], itemId: ItemId, startedAt: number): CurrentItem => ({
  itemId,
  startedAt,
  addedMs: done.findLast((item) => item.itemId === itemId)?.addedMs ?? 0,
  pausedMs: 0,
  pausedAt: null,
  beforeMs: tookMs(done, itemId),
})

function finish({ done, current }: Agenda, endedAt: number): readonly FinishedItem[] {
  if (!current) return done
  const { itemId, startedAt, addedMs, pausedMs, pausedAt } = current
  // An item that ends while the clock stands has been paused to its end.
  const paused = pausedAt === null ? pausedMs : pausedMs + Math.max(0, endedAt - pausedAt)
  return [...done, { itemId, startedAt, endedAt, pausedMs: paused, addedMs }]
}
