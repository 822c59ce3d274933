// The maps on an editor's page with their layout, worked out anew only when something in them changes.
//
// A drag changes one card sixty times a second: what the other cards are drawn from must not depend on where it is.
import {
  computed,
  type Editor,
  isUninitialized,
  type Signal,
  type TLShape,
  type TLShapeId,
  unsafe__withoutCapture,
  WeakCache,
} from '@tldraw/tldraw'
import { onlyMoved } from '#client/board/moved-shapes.ts'
import { clusterNoteWidth, columnWidth } from '#shared/board/card-size.ts'
import { isOrderKept, layoutMap, type MapLayout, type MapParts } from '#shared/board/layout.ts'
import {
  byIndex,
  cardHeight,
  childrenOf,
  clusterNotes,
  isCard,
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
  columns: Cache<Column>
  maps: Signal<readonly JourneyMapShape[]>
  stages: Signal<readonly StageShape[]>
  clusters: Signal<readonly ClusterShape[]>
}
/** Of a stage. */
type Column = { mapId: string; width: number }

const caches = new WeakCache<Editor, Caches>()
const cachesOf = (editor: Editor): Caches =>
  caches.get(editor, (of) => ({
    views: of.store.createCache<MapView, TLShape>((id, map) => viewSignal(of, id, map as Signal<TLShape>)),
    columns: of.store.createComputedCache<Column, TLShape>('column', columnOf, {
      // Undefined for what is no stage, or no longer one.
      areResultsEqual: (one?: Column, other?: Column) =>
        one?.mapId === other?.mapId && one?.width === other?.width,
    }),
    maps: allOf(of, 'journey-map'),
    stages: allOf(of, 'stage'),
    clusters: allOf(of, 'cluster'),
  }))

/** Undefined when there is no such map. Reactive. */
export function mapView(editor: Editor, id: TLShapeId): MapView | undefined {
  return isMap(editor.getShape(id)) ? cachesOf(editor).views.get(id) : undefined
}

/** Worked out from all that lies on the map, but after a move of cards from those: a drag is that, many times a second. */
function viewSignal(editor: Editor, id: TLShapeId, map: Signal<TLShape>): Signal<MapView> {
  const history = editor.store.query.filterHistory('shape')
  return computed<MapView>('journey map', (before, lastEpoch) => {
    history.get()
    const now = map.get() as unknown as JourneyMapShape // asked for maps only
    const moved = isUninitialized(before) ? null : onlyMoved(history.getDiffSince(lastEpoch))
    const kept = isUninitialized(before) || !moved ? null : withMovedCards(before, moved)
    if (kept) return kept.map === now ? kept : { ...kept, map: now }
    return unsafe__withoutCapture(() => viewOf(editor, id, now))
  })
}

function viewOf(editor: Editor, id: TLShapeId, map: JourneyMapShape): MapView {
  const inside = (parentId: TLShapeId) => ownChildren(editor, parentId)
  const children = childrenOf(inside(id), inside)
  const parts = partsOf(children)
  return { map, children, parts, layout: layoutMap(parts) }
}

/** Null when something else on the map was moved than cards. */
function withMovedCards(view: MapView, moved: readonly TLShape[]): MapView | null {
  const { map, children, parts } = view
  const here = moved.filter(({ parentId }) => parentId === map.id || children.clustered.has(parentId))
  if (here.length === 0) return view
  const cards = [...children.cards]
  const cardParts = [...parts.cards] // in the same order
  for (const shape of here) {
    const at = cards.findIndex(({ id }) => id === shape.id)
    const part = cardParts[at]
    if (!part || !isOwn(shape) || !isCard(shape)) return null
    cards[at] = shape
    cardParts[at] = { ...part, y: shape.y }
  }
  const after = { ...parts, cards: cardParts }
  const layout = isOrderKept(parts, after) ? view.layout : layoutMap(after)
  return { map, children: { ...children, cards }, parts: after, layout }
}

function ownChildren(editor: Editor, id: TLShapeId): OwnShape[] {
  return editor
    .getSortedChildIdsForParent(id)
    .map((child) => editor.getShape(child))
    .filter(isOwn)
}

function columnOf(stage: unknown): Column | undefined {
  return isOwn(stage) && stage.type === 'stage'
    ? { mapId: stage.parentId, width: stage.props.width }
    : undefined
}

/** Asked by every card of its own stage alone: who asks for all of them is asked again after whatever happens on the board. */
function columnWidthOf(editor: Editor, mapId: string, stageId: string | null): number {
  const { columns, stages } = cachesOf(editor)
  const own = stageId === null ? undefined : columns.get(stageId as TLShapeId) // undefined for what is none
  if (own?.mapId === mapId) return own.width
  const [first] = stages
    .get()
    .filter(({ parentId }) => parentId === mapId)
    .toSorted(byIndex)
  return first?.props.width ?? columnWidth
}

/** How wide a card is drawn: as its column or cluster leaves it. Reactive. */
export function cardWidth(editor: Editor, { parentId, props }: CardShape): number {
  const parent: unknown = editor.getShape(parentId as TLShapeId) // undefined for a page's id
  if (isMap(parent)) return columnWidthOf(editor, parent.id, props.stageId)
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
