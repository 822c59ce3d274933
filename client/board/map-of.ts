// The maps on an editor's page with their layout, worked out anew only when something in them changes.
import { type Editor, type TLShape, type TLShapeId, WeakCache } from '@tldraw/tldraw'
import { layoutMap, type MapLayout, type MapParts } from '#shared/board/layout.ts'
import { childrenOf, type MapChildren, partsOf } from '#shared/board/map-parts.ts'
import { isOwnShapeType, type JourneyMapShape, type OwnShape } from '#shared/board/shapes.ts'

export type MapView = { map: JourneyMapShape; children: MapChildren; parts: MapParts; layout: MapLayout }

type Cache = { get(id: TLShapeId): MapView | undefined }
const caches = new WeakCache<Editor, Cache>()

/** Undefined when there is no such map. Reactive. */
export function mapView(editor: Editor, id: TLShapeId): MapView | undefined {
  const cache = caches.get(editor, (of) =>
    of.store.createComputedCache<MapView, TLShape>('journey map', (map) => viewOf(of, map)),
  )
  return isMap(editor.getShape(id)) ? cache.get(id) : undefined
}

function viewOf(editor: Editor, map: TLShape): MapView {
  const shapes = editor
    .getSortedChildIdsForParent(map.id)
    .map((id) => editor.getShape(id))
    .filter(isOwn)
  const children = childrenOf(shapes)
  const parts = partsOf(children)
  return { map: map as unknown as JourneyMapShape, children, parts, layout: layoutMap(parts) } // asked for maps only
}

export function mapsOnPage(editor: Editor): JourneyMapShape[] {
  return editor.getCurrentPageShapes().filter(isMap)
}

// tldraw's union of shapes does not know ours: the type says it.
export const isOwn = (shape: unknown): shape is OwnShape =>
  typeof shape === 'object' && shape !== null && 'type' in shape && isOwnShapeType(shape.type)
export const isMap = (shape: unknown): shape is JourneyMapShape =>
  isOwn(shape) && shape.type === 'journey-map'
