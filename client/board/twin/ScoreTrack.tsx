// A score's line from 0 to 10: today a dot, the goal a ring, the line between them the work.
import classes from '#client/board/twin/score-track.module.css'

type Props = { actual: number | null; target: number | null; label: string }

export function ScoreTrack({ actual, target, label }: Props) {
  // In hundredths of the width, so that the marks at the ends are whole.
  const at = (value: number) => `${5 + value * 9}%`
  return (
    <svg className={classes.track} role="img" aria-label={label}>
      <line x1="0" x2="100%" y1="6" y2="6" className={classes.axis} />
      {actual !== null && target !== null && (
        <line x1={at(actual)} x2={at(target)} y1="6" y2="6" className={classes.gap} />
      )}
      {target !== null && <circle cx={at(target)} cy="6" r="4" className={classes.target} />}
      {actual !== null && <circle cx={at(actual)} cy="6" r="4.6" className={classes.actual} />}
    </svg>
  )
}
