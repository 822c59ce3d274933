// A cluster as SVG: a sheet under its notes, its heading below a rule as a stage has one.
import type { Palette } from '#client/board/palette.ts'
import { DrawnText } from '#client/board/shapes/DrawnText.tsx'
import { clusterMargin, clusterNoteWidth, clusterTitle, lineHeight } from '#shared/board/card-size.ts'
import type { ClusterProps } from '#shared/board/shapes.ts'
import { wrapText } from '#shared/board/text-lines.ts'

type Props = {
  props: ClusterProps
  width: number
  height: number
  palette: Palette
  /** In the place of a heading that nobody has written yet; empty while one is being typed. */
  placeholder: string
}

export function ClusterDrawing({ props, width, height, palette, placeholder }: Props) {
  const isNamed = props.title.trim() !== ''
  const text = isNamed ? props.title : placeholder
  return (
    <>
      <path
        d={`M0.5 2V${height - 4.5}a4 4 0 0 0 4 4H${width - 4.5}a4 4 0 0 0 4-4V2z`}
        style={{ fill: palette.paper, stroke: palette.hairline }}
      />
      <rect width={width} height={2} style={{ fill: palette.rule }} />
      <DrawnText
        lines={wrapText(text, { ...clusterTitle, width: clusterNoteWidth(width) })}
        x={clusterMargin}
        y={clusterMargin}
        size={clusterTitle.size}
        style={clusterTitle.style}
        lineHeight={lineHeight}
        fill={isNamed ? palette.text : palette.dimmed}
      />
    </>
  )
}
