// Shows a map when the board is opened: all of its width with the plus beside it, from the top, never enlarged.
import type { Editor, TLShapeId } from '@tldraw/tldraw'
import { nearestOf } from '#client/board/drop-target.ts'
import { mapsOnPage } from '#client/board/map-of.ts'

const margin = { left: 10, top: 10, right: 10 }
/** Below this, text of 14 px cannot be read: rather the first stages large than all of them tiny. */
const smallest = 0.8

/** Of the button that adds a stage, with its distance; px at 100 %. */
const plusWidth = 46

/** Without an id, the map that is in the middle of what is seen. */
export function fitMap(
  editor: Editor,
  mapId: TLShapeId | null = middleMap(editor),
  canEdit = !editor.getInstanceState().isReadonly,
): void {
  const bounds = mapId && editor.getShapePageBounds(mapId)
  if (!bounds) return
  const { w } = editor.getViewportScreenBounds()
  const [width, right] = canEdit ? [bounds.w + plusWidth, 0] : [bounds.w, margin.right]
  const zoom = Math.max(smallest, Math.min(1, (w - margin.left - right) / width))
  editor.setCamera(
    { x: margin.left / zoom - bounds.x, y: margin.top / zoom - bounds.y, z: zoom },
    { immediate: true },
  )
}

const middleMap = (editor: Editor): TLShapeId | null =>
  nearestOf(editor, mapsOnPage(editor), editor.getViewportPageBounds().center)?.map.id ?? null

/** The one that stands first on the page. */
export function firstMap(editor: Editor): TLShapeId | null {
  const first = mapsOnPage(editor).toSorted((one, other) => one.y - other.y || one.x - other.x)[0]
  return first?.id ?? null
}

/** All of a map, as small as that makes it. */
export function showWholeMap(editor: Editor, mapId: TLShapeId): void {
  const bounds = editor.getShapePageBounds(mapId)
  if (bounds) editor.zoomToBounds(bounds, { inset: 32, targetZoom: 1, immediate: true })
}
