// The commands that make, place and remove cards, stages and lanes; each leaves the map laid out.
import { createShapeId, type Editor, type TLShapeId, type VecLike } from '@tldraw/tldraw'
import { isMap, isOwn, mapsOnPage, mapView } from '#client/board/map-of.ts'
import { sceneOf } from '#client/board/scene.ts'
import { type Cell, cellAt, type MapParts, placesOf } from '#shared/board/layout.ts'
import type { LaneKind } from '#shared/board/model.ts'
import {
  type CardShape,
  type JourneyMapShape,
  type LaneShape,
  type NoteKind,
  noteKinds,
  type StageShape,
  type TouchpointShape,
} from '#shared/board/shapes.ts'

export type CardKind = 'touchpoint' | 'note' | NoteKind

/** Moves every part of a map to where the layout says; one update, and none when all is in place. */
export function layOut(editor: Editor, mapId: TLShapeId): void {
  const view = mapView(editor, mapId)
  if (!view) return
  const { layout, children } = view
  const places = placesOf(layout)
  const shapes = [
    ...children.personas,
    ...children.stages,
    ...children.lanes,
    ...children.cards,
    ...[...children.clustered.values()].flat(),
  ]
  const moved = shapes.flatMap(({ id, type, x, y }) => {
    const place = places.get(id)
    return !place || (place.x === x && place.y === y) ? [] : [{ id, type, x: place.x, y: place.y }]
  })
  if (moved.length > 0) editor.updateShapes(moved)
}

/** After a drag: the card belongs to the cell under its middle; a note outside every map lies loose. */
export function dropCard(editor: Editor, card: CardShape): void {
  const bounds = editor.getShapePageBounds(card.id)
  if (!bounds) return
  const map = mapNear(editor, bounds.center, card.type === 'touchpoint')
  const before = card.parentId
  if (map) putIntoCell(editor, card, map, bounds.center)
  else editor.reparentShapes([card.id], editor.getCurrentPageId())
  const parent = editor.getShape(before as TLShapeId) // undefined for a page's id
  if (isMap(parent) && parent.id !== map?.id) layOut(editor, parent.id)
}

function putIntoCell(editor: Editor, card: CardShape, map: JourneyMapShape, at: VecLike): void {
  if (card.parentId !== map.id) editor.reparentShapes([card.id], map.id)
  const cell = cellUnder(editor, map, at)
  if (!cell) return
  const kind = card.type === 'sticky-note' ? { kind: kindIn(editor, cell.laneId) ?? card.props.kind } : {}
  editor.updateShapes([{ id: card.id, type: card.type, props: { ...cell, ...kind } }])
  layOut(editor, map.id)
}

/** The map under a point; with `isAny`, the only or nearest one where none is. */
function mapNear(editor: Editor, point: VecLike, isAny: boolean): JourneyMapShape | null {
  const maps = mapsOnPage(editor)
  const under = maps.find(({ id }) => editor.getShapePageBounds(id)?.expandBy(24).containsPoint(point))
  return under ?? (isAny ? (maps[0] ?? null) : null)
}

function cellUnder(editor: Editor, map: JourneyMapShape, point: VecLike): Cell | null {
  const view = mapView(editor, map.id)
  return view ? cellAt(editor.getPointInShapeSpace(map.id, point), view.parts, view.layout) : null
}

/** Lanes that say what lies in them make a note that; the others leave it as it is. */
function kindIn(editor: Editor, laneId: string): NoteKind | null {
  const lane = editor.getShape<LaneShape>(laneId as TLShapeId) // from the layout of this editor's own map
  return noteKinds.find((each) => each === lane?.props.kind) ?? null
}

/** Where a click with a tool puts a card: the cell under the pointer, its lane the pointer's if the kind fits there. */
export function addCardAt(editor: Editor, kind: CardKind, point: VecLike): TLShapeId | null {
  const map =
    mapNear(editor, point, kind === 'touchpoint') ?? (kind === 'touchpoint' ? createMap(editor) : null)
  if (!map) return createCard(editor, kind, { parentId: editor.getCurrentPageId(), point, cell: null })
  const under = cellUnder(editor, map, point)
  return createCard(editor, kind, {
    parentId: map.id,
    point: editor.getPointInShapeSpace(map.id, point),
    cell: under && fitting(editor, map, kind, under),
  })
}

/** For the keyboard: into the selected card's or stage's column, else the first, at the end of its cell. */
export function addCard(editor: Editor, kind: CardKind): TLShapeId | null {
  const map = selectedMap(editor) ?? mapsOnPage(editor)[0]
  if (!map) return addCardAt(editor, kind, editor.getViewportPageBounds().center)
  const view = mapView(editor, map.id)
  const stageId = selectedStage(editor) ?? view?.parts.stages[0]?.id
  const laneId = view && ownLane(view.parts, kind)
  const cell = stageId && laneId ? { stageId, laneId } : null
  return createCard(editor, kind, { parentId: map.id, point: { x: 0, y: 1e6 }, cell })
}

