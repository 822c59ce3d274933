// The maps on an editor's page with their layout, worked out anew only when something in them changes.
import { type Editor, type TLShape, type TLShapeId, WeakCache } from '@tldraw/tldraw'
import { clusterNoteWidth, columnWidth } from '#shared/board/card-size.ts'
import { layoutMap, type MapLayout, type MapParts } from '#shared/board/layout.ts'
import { cardHeight, childrenOf, clusterNotes, type MapChildren, partsOf } from '#shared/board/map-parts.ts'
import {
  type CardShape,
  type ClusterShape,
  isOwnShapeType,
  type JourneyMapShape,
  type OwnShape,
} from '#shared/board/shapes.ts'

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
  const inside = (id: TLShapeId) => ownChildren(editor, id)
  const children = childrenOf(inside(map.id), inside)
  const parts = partsOf(children)
  return { map: map as unknown as JourneyMapShape, children, parts, layout: layoutMap(parts) } // asked for maps only
}

function ownChildren(editor: Editor, id: TLShapeId): OwnShape[] {
  return editor
    .getSortedChildIdsForParent(id)
    .map((child) => editor.getShape(child))
    .filter(isOwn)
}

/** How wide a card is drawn: as its column or cluster leaves it. Reactive. */
export function cardWidth(editor: Editor, { id, parentId }: CardShape): number {
  const parent: unknown = editor.getShape(parentId as TLShapeId) // undefined for a page's id
  if (isMap(parent)) return mapView(editor, parent.id)?.layout.cards.get(id)?.width ?? columnWidth
  return isOwn(parent) && parent.type === 'cluster'
    ? clusterNoteWidth(cardWidth(editor, parent))
    : columnWidth
}

/** A cluster is as high as its heading and notes. Reactive. */
export function clusterHeight(editor: Editor, cluster: ClusterShape): number {
  return cardHeight(cluster, cardWidth(editor, cluster), clusterNotes(ownChildren(editor, cluster.id)))
}

export function mapsOnPage(editor: Editor): JourneyMapShape[] {
  return editor.getCurrentPageShapes().filter(isMap)
}

// tldraw's union of shapes does not know ours: the type says it.
export const isOwn = (shape: unknown): shape is OwnShape =>
  typeof shape === 'object' && shape !== null && 'type' in shape && isOwnShapeType(shape.type)
export const isMap = (shape: unknown): shape is JourneyMapShape =>
  isOwn(shape) && shape.type === 'journey-map'
