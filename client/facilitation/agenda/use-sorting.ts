// Reordering what is still to come: by dragging the grip, or with Alt and the arrow keys in the item's row.
import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { announce } from '#client/ui/LiveRegion.tsx'
import { useTexts } from '#client/ui/texts.ts'
import { type Agenda, type AgendaItem, indexOf } from '#shared/facilitation/agenda.ts'
import type { ItemId } from '#shared/ids.ts'
import { freePlaces, moved, neighbourAt } from './agenda-edits.ts'
import { agendaEditTexts } from './texts-agenda-edit.ts'
import type { AgendaEdits } from './use-agenda-edits.ts'

type GripProps = {
  onPointerDown: (event: PointerEvent<HTMLElement>) => void
  onPointerMove: (event: PointerEvent<HTMLElement>) => void
  onPointerUp: () => void
  onPointerCancel: () => void
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}
export type Sorting = {
  list: RefObject<HTMLOListElement | null>
  dragged: ItemId | null
  /** On which side of this row the dragged one would come to stand. */
  dropAt(itemId: ItemId): 'before' | 'after' | null
  placeOf(itemId: ItemId): { place: number; count: number }
  gripOf(item: AgendaItem): GripProps
  keysOf(item: AgendaItem): Pick<GripProps, 'onKeyDown'>
  /** One place up or down; null where there is none. */
  stepOf(item: AgendaItem, by: 1 | -1): (() => void) | null
}

export function useSorting(agenda: Agenda, edits: AgendaEdits): Sorting {
  const t = useTexts(agendaEditTexts)
  const list = useRef<HTMLOListElement>(null)
  const [drag, setDrag] = useState<{ itemId: ItemId; to: number } | null>(null)
  const holdFocus = useFocusThatFollows()
  const { items } = agenda

  function move(item: AgendaItem, to: number): void {
    const { first, last } = freePlaces(agenda)
    const index = Math.min(last, Math.max(first, to))
    if (index === indexOf(agenda, item.itemId)) return
    holdFocus()
    announce(t('moved', { title: item.title, place: index + 1, count: items.length }))
    void edits.make(moved(agenda, item, neighbourAt(agenda, item.itemId, index)))
  }

  const onKeyDown = (item: AgendaItem, isChosen: (event: KeyboardEvent<HTMLElement>) => boolean) => ({
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      if (event.key === 'Escape' && drag) return setDrag(null)
      const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
      if (by === 0 || event.ctrlKey || event.metaKey || !isChosen(event)) return
      event.preventDefault()
      move(item, indexOf(agenda, item.itemId) + by)
    },
  })

  return {
    list,
    dragged: drag?.itemId ?? null,
    dropAt(itemId) {
      if (!drag) return null
      const [from, at] = [indexOf(agenda, drag.itemId), indexOf(agenda, itemId)]
      if (at !== drag.to || from === at) return null
      return from < at ? 'after' : 'before'
    },
    placeOf: (itemId) => ({ place: indexOf(agenda, itemId) + 1, count: items.length }),
    gripOf: (item) => ({
      onPointerDown(event) {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        setDrag({ itemId: item.itemId, to: indexOf(agenda, item.itemId) })
      },
      onPointerMove(event) {
        if (!drag || drag.itemId !== item.itemId) return
        keepInView(list.current, event.clientY)
        const { first, last } = freePlaces(agenda)
        const to = Math.min(last, Math.max(first, rowAt(list.current, event.clientY)))
        if (to !== drag.to) setDrag({ ...drag, to })
      },
      onPointerUp() {
        if (drag?.itemId === item.itemId) move(item, drag.to)
        setDrag(null)
      },
      onPointerCancel: () => setDrag(null),
      ...onKeyDown(item, () => true),
    }),
    keysOf: (item) => onKeyDown(item, ({ altKey }) => altKey),
    stepOf(item, by) {
      const to = indexOf(agenda, item.itemId) + by
      const { first, last } = freePlaces(agenda)
      return to < first || to > last ? null : () => move(item, to)
    },
  }
}

/** What has the focus in a row that moves in the page loses it; it gets it back where it went. */
function useFocusThatFollows(): () => void {
  const held = useRef<Element | null>(null)
  useEffect(() => {
    const element = held.current
    held.current = null
    if (element instanceof HTMLElement && element.isConnected) element.focus()
  })
  return () => {
    held.current = document.activeElement
  }
}

/** The number of the row in whose half the pointer is. */
function rowAt(list: HTMLOListElement | null, y: number): number {
  const rows = [...(list?.children ?? [])].map((row) => row.getBoundingClientRect())
  const index = rows.findIndex(({ bottom }) => y < bottom)
  return index < 0 ? rows.length - 1 : index
}

/** The panel is often shorter than the agenda. */
function keepInView(list: HTMLOListElement | null, y: number): void {
  let box: HTMLElement | null = list
  while (box && box.scrollHeight <= box.clientHeight) box = box.parentElement
  if (!box) return
  const { top, bottom } = box.getBoundingClientRect()
  const margin = 40
  if (y < top + margin) box.scrollBy(0, -12)
  else if (y > bottom - margin) box.scrollBy(0, 12)
}
