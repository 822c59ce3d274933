// Dragging something of ours that is no shape: from pointer down to up or Escape, in the page's coordinates.
import { type Editor, useEditor, type Vec } from '@tldraw/tldraw'
import { type PointerEvent as ReactPointerEvent, useCallback } from 'react'
import { type MapView, mapsOnPage, mapView } from '#client/board/map-of.ts'
import { isShapeHeld } from '#client/board/together/held.ts'

type Drag = {
  onStart?: () => void
  onMove: (point: Vec) => void
  /** `hasMoved`: false for a plain click. */
  onEnd: (point: Vec, hasMoved: boolean) => void
  onCancel: () => void
}

/** In px of the screen: below this it is a click. */
const slack = 3

/** For the handle's `onPointerDown`. */
export function useHandleDrag({ onStart, onMove, onEnd, onCancel }: Drag) {
  const editor = useEditor()
  return useCallback(
    (down: ReactPointerEvent<HTMLElement>) => {
      if (down.button !== 0) return
      down.stopPropagation()
      const handle = down.currentTarget
      const pageOf = ({ clientX, clientY }: { clientX: number; clientY: number }) =>
        editor.screenToPage({ x: clientX, y: clientY })
      let hasMoved = false
      const move = (event: PointerEvent) => {
        const way = Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY)
        if (!hasMoved && way < slack) return
        if (!hasMoved) onStart?.()
        hasMoved = true
        onMove(pageOf(event))
      }
      const stop = () => {
        handle.removeEventListener('pointermove', move)
        handle.removeEventListener('pointerup', up)
        handle.removeEventListener('pointercancel', cancel)
        window.removeEventListener('keydown', key, true)
      }
      const up = (event: PointerEvent) => {
        stop()
        onEnd(pageOf(event), hasMoved)
      }
      const cancel = () => {
        stop()
        onCancel()
      }
      const key = (event: KeyboardEvent) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        cancel()
      }
      handle.setPointerCapture(down.pointerId)
      handle.addEventListener('pointermove', move)
      handle.addEventListener('pointerup', up)
      handle.addEventListener('pointercancel', cancel)
      window.addEventListener('keydown', key, true)
    },
    [editor, onStart, onMove, onEnd, onCancel],
  )
}

/** Maps have handles for whoever may change them, with the select tool in hand and nothing being dragged. Reactive. */
export const mapsWithHandles = (editor: Editor): MapView[] =>
  editor.getInstanceState().isReadonly || !editor.isIn('select') || editor.isIn('select.translating')
    ? []
    : mapsOnPage(editor)
        .filter(({ id }) => !isShapeHeld(editor, id))
        .flatMap(({ id }) => mapView(editor, id) ?? [])
