// Ids for items that a browser brings into the agenda: of their own, so that no two items of a workshop ever share one.
import { randomUuid } from '#client/ui/random-uuid.ts'
import type { NewItem } from '#shared/facilitation/agenda-items.ts'
import { ItemId } from '#shared/ids.ts'

export const freshItemId = (): ItemId => ItemId.parse(randomUuid())

/** The same items as others. */
export const asNew = (items: readonly NewItem[]): NewItem[] =>
  items.map((item) => ({ ...item, itemId: freshItemId() }))
