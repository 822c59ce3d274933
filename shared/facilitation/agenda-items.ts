// Changing the agenda, before the start and while it runs: one command for one change, so that two people's changes both stay.
import { z } from 'zod'
import { type Agenda, AgendaItem, ItemKind, indexOf, isFinished } from '#shared/facilitation/agenda.ts'
import { accept, type Context, type Decision, refuse } from '#shared/facilitation/decision.ts'
import { isOvertaken, overtaken } from '#shared/facilitation/overtaken.ts'
import { ItemId } from '#shared/ids.ts'
import { line, lines } from '#shared/text.ts'

export const longestAgenda = 60

const fields = {
  kind: ItemKind,
  minutes: AgendaItem.shape.minutes,
  title: line(120),
  purpose: lines(280),
  script: lines(2_000),
  notes: lines(4_000),
  pollSetId: z.string().regex(/^[a-z0-9-]{1,60}$/),
}

/** An item as people may write it. Its id is made by the browser. */
export const NewItem = z.object({
  itemId: ItemId,
  kind: fields.kind,
  minutes: fields.minutes,
  title: fields.title,
  purpose: fields.purpose.optional(),
  script: fields.script.optional(),
  notes: fields.notes.optional(),
  pollSetId: fields.pollSetId.optional(),
})
export type NewItem = z.infer<typeof NewItem>
export const NewItems = z
  .array(NewItem)
  .max(longestAgenda)
  .refine(
    (items) => new Set(items.map(({ itemId }) => itemId)).size === items.length,
    'Two of these items have the same id; give each its own.',
  )

/** Only what changes; null empties a field. */
export const ItemChange = z.object({
  kind: fields.kind.optional(),
  minutes: fields.minutes.optional(),
  title: fields.title.optional(),
  purpose: fields.purpose.nullish(),
  script: fields.script.nullish(),
  notes: fields.notes.nullish(),
  pollSetId: fields.pollSetId.nullish(),
})
export type ItemChange = z.infer<typeof ItemChange>

/** Behind which item; null for the very beginning. A neighbour and not a number: numbers are others by the time they arrive. */
const place = { afterItemId: ItemId.nullable() }

export const ItemCommand = z.discriminatedUnion('type', [
  z.object({ type: z.literal('item.add'), item: NewItem, ...place }),
  /** `was`: how the fields read to the sender; see overtaken.ts. */
  z.object({
    type: z.literal('item.change'),
    itemId: ItemId,
    change: ItemChange,
    was: ItemChange.optional(),
  }),
  z.object({ type: z.literal('item.move'), itemId: ItemId, ...place }),
  z.object({ type: z.literal('item.remove'), itemId: ItemId }),
  /** Another agenda for what is still to come: `remove` is what the sender saw, so that what somebody has added since stays. */
  z.object({
    type: z.literal('agenda.replace'),
    remove: z.array(ItemId).max(longestAgenda),
    items: NewItems,
  }),
])
export type ItemCommand = z.infer<typeof ItemCommand>

export const ItemEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('item.added'), item: AgendaItem, ...place }),
  z.object({ type: z.literal('item.changed'), itemId: ItemId, change: ItemChange }),
  z.object({ type: z.literal('item.moved'), itemId: ItemId, ...place }),
  z.object({ type: z.literal('item.removed'), itemId: ItemId }),
  z.object({ type: z.literal('agenda.replaced'), removed: z.array(ItemId), items: z.array(AgendaItem) }),
])
export type ItemEvent = z.infer<typeof ItemEvent>

/** `usedBefore`: ids of earlier sessions, which stand for what happened then. */
export function decideItems(
  agenda: Agenda,
  command: ItemCommand,
  { actor, usedBefore }: Context & { usedBefore: ReadonlySet<ItemId> },
): Decision<ItemEvent> {
  if (actor.role !== 'facilitator') return refuse('not-allowed', 'Only a facilitator changes the agenda.')
  const { items, current } = agenda
  const isThere = (itemId: ItemId) => indexOf(agenda, itemId) >= 0
  const isTaken = (itemId: ItemId) => isThere(itemId) || usedBefore.has(itemId)
  switch (command.type) {
    case 'item.add': {
      if (isTaken(command.item.itemId)) return refuse('already-done', 'This item is in the agenda already.')
      if (items.length >= longestAgenda) return tooMany
      const { item, afterItemId } = command
      return refusedPlace(agenda, afterItemId) ?? accept({ type: 'item.added', item, afterItemId })
    }
    case 'item.change': {
      const { itemId } = command
      const item = items.find((one) => one.itemId === itemId)
      if (!item) return gone
      const change = whatDiffers(item, command.change)
      if (Object.keys(change).length === 0) return refuse('already-done', 'The item reads like this already.')
      if (isOvertaken<ItemChange>(item, change, command.was)) return overtaken
      // What somebody notes for themselves changes nothing about what has been.
      const isAboutItem = Object.keys(change).some((field) => field !== 'notes')
      if (isAboutItem && isFinished(agenda, itemId)) return finished
      if (change.kind !== undefined && current?.itemId === itemId)
        return refuse('not-now', 'The running item keeps its kind; begin another one instead.')
      return accept({ type: 'item.changed', itemId, change })
    }
    case 'item.move': {
      const { itemId, afterItemId } = command
      const index = indexOf(agenda, itemId)
      if (index < 0) return gone
      if (isFinished(agenda, itemId)) return finished
      if (current?.itemId === itemId) return runs
      if (afterItemId === itemId || (items[index - 1]?.itemId ?? null) === afterItemId)
        return refuse('already-done', 'The item stands there already.')
      return refusedPlace(agenda, afterItemId) ?? accept({ type: 'item.moved', itemId, afterItemId })
    }
    case 'item.remove':
      if (!isThere(command.itemId)) return refuse('already-done', 'That item has been removed already.')
      if (isFinished(agenda, command.itemId)) return finished
      if (current?.itemId === command.itemId) return runs
      return accept({ type: 'item.removed', itemId: command.itemId })
    case 'agenda.replace': {
      const removed = command.remove.filter((itemId) => isThere(itemId) && isAhead(agenda, itemId))
      const goes = new Set(removed)
      const ids = command.items.map(({ itemId }) => itemId)
      if (new Set(ids).size < ids.length || ids.some((itemId) => isTaken(itemId) && !goes.has(itemId)))
        return refuse('already-done', 'Some of these items are in the agenda already.')
      if (items.length - removed.length + ids.length > longestAgenda) return tooMany
      if (removed.length + ids.length === 0) return refuse('already-done', 'This changes nothing.')
      return accept({ type: 'agenda.replaced', removed, items: command.items })
    }
  }
}

