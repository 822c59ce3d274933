// Reads a board document as the report, the list and the exports show it.
import type * as Y from 'yjs'
import { type Cell, cellFinder } from '#shared/board/layout.ts'
import { childrenOf, clusterNotes, type MapChildren, mainEmotion, partsOf } from '#shared/board/map-parts.ts'
import type { BoardMap, BoardModel, BoardNote, BoardStage, LaneKind } from '#shared/board/model.ts'
import { ownShapesOf } from '#shared/board/own-shapes.ts'
import {
  type CardShape,
  type JourneyMapShape,
  type NoteShape,
  noteKinds,
  type OwnShape,
  type PersonaShape,
  personaEmotions,
  type StageShape,
} from '#shared/board/shapes.ts'

/** Records that the schema refuses are left out; the rest is read. */
export function readBoard(doc: Y.Doc): BoardModel {
  return modelOf(ownShapesOf(doc))
}

export function modelOf(shapes: readonly OwnShape[]): BoardModel {
  const byParent = Map.groupBy(shapes, ({ parentId }) => parentId)
  const inside = (id: OwnShape['parentId']) => byParent.get(id) ?? []
  const maps = shapes.filter((shape) => shape.type === 'journey-map').sort(byPlace)
  const mapIds = new Set<string>(maps.map(({ id }) => id))
  const isLoose = ({ parentId }: OwnShape) => !mapIds.has(parentId)
  const looseClusters = shapes
    .filter((shape) => shape.type === 'cluster')
    .filter(isLoose)
    .sort(byPlace)
  const clusterIds = new Set<string>(shapes.filter(({ type }) => type === 'cluster').map(({ id }) => id))
  const loose = shapes
    .filter((shape) => shape.type === 'sticky-note')
    .filter((note) => isLoose(note) && !clusterIds.has(note.parentId))
    .sort(byPlace)
  const nowhere = { stageId: null, laneId: null }
  return {
    maps: maps.map((map) => readMap(map, childrenOf(inside(map.id), inside))),
    loose: [
      ...loose.map((note) => ({ ...readNote(note, null, null), ...nowhere })),
      ...looseClusters.flatMap(({ id }) =>
        clusterNotes(inside(id)).map((note) => ({ ...readNote(note, null, id), ...nowhere })),
      ),
    ],
    looseClusters: looseClusters.map(({ id, props: { title } }) => ({ id, title, ...nowhere })),
  }
}

const byPlace = (one: OwnShape, other: OwnShape) => one.y - other.y || one.x - other.x

/** Our own shapes as they stand after the repair; what the schema refuses is left out. */
function readMap(map: JourneyMapShape, children: MapChildren): BoardMap {
  const lanes = children.lanes.map(({ id, props: { title, kind } }) => ({ id, title, kind }))
  const contents: Pick<BoardMap, 'touchpoints' | 'notes' | 'clusters'> = {
    touchpoints: [],
    notes: [],
    clusters: [],
  }
  for (const { card, cell } of inReadingOrder(children)) {
    const where = { stageId: cell?.stageId ?? null, laneId: cell?.laneId ?? null }
    const kind = lanes.find(({ id }) => id === where.laneId)?.kind ?? null
    if (card.type === 'touchpoint') contents.touchpoints.push({ id: card.id, ...card.props, ...where })
    else if (card.type === 'sticky-note') contents.notes.push({ ...readNote(card, kind, null), ...where })
    else {
      contents.clusters.push({ id: card.id, title: card.props.title, ...where })
      for (const note of children.clustered.get(card.id) ?? [])
        contents.notes.push({ ...readNote(note, kind, card.id), ...where })
    }
  }
  return {
    id: map.id,
    title: map.props.title,
    personas: children.personas.map(({ id, props }) => ({ id, ...props })),
    stages: children.stages.map((stage) => readStage(stage, children.personas)),
    lanes,
    ...contents,
  }
}

function readStage({ id, props, meta }: StageShape, personas: readonly PersonaShape[]): BoardStage {
  const points = [...personaEmotions(meta)].filter(([of]) => personas.some((persona) => persona.id === of))
  const emotion = mainEmotion(props, meta, personas)
  return { id, title: props.title, emotion, emotions: Object.fromEntries(points) }
}

/** Stage by stage, top to bottom. */
function inReadingOrder(children: MapChildren): { card: CardShape; cell: Cell | null }[] {
  const parts = partsOf(children)
  const cellIn = cellFinder(parts)
  const order = new Map(parts.stages.map(({ id }, at) => [id, at]))
  const placeOf = (cell: Cell | null) => order.get(cell?.stageId ?? '') ?? 0
  return children.cards
    .map((card) => ({
      card,
      cell: cellIn({ ...card.props, isTouchpoint: card.type === 'touchpoint' }),
    }))
    .sort(
      (one, other) =>
        placeOf(one.cell) - placeOf(other.cell) ||
        one.card.y - other.card.y ||
        (one.card.id < other.card.id ? -1 : 1),
    )
}

/** A note that says what it is keeps that in every lane; a plain one is what its lane is for. */
function readNote(
  { id, props: { kind, departmentId, authorId, text } }: NoteShape,
  laneKind: LaneKind | null,
  clusterId: string | null,
): Omit<BoardNote, 'stageId' | 'laneId'> {
  return {
    id,
    kind: noteKinds.find((each) => each === kind) ?? laneKind,
    departmentId,
    authorId,
    clusterId,
    text,
  }
}
