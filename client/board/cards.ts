// Puts new cards on the board: under the pointer or, by keyboard, into the selected column.
import type { Editor, TLShapeId, VecLike } from '@tldraw/tldraw'
import { beforeAt, mapNear } from '#client/board/drop-target.ts'
import { editMap } from '#client/board/edit-map.ts'
import { createMap } from '#client/board/map-commands.ts'
import { isMap, isOwn, mapsOnPage, mapView } from '#client/board/map-of.ts'
import { sceneOf } from '#client/board/scene.ts'
import { type Cell, cellAt, type MapParts } from '#shared/board/layout.ts'
import type { LaneKind } from '#shared/board/model.ts'
import { type JourneyMapShape, type NoteKind, noteKinds } from '#shared/board/shapes.ts'

export type CardKind = 'touchpoint' | 'note' | NoteKind

/** Where a click with a tool puts a card: the cell under the pointer, its lane the pointer's if the kind fits there. */
export function addCardAt(editor: Editor, kind: CardKind, point: VecLike): TLShapeId | null {
  const isTouchpoint = kind === 'touchpoint'
  const isFirst = isTouchpoint && mapsOnPage(editor).length === 0
  const map = isFirst ? createMap(editor) : mapNear(editor, point, isTouchpoint)
  // A touchpoint means nothing outside of a map: where all are locked there is no place for one.
  if (!map) return isTouchpoint ? null : addLoose(editor, kind, point)
  const view = mapView(editor, map.id)
  const at = editor.getPointInShapeSpace(map.id, point)
  const under = view && cellAt(at, view.parts, view.layout)
  const cell = view && under ? fitting(view.parts, kind, under) : null
  const isHere = cell?.laneId === under?.laneId
  return addInto(editor, kind, map, cell, view && cell && isHere ? beforeAt(view, cell, at.y) : null)
}

/** For the keyboard: into the selected card's or stage's column, else the first, at the end of its cell. */
export function addCard(editor: Editor, kind: CardKind): TLShapeId | null {
  const map = selectedMap(editor) ?? mapsOnPage(editor)[0]
  if (!map) return addCardAt(editor, kind, editor.getViewportPageBounds().center)
  const view = mapView(editor, map.id)
  const stageId = selectedStage(editor) ?? view?.parts.stages[0]?.id
  const laneId = view && ownLane(view.parts, kind)
  return addInto(editor, kind, map, stageId && laneId ? { stageId, laneId } : null, null)
}

function selectedMap(editor: Editor): JourneyMapShape | undefined {
  const selected = editor.getOnlySelectedShape()
  const around: readonly unknown[] = selected ? [selected, ...editor.getShapeAncestors(selected)] : []
  return around.find(isMap)
}

function selectedStage(editor: Editor): string | null {
  const selected: unknown = editor.getOnlySelectedShape()
  if (!isOwn(selected)) return null
  if (selected.type === 'stage') return selected.id
  return 'stageId' in selected.props ? selected.props.stageId : null
}

/** The lane that was pointed at where the kind belongs there, else the map's own lane for it. */
function fitting(parts: MapParts, kind: CardKind, cell: Cell): Cell {
  const under = parts.lanes.find(({ id }) => id === cell.laneId)
  if (under && takes(under.kind, kind)) return cell
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

function addLoose(editor: Editor, kind: CardKind, { x, y }: VecLike): TLShapeId | null {
  const own = noteKinds.find((each) => each === kind) ?? null
  return editMap(editor, 'creating note', (edit) => edit.addNote({ at: { x, y } }, { kind: own }))
}

function addInto(
  editor: Editor,
  kind: CardKind,
  { id: mapId }: JourneyMapShape,
  cell: Cell | null,
  before: string | null,
): TLShapeId | null {
  const { myDepartmentId } = sceneOf(editor).get()
  return editMap(editor, 'creating card', (edit) => {
    if (kind === 'touchpoint')
      return edit.addTouchpoint(mapId, cell, { departmentId: myDepartmentId }, before)
    const own = noteKinds.find((each) => each === kind) ?? null
    const id = edit.addNote({ mapId, cell }, { kind: own })
    // A plain note becomes what its lane is for; one that says what it is keeps that.
    if (cell && (own === null || before !== null)) edit.moveCard(id, mapId, cell, before)
    if (own !== null) edit.setProps(id, 'sticky-note', { kind: own })
    return id
  })
}
