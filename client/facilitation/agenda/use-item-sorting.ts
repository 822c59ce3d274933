// Reordering what is still to come in the agenda; each move is said aloud and can be taken back.
import { announce } from '#client/ui/LiveRegion.tsx'
import { type Sorting, useSorting } from '#client/ui/sorting/use-sorting.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { Agenda } from '#shared/facilitation/agenda.ts'
import type { ItemId } from '#shared/ids.ts'
import { freePlaces, moved, neighbourAt } from './agenda-edits.ts'
import { agendaEditTexts } from './texts-agenda-edit.ts'
import type { AgendaEdits } from './use-agenda-edits.ts'

export function useItemSorting(agenda: Agenda, edits: AgendaEdits): Sorting<ItemId> {
  const t = useTexts(agendaEditTexts)
  const { items } = agenda
  return useSorting({
    order: items.map(({ itemId }) => itemId),
    free: freePlaces(agenda),
    onMove(id, to) {
      const item = items.find(({ itemId }) => itemId === id)
      if (!item) return
      announce(t('moved', { title: item.title, place: to + 1, count: items.length }))
      void edits.make(moved(agenda, item, neighbourAt(agenda, id, to)))
    },
  })
}