export function applyItems(agenda: Agenda, event: ItemEvent): Agenda {
  const { items, current } = agenda
  switch (event.type) {
    case 'item.added':
      if (indexOf(agenda, event.item.itemId) >= 0) return agenda
      return { ...agenda, items: insert(items, event.item, event.afterItemId) }
    case 'item.changed': {
      // New minutes for the running item are all it has: what was added before is in them.
      const isNewTime = event.change.minutes !== undefined && current?.itemId === event.itemId
      return {
        ...agenda,
        current: isNewTime ? { ...current, addedMs: 0 } : current,
        items: items.map((item) => (item.itemId === event.itemId ? changed(item, event.change) : item)),
      }
    }
    case 'item.moved': {
      const item = items.find(({ itemId }) => itemId === event.itemId)
      if (!item || event.afterItemId === event.itemId) return agenda
      return { ...agenda, items: insert(without(items, [event.itemId]), item, event.afterItemId) }
    }
    case 'item.removed':
      return { ...agenda, items: without(items, [event.itemId]) }
    case 'agenda.replaced':
      return { ...agenda, items: [...without(items, event.removed), ...event.items] }
  }
}

/** Neither over nor running: it can be moved, removed and replaced. */
export const isAhead = (agenda: Agenda, itemId: ItemId): boolean =>
  agenda.current?.itemId !== itemId && !isFinished(agenda, itemId)

/** What has been keeps its place, so nothing is put before the running item; null when the place is free. */
function refusedPlace(agenda: Agenda, afterItemId: ItemId | null) {
  const index = afterItemId === null ? -1 : indexOf(agenda, afterItemId)
  if (afterItemId !== null && index < 0)
    return refuse('not-found', 'The item behind which this was to stand is not there any more.')
  if (agenda.current && index < indexOf(agenda, agenda.current.itemId))
    return refuse('not-now', 'Nothing can be put before the running item; put it behind.')
  return null
}

function whatDiffers(item: AgendaItem, change: ItemChange): ItemChange {
  const differs = Object.entries(change).filter(
    ([field, value]) => value !== undefined && (item[field as keyof ItemChange] ?? null) !== value,
  )
  return Object.fromEntries(differs) // fields of an ItemChange, some left out
}

/** A field that is emptied is not there any more. */
function changed(item: AgendaItem, change: ItemChange): AgendaItem {
  const { purpose, script, notes, pollSetId, ...rest } = { ...item, ...change }
  return {
    itemId: item.itemId,
    kind: rest.kind ?? item.kind,
    minutes: rest.minutes ?? item.minutes,
    title: rest.title ?? item.title,
    ...(purpose != null && { purpose }),
    ...(script != null && { script }),
    ...(notes != null && { notes }),
    ...(pollSetId != null && { pollSetId }),
  }
}

/** Last when the neighbour is not there. */
function insert(items: readonly AgendaItem[], item: AgendaItem, afterItemId: ItemId | null): AgendaItem[] {
  const index = afterItemId === null ? 0 : indexOf({ items }, afterItemId) + 1
  const at = afterItemId !== null && index === 0 ? items.length : index
  return items.toSpliced(at, 0, item)
}

const without = (items: readonly AgendaItem[], itemIds: readonly ItemId[]): AgendaItem[] =>
  items.filter(({ itemId }) => !itemIds.includes(itemId))

const gone = refuse('not-found', 'That agenda item is not there any more.')
const finished = refuse('not-now', 'That item is over; what has been keeps its place and its words.')
const runs = refuse('not-now', 'That item is running; begin another one first.')
const tooMany = refuse('not-now', `An agenda has at most ${longestAgenda} items; remove some first.`)
