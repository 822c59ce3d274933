// Text in SVG, line by line as the shared arithmetic broke it, with the family's weight and width.
import type { TextStyle } from '#shared/board/text-lines.ts'

const fontFamily = "'Instrument Sans Variable', system-ui, -apple-system, 'Segoe UI', sans-serif"

type Props = {
  lines: readonly string[]
  x: number
  /** Of the first line's box, not its baseline. */
  y: number
  size: number
  lineHeight: number
  style: TextStyle
  fill: string
  anchor?: 'start' | 'middle' | 'end'
}

export function DrawnText({ lines, x, y, size, lineHeight, style, fill, anchor = 'start' }: Props) {
  const { weight, stretch } = axes[style]
  return (
    <text
      textAnchor={anchor}
      fontFamily={fontFamily}
      fontSize={size}
      fontWeight={weight}
      style={{
        fill,
        fontStretch: stretch,
        fontVariantNumeric: 'tabular-nums lining-nums',
        whiteSpace: 'pre',
      }}
    >
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place.
        <tspan key={at} x={x} y={y + at * lineHeight + baseline(size, lineHeight)}>
          {line}
        </tspan>
      ))}
    </text>
  )
}

/** Instrument Sans: ascent 0.97, descent 0.25 of the size, the rest of the line shared above and below. */
const baseline = (size: number, lineHeight: number) => (lineHeight - 1.22 * size) / 2 + 0.97 * size

const axes: Record<TextStyle, { weight: number; stretch: string }> = {
  regular96: { weight: 400, stretch: '96%' },
  medium92: { weight: 500, stretch: '92%' },
  semibold94: { weight: 600, stretch: '94%' },
  semibold90: { weight: 600, stretch: '90%' },
  semibold86: { weight: 600, stretch: '86%' },
  semibold100: { weight: 600, stretch: '100%' },
}
