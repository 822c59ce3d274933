// Between two columns and below each lane: what one drags to make them wider or higher.
import { useEditor, useValue } from '@tldraw/tldraw'
import { useState } from 'react'
import classes from '#client/board/chrome/on-map.module.css'
import { mapsWithHandles, useHandleDrag } from '#client/board/chrome/use-handle-drag.ts'
import { resizeLane, resizeStage } from '#client/board/map-commands.ts'
import type { MapView } from '#client/board/map-of.ts'
import { mapTexts } from '#client/board/map-texts.ts'
import { useTexts } from '#client/ui/texts.ts'
import { columnGap, laneLabelWidth } from '#shared/board/card-size.ts'
import { type LaneShape, maxLaneHeight, type StageShape, stageWidths } from '#shared/board/shapes.ts'

export function PartHandles() {
  const editor = useEditor()
  const views = useValue('maps with handles', () => mapsWithHandles(editor), [editor])
  return views.map((view) => (
    <div key={view.map.id}>
      {view.children.stages.map((stage) => (
        <StageHandle key={stage.id} view={view} stage={stage} />
      ))}
      {view.children.lanes
        .filter(({ props }) => props.kind !== 'emotion')
        .map((lane) => (
          <LaneHandle key={lane.id} view={view} lane={lane} />
        ))}
    </div>
  ))
}

/** Of the area that can be grasped, px at 100 %. */
const grip = 24

function StageHandle({ view: { map, layout }, stage }: { view: MapView; stage: StageShape }) {
  const editor = useEditor()
  const say = useTexts(mapTexts)
  const [width, setWidth] = useState<number | null>(null)
  const left = map.x + (layout.stages.get(stage.id)?.x ?? 0)
  const top = map.y + layout.stageY
  const widthAt = (x: number) =>
    Math.round(Math.min(stageWidths.max, Math.max(stageWidths.min, x - left - columnGap / 2)))
  const onPointerDown = useHandleDrag({
    onMove: ({ x }) => setWidth(widthAt(x)),
    onEnd: ({ x }, hasMoved) => {
      setWidth(null)
      if (hasMoved) resizeStage(editor, stage, widthAt(x))
    },
    onCancel: () => setWidth(null),
  })
  const isSelected = useValue('is selected', () => editor.getOnlySelectedShapeId() === stage.id, [
    editor,
    stage.id,
  ])
  return (
    <>
      <div
        className={classes.handle}
        data-side="right"
        data-shown={isSelected || width !== null || undefined}
        title={say('resizeStage', { title: stage.props.title })}
        style={{
          left: left + stage.props.width + (columnGap - grip) / 2,
          top,
          width: grip,
          height: layout.stageHeight,
        }}
        onPointerDown={onPointerDown}
      />
      {width !== null && (
        <div
          className={classes.line}
          style={{
            left: left + width + columnGap / 2 - 1.5,
            top,
            width: 3,
            height: layout.height - layout.stageY,
          }}
        >
          <span className={classes.figure}>{width}</span>
        </div>
      )}
    </>
  )
}

function LaneHandle({ view: { map, layout }, lane }: { view: MapView; lane: LaneShape }) {
  const editor = useEditor()
  const say = useTexts(mapTexts)
  const [height, setHeight] = useState<number | null>(null)
  const place = layout.lanes.get(lane.id) ?? { y: 0, height: 0 }
  const top = map.y + place.y
  const heightAt = (y: number) => Math.round(Math.min(maxLaneHeight, Math.max(0, y - top)))
  const onPointerDown = useHandleDrag({
    onMove: ({ y }) => setHeight(heightAt(y)),
    onEnd: ({ y }, hasMoved) => {
      setHeight(null)
      if (hasMoved) resizeLane(editor, lane, heightAt(y))
    },
    onCancel: () => setHeight(null),
  })
  const isSelected = useValue('is selected', () => editor.getOnlySelectedShapeId() === lane.id, [
    editor,
    lane.id,
  ])
  return (
    <>
      <div
        className={classes.handle}
        data-side="below"
        data-shown={isSelected || height !== null || undefined}
        title={say('resizeLane', { title: lane.props.title })}
        style={{ left: map.x, top: top + place.height - grip / 2, width: laneLabelWidth, height: grip }}
        onPointerDown={onPointerDown}
      />
      {height !== null && (
        <div
          className={classes.line}
          style={{ left: map.x, top: top + height - 1.5, width: layout.width, height: 3 }}
        >
          <span className={classes.figure}>{height}</span>
        </div>
      )}
    </>
  )
}
