// Where everything on a map lies: pure arithmetic over its stages, lanes and cards; positions are relative to the map.
import {
  cardGap,
  cellPadding,
  columnGap,
  columnWidth,
  emotionLane,
  emptyLaneHeight,
  firstColumn,
  laneTitleHeight,
  stageRowHeight,
} from '#shared/board/card-size.ts'
import type { LaneKind } from '#shared/board/model.ts'

/** Stages and lanes in their order; `y` of a card says where in its cell it stands. */
export type MapParts = {
  stages: readonly { id: string; title: string }[]
  lanes: readonly { id: string; kind: LaneKind; title: string }[]
  cards: readonly MapCard[]
}
export type MapCard = {
  id: string
  stageId: string | null
  laneId: string | null
  y: number
  height: number
  isTouchpoint: boolean
}
export type Point = { x: number; y: number }
export type MapLayout = {
  width: number
  height: number
  stageHeight: number
  stages: Map<string, Point>
  lanes: Map<string, Point & { height: number }>
  cards: Map<string, Point>
}
export type Cell = { stageId: string; laneId: string }

export function layoutMap(parts: MapParts): MapLayout {
  const stages = new Map(parts.stages.map(({ id }, at) => [id, { x: columnX(at), y: 0 }]))
  const cells = cellsOf(parts)
  const lanes = new Map<string, Point & { height: number }>()
  const cards = new Map<string, Point>()
  const stageHeight = stageRowHeight(parts.stages.map(({ title }) => title))
  let y = stageHeight
  for (const lane of parts.lanes) {
    const columns = parts.stages.map(({ id }) => cells.get(cellKey({ stageId: id, laneId: lane.id })) ?? [])
    for (const [at, column] of columns.entries()) {
      let cardY = y + cellPadding.top
      for (const card of column) {
        cards.set(card.id, { x: columnX(at), y: cardY })
        cardY += card.height + cardGap
      }
    }
    const height = laneHeight(lane, columns)
    lanes.set(lane.id, { x: 0, y, height })
    y += height
  }
  const height = Math.max(y, stageHeight + emptyLaneHeight)
  return { width: mapWidth(parts.stages.length), height, stageHeight, stages, lanes, cards }
}

export const columnX = (at: number): number => firstColumn + at * (columnWidth + columnGap)

export const mapWidth = (stages: number): number =>
  stages === 0 ? firstColumn + columnWidth : columnX(stages - 1) + columnWidth

function laneHeight(lane: MapParts['lanes'][number], columns: readonly (readonly MapCard[])[]): number {
  if (lane.kind === 'emotion') return emotionLane.top + emotionLane.height + emotionLane.bottom
  const label = 16 + laneTitleHeight(lane.title) + 8
  const tallest = columns.map((cards) => cards.reduce((sum, card) => sum + card.height + cardGap, -cardGap))
  const content = cellPadding.top + Math.max(0, ...tallest) + cellPadding.bottom
  return Math.max(content, label, emptyLaneHeight)
}

/** Which cell each card belongs to, top to bottom; of two at the same height the smaller id stands first. */
function cellsOf(parts: MapParts): Map<string, MapCard[]> {
  const cells = new Map<string, MapCard[]>()
  for (const card of parts.cards) {
    const cell = cellOf(card, parts)
    if (!cell) continue
    const key = cellKey(cell)
    cells.set(key, [...(cells.get(key) ?? []), card])
  }
  for (const cards of cells.values())
    cards.sort((one, other) => one.y - other.y || (one.id < other.id ? -1 : 1))
  return cells
}

const cellKey = ({ stageId, laneId }: Cell) => `${stageId} ${laneId}`

/**
 * The cell a card says it is in; where its stage or lane has gone meanwhile, the first stage or the first lane that
 * takes such cards. Null only while the map has no stage or no such lane.
 */
export function cellOf(
  card: Pick<MapCard, 'stageId' | 'laneId' | 'isTouchpoint'>,
  { stages, lanes }: Pick<MapParts, 'stages' | 'lanes'>,
): Cell | null {
  const stage = stages.find(({ id }) => id === card.stageId) ?? stages[0]
  const takers = lanes.filter(({ kind }) => kind !== 'emotion')
  const fitting = takers.find(({ kind }) => (kind === 'touchpoints') === card.isTouchpoint)
  const lane = takers.find(({ id }) => id === card.laneId) ?? fitting ?? takers[0]
  return stage && lane ? { stageId: stage.id, laneId: lane.id } : null
}

/** The cell nearest to a point of the map; null while there is none. */
export function cellAt(point: Point, parts: MapParts, layout: MapLayout): Cell | null {
  const stage = nearest(parts.stages, ({ id }) => (layout.stages.get(id)?.x ?? 0) + columnWidth / 2 - point.x)
  const lane = nearest(
    parts.lanes.filter(({ kind }) => kind !== 'emotion'),
    ({ id }) => {
      const { y = 0, height = 0 } = layout.lanes.get(id) ?? {}
      return point.y < y ? y - point.y : Math.max(0, point.y - y - height)
    },
  )
  return stage && lane ? { stageId: stage.id, laneId: lane.id } : null
}

function nearest<Part>(parts: readonly Part[], distance: (part: Part) => number): Part | undefined {
  let best: Part | undefined
  let least = Number.POSITIVE_INFINITY
  for (const part of parts) {
    const away = Math.abs(distance(part))
    if (away < least) {
      best = part
      least = away
    }
  }
  return best
}
