// Shows the map when the board is first opened: all of its width, from the top, never enlarged.
import type { Editor } from '@tldraw/tldraw'
import { mapsOnPage } from '#client/board/map-of.ts'

const margin = { left: 10, top: 20, right: 10 }
/** Below this, text of 14 px cannot be read: rather the first stages large than all of them tiny. */
const smallest = 0.8

export function fitMap(editor: Editor): void {
  const [map] = mapsOnPage(editor)
  const bounds = map && editor.getShapePageBounds(map.id)
  if (!bounds) return
  const { w } = editor.getViewportScreenBounds()
  const zoom = Math.max(smallest, Math.min(1, (w - margin.left - margin.right) / bounds.w))
  editor.setCamera(
    { x: margin.left / zoom - bounds.x, y: margin.top / zoom - bounds.y, z: zoom },
    { immediate: true },
  )
}
