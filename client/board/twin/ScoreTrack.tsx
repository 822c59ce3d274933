// A score's line from 0 to 10: today a dot, the goal a ring, the line between them the work.
import classes from '#client/board/twin/score-track.module.css'

type Props = { actual: number | null; target: number | null; label: string }

export function ScoreTrack({ actual, target, label }: Props) {
  const at = (value: number) => 8 + value * 8.4
  return (
    <svg className={classes.track} viewBox="0 0 100 12" role="img" aria-label={label}>
      <line x1="0" x2="100" y1="6" y2="6" className={classes.axis} />
      {actual !== null && target !== null && (
        <line x1={at(actual)} x2={at(target)} y1="6" y2="6" className={classes.gap} />
      )}
      {target !== null && <circle cx={at(target)} cy="6" r="4" className={classes.target} />}
      {actual !== null && <circle cx={at(actual)} cy="6" r="4.6" className={classes.actual} />}
    </svg>
  )
}
