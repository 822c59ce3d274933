// Where cards that are being dragged would land: a place in a cell, a cluster, or loose on the page.
import { Box, type Editor, type VecLike } from '@tldraw/tldraw'
import { clustersOnPage, isOwn, type MapView, mapsOnPage, mapView } from '#client/board/map-of.ts'
import { isShapeHeld } from '#client/board/together/held.ts'
import { cardGap, cellPadding, clusterMargin, columnWidth } from '#shared/board/card-size.ts'
import { type Cell, cellAt, cellOf } from '#shared/board/layout.ts'
import { isCard } from '#shared/board/map-parts.ts'
import type { CardShape, ClusterShape, JourneyMapShape } from '#shared/board/shapes.ts'

export type DropTarget =
  | { kind: 'cell'; map: JourneyMapShape; cell: Cell; before: CardShape['id'] | null }
  | { kind: 'cluster'; cluster: ClusterShape }
  | { kind: 'loose' }

/** The selected cards in reading order; what lies in a selected cluster goes along with it. */
export function selectedCards(editor: Editor): CardShape[] {
  const selected: readonly unknown[] = editor.getSelectedShapes()
  const cards = selected.filter(isOwn).filter(isCard)
  const ids = new Set<string>(cards.map(({ id }) => id))
  const places = new Map(cards.map(({ id }) => [id, editor.getShapePageBounds(id)]))
  return cards
    .filter(({ parentId }) => !ids.has(parentId))
    .sort((one, other) => {
      const [here, there] = [places.get(one.id), places.get(other.id)]
      // Cards of one column stand over each other exactly, whatever lane they lie in.
      return here && there ? here.x - there.x || here.y - there.y : 0
    })
}

export function dropTarget(editor: Editor, cards: readonly CardShape[], point: VecLike): DropTarget {
  const isNotes = cards.every(({ type }) => type === 'sticky-note')
  const cluster = isNotes ? clusterAt(editor, point) : undefined
  if (cluster) return { kind: 'cluster', cluster }
  // A touchpoint means nothing outside of a map.
  const map = mapNear(
    editor,
    point,
    cards.some(({ type }) => type === 'touchpoint'),
  )
  const view = map && mapView(editor, map.id)
  const at = map && editor.getPointInShapeSpace(map.id, point)
  const cell = view && at && cellAt(at, view.parts, view.layout)
  if (!map || !cell) return { kind: 'loose' }
  return { kind: 'cell', map, cell, before: beforeAt(view, cell, at.y, new Set(cards.map(({ id }) => id))) }
}

function clusterAt(editor: Editor, point: VecLike): ClusterShape | undefined {
  return clustersOnPage(editor).find(
    ({ id }) => !isShapeHeld(editor, id) && editor.getShapePageBounds(id)?.containsPoint(point),
  )
}

/** The map under a point; with `isAny`, the nearest one where none is. Never one that is locked. */
export function mapNear(editor: Editor, point: VecLike, isAny: boolean): JourneyMapShape | null {
  const free = mapsOnPage(editor).filter(({ id }) => !isShapeHeld(editor, id))
  const nearest = nearestOf(editor, free, point)
  return nearest && (isAny || nearest.distance <= edge) ? nearest.map : null
}

export function nearestOf(editor: Editor, maps: readonly JourneyMapShape[], point: VecLike) {
  const distances = maps.flatMap((map) => {
    const bounds = editor.getShapePageBounds(map.id)
    if (!bounds) return []
    const across = Math.max(bounds.x - point.x, 0, point.x - bounds.maxX)
    const down = Math.max(bounds.y - point.y, 0, point.y - bounds.maxY)
    return [{ map, distance: Math.hypot(across, down) }]
  })
  return distances.toSorted((one, other) => one.distance - other.distance)[0]
}
/** So far beside a map still means the map; px at 100 %. */
const edge = 24

/** The card that comes after a place in a cell: the first whose middle lies below it; null where none does. */
export function beforeAt(
  view: MapView,
  cell: Cell,
  y: number,
  except: ReadonlySet<string> = new Set(),
): CardShape['id'] | null {
  const below = cardsOf(view, cell, except).find((card) => y < card.y + card.height / 2)
  return below?.id ?? null
}

/** Top to bottom, as they lie there now. Asked for with each move of the pointer: what says where it is, is not searched. */
function cardsOf({ children, parts, layout }: MapView, cell: Cell, except: ReadonlySet<string>) {
  const width = layout.stages.get(cell.stageId)?.width ?? columnWidth
  const takers = new Set(parts.lanes.filter(({ kind }) => kind !== 'emotion').map(({ id }) => id))
  return children.cards
    .flatMap(({ id, y }, at) => {
      const card = parts.cards[at] // in the same order
      if (!card || except.has(id)) return []
      const isKnown = layout.stages.has(card.stageId ?? '') && takers.has(card.laneId ?? '')
      const own = isKnown ? card : cellOf(card, parts)
      const isHere = own?.stageId === cell.stageId && own.laneId === cell.laneId
      return isHere ? [{ id, y, height: card.height(width) }] : []
    })
    .sort((one, other) => one.y - other.y)
}

/** Of a cell, and of the line where the card will be; relative to the map. */
export function cellHint(view: MapView, cell: Cell, before: string | null, except: ReadonlySet<string>) {
  const { x, width } = view.layout.stages.get(cell.stageId) ?? { x: 0, width: 0 }
  const { y, height } = view.layout.lanes.get(cell.laneId) ?? { y: 0, height: 0 }
  const cards = cardsOf(view, cell, except)
  const at = cards.findIndex(({ id }) => id === before)
  const next = cards[at]
  const last = cards.at(-1)
  const end = last ? last.y + last.height + cardGap / 2 : y + cellPadding.top
  return { box: new Box(x, y, width, height), lineY: next ? next.y - cardGap / 2 : end }
}

/** A note goes to the end of a cluster. */
export function clusterHint(editor: Editor, { id }: ClusterShape) {
  const box = editor.getShapePageBounds(id)
  return box && { box, lineY: box.maxY - clusterMargin / 2 }
}
