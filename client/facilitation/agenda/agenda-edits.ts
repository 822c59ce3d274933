// What a facilitator did to the agenda last, with the commands that take it back: undo in the place of "are you sure".
import type { Agenda, AgendaItem } from '#shared/facilitation/agenda.ts'
import { type ItemChange, isAhead, type NewItem } from '#shared/facilitation/agenda-items.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import type { ItemId } from '#shared/ids.ts'

export type Edit = {
  what: 'add' | 'duplicate' | 'remove' | 'move' | 'change' | 'replace'
  /** Of the item; empty when it is about more than one. */
  title: string
  command: Command
  inverse: Command
}

export const added = (
  item: NewItem,
  afterItemId: ItemId | null,
  what: 'add' | 'duplicate' = 'add',
): Edit => ({
  what,
  title: item.title,
  command: { type: 'item.add', item, afterItemId },
  inverse: { type: 'item.remove', itemId: item.itemId },
})

export const removed = (agenda: Agenda, item: AgendaItem): Edit => ({
  what: 'remove',
  title: item.title,
  command: { type: 'item.remove', itemId: item.itemId },
  inverse: { type: 'item.add', item, afterItemId: before(agenda, item.itemId) },
})

export const moved = (agenda: Agenda, item: AgendaItem, afterItemId: ItemId | null): Edit => ({
  what: 'move',
  title: item.title,
  command: { type: 'item.move', itemId: item.itemId, afterItemId },
  inverse: { type: 'item.move', itemId: item.itemId, afterItemId: before(agenda, item.itemId) },
})

export const changed = (item: AgendaItem, change: ItemChange): Edit => ({
  what: 'change',
  title: change.title ?? item.title,
  command: { type: 'item.change', itemId: item.itemId, change, was: asItWas(item, change) },
  inverse: { type: 'item.change', itemId: item.itemId, change: asItWas(item, change), was: change },
})

/** Everything that is still to come makes room. */
export function replaced(agenda: Agenda, items: NewItem[]): Edit {
  const goes = agenda.items.filter(({ itemId }) => isAhead(agenda, itemId))
  return {
    what: 'replace',
    title: '',
    command: { type: 'agenda.replace', remove: goes.map(({ itemId }) => itemId), items },
    inverse: { type: 'agenda.replace', remove: items.map(({ itemId }) => itemId), items: [...goes] },
  }
}

/** Behind which item this one stands. */
export function before({ items }: Pick<Agenda, 'items'>, id: ItemId): ItemId | null {
  const index = items.findIndex(({ itemId }) => itemId === id)
  return items[index - 1]?.itemId ?? null
}

/** Where an item may be moved to, as the index it would have: behind the running one, or anywhere before the start. */
export function freePlaces({ items, current }: Agenda): { first: number; last: number } {
  return { first: items.findIndex(({ itemId }) => itemId === current?.itemId) + 1, last: items.length - 1 }
}

/** The neighbour behind which an item stands when it has come to `index`. */
export function neighbourAt({ items }: Pick<Agenda, 'items'>, id: ItemId, index: number): ItemId | null {
  const others = items.filter(({ itemId }) => itemId !== id)
  return others[index - 1]?.itemId ?? null
}

function asItWas(item: AgendaItem, change: ItemChange): ItemChange {
  const fields = Object.keys(change) as (keyof ItemChange)[] // the schema has no others
  return Object.fromEntries(fields.map((field) => [field, item[field] ?? null]))
}
