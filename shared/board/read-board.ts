// Reads a board document as the report, the list and the exports show it.
import type * as Y from 'yjs'
import { readRecords } from '#shared/board/document.ts'
import { cellOf } from '#shared/board/layout.ts'
import { childrenOf, type MapChildren, partsOf } from '#shared/board/map-parts.ts'
import type { BoardMap, BoardModel, BoardNote, BoardTouchpoint, LaneKind } from '#shared/board/model.ts'
import { repair } from '#shared/board/repair.ts'
import { checkRecord } from '#shared/board/schema.ts'
import {
  isOwnShapeType,
  type JourneyMapShape,
  type NoteShape,
  noteKinds,
  type OwnShape,
} from '#shared/board/shapes.ts'

/** Records that the schema refuses are left out; the rest is read. */
export function readBoard(doc: Y.Doc): BoardModel {
  return modelOf(ownShapesOf(doc))
}

export function modelOf(shapes: readonly OwnShape[]): BoardModel {
  const maps = shapes.filter((shape) => shape.type === 'journey-map')
  const byParent = Map.groupBy(shapes, ({ parentId }) => parentId)
  const mapIds = new Set<string>(maps.map(({ id }) => id))
  return {
    maps: maps.map((map) => readMap(map, childrenOf(byParent.get(map.id) ?? []))),
    loose: shapes
      .filter((shape) => shape.type === 'sticky-note')
      .filter(({ parentId }) => !mapIds.has(parentId))
      .sort((one, other) => one.y - other.y || one.x - other.x)
      .map((note) => ({ ...readNote(note, null), stageId: null, laneId: null })),
  }
}

function ownShapesOf(doc: Y.Doc): OwnShape[] {
  const shapes: OwnShape[] = []
  for (const unchecked of repair(readRecords(doc)).values()) {
    if (unchecked.typeName !== 'shape' || !isOwnShapeType(unchecked.type)) continue
    const checked = checkRecord(unchecked)
    if (checked.ok) shapes.push(checked.record as OwnShape) // the schema has checked props by type
  }
  return shapes
}

function readMap(map: JourneyMapShape, children: MapChildren): BoardMap {
  const parts = partsOf(children)
  const lanes = children.lanes.map(({ id, props }) => ({ id, title: props.title, kind: props.kind }))
  const order = new Map(parts.stages.map(({ id }, at) => [id, at]))
  const placed = children.cards
    .map((card) => ({
      card,
      cell: cellOf({ ...card.props, isTouchpoint: card.type === 'touchpoint' }, parts),
    }))
    .sort(
      (one, other) =>
        (order.get(one.cell?.stageId ?? '') ?? 0) - (order.get(other.cell?.stageId ?? '') ?? 0) ||
        one.card.y - other.card.y ||
        (one.card.id < other.card.id ? -1 : 1),
    )
  const touchpoints: BoardTouchpoint[] = []
  const notes: BoardNote[] = []
  for (const { card, cell } of placed) {
    const where = { stageId: cell?.stageId ?? null, laneId: cell?.laneId ?? null }
    const kind = lanes.find(({ id }) => id === where.laneId)?.kind ?? null
    if (card.type === 'touchpoint') touchpoints.push({ id: card.id, ...card.props, ...where })
    else notes.push({ ...readNote(card, kind), ...where })
  }
  return {
    id: map.id,
    title: map.props.title,
    stages: children.stages.map(({ id, props }) => ({ id, title: props.title, emotion: props.emotion })),
    lanes,
    touchpoints,
    notes,
  }
}

/** A note that says what it is keeps that in every lane; a plain one is what its lane is for. */
function readNote(
  { id, props }: NoteShape,
  laneKind: LaneKind | null,
): Omit<BoardNote, 'stageId' | 'laneId'> {
  const kind = noteKinds.find((each) => each === props.kind) ?? laneKind
  return { id, kind, departmentId: props.departmentId, text: props.text }
}
