// Our mark: a ring that is not closed, with one blue seat in the gap; and the mark with the name beside it.
import classes from './Mark.module.css'

export function Mark() {
  return (
    <svg className={classes.mark} viewBox="0 0 28 28" aria-hidden="true">
      <path d="M18.9 4.2A11 11 0 1 0 24.6 11" />
      <circle cx="23" cy="5.4" r="4" />
    </svg>
  )
}

export function Brand() {
  return (
    <span className={classes.brand}>
      <Mark />
      Runde
    </span>
  )
}
