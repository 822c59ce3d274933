// Two means on one axis: a filled dot now, a ring before, the line between them what has moved.
import classes from './MeanAxis.module.css'

type Mean = { value: number; label: string; text: string }

/** `value` 1 to 5; `text` is the value as the language writes it. */
export function MeanAxis({ now, before }: { now: Mean; before: Mean }) {
  const [left, right] = [place(Math.min(now.value, before.value)), place(Math.max(now.value, before.value))]
  // Labels side by side need about a step between them; closer together, one goes below.
  const isClose = Math.abs(now.value - before.value) < 1.3
  return (
    <div className={classes.axis} aria-hidden="true">
      <span className={classes.line} />
      {[1, 2, 3, 4, 5].map((step) => (
        <span key={step} className={classes.tick} style={{ left: place(step) }} />
      ))}
      <span className={classes.moved} style={{ left, right: `calc(100% - ${right})` }} />
      <Point mean={before} isBefore isBelow={isClose} />
      <Point mean={now} />
    </div>
  )
}

function Point({
  mean: { value, label, text },
  isBefore = false,
  isBelow = false,
}: {
  mean: Mean
  isBefore?: boolean
  isBelow?: boolean
}) {
  return (
    <>
      <span className={classes.dot} data-before={isBefore || undefined} style={{ left: place(value) }} />
      <span className={classes.label} data-below={isBelow || undefined} style={{ left: place(value) }}>
        <span className={classes.name}>{label}</span> {text}
      </span>
    </>
  )
}

const place = (value: number): string => `${((value - 1) / 4) * 100}%`
