// Somebody else's pointer: an arrow and a flag with the name, in their department's colour.
import type { TLCursorProps } from '@tldraw/tldraw'
import classes from '#client/board/chrome/collaborator-cursor.module.css'
import { onPersonColor } from '#client/board/person-color.ts'

export function CollaboratorCursor({
  point,
  zoom,
  color = 'var(--mantine-color-text)',
  name,
}: TLCursorProps) {
  if (!point) return null
  return (
    <div
      className={classes.cursor}
      style={{ transform: `translate(${point.x}px, ${point.y}px) scale(${1 / zoom})`, color }}
      aria-hidden
    >
      <svg viewBox="0 0 20 22" className={classes.arrow} aria-hidden>
        <path d="M2 1.5 17.5 12l-7 1.2L7 20z" />
      </svg>
      {name && (
        <span className={classes.flag} style={{ background: color, color: onPersonColor(color) }}>
          {name}
        </span>
      )}
    </div>
  )
}
