// What the panels beside a selected shape share: where they stand, and that the board leaves what happens in them alone.
import { type Editor, type TLShapeId, useEditor, useValue } from '@tldraw/tldraw'
import { useCallback } from 'react'
import { askedRemoval } from '#client/board/asked-removal.ts'
import { isShapeHeld } from '#client/board/together/held.ts'

/** The panel or bar beside what is selected: one at a time, reached by this key. */
export const inspectorId = 'board-inspector'
export const inspectorKey = 'i'

/** The only selected shape, while nothing is being done with it and one may change it. Reactive. */
export function quietSelection(editor: Editor): unknown {
  const isBusy = !editor.isInAny('select.idle', 'select.editing_shape')
  const selected = isBusy || editor.getInstanceState().isReadonly ? null : editor.getOnlySelectedShape()
  return selected && !isShapeHeld(editor, selected.id) ? selected : null
}

/** From the board to the panel: into its first field. */
export function focusInspector(editor: Editor): void {
  const panel = editor.getContainer().querySelector(`#${inspectorId}`)
  panel?.querySelector<HTMLElement>('select, input, textarea, button')?.focus()
}

/** Where one takes hold of a shape that is much larger; px at 100 %. */
export type Head = { width: number; height: number }

/** On the screen; null while the shape is not there. Of a shape with a head only that counts. */
export function useScreenBox(id: TLShapeId, head?: Head) {
  const { width = Number.POSITIVE_INFINITY, height = Number.POSITIVE_INFINITY } = head ?? {}
  const editor = useEditor()
  return useValue('box beside selection', () => {
    const bounds = editor.getShapePageBounds(id)
    if (!bounds) return null
    const { w, h } = editor.getViewportScreenBounds()
    const start = editor.pageToViewport({ x: bounds.x, y: bounds.y })
    const end = editor.pageToViewport({
      x: Math.min(bounds.maxX, bounds.x + width),
      y: Math.min(bounds.maxY, bounds.y + height),
    })
    return { left: start.x, top: start.y, right: end.x, bottom: end.y, boardWidth: w, boardHeight: h }
  }, [editor, id, width, height])
}

/** For the panel's `ref`. */
export function useKeptFromBoard() {
  const editor = useEditor()
  return useCallback((element: HTMLElement) => keepFromBoard(element, editor), [editor])
}

/**
 * Keeps from the board what would move it or take the selection away. The board listens below React's root, so only the
 * page's own events can be stopped in time.
 */
function keepFromBoard(section: HTMLElement, editor: Editor): () => void {
  const onWheel = (event: WheelEvent) => {
    if (!event.ctrlKey) event.stopPropagation()
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    askedRemoval(editor).set(null)
    editor.getContainer().focus() // back to the shape
  }
  // Whoever clicks a command goes on with the board's keys: the focus stays there, unless it is in the panel already.
  const onMouseDown = (event: MouseEvent) => {
    const isCommand = event.target instanceof Element && event.target.closest('button') !== null
    if (isCommand && !section.contains(document.activeElement)) event.preventDefault()
  }
  section.addEventListener('wheel', onWheel)
  section.addEventListener('mousedown', onMouseDown)
  section.addEventListener('keydown', onKey)
  return () => {
    section.removeEventListener('wheel', onWheel)
    section.removeEventListener('mousedown', onMouseDown)
    section.removeEventListener('keydown', onKey)
  }
}
