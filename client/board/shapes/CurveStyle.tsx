// How the curves of several personas are told apart without colour: each has a dash and a marker of its own.
import type { Palette } from '#client/board/palette.ts'

const styles = [
  { dash: undefined, marker: 'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z', isHollow: false },
  { dash: '9 5', marker: 'M-4.5-4.5h9v9h-9z', isHollow: true },
  { dash: '1 6', marker: 'M0-5.5 5.5 4.5h-11z', isHollow: false },
  { dash: '13 5 2 5', marker: 'M0-6.5 6.5 0 0 6.5-6.5 0z', isHollow: true },
] as const

export const curveDash = (order: number): string | undefined => styles[order % styles.length]?.dash

type MarkerProps = { order: number; x: number; y: number; color: string; background: string; scale?: number }

export function CurveMarker({ order, x, y, color, background, scale = 1 }: MarkerProps) {
  const { marker, isHollow } = styles[order % styles.length] ?? styles[0]
  return (
    <path
      d={marker}
      transform={`translate(${x} ${y}) scale(${scale})`}
      strokeWidth={2}
      strokeLinejoin="round"
      style={{ fill: isHollow ? background : color, stroke: color }}
    />
  )
}

type SampleProps = { order: number; x: number; y: number; width: number; palette: Palette }

/** A piece of the line with its marker, as a legend. */
export function CurveSample({ order, x, y, width, palette }: SampleProps) {
  return (
    <>
      <path
        d={`M${x} ${y}h${width}`}
        strokeWidth={2}
        strokeDasharray={curveDash(order)}
        strokeLinecap="round"
        style={{ stroke: palette.text }}
      />
      <circle cx={x + width / 2} cy={y} r={8} style={{ fill: palette.card }} />
      <CurveMarker {...{ order, y }} x={x + width / 2} color={palette.text} background={palette.card} />
    </>
  )
}
