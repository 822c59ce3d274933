// Where everything on a map lies: pure arithmetic over its stages, lanes and cards; positions are relative to the map.
import {
  cardGap,
  cellPadding,
  clusterHeadHeight,
  clusterMargin,
  clusterNoteGap,
  columnGap,
  columnWidth,
  emotionLane,
  emptyLaneHeight,
  firstColumn,
  laneTitleHeight,
  personaGap,
  personaWidth,
  stageRowHeight,
} from '#shared/board/card-size.ts'
import type { LaneKind } from '#shared/board/model.ts'

/** Personas, stages and lanes in their order; `y` of a card says where in its cell it stands. */
export type MapParts = {
  personas: readonly { id: string; height: number }[]
  stages: readonly { id: string; title: string; width: number }[]
  lanes: readonly { id: string; kind: LaneKind; title: string; minHeight: number }[]
  cards: readonly MapCard[]
}
export type MapCard = {
  id: string
  stageId: string | null
  laneId: string | null
  y: number
  /** As high as it is at the width of its column. */
  height: (width: number) => number
  isTouchpoint: boolean
  /** Of a cluster: the notes under its heading. */
  notes?: ClusterNotes
}
/** In their order. */
export type ClusterNotes = {
  title: string
  notes: readonly { id: string; height: (width: number) => number }[]
}
export type Point = { x: number; y: number }
export type MapLayout = {
  width: number
  height: number
  /** Where the rules of the stages lie: below the personas. */
  stageY: number
  stageHeight: number
  personas: Map<string, Point>
  stages: Map<string, Point & { width: number }>
  lanes: Map<string, Point & { height: number }>
  cards: Map<string, Point & { width: number }>
  /** Of notes in clusters, relative to their cluster. */
  clustered: Map<string, Point>
}
export type Cell = { stageId: string; laneId: string }

export function layoutMap(parts: MapParts): MapLayout {
  const stageY = personaBand(parts.personas)
  const stages = layoutStages(parts.stages, stageY)
  const cells = cellsOf(parts)
  const lanes = new Map<string, Point & { height: number }>()
  const cards = new Map<string, Point & { width: number }>()
  const clustered = new Map<string, Point>()
  const stageHeight = stageRowHeight(parts.stages)
  let y = stageY + stageHeight
  for (const lane of parts.lanes) {
    const bottoms = [...stages].map(([stageId, { x, width }]) => {
      let bottom = y + cellPadding.top
      for (const card of cells.get(cellKey({ stageId, laneId: lane.id })) ?? []) {
        cards.set(card.id, { x, y: bottom, width })
        if (card.notes) for (const [id, at] of layoutCluster(card.notes, width).places) clustered.set(id, at)
        bottom += card.height(width) + cardGap
      }
      return bottom - cardGap
    })
    const height = laneHeight(lane, Math.max(0, ...bottoms.map((bottom) => bottom - y - cellPadding.top)))
    lanes.set(lane.id, { x: 0, y, height })
    y += height
  }
  const height = Math.max(y, stageY + stageHeight + emptyLaneHeight)
  const width = Math.max(mapWidth(parts.stages), personasWidth(parts.personas.length))
  const personas = new Map(parts.personas.map(({ id }, at) => [id, { x: personaX(at), y: 0 }]))
  return { width, height, stageY, stageHeight, personas, stages, lanes, cards, clustered }
}

/** Of everything on the map; of what lies in a cluster, relative to it. */
export const placesOf = ({ personas, stages, lanes, cards, clustered }: MapLayout): Map<string, Point> =>
  new Map<string, Point>([...personas, ...stages, ...lanes, ...cards, ...clustered])

function layoutStages(stages: MapParts['stages'], y: number): Map<string, Point & { width: number }> {
  let x = firstColumn
  const places = new Map<string, Point & { width: number }>()
  for (const { id, width } of stages) {
    places.set(id, { x, y, width })
    x += width + columnGap
  }
  return places
}

const personaX = (at: number): number => firstColumn + at * (personaWidth + columnGap)
const personasWidth = (count: number): number => (count === 0 ? 0 : personaX(count - 1) + personaWidth)
const personaBand = (personas: MapParts['personas']): number =>
  personas.length === 0 ? 0 : Math.max(...personas.map(({ height }) => height)) + personaGap

/** Without stages there is still a column's room to begin in. */
const mapWidth = (stages: readonly { width: number }[]): number =>
  stages.length === 0
    ? firstColumn + columnWidth
    : stages.reduce((right, { width }) => right + width + columnGap, firstColumn) - columnGap

