// While a tool for stages, lanes or the curve is in hand: where a click would put it.
import { type Editor, TLPOINTER_ID, useEditor, useValue } from '@tldraw/tldraw'
import classes from '#client/board/chrome/tool-hint.module.css'
import { mapNear } from '#client/board/drop-target.ts'
import { mapView } from '#client/board/map-of.ts'
import { emotionPoint } from '#client/board/shapes/emotion-curve.ts'
import { mapToolId, mapToolKinds } from '#client/board/tools/click-tools.ts'
import { emotionLaneOf, emotionPlaceAt, laneAfter, stageAfter } from '#client/board/tools/map-tools.ts'
import { columnGap } from '#shared/board/card-size.ts'

type Hint =
  | { kind: 'line'; left: number; top: number; width: number; height: number }
  | { kind: 'point'; left: number; top: number }

export function ToolHint() {
  const editor = useEditor()
  const hint = useValue('tool hint', () => hintOf(editor), [editor])
  if (!hint) return null
  const { kind, ...place } = hint
  return <div className={kind === 'line' ? classes.line : classes.point} style={place} />
}

/** The pointer as a record of the store, so that what reads it follows it. */
const pointer = (editor: Editor): { x: number; y: number } =>
  editor.store.get(TLPOINTER_ID) ?? editor.inputs.currentPagePoint

function hintOf(editor: Editor): Hint | null {
  const tool = mapToolKinds.find((kind) => editor.getCurrentToolId() === mapToolId(kind))
  if (!tool) return null
  const point = pointer(editor)
  if (tool === 'emotion') return pointHint(editor, point)
  const map = mapNear(editor, point, true)
  const layout = map && mapView(editor, map.id)?.layout
  if (!map || !layout) return null
  if (tool === 'stage') {
    const next = stageAfter(editor, map, point)
    const x = next ? (layout.stages.get(next)?.x ?? 0) - columnGap / 2 : layout.width + columnGap / 2
    return {
      kind: 'line',
      left: map.x + x - 1.5,
      top: map.y + layout.stageY,
      width: 3,
      height: layout.height - layout.stageY,
    }
  }
  const next = laneAfter(editor, map, point)
  const y = next ? (layout.lanes.get(next)?.y ?? 0) : layout.height
  return { kind: 'line', left: map.x, top: map.y + y - 1.5, width: layout.width, height: 3 }
}

function pointHint(editor: Editor, point: { x: number; y: number }): Hint | null {
  const place = emotionPlaceAt(editor, point)
  const lane = place && emotionLaneOf(place.view)
  const stage = place?.view.layout.stages.get(place.stage.id)
  if (!place || !lane || !stage) return null
  const { x, y } = emotionPoint(stage.x + stage.width / 2, lane.y, place.value)
  return { kind: 'point', left: place.view.map.x + x - 9, top: place.view.map.y + y - 9 }
}
