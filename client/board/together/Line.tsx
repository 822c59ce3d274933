// One line of what is going on for everybody, and a way to answer in it.
import type { ReactNode } from 'react'
import classes from '#client/board/together/board-lines.module.css'

type LineProps = {
  text: ReactNode
  /** Buttons that answer it. */
  children?: ReactNode
  colors?: { color: string; onColor: string }
}

export function Line({ text, children, colors }: LineProps) {
  const style = colors && { background: colors.color, color: colors.onColor }
  return (
    <div className={classes.line} role="status" style={style}>
      {text !== null && <span className={classes.text}>{text}</span>}
      {children}
    </div>
  )
}

type LineButtonProps = { children: ReactNode; label?: string; onUse: () => void }

export function LineButton({ children, label, onUse }: LineButtonProps) {
  return (
    <button type="button" className={classes.button} aria-label={label} onClick={onUse}>
      {children}
    </button>
  )
}