/** Where the notes of a cluster lie in it, and how high it is with them. */
export function layoutCluster(
  { title, notes }: ClusterNotes,
  width: number,
): { height: number; places: Map<string, Point> } {
  const places = new Map<string, Point>()
  let y = clusterHeadHeight(title, width)
  for (const { id, height } of notes) {
    places.set(id, { x: clusterMargin, y })
    y += height(width - 2 * clusterMargin) + clusterNoteGap
  }
  return { height: y, places }
}

function laneHeight({ kind, title, minHeight }: MapParts['lanes'][number], tallest: number): number {
  if (kind === 'emotion') return emotionLane.top + emotionLane.height + emotionLane.bottom
  const label = 16 + laneTitleHeight(title) + 8
  return Math.max(cellPadding.top + tallest + cellPadding.bottom, label, emptyLaneHeight, minHeight)
}

/** Which cell each card belongs to, top to bottom; of two at the same height the smaller id stands first. */
function cellsOf(parts: MapParts): Map<string, MapCard[]> {
  const cells = new Map<string, MapCard[]>()
  const find = cellFinder(parts)
  for (const card of parts.cards) {
    const cell = find(card)
    if (!cell) continue
    const key = cellKey(cell)
    const column = cells.get(key)
    if (column) column.push(card)
    else cells.set(key, [card])
  }
  for (const cards of cells.values()) cards.sort(order)
  return cells
}

/**
 * Whether cards that lie elsewhere now stand in their cells as before: then the layout is the same. `after` has the same
 * parts in the same order, and differs in the `y` of cards only. May say no where it is yes, when many have moved.
 */
export function isOrderKept(before: MapParts, after: MapParts): boolean {
  const moved = after.cards.flatMap((card, at) => (card.y === before.cards[at]?.y ? [] : [{ card, at }]))
  if (moved.length > 3) return false
  const find = cellFinder(after)
  return moved.every(({ card, at }) => {
    const was = before.cards[at]?.y ?? card.y
    const cell = find(card)
    return after.cards.every((mate, mateAt) => {
      const mateWas = before.cards[mateAt]?.y ?? mate.y
      const isSame = order(card, mate) === order({ ...card, y: was }, { ...mate, y: mateWas })
      return isSame || !isSameCell(cell, find(mate))
    })
  })
}

const isSameCell = (one: Cell | null, other: Cell | null): boolean =>
  one?.stageId === other?.stageId && one?.laneId === other?.laneId
/** Of two cards of one cell: negative when the first stands above. */
const order = (one: { y: number; id: string }, other: { y: number; id: string }): number =>
  Math.sign(one.y - other.y) || (one.id < other.id ? -1 : 1)

const cellKey = ({ stageId, laneId }: Cell) => `${stageId} ${laneId}`

type Placed = Pick<MapCard, 'stageId' | 'laneId' | 'isTouchpoint'>

/**
 * The cell a card says it is in; where its stage or lane has gone meanwhile, the first stage or the first lane that
 * takes such cards. Null only while the map has no stage or no such lane.
 */
export const cellOf = (card: Placed, parts: Pick<MapParts, 'stages' | 'lanes'>): Cell | null =>
  cellFinder(parts)(card)

/** `cellOf` for many cards of one map. */
export function cellFinder({
  stages,
  lanes,
}: Pick<MapParts, 'stages' | 'lanes'>): (card: Placed) => Cell | null {
  const stageIds = new Set(stages.map(({ id }) => id))
  const takers = lanes.filter(({ kind }) => kind !== 'emotion')
  const takerIds = new Set(takers.map(({ id }) => id))
  const firstFor = (isTouchpoint: boolean) =>
    (takers.find(({ kind }) => (kind === 'touchpoints') === isTouchpoint) ?? takers[0])?.id
  const first = { stage: stages[0]?.id, forTouchpoints: firstFor(true), forOthers: firstFor(false) }
  return ({ stageId, laneId, isTouchpoint }) => {
    const stage = stageId !== null && stageIds.has(stageId) ? stageId : first.stage
    const fitting = isTouchpoint ? first.forTouchpoints : first.forOthers
    const lane = laneId !== null && takerIds.has(laneId) ? laneId : fitting
    return stage !== undefined && lane !== undefined ? { stageId: stage, laneId: lane } : null
  }
}

/** The cell nearest to a point of the map; null while there is none. */
export function cellAt(point: Point, parts: MapParts, layout: MapLayout): Cell | null {
  const stage = nearest(parts.stages, ({ id }) => {
    const { x = 0, width = 0 } = layout.stages.get(id) ?? {}
    return point.x < x ? x - point.x : Math.max(0, point.x - x - width)
  })
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
