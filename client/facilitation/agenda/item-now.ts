// An agenda item as it reads at this moment, for whatever asks outside of React.
import type { RoomState } from '#client/facilitation/room-store.ts'
import type { AgendaItem } from '#shared/facilitation/agenda.ts'
import type { ItemId } from '#shared/ids.ts'

export const itemNow = ({ view }: Pick<RoomState, 'view'>, itemId: ItemId): AgendaItem | undefined =>
  view.agenda.items.find((item) => item.itemId === itemId)
