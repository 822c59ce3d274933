// Shows the map when the board is first opened: all of its width with the plus beside it, from the top, never enlarged.
import type { Editor } from '@tldraw/tldraw'
import { mapsOnPage } from '#client/board/map-of.ts'

const margin = { left: 10, top: 20, right: 10 }
/** Below this, text of 14 px cannot be read: rather the first stages large than all of them tiny. */
const smallest = 0.8

/** Of the button that adds a stage, with its distance; px at 100 %. */
const plusWidth = 46

export function fitMap(
  editor: Editor,
  canEdit = !editor.getInstanceState().isReadonly,
  [map] = mapsOnPage(editor),
): void {
  const bounds = map && editor.getShapePageBounds(map.id)
  if (!bounds) return
  const { w } = editor.getViewportScreenBounds()
  const [width, right] = canEdit ? [bounds.w + plusWidth, 0] : [bounds.w, margin.right]
  const zoom = Math.max(smallest, Math.min(1, (w - margin.left - right) / width))
  editor.setCamera(
    { x: margin.left / zoom - bounds.x, y: margin.top / zoom - bounds.y, z: zoom },
    { immediate: true },
  )
}