function selectedMap(editor: Editor): JourneyMapShape | undefined {
  const selected = editor.getOnlySelectedShape()
  if (isMap(selected)) return selected
  const parent = selected && editor.getShapeParent(selected)
  return isMap(parent) ? parent : undefined
}

function selectedStage(editor: Editor): string | null {
  const selected: unknown = editor.getOnlySelectedShape()
  if (!isOwn(selected)) return null
  if (selected.type === 'stage') return selected.id
  return 'stageId' in selected.props ? selected.props.stageId : null
}

/** The lane that was pointed at where the kind belongs there, else the map's own lane for it. */
function fitting(editor: Editor, map: JourneyMapShape, kind: CardKind, cell: Cell): Cell {
  const parts = mapView(editor, map.id)?.parts
  const under = parts?.lanes.find(({ id }) => id === cell.laneId)
  if (!parts || (under && takes(under.kind, kind))) return cell
  return { stageId: cell.stageId, laneId: ownLane(parts, kind) ?? cell.laneId }
}

/** The lane that is for this kind, else the first that takes it. */
function ownLane({ lanes }: MapParts, kind: CardKind): string | undefined {
  const wanted: LaneKind = kind === 'touchpoint' ? 'touchpoints' : kind === 'note' ? 'free' : kind
  return (lanes.find((lane) => lane.kind === wanted) ?? lanes.find((lane) => takes(lane.kind, kind)))?.id
}

/** Touchpoints and notes keep to lanes of their own; the kinds of notes keep apart where lanes say so. */
function takes(lane: LaneKind, kind: CardKind): boolean {
  if (lane === 'emotion') return false
  if (kind === 'touchpoint') return lane === 'touchpoints'
  if (lane === 'touchpoints') return false
  const laneNote = noteKinds.find((each) => each === lane)
  return kind === 'note' || !laneNote || laneNote === kind
}

type NewCard = { parentId: CardShape['parentId']; point: VecLike; cell: Cell | null }

function createCard(editor: Editor, kind: CardKind, { parentId, point, cell }: NewCard): TLShapeId | null {
  const id = createShapeId()
  const { myDepartmentId } = sceneOf(editor).get()
  editor.markHistoryStoppingPoint(`creating:${id}`)
  const place = { id, parentId, x: point.x, y: point.y }
  if (kind === 'touchpoint') {
    const props = { departmentId: myDepartmentId, stageId: null, laneId: null, ...cell }
    editor.createShape<TouchpointShape>({ ...place, type: 'touchpoint', props })
  } else {
    const own = kind === 'note' ? null : kind
    const laneKind = cell && own === null ? kindIn(editor, cell.laneId) : own
    editor.createShape<Extract<CardShape, { type: 'sticky-note' }>>({
      ...place,
      type: 'sticky-note',
      props: { kind: laneKind, stageId: null, laneId: null, ...cell },
    })
  }
  if (!editor.getShape(id)) return null // the page is full
  layOut(editor, parentId as TLShapeId) // a page's id has no map
  return id
}

/** A small map to begin with, in the middle of what is seen. */
export function createMap(editor: Editor): JourneyMapShape | null {
  const { say } = sceneOf(editor).get()
  const id = createShapeId()
  const { center } = editor.getViewportPageBounds()
  editor.markHistoryStoppingPoint('creating map')
  editor.run(() => {
    const shape = { id, type: 'journey-map', parentId: editor.getCurrentPageId() } as const
    editor.createShape<JourneyMapShape>({
      ...shape,
      x: Math.round(center.x - 320),
      y: Math.round(center.y - 240),
      props: { title: say('untitledMap') },
    })
    for (const name of ['first', 'second', 'third'] as const)
      insertStage(editor, id, say(`stageName.${name}`))
    for (const kind of ['touchpoints', 'emotion', 'pain-points', 'opportunities'] as const)
      insertLane(editor, id, say(`laneName.${kind}`), kind)
    layOut(editor, id)
  })
  const made = editor.getShape(id)
  return isMap(made) ? made : null
}

/** At the end; null when the page is full. */
export function addStage(editor: Editor, mapId: TLShapeId): TLShapeId | null {
  editor.markHistoryStoppingPoint('adding stage')
  const id = insertStage(editor, mapId, sceneOf(editor).get().say('untitledStage'))
  layOut(editor, mapId)
  return editor.getShape(id) ? id : null
}
export function addLane(editor: Editor, mapId: TLShapeId): TLShapeId | null {
  editor.markHistoryStoppingPoint('adding lane')
  const id = insertLane(editor, mapId, sceneOf(editor).get().say('untitledLane'), 'free')
  layOut(editor, mapId)
  return editor.getShape(id) ? id : null
}

function insertStage(editor: Editor, mapId: TLShapeId, title: string): TLShapeId {
  const id = createShapeId()
  editor.createShape<StageShape>({ id, type: 'stage', parentId: mapId, props: { title } })
  return id
}
function insertLane(editor: Editor, mapId: TLShapeId, title: string, kind: LaneKind): TLShapeId {
  const id = createShapeId()
  editor.createShape<LaneShape>({ id, type: 'lane', parentId: mapId, props: { title, kind } })
  return id
}
