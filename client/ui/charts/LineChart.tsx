// A figure from one time to the next, small enough to stand among others: a line, its points, and what the ends say.
import { apart } from './apart.ts'
import classes from './LineChart.module.css'

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

const [width, height] = [240, 96]
const [left, right, top, bottom] = [14, 34, 14, 22]
const figureHeight = 13

export function LineChart({ title, series, labels, min, max, target = null, format, text }: Props) {
  const x = (place: number) =>
    left + (labels.length < 2 ? 0 : (place / (labels.length - 1)) * (width - left - right))
  const y = (value: number) => height - bottom - ((value - min) / (max - min || 1)) * (height - top - bottom)
  const lastOf = ({ values }: LineSeries) => values.findLast((value) => value !== null) ?? null
  const ends = apart(
    series.map((one) => y(lastOf(one) ?? min)),
    figureHeight,
  )
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
        {labels.map((label, place) => (
          <text key={label} className={classes.label} x={x(place)} y={height - 6} textAnchor="middle">
            {label}
          </text>
        ))}
        {series.map(({ name, values, isBefore }, at) => (
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
                  <circle key={place} className={classes.point} cx={x(place)} cy={y(value)} r={4} />
                ),
            )}
            <Ends values={values} x={x} y={y} endY={ends[at] ?? 0} format={format} isBelow={isBefore} />
          </g>
        ))}
      </svg>
    </figure>
  )
}

type EndsProps = {
  values: LineSeries['values']
  x: (place: number) => number
  y: (value: number) => number
  /** Of the last figure; beside its point, unless another stands there. */
  endY: number
  format: Props['format']
  isBelow?: boolean | undefined
}

/** The last figure beside its point, the first above or below its own. */
function Ends({ values, x, y, endY, format, isBelow }: EndsProps) {
  const first = values.findIndex((value) => value !== null)
  const last = values.findLastIndex((value) => value !== null)
  const [from, to] = [values[first], values[last]]
  if (from == null || to == null) return null
  return (
    <>
      <text className={classes.figure} x={x(last) + 8} y={endY + 4}>
        {format(to)}
      </text>
      {first !== last && (
        <text className={classes.figure} x={x(first)} y={y(from) + (isBelow ? 15 : -8)} textAnchor="middle">
          {format(from)}
        </text>
      )}
    </>
  )
}

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
