// The commands at a selected stage or lane; when it is to go and holds cards, the question about them.
import { NativeSelect } from '@mantine/core'
import {
  IconArrowDown,
  IconArrowLeft,
  IconArrowRight,
  IconArrowUp,
  IconColumnInsertRight,
  IconPencil,
  IconRowInsertBottom,
  IconTrash,
  IconViewportNarrow,
  IconViewportShort,
  IconViewportTall,
  IconViewportWide,
} from '@tabler/icons-react'
import { useEditor, useValue } from '@tldraw/tldraw'
import { askedRemoval, askToRemove } from '#client/board/asked-removal.ts'
import { openCard } from '#client/board/card-tools.ts'
import { Bar, Command, Divider } from '#client/board/chrome/Bar.tsx'
import classes from '#client/board/chrome/bar.module.css'
import { EmotionField } from '#client/board/chrome/EmotionField.tsx'
import { RemovalQuestion } from '#client/board/chrome/RemovalQuestion.tsx'
import { editMap } from '#client/board/edit-map.ts'
import {
  addLane,
  addStage,
  resizeLane,
  resizeStage,
  siblingsOf,
  stepPart,
} from '#client/board/map-commands.ts'
import { mapView } from '#client/board/map-of.ts'
import { kindText, mapTexts } from '#client/board/map-texts.ts'
import { sayPlace } from '#client/board/step-shapes.ts'
import { useTexts } from '#client/ui/texts.ts'
import { LaneKind } from '#shared/board/model.ts'
import { type LaneShape, maxLaneHeight, type StageShape, stageWidths } from '#shared/board/shapes.ts'

/** So much wider or higher with each click; px at 100 %. */
const step = 40

export function PartBar({ part }: { part: StageShape | LaneShape }) {
  const editor = useEditor()
  const say = useTexts(mapTexts)
  const isAsked = useValue('is asked', () => askedRemoval(editor).get() === part.id, [editor, part.id])
  const label = say(part.type === 'stage' ? 'stageBar' : 'laneBar', { title: part.props.title })
  return (
    <Bar shapeId={part.id} label={label} isQuestion={isAsked}>
      {isAsked ? (
        <RemovalQuestion part={part} />
      ) : part.type === 'stage' ? (
        <StageCommands stage={part} />
      ) : (
        <LaneCommands lane={part} />
      )}
    </Bar>
  )
}

function usePlace(part: StageShape | LaneShape) {
  const editor = useEditor()
  const siblings = useValue('siblings', () => siblingsOf(editor, part), [editor, part])
  const at = siblings.findIndex(({ id }) => id === part.id)
  const go = (by: 1 | -1) => () => {
    if (stepPart(editor, part, by)) sayPlace(editor, part.id)
  }
  return { isFirst: at <= 0, isLast: at === siblings.length - 1, next: siblings[at + 1]?.id ?? null, go }
}

function StageCommands({ stage }: { stage: StageShape }) {
  const editor = useEditor()
  const say = useTexts(mapTexts)
  const { isFirst, isLast, next, go } = usePlace(stage)
  const { width } = stage.props
  const mapId = stage.parentId as StageShape['id'] // a stage lies on a map
  return (
    <>
      <Command label={say('rename')} Icon={IconPencil} onUse={() => openCard(editor, stage.id)} />
      <Command label={say('left')} Icon={IconArrowLeft} isOff={isFirst} onUse={go(-1)} />
      <Command label={say('right')} Icon={IconArrowRight} isOff={isLast} onUse={go(1)} />
      <Command
        label={say('narrower')}
        Icon={IconViewportNarrow}
        isOff={width <= stageWidths.min}
        onUse={() => resizeStage(editor, stage, width - step)}
      />
      <Command
        label={say('wider')}
        Icon={IconViewportWide}
        isOff={width >= stageWidths.max}
        onUse={() => resizeStage(editor, stage, width + step)}
      />
      <Command
        label={say('stageAfter')}
        Icon={IconColumnInsertRight}
        onUse={() => openCard(editor, addStage(editor, mapId, next))}
      />
      <EmotionField stage={stage} />
      <Divider />
      <Command label={say('removeStage')} Icon={IconTrash} onUse={() => askToRemove(editor, stage)} />
    </>
  )
}

function LaneCommands({ lane }: { lane: LaneShape }) {
  const editor = useEditor()
  const say = useTexts(mapTexts)
  const { isFirst, isLast, next, go } = usePlace(lane)
  const mapId = lane.parentId as LaneShape['id'] // a lane lies on a map
  const view = useValue('map', () => mapView(editor, mapId), [editor, mapId])
  const height = view?.layout.lanes.get(lane.id)?.height ?? 0
  const { kind, minHeight } = lane.props
  const isCurve = kind === 'emotion'
  // One curve is enough for a map, and what lies in the last other lane needs that one.
  const others = view?.children.lanes.filter(({ id }) => id !== lane.id) ?? []
  const mayBeCurve = isCurve || (others.length > 0 && others.every(({ props }) => props.kind !== 'emotion'))
  const kinds = LaneKind.options.filter((each) => each !== 'emotion' || mayBeCurve)
  return (
    <>
      <Command label={say('rename')} Icon={IconPencil} onUse={() => openCard(editor, lane.id)} />
      <Command label={say('up')} Icon={IconArrowUp} isOff={isFirst} onUse={go(-1)} />
      <Command label={say('down')} Icon={IconArrowDown} isOff={isLast} onUse={go(1)} />
      {!isCurve && (
        <>
          <Command
            label={say('lower')}
            Icon={IconViewportShort}
            isOff={minHeight === 0}
            onUse={() => resizeLane(editor, lane, minHeight - step)}
          />
          <Command
            label={say('higher')}
            Icon={IconViewportTall}
            isOff={minHeight >= maxLaneHeight}
            onUse={() => resizeLane(editor, lane, Math.max(minHeight, height) + step)}
          />
        </>
      )}
      <Command
        label={say('laneAfter')}
        Icon={IconRowInsertBottom}
        onUse={() => openCard(editor, addLane(editor, mapId, next))}
      />
      <div className={classes.field}>
        <NativeSelect
          aria-label={say('kind')}
          title={say('kind')}
          value={kind}
          onChange={({ currentTarget }) => {
            const chosen = LaneKind.parse(currentTarget.value)
            editMap(editor, 'lane kind', (edit) => edit.setProps(lane.id, 'lane', { kind: chosen }))
          }}
          data={kinds.map((each) => ({ value: each, label: say(kindText(each)) }))}
        />
      </div>
      <Divider />
      <Command label={say('removeLane')} Icon={IconTrash} onUse={() => askToRemove(editor, lane)} />
    </>
  )
}
