// A figure over several times it was asked: dots joined by a line, and a gap where too few answered.
import classes from './Trend.module.css'

type TrendPoint = {
  key: string
  /** When, as it is read: "14:05". */
  when: string
  /** Null where too few answered. */
  value: number | null
  /** "3.4 of 6 answers", or that it is not shown. */
  text: string
}
type Props = {
  points: readonly TrendPoint[]
  scale: { min: number; max: number; lowLabel: string; highLabel: string }
  label: string
}

const height = 72
/** Between two points, in units of the drawing; it is stretched to the width there is. */
const step = 40

export function Trend({ points, scale: { min, max, lowLabel, highLabel }, label }: Props) {
  const top = (value: number) => height - ((value - min) / (max - min)) * height
  const left = (index: number) => (points.length === 1 ? 50 : (100 * index) / (points.length - 1))
  return (
    <div className={classes.trend}>
      <div className={classes.ends} aria-hidden="true">
        <span>{highLabel}</span>
        <span>{lowLabel}</span>
      </div>
      <div className={classes.plot} style={{ height }} aria-hidden="true">
        <svg
          viewBox={`0 0 ${Math.max(1, points.length - 1) * step} ${height}`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          {points.slice(1).map((point, index) => {
            const before = points[index]?.value
            if (point.value === null || before == null) return null
            return (
              <line
                key={point.key}
                x1={index * step}
                x2={(index + 1) * step}
                y1={top(before)}
                y2={top(point.value)}
                vectorEffect="non-scaling-stroke"
              />
            )
          })}
        </svg>
        {points.map(({ key, value }, index) =>
          value === null ? (
            <span key={key} className={classes.gap} style={{ left: `${left(index)}%` }} />
          ) : (
            <span key={key} className={classes.dot} style={{ left: `${left(index)}%`, top: top(value) }} />
          ),
        )}
      </div>
      <ol className={classes.list} aria-label={label}>
        {points.map(({ key, when, text, value }) => (
          <li key={key} data-gap={value === null || undefined}>
            <span className={classes.when}>{when}</span> {text}
          </li>
        ))}
      </ol>
    </div>
  )
}
