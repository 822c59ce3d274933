// The commands on maps, stages, lanes and personas as the board's buttons and keys call them.
import { createShapeId, type Editor, type TLShapeId } from '@tldraw/tldraw'
import { applyEdit, editMap, ownShapesOf } from '#client/board/edit-map.ts'
import { isMap, mapsOnPage, mapView } from '#client/board/map-of.ts'
import { sceneOf } from '#client/board/scene.ts'
import { copyShapes } from '#shared/board/copy-shapes.ts'
import type { Fate, MapEdit } from '#shared/board/map-edit.ts'
import {
  type JourneyMapShape,
  type LaneShape,
  maxLaneHeight,
  type PersonaShape,
  type StageShape,
  stageWidths,
} from '#shared/board/shapes.ts'

export type MapPart = StageShape | LaneShape | PersonaShape

/** Between two maps, one below the other. */
const mapGap = 120

/** A small map to begin with: in the middle of what is seen or, where there are maps, below them. */
export function createMap(editor: Editor): JourneyMapShape | null {
  const { say } = sceneOf(editor).get()
  const at = placeBelow(editor) ?? middle(editor)
  const id = editMap(editor, 'creating map', (edit) => {
    const mapId = edit.addMap(say('untitledMap'), at)
    for (const name of ['first', 'second', 'third'] as const) edit.addStage(mapId, say(`stageName.${name}`))
    for (const kind of ['touchpoints', 'emotion', 'pain-points', 'opportunities'] as const)
      edit.addLane(mapId, { title: say(`laneName.${kind}`), kind })
    return mapId
  })
  const made: unknown = id && editor.getShape(id)
  return isMap(made) ? made : null
}

function middle(editor: Editor): { x: number; y: number } {
  const { center } = editor.getViewportPageBounds()
  return { x: Math.round(center.x - 320), y: Math.round(center.y - 240) }
}

function placeBelow(editor: Editor): { x: number; y: number } | null {
  const maps = mapsOnPage(editor)
  const bottoms = maps.map(({ id }) => editor.getShapePageBounds(id)?.maxY ?? 0)
  return maps[0] ? { x: maps[0].x, y: Math.round(Math.max(...bottoms) + mapGap) } : null
}

/** Below the others, with everything that is on it. */
export function duplicateMap(editor: Editor, mapId: TLShapeId): TLShapeId | null {
  const at = placeBelow(editor)
  const shapes = ownShapesOf(editor)
  const map = shapes.find(({ id }) => id === mapId)
  if (!map || !at) return null
  const inside = shapes.filter(({ id }) => editor.hasAncestor(id, mapId))
  const [copy, ...rest] = copyShapes([map, ...inside], () => createShapeId())
  if (!copy) return null
  const index = editor.getHighestIndexForParent(map.parentId)
  const put = [{ ...copy, ...at, index }, ...rest]
  return applyEdit(editor, 'duplicating map', { put, removed: [] }) ? copy.id : null
}

/** At the end or before another one; null when the page is full. */
export function addStage(
  editor: Editor,
  mapId: TLShapeId,
  before: TLShapeId | null = null,
): TLShapeId | null {
  const title = sceneOf(editor).get().say('untitledStage')
  return editMap(editor, 'adding stage', (edit) => edit.addStage(mapId, title, before))
}
export function addLane(editor: Editor, mapId: TLShapeId, before: TLShapeId | null = null): TLShapeId | null {
  const title = sceneOf(editor).get().say('untitledLane')
  return editMap(editor, 'adding lane', (edit) => edit.addLane(mapId, { title, kind: 'free' }, before))
}
export function addPersona(editor: Editor, mapId: TLShapeId): TLShapeId | null {
  const name = sceneOf(editor).get().say('untitledPersona')
  return editMap(editor, 'adding persona', (edit) => edit.addPersona(mapId, { name }))
}

/** The parts of the same kind on the same map, in their order. */
export function siblingsOf(editor: Editor, { parentId, type }: MapPart): readonly MapPart[] {
  const children = mapView(editor, parentId as TLShapeId)?.children // undefined on the page
  if (!children) return []
  return type === 'stage' ? children.stages : type === 'lane' ? children.lanes : children.personas
}

/** One place on (1) or back (-1); false at the ends. */
export function stepPart(editor: Editor, part: MapPart, by: 1 | -1): boolean {
  const siblings = siblingsOf(editor, part)
  const at = siblings.findIndex(({ id }) => id === part.id)
  if (!siblings[at + by]) return false
  movePart(editor, part, siblings[by === 1 ? at + 2 : at - 1]?.id ?? null)
  return true
}
export function movePart(editor: Editor, { id }: MapPart, before: string | null): void {
  editMap(editor, 'moving part', (edit) => edit.movePart(id, before))
}

export function resizeStage(editor: Editor, { id }: StageShape, width: number): void {
  const next = Math.round(Math.min(stageWidths.max, Math.max(stageWidths.min, width)))
  editMap(editor, 'resizing stage', (edit) => edit.setProps(id, 'stage', { width: next }))
}
export function resizeLane(editor: Editor, { id }: LaneShape, minHeight: number): void {
  const next = Math.round(Math.min(maxLaneHeight, Math.max(0, minHeight)))
  editMap(editor, 'resizing lane', (edit) => edit.setProps(id, 'lane', { minHeight: next }))
}

/** How many cards lie in a stage or lane, those of clusters as one. */
export function cardsIn(editor: Editor, part: StageShape | LaneShape): number {
  const cards = mapView(editor, part.parentId as TLShapeId)?.children.cards ?? [] // undefined on the page
  return cards.filter(({ props }) => (part.type === 'stage' ? props.stageId : props.laneId) === part.id)
    .length
}

export function removePart(editor: Editor, part: MapPart, fate: Fate): void {
  editMap(editor, 'removing part', (edit: MapEdit) => {
    if (part.type === 'stage') edit.removeStage(part.id, fate)
    else if (part.type === 'lane') edit.removeLane(part.id, fate)
    else edit.removePersona(part.id)
  })
}
export function removeMap(editor: Editor, id: TLShapeId): void {
  editMap(editor, 'removing map', (edit) => edit.remove(id))
}
