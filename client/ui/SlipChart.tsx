// How often each step of a scale was chosen, one slip per answer: filled now, outlined before; readable without colour.
import classes from './SlipChart.module.css'

type Props = {
  /** `counts[0]` for the lowest step. */
  counts: readonly number[]
  /** The lowest step: most scales begin at 1, those like a score at 0. */
  min?: number
  before?: readonly number[] | undefined
  lowLabel: string
  highLabel: string
  /** The same in words, for screen readers. */
  summary: string
}

/** Above so many in one column, single slips could no longer be counted: a bar with its number stands for them. */
const mostSlips = 12
/** The height of the highest column, in rem. */
const room = 8.25

export function SlipChart({ counts, min = 1, before, lowLabel, highLabel, summary }: Props) {
  const highest = Math.max(1, ...counts, ...(before ?? []))
  return (
    <div
      role="img"
      aria-label={summary}
      className={classes.chart}
      data-many={counts.length > 7 || undefined}
      style={{ '--steps': counts.length }}
    >
      <div className={classes.columns}>
        {counts.map((count, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step of the scale is its place
          <div key={index} className={classes.step}>
            <Stack count={count} highest={highest} />
            {before && <Stack count={before[index] ?? 0} highest={highest} isBefore />}
          </div>
        ))}
      </div>
      <div className={classes.axis}>
        {counts.map((_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step of the scale is its place
          <span key={index}>{min + index}</span>
        ))}
      </div>
      <div className={classes.ends}>
        <span>{lowLabel}</span>
        <span>{highLabel}</span>
      </div>
    </div>
  )
}

function Stack({ count, highest, isBefore = false }: { count: number; highest: number; isBefore?: boolean }) {
  if (highest > mostSlips)
    return (
      <span className={classes.stack} data-before={isBefore || undefined}>
        {count > 0 && <i className={classes.bar} style={{ height: `${(room * count) / highest}rem` }} />}
        <span className={classes.number}>{count}</span>
      </span>
    )
  // As tall as in a small group, and thinner where the highest column would not fit.
  const height = `min(22px, calc(${room / highest}rem - 4px))`
  return (
    <span className={classes.stack} data-before={isBefore || undefined}>
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: slips are alike, on purpose
        <i key={index} className={classes.slip} style={{ height }} />
      ))}
    </span>
  )
}
