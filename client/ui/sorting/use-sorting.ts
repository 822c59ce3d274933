// Reordering a list's rows: by dragging a grip with mouse, pen or finger, or with the arrow keys; a line shows where it goes.
import {
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { boundTo, type Places, placeUnder } from './places.ts'

type Wish<Id> = {
  /** As they stand. The list's last rows are these, each an element of its own; what stands above them stays there. */
  order: readonly Id[]
  /** Where rows may go, as indices; everywhere unless said. */
  free?: Places
  onMove: (id: Id, to: number) => void
}

type GripProps = {
  onPointerDown: (event: PointerEvent<HTMLElement>) => void
  onPointerMove: (event: PointerEvent<HTMLElement>) => void
  onPointerUp: (event: PointerEvent<HTMLElement>) => void
  onPointerCancel: () => void
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}
export type Sorting<Id> = {
  list: RefObject<HTMLOListElement | null>
  /** For the row: whether it is dragged, and on which side of it the dragged one would come to stand. */
  rowOf(id: Id): { 'data-dragged': true | undefined; 'data-drop': 'before' | 'after' | undefined }
  gripOf(id: Id): GripProps
  /** For something else in the row that has the focus: with Alt, so that its own arrow keys stay free. */
  keysOf(id: Id): Pick<GripProps, 'onKeyDown'>
  /** One place up or down; null where there is none. */
  stepOf(id: Id, by: 1 | -1): (() => void) | null
}

export function useSorting<Id>({ order, free, onMove }: Wish<Id>): Sorting<Id> {
  const list = useRef<HTMLOListElement>(null)
  const [drag, setDrag] = useState<{ id: Id; to: number } | null>(null)
  const holdFocus = useFocusThatFollows()
  const places = free ?? { first: 0, last: order.length - 1 }

  function move(id: Id, to: number): void {
    const from = order.indexOf(id)
    const index = boundTo(places, to)
    // Whatever has left the list while it was dragged stays where it is.
    if (from < 0 || index === from) return
    holdFocus()
    onMove(id, index)
  }

  function placeAt(y: number): number {
    const rows = [...(list.current?.children ?? [])].slice(-order.length)
    return boundTo(places, placeUnder(rows, y))
  }

  const keys = (id: Id, isChosen: (event: KeyboardEvent<HTMLElement>) => boolean) => ({
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      if (event.key === 'Escape' && drag) return setDrag(null)
      const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
      if (by === 0 || event.ctrlKey || event.metaKey || !isChosen(event)) return
      event.preventDefault()
      move(id, order.indexOf(id) + by)
    },
  })

  function dropAt(id: Id): 'before' | 'after' | undefined {
    if (!drag) return undefined
    const [from, at] = [order.indexOf(drag.id), order.indexOf(id)]
    if (from < 0 || at !== drag.to || from === at) return undefined
    return from < at ? 'after' : 'before'
  }

  return {
    list,
    rowOf: (id) => ({ 'data-dragged': drag?.id === id || undefined, 'data-drop': dropAt(id) }),
    gripOf: (id) => ({
      onPointerDown(event) {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        setDrag({ id, to: order.indexOf(id) })
      },
      onPointerMove(event) {
        if (drag?.id !== id) return
        keepInView(list.current, event.clientY)
        const to = placeAt(event.clientY)
        if (to !== drag.to) setDrag({ id, to })
      },
      onPointerUp(event) {
        // Asked of the pointer, not of the line: of a quick move the last part may not have been drawn yet.
        if (drag?.id === id) move(id, placeAt(event.clientY))
        setDrag(null)
      },
      onPointerCancel: () => setDrag(null),
      ...keys(id, () => true),
    }),
    keysOf: (id) => keys(id, ({ altKey }) => altKey),
    stepOf(id, by) {
      const to = order.indexOf(id) + by
      return boundTo(places, to) === to ? () => move(id, to) : null
    },
  }
}

/** What has the focus in a row that moves in the page loses it; it gets it back where it went. */
function useFocusThatFollows(): () => void {
  const held = useRef<Element | null>(null)
  useLayoutEffect(() => {
    const element = held.current
    held.current = null
    if (element instanceof HTMLElement && element.isConnected && document.activeElement !== element)
      element.focus()
  })
  return () => {
    held.current = document.activeElement
  }
}

/** The panel is often shorter than the list. */
function keepInView(list: HTMLOListElement | null, y: number): void {
  let box: HTMLElement | null = list
  while (box && box.scrollHeight <= box.clientHeight) box = box.parentElement
  if (!box) return
  const { top, bottom } = box.getBoundingClientRect()
  const margin = 40
  if (y < top + margin) box.scrollBy(0, -12)
  else if (y > bottom - margin) box.scrollBy(0, 12)
}
