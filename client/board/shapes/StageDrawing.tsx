// A stage's rule and title, and a lane's label.
import type { Palette } from '#client/board/palette.ts'
import { DrawnText } from '#client/board/shapes/DrawnText.tsx'
import { laneTitle, stageTitle } from '#shared/board/card-size.ts'
import type { LaneProps, StageProps } from '#shared/board/shapes.ts'
import { wrapText } from '#shared/board/text-lines.ts'

export function StageDrawing({ props, palette }: { props: StageProps; palette: Palette }) {
  return (
    <>
      <path d={`M0 1H${props.width}`} strokeWidth={2} style={{ stroke: palette.rule }} />
      <DrawnText
        lines={wrapText(props.title, { ...stageTitle, width: props.width })}
        x={0}
        y={10}
        size={stageTitle.size}
        style={stageTitle.style}
        lineHeight={26}
        fill={palette.text}
      />
    </>
  )
}

export function LaneDrawing({ props, palette }: { props: LaneProps; palette: Palette }) {
  return (
    <DrawnText
      lines={wrapText(props.title, laneTitle)}
      x={0}
      y={14}
      size={laneTitle.size}
      style={laneTitle.style}
      lineHeight={16}
      fill={palette.text}
    />
  )
}
