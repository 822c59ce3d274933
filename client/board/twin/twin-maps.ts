// The board's shapes as the table, the matrix and the list show them: each map with its cells, in reading order.
import { type Cell, cellFinder } from '#shared/board/layout.ts'
import { childrenOf, clusterNotes, isCard, type MapChildren, partsOf } from '#shared/board/map-parts.ts'
import {
  type CardShape,
  type ClusterShape,
  type JourneyMapShape,
  type NoteKind,
  type NoteShape,
  noteKinds,
  type OwnShape,
  type StageShape,
  type TouchpointShape,
} from '#shared/board/shapes.ts'

export type TwinMap = Omit<MapChildren, 'cards'> & {
  map: JourneyMapShape
  /** Top to bottom. */
  cardsIn(stageId: string, laneId: string): readonly CardShape[]
  /** Lane by lane. */
  touchpointsOf(stageId: string): readonly TouchpointShape[]
  /** Lane by lane, those under headings too. */
  notesOf(stageId: string): readonly { note: NoteShape; kind: NoteKind | null }[]
  /** Where a card is, through its heading where it has one; `place` counts from 1. */
  whereIs(cardId: string): Where | null
  /** Cards of a map that has no stage, or no lane that takes them. */
  homeless: readonly CardShape[]
}
export type Where = { cell: Cell; place: number; of: number }
export type TwinBoard = {
  maps: readonly TwinMap[]
  /** Notes and headings that lie on no map. */
  loose: readonly (NoteShape | ClusterShape)[]
  /** Of loose headings. */
  looseNotes: ReadonlyMap<string, NoteShape[]>
}

function twinBoard(shapes: Iterable<OwnShape>): TwinBoard {
  const all = [...shapes]
  const byParent = Map.groupBy(all, ({ parentId }) => parentId)
  const inside = (id: OwnShape['parentId']) => byParent.get(id) ?? []
  const maps = all.filter((shape) => shape.type === 'journey-map').sort(byPlace)
  const holders = new Set<string>(
    all.filter(({ type }) => type === 'journey-map' || type === 'cluster').map(({ id }) => id),
  )
  const loose = all
    .filter((shape) => shape.type === 'sticky-note' || shape.type === 'cluster')
    .filter(({ parentId }) => !holders.has(parentId))
    .sort(byPlace)
  const looseNotes = new Map<string, NoteShape[]>()
  for (const { id, type } of loose) if (type === 'cluster') looseNotes.set(id, clusterNotes(inside(id)))
  return { maps: maps.map((map) => twinMap(map, childrenOf(inside(map.id), inside))), loose, looseNotes }
}

const byPlace = (one: OwnShape, other: OwnShape) => one.y - other.y || one.x - other.x

function twinMap(map: JourneyMapShape, { cards, ...children }: MapChildren): TwinMap {
  const { stages, lanes, clustered } = children
  const parts = partsOf({ ...children, personas: [], cards: [] })
  const find = cellFinder(parts)
  const cells = new Map<string, CardShape[]>()
  const homeless: CardShape[] = []
  for (const card of cards
    .filter(isCard)
    .sort((one, other) => one.y - other.y || (one.id < other.id ? -1 : 1))) {
    const cell = find({ ...card.props, isTouchpoint: card.type === 'touchpoint' })
    const here = cell && cells.get(keyOf(cell))
    if (!cell) homeless.push(card)
    else if (here) here.push(card)
    else cells.set(keyOf(cell), [card])
  }
  const places = new Map<string, Where>()
  for (const stage of stages)
    for (const lane of lanes) {
      const here = cells.get(keyOf({ stageId: stage.id, laneId: lane.id })) ?? []
      for (const [at, { id }] of here.entries()) {
        const where = { cell: { stageId: stage.id, laneId: lane.id }, place: at + 1, of: here.length }
        places.set(id, where)
        for (const note of clustered.get(id) ?? []) places.set(note.id, where)
      }
    }
  const cardsIn = (stageId: string, laneId: string) => cells.get(keyOf({ stageId, laneId })) ?? []
  return {
    ...children,
    map,
    homeless,
    cardsIn,
    touchpointsOf: (stageId) =>
      lanes.flatMap(({ id }) => cardsIn(stageId, id)).filter((card) => card.type === 'touchpoint'),
    notesOf: (stageId) =>
      lanes.flatMap(({ id, props }) => {
        const laneKind = noteKinds.find((kind) => kind === props.kind) ?? null
        return cardsIn(stageId, id)
          .flatMap((card) => (card.type === 'cluster' ? (clustered.get(card.id) ?? []) : [card]))
          .filter((card) => card.type === 'sticky-note')
          .map((note) => ({ note, kind: note.props.kind ?? laneKind }))
      }),
    whereIs: (cardId) => places.get(cardId) ?? null,
  }
}

const keyOf = ({ stageId, laneId }: Cell) => `${stageId} ${laneId}`

const known = new WeakMap<ReadonlyMap<string, OwnShape>, TwinBoard>()
/** Of one moment of the board, worked out once. */
export function boardOf({ shapes }: { shapes: ReadonlyMap<string, OwnShape> }): TwinBoard {
  const board = known.get(shapes) ?? twinBoard(shapes.values())
  known.set(shapes, board)
  return board
}

/** The map that a shape of ours is on, through its heading too. */
export function mapOf(board: TwinBoard, shape: OwnShape): TwinMap | null {
  return (
    board.maps.find(
      ({ map, clustered }) =>
        map.id === shape.id || map.id === shape.parentId || clustered.has(shape.parentId),
    ) ?? null
  )
}

export const stageOf = ({ stages }: TwinMap, id: string | undefined): StageShape | undefined =>
  stages.find((stage) => stage.id === id)
