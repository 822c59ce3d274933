// A cluster as SVG: a thin frame around its notes, and their heading.
import type { Palette } from '#client/board/palette.ts'
import { DrawnText } from '#client/board/shapes/DrawnText.tsx'
import { clusterMargin, clusterNoteWidth, clusterTitle, lineHeight } from '#shared/board/card-size.ts'
import type { ClusterProps } from '#shared/board/shapes.ts'
import { wrapText } from '#shared/board/text-lines.ts'

type Props = { props: ClusterProps; width: number; height: number; palette: Palette }

export function ClusterDrawing({ props, width, height, palette }: Props) {
  return (
    <>
      <rect
        x={0.5}
        y={0.5}
        width={width - 1}
        height={height - 1}
        rx={6}
        fill="none"
        style={{ stroke: palette.border }}
      />
      <DrawnText
        lines={wrapText(props.title, { ...clusterTitle, width: clusterNoteWidth(width) })}
        x={clusterMargin}
        y={clusterMargin}
        size={clusterTitle.size}
        style={clusterTitle.style}
        lineHeight={lineHeight}
        fill={palette.text}
      />
    </>
  )
}
