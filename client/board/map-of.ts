// The maps on an editor's page with their layout, worked out anew only when something in them changes.
//
// A drag changes one card sixty times a second: what the other cards are drawn from must not depend on where it is.
import { computed, type Editor, type Signal, type TLShape, type TLShapeId, WeakCache } from '@tldraw/tldraw'
import { clusterNoteWidth, columnWidth } from '#shared/board/card-size.ts'
import { layoutMap, type MapLayout, type MapParts } from '#shared/board/layout.ts'
import {
  byIndex,
  cardHeight,
  childrenOf,
  clusterNotes,
  type MapChildren,
  partsOf,
} from '#shared/board/map-parts.ts'
import {
  type CardShape,
  type ClusterShape,
  isOwnShapeType,
  type JourneyMapShape,
  type OwnShape,
  type OwnShapeType,
  type StageShape,
} from '#shared/board/shapes.ts'

export type MapView = { map: JourneyMapShape; children: MapChildren; parts: MapParts; layout: MapLayout }

type Cache<Value> = { get(id: TLShapeId): Value | undefined }
type Caches = {
  views: Cache<MapView>
  columns: Cache<Columns>
  maps: Signal<readonly JourneyMapShape[]>
  stages: Signal<readonly StageShape[]>
  clusters: Signal<readonly ClusterShape[]>
}
/** The width of each column by its stage; `first` is that of cards whose stage has gone. */
type Columns = { widths: ReadonlyMap<string, number>; first: number }

const caches = new WeakCache<Editor, Caches>()
const cachesOf = (editor: Editor): Caches =>
  caches.get(editor, (of) => ({
    views: of.store.createComputedCache<MapView, TLShape>('journey map', (map) => viewOf(of, map)),
    columns: of.store.createComputedCache<Columns, TLShape>('columns', (map) => columnsOf(of, map), {
      areRecordsEqual: (one, other) => one.id === other.id,
      areResultsEqual: areSameColumns,
    }),
    maps: allOf(of, 'journey-map'),
    stages: allOf(of, 'stage'),
    clusters: allOf(of, 'cluster'),
  }))

/** Undefined when there is no such map. Reactive. */
export function mapView(editor: Editor, id: TLShapeId): MapView | undefined {
  return isMap(editor.getShape(id)) ? cachesOf(editor).views.get(id) : undefined
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

function columnsOf(editor: Editor, map: TLShape): Columns {
  const stages = cachesOf(editor)
    .stages.get()
    .filter(({ parentId }) => parentId === map.id)
    .toSorted(byIndex)
  return {
    widths: new Map(stages.map(({ id, props }) => [id, props.width])),
    first: stages[0]?.props.width ?? columnWidth,
  }
}

function areSameColumns(one: Columns, other: Columns): boolean {
  const isSame = ([id, width]: [string, number]) => other.widths.get(id) === width
  return one.first === other.first && one.widths.size === other.widths.size && [...one.widths].every(isSame)
}

/** How wide a card is drawn: as its column or cluster leaves it. Reactive. */
export function cardWidth(editor: Editor, { parentId, props }: CardShape): number {
  const parent: unknown = editor.getShape(parentId as TLShapeId) // undefined for a page's id
  if (isMap(parent)) {
    const columns = cachesOf(editor).columns.get(parent.id)
    return columns?.widths.get(props.stageId ?? '') ?? columns?.first ?? columnWidth
  }
  return isOwn(parent) && parent.type === 'cluster'
    ? clusterNoteWidth(cardWidth(editor, parent))
    : columnWidth
}

/** A cluster is as high as its heading and notes. Reactive. */
export function clusterHeight(editor: Editor, cluster: ClusterShape): number {
  return cardHeight(cluster, cardWidth(editor, cluster), clusterNotes(ownChildren(editor, cluster.id)))
}

/** Reactive. A board has one page. */
export const mapsOnPage = (editor: Editor): readonly JourneyMapShape[] => cachesOf(editor).maps.get()
export const clustersOnPage = (editor: Editor): readonly ClusterShape[] => cachesOf(editor).clusters.get()

function allOf<Type extends OwnShapeType>(
  { store }: Editor,
  type: Type,
): Signal<readonly Extract<OwnShape, { type: Type }>[]> {
  const ofType = { type: { eq: type as TLShape['type'] } } // tldraw's union of shapes does not know ours
  const records = store.query.records('shape', () => ofType, `all ${type}`)
  return computed(`every ${type}`, () => records.get() as unknown as Extract<OwnShape, { type: Type }>[]) // as asked for
}

// tldraw's union of shapes does not know ours: the type says it.
export const isOwn = (shape: unknown): shape is OwnShape =>
  typeof shape === 'object' && shape !== null && 'type' in shape && isOwnShapeType(shape.type)
export const isMap = (shape: unknown): shape is JourneyMapShape =>
  isOwn(shape) && shape.type === 'journey-map'
