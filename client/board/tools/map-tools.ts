// What the tools for stages, lanes and the emotion curve do: where one points, or at what is selected.
import type { Editor, TLShapeId, VecLike } from '@tldraw/tldraw'
import { chosenPersona } from '#client/board/chosen-persona.ts'
import { mapNear } from '#client/board/drop-target.ts'
import { editMap } from '#client/board/edit-map.ts'
import { addLane, addStage, createMap } from '#client/board/map-commands.ts'
import { isMap, isOwn, type MapView, mapsOnPage, mapView } from '#client/board/map-of.ts'
import { sceneOf } from '#client/board/scene.ts'
import { emotionAt } from '#client/board/shapes/emotion-curve.ts'
import { type JourneyMapShape, personaEmotions, type StageShape } from '#shared/board/shapes.ts'

/** Between the stages that lie left and right of a point; without any map, one is begun. */
export function addStageAt(editor: Editor, point: VecLike): TLShapeId | null {
  const map = mapNear(editor, point, true)
  if (!map) return firstStage(editor, createMap(editor))
  return addStage(editor, map.id, stageAfter(editor, map, point))
}
export function addLaneAt(editor: Editor, point: VecLike): TLShapeId | null {
  const map = mapNear(editor, point, true)
  if (!map) return firstStage(editor, createMap(editor))
  return addLane(editor, map.id, laneAfter(editor, map, point))
}

/** The stage before which one would come that is put at a point; null is the end. */
export function stageAfter(editor: Editor, map: JourneyMapShape, point: VecLike): TLShapeId | null {
  const view = mapView(editor, map.id)
  const { x } = editor.getPointInShapeSpace(map.id, point)
  const isAfter = ({ id }: StageShape) => {
    const place = view?.layout.stages.get(id)
    return place !== undefined && x < place.x + place.width / 2
  }
  return view?.children.stages.find(isAfter)?.id ?? null
}
export function laneAfter(editor: Editor, map: JourneyMapShape, point: VecLike): TLShapeId | null {
  const view = mapView(editor, map.id)
  const { y } = editor.getPointInShapeSpace(map.id, point)
  const lanes = view?.children.lanes ?? []
  const isAfter = (id: string) => {
    const place = view?.layout.lanes.get(id)
    return place !== undefined && y < place.y + place.height / 2
  }
  return lanes.find(({ id }) => isAfter(id))?.id ?? null
}

/** Behind the selected stage, or the one in which the selected card lies; else at the end. */
export function addStageHere(editor: Editor): TLShapeId | null {
  const here = selectedPlace(editor)
  if (!here) return firstStage(editor, createMap(editor))
  const { stages } = here.view.children
  const at = stages.findIndex(({ id }) => id === here.stageId)
  return addStage(editor, here.view.map.id, at < 0 ? null : (stages[at + 1]?.id ?? null))
}
export function addLaneHere(editor: Editor): TLShapeId | null {
  const here = selectedPlace(editor)
  if (!here) return firstStage(editor, createMap(editor))
  const { lanes } = here.view.children
  const at = lanes.findIndex(({ id }) => id === here.laneId)
  return addLane(editor, here.view.map.id, at < 0 ? null : (lanes[at + 1]?.id ?? null))
}

export type EmotionPlace = { view: MapView; stage: StageShape; personaId: string | null; value: number }

/** Which point of which curve is meant by a place on the board; null while no map has a stage. */
export function emotionPlaceAt(editor: Editor, point: VecLike): EmotionPlace | null {
  const map = mapNear(editor, point, true)
  const view = map && mapView(editor, map.id)
  if (!map || !view) return null
  const { x, y } = editor.getPointInShapeSpace(map.id, point)
  const distance = ({ id }: StageShape) => {
    const place = view.layout.stages.get(id)
    return place ? Math.abs(x - place.x - place.width / 2) : Number.POSITIVE_INFINITY
  }
  const [stage] = view.children.stages.toSorted((one, other) => distance(one) - distance(other))
  if (!stage) return null
  const lane = emotionLaneOf(view)
  const value = lane ? emotionAt(y, lane.y) : 0
  return { view, stage, personaId: personaOf(editor, view), value }
}

export function setEmotionAt(editor: Editor, point: VecLike): void {
  const place = emotionPlaceAt(editor, point)
  if (place) setEmotion(editor, place)
}

/** The selected stage, or the first one, gets a point where it has none; its fields then move it. */
export function setEmotionHere(editor: Editor): TLShapeId | null {
  const here = selectedPlace(editor)
  const stages = here?.view.children.stages ?? []
  const stage = stages.find(({ id }) => id === here?.stageId) ?? stages[0]
  if (!here || !stage) return null
  const personaId = personaOf(editor, here.view)
  const known = personaId ? personaEmotions(stage.meta).get(personaId) : stage.props.emotion
  if (typeof known !== 'number' || !emotionLaneOf(here.view))
    setEmotion(editor, { view: here.view, stage, personaId, value: known ?? 0 })
  editor.select(stage.id)
  return stage.id
}

function setEmotion(editor: Editor, { view, stage, personaId, value }: EmotionPlace): void {
  const title = sceneOf(editor).get().say('laneName.emotion')
  editMap(editor, 'emotion', (edit) => {
    if (!emotionLaneOf(view)) edit.addLane(view.map.id, { title, kind: 'emotion' })
    edit.setEmotion(stage.id, personaId, value)
    return true
  })
}

export function emotionLaneOf({ children, layout }: MapView): { x: number; y: number } | null {
  const lane = children.lanes.find(({ props }) => props.kind === 'emotion')
  return (lane && layout.lanes.get(lane.id)) ?? null
}

const personaOf = (editor: Editor, { map, children }: MapView): string | null =>
  chosenPersona(editor, map.id, children.personas)?.id ?? null

const firstStage = (editor: Editor, map: JourneyMapShape | null): TLShapeId | null =>
  (map && mapView(editor, map.id)?.children.stages[0]?.id) ?? null

/** The map, stage and lane that what is selected belongs to; without a selection the first map. */
function selectedPlace(
  editor: Editor,
): { view: MapView; stageId: string | null; laneId: string | null } | null {
  const selected: unknown = editor.getOnlySelectedShape()
  const around: readonly unknown[] = isOwn(selected)
    ? [selected, ...editor.getShapeAncestors(selected.id)]
    : []
  const map = around.find(isMap) ?? mapsOnPage(editor)[0]
  const view = map && mapView(editor, map.id)
  if (!view) return null
  const own = around.filter(isOwn)
  const named = (key: 'stageId' | 'laneId'): string | null => {
    const holder = own.map(({ props }) => (key in props ? Reflect.get(props, key) : null))
    return holder.find((id): id is string => typeof id === 'string') ?? null
  }
  return {
    view,
    stageId: own.find(({ type }) => type === 'stage')?.id ?? named('stageId'),
    laneId: own.find(({ type }) => type === 'lane')?.id ?? named('laneId'),
  }
}
