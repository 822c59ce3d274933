// A figure from one time to the next, small enough to stand among others: a line, its points, and what the ends say.
import { apart } from './apart.ts'
import classes from './LineChart.module.css'
import { shownLabels } from './shown-labels.ts'

export type LineSeries = {
  /** Says nothing to the eye where there is only one. */
  name: string
  /** Null is a gap. */
  values: readonly (number | null)[]
  /** Rings on a dashed line, where two have to be told apart. */
  isBefore?: boolean
}
type Props = {
  title: string
  series: readonly LineSeries[]
  /** What the times are called under the line: "1", "2", "3". */
  labels: readonly string[]
  min: number
  max: number
  /** A level to reach. */
  target?: number | null
  format: (value: number) => string
  /** All of it in a sentence, for those who do not see it. */
  text: string
}

const [width, height] = [240, 108]
/** Above the highest point there is room for a figure. */
const [left, right, top, bottom] = [16, 38, 26, 22]
const figureHeight = 14
/** Of a figure under the line, and what keeps it from the next. */
const [digitWidth, labelGap] = [7, 8]
const largestPoint = 4

export function LineChart({ title, series, labels, min, max, target = null, format, text }: Props) {
  const spacing = labels.length < 2 ? 0 : (width - left - right) / (labels.length - 1)
  const x = (place: number) => left + place * spacing
  const y = (value: number) => height - bottom - ((value - min) / (max - min || 1)) * (height - top - bottom)
  const room = Math.max(...labels.map(({ length }) => length)) * digitWidth + labelGap
  // Where many stand close together, they leave the line to be seen.
  const radius = Math.max(1.5, Math.min(largestPoint, spacing * 0.3 - 1))
  return (
    <figure className={classes.chart}>
      <figcaption className={classes.title}>
        <bdi>{title}</bdi>
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={text}>
        <line className={classes.axis} x1={left} x2={width - right} y1={y(min)} y2={y(min)} />
        {target !== null && (
          <line className={classes.target} x1={left} x2={width - right} y1={y(target)} y2={y(target)} />
        )}
        {shownLabels(labels.length, { room, spacing }).map((place) => (
          <text key={place} className={classes.label} x={x(place)} y={height - 6} textAnchor="middle">
            {labels[place]}
          </text>
        ))}
        {series.map(({ name, values, isBefore }) => (
          <g key={name} data-before={isBefore || undefined}>
            {stretches(values).map((stretch) => (
              <polyline
                key={stretch[0]}
                className={classes.line}
                points={stretch.map((place) => `${x(place)},${y(values[place] ?? min)}`).join(' ')}
              />
            ))}
            {values.map(
              (value, place) =>
                value !== null && (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a time is its place
                  <circle key={place} className={classes.point} cx={x(place)} cy={y(value)} r={radius} />
                ),
            )}
          </g>
        ))}
        <Firsts series={series} x={x} y={y} format={format} />
        <Lasts series={series} x={x} y={y} format={format} />
      </svg>
    </figure>
  )
}

type EndsProps = Pick<Props, 'series' | 'format'> & {
  x: (place: number) => number
  y: (value: number) => number
}
type End = { place: number; value: number }

/** The first figure above its point; of two, the lower one below. */
function Firsts({ series, x, y, format }: EndsProps) {
  const firsts = once(
    series.flatMap(({ values }) => {
      const place = values.findIndex((value) => value !== null)
      const value = values[place]
      // One point alone says its figure at the right.
      return value == null || place === values.findLastIndex((one) => one !== null) ? [] : [{ place, value }]
    }),
    format,
  )
  const highest = Math.max(...firsts.map(({ value }) => value))
  return firsts.map(({ place, value }) => (
    <text
      key={`${place} ${value}`}
      className={classes.figure}
      x={x(place)}
      y={y(value) + (value === highest ? -9 : 17)}
      textAnchor="middle"
    >
      {format(value)}
    </text>
  ))
}

/** The last figure beside its point, unless another stands there. */
function Lasts({ series, x, y, format }: EndsProps) {
  const lasts = once(
    series.flatMap(({ values }) => {
      const place = values.findLastIndex((value) => value !== null)
      const value = values[place]
      return value == null ? [] : [{ place, value }]
    }),
    format,
  )
  const heights = apart(
    lasts.map(({ value }) => y(value)),
    figureHeight,
  )
  return lasts.map(({ place, value }, at) => (
    <text key={`${place} ${value}`} className={classes.figure} x={x(place) + 9} y={(heights[at] ?? 0) + 4}>
      {format(value)}
    </text>
  ))
}

/** Two that read the same at the same place are said once. */
const once = (ends: readonly End[], format: Props['format']): End[] =>
  ends.filter(
    ({ place, value }, at) =>
      ends.findIndex((end) => end.place === place && format(end.value) === format(value)) === at,
  )

/** The places between gaps, for a line each. */
function stretches(values: readonly (number | null)[]): number[][] {
  const found: number[][] = []
  for (const [place, value] of values.entries()) {
    if (value === null) continue
    const last = found.at(-1)
    if (last?.at(-1) === place - 1) last.push(place)
    else found.push([place])
  }
  return found.filter((stretch) => stretch.length > 1)
}
