// Actual and target on one line from 0 to 10: a filled dot today, a ring where to go, the line between them the work.
import classes from './ScoreTrack.module.css'

type Props = { actual: number | null; target: number | null }

/** Says nothing to screen readers: the figures stand beside it. */
export function ScoreTrack({ actual, target }: Props) {
  return (
    <span className={classes.track} aria-hidden="true">
      {actual !== null && target !== null && (
        <span
          className={classes.work}
          style={{
            left: percent(Math.min(actual, target)),
            width: percent(Math.abs(target - actual)),
          }}
        />
      )}
      {target !== null && <span className={classes.target} style={{ left: percent(target) }} />}
      {actual !== null && <span className={classes.actual} style={{ left: percent(actual) }} />}
    </span>
  )
}

const percent = (score: number): string => `${score * 10}%`
