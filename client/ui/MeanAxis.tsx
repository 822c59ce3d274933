// Two means on one axis: a filled dot now, a ring before, the line between them what has moved.
import classes from './MeanAxis.module.css'

type Mean = { value: number; label: string; text: string }

/** `value` from `min` to `max`; `text` is the value as the language writes it. */
export function MeanAxis({
  now,
  before,
  min = 1,
  max = 5,
}: {
  now: Mean
  before: Mean
  min?: number
  max?: number
}) {
  const place = (value: number): string => `${((value - min) / (max - min)) * 100}%`
  const steps = Array.from({ length: max - min + 1 }, (_, index) => min + index)
  const [left, right] = [place(Math.min(now.value, before.value)), place(Math.max(now.value, before.value))]
  // Labels side by side need about a third of the axis between them; closer together, one goes below.
  const isClose = Math.abs(now.value - before.value) / (max - min) < 0.33
  return (
    <div className={classes.axis} style={{ '--steps': steps.length }} aria-hidden="true">
      <span className={classes.line} />
      {steps.map((step) => (
        <span key={step} className={classes.tick} style={{ left: place(step) }} />
      ))}
      <span className={classes.moved} style={{ left, right: `calc(100% - ${right})` }} />
      <Point mean={before} left={place(before.value)} isBefore isBelow={isClose} />
      <Point mean={now} left={place(now.value)} />
    </div>
  )
}

function Point({
  mean: { label, text },
  left,
  isBefore = false,
  isBelow = false,
}: {
  mean: Mean
  left: string
  isBefore?: boolean
  isBelow?: boolean
}) {
  return (
    <>
      <span className={classes.dot} data-before={isBefore || undefined} style={{ left }} />
      <span className={classes.label} data-below={isBelow || undefined} style={{ left }}>
        <span className={classes.name}>{label}</span> {text}
      </span>
    </>
  )
}
