// The points of the emotion curves, to be dragged; a plus where the chosen curve has none yet.
import { IconPlus } from '@tabler/icons-react'
import { type Editor, type TLEventInfo, useEditor, useValue } from '@tldraw/tldraw'
import { useEffect, useRef } from 'react'
import { choosePersona, chosenPersona } from '#client/board/chosen-persona.ts'
import classes from '#client/board/chrome/on-map.module.css'
import { mapsWithHandles, useHandleDrag } from '#client/board/chrome/use-handle-drag.ts'
import { editMap } from '#client/board/edit-map.ts'
import { emotionDrag } from '#client/board/emotion-drag.ts'
import type { MapView } from '#client/board/map-of.ts'
import { mapTexts } from '#client/board/map-texts.ts'
import { emotionAt, emotionPoint, formatSigned } from '#client/board/shapes/emotion-curve.ts'
import { emotionLines, storedEmotion } from '#client/board/shapes/emotion-lines.ts'
import { currentLanguage, useTexts } from '#client/ui/texts.ts'
import { emotionLane } from '#shared/board/card-size.ts'
import type { StageShape } from '#shared/board/shapes.ts'

export function EmotionPoints() {
  const editor = useEditor()
  const views = useValue('maps with handles', () => mapsWithHandles(editor), [editor])
  useEffect(() => {
    const onEvent = (info: TLEventInfo) => {
      if (info.type === 'click' && info.name === 'double_click' && info.phase === 'up') addAtPointer(editor)
    }
    editor.on('event', onEvent)
    return () => {
      editor.off('event', onEvent)
    }
  }, [editor])
  return views.flatMap((view) =>
    laneYs(view).map((laneY) => <Points key={`${view.map.id} ${laneY}`} {...{ view, laneY }} />),
  )
}

const laneYs = ({ children, layout }: MapView): number[] =>
  children.lanes.filter(({ props }) => props.kind === 'emotion').map(({ id }) => layout.lanes.get(id)?.y ?? 0)

function setPoint(editor: Editor, stageId: string, personaId: string | null, value: number | null): void {
  editMap(editor, 'emotion', (edit) => edit.setEmotion(stageId, personaId, value))
}

/** A double click into an empty column of the curve's lane. */
function addAtPointer(editor: Editor): void {
  for (const view of mapsWithHandles(editor)) {
    const { x, y } = editor.getPointInShapeSpace(view.map.id, editor.inputs.currentPagePoint)
    const laneY = laneYs(view).find(
      (top) => y > top && y < top + emotionLane.top + emotionLane.height + emotionLane.bottom,
    )
    const stage = view.children.stages.find(({ id, props }) => {
      const left = view.layout.stages.get(id)?.x ?? 0
      return x >= left && x <= left + props.width
    })
    if (laneY === undefined || !stage) continue
    const personaId = chosenPersona(editor, view.map.id, view.children.personas)?.id ?? null
    if (storedEmotion(stage, personaId) === null) setPoint(editor, stage.id, personaId, emotionAt(y, laneY))
  }
}

function Points({ view, laneY }: { view: MapView; laneY: number }) {
  const editor = useEditor()
  const drag = useValue('emotion drag', () => emotionDrag(editor).get(), [editor])
  const chosenId = useValue(
    'chosen persona',
    () => chosenPersona(editor, view.map.id, view.children.personas)?.id ?? null,
    [editor, view],
  )
  return emotionLines(view, laneY, drag).map((line) => (
    <div key={line.personaId}>
      {view.children.stages.map((stage) => {
        const point = line.points.find(({ stageId }) => stageId === stage.id)
        const isChosen = line.personaId === chosenId
        if (!point && !isChosen) return null
        const { personaId } = line
        return (
          <Point
            key={stage.id}
            {...{ view, laneY, stage, personaId, isChosen }}
            value={point?.emotion ?? null}
          />
        )
      })}
    </div>
  ))
}

type PointProps = {
  view: MapView
  laneY: number
  stage: StageShape
  personaId: string | null
  isChosen: boolean
  value: number | null
}

/** Of the area that can be grasped, px at 100 %. */
const grip = 32
/** A double click that has just made the point does not take it away again. */
const doubleClickMs = 600

function Point({ view: { map, layout }, laneY, stage, personaId, isChosen, value }: PointProps) {
  const editor = useEditor()
  const say = useTexts(mapTexts)
  const isDragged = useValue('is dragged', () => {
    const drag = emotionDrag(editor).get()
    return drag?.stageId === stage.id && drag.personaId === personaId
  }, [editor, stage.id, personaId])
  const madeAt = useRef(0)
  const isSet = storedEmotion(stage, personaId) !== null
  const valueAt = (y: number) => emotionAt(y - map.y, laneY)
  const onPointerDown = useHandleDrag({
    onStart: () => personaId && choosePersona(editor, map.id, personaId),
    onMove: ({ y }) => emotionDrag(editor).set({ stageId: stage.id, personaId, value: valueAt(y) }),
    onEnd: ({ y }, hasMoved) => {
      emotionDrag(editor).set(null)
      if (hasMoved) setPoint(editor, stage.id, personaId, valueAt(y))
      else if (!isSet) {
        madeAt.current = Date.now()
        setPoint(editor, stage.id, personaId, 0)
      } else {
        if (personaId) choosePersona(editor, map.id, personaId)
        editor.select(stage.id)
      }
    },
    onCancel: () => emotionDrag(editor).set(null),
  })
  const place = layout.stages.get(stage.id) ?? { x: 0, width: 0 }
  const { x, y } = emotionPoint(place.x + place.width / 2, laneY, value ?? 0)
  return (
    <button
      type="button"
      tabIndex={-1} // by keyboard: the slider in the stage's bar
      className={classes.point}
      data-chosen={isChosen || undefined}
      data-empty={value === null || undefined}
      title={value === null ? say('addPointIn', { stage: stage.props.title }) : say('pointHint')}
      style={{ left: map.x + x - grip / 2, top: map.y + y - grip / 2, width: grip, height: grip }}
      onPointerDown={onPointerDown}
      onDoubleClick={() => {
        if (isSet && Date.now() - madeAt.current > doubleClickMs) setPoint(editor, stage.id, personaId, null)
      }}
    >
      {value === null && <IconPlus size={18} stroke={1.6} aria-hidden />}
      {isDragged && value !== null && (
        <span className={classes.figure}>{formatSigned(value, currentLanguage())}</span>
      )}
    </button>
  )
}
