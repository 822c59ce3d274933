// Somebody else's pointer: an arrow and a flag with the name, in their department's colour.
import { type TLCursorProps, useEditor, useValue } from '@tldraw/tldraw'
import { useEffect, useState } from 'react'
import classes from '#client/board/chrome/collaborator-cursor.module.css'
import flag from '#client/board/name-flag.module.css'
import { onPersonColor } from '#client/board/person-color.ts'

/** A pointer that rests this long says nothing any more and is in the way of what lies under it. */
const fadesAfterMs = 5000

export function CollaboratorCursor({ point, ...rest }: TLCursorProps) {
  const editor = useEditor()
  const { x, y } = point ?? {}
  const isInView = useValue(
    'cursor is in view',
    () => x !== undefined && y !== undefined && editor.getViewportPageBounds().containsPoint({ x, y }),
    [editor, x, y],
  )
  // A key for each place: a pointer that has moved is drawn anew, wide awake.
  return isInView && point ? <Cursor key={`${x} ${y}`} point={point} {...rest} /> : null
}

function Cursor({ point, zoom, color = 'var(--mantine-color-text)', name }: TLCursorProps) {
  const [isResting, setIsResting] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsResting(true), fadesAfterMs)
    return () => clearTimeout(timer)
  }, [])
  if (!point) return null
  return (
    <div
      className={classes.cursor}
      data-resting={isResting || undefined}
      style={{ transform: `translate(${point.x}px, ${point.y}px) scale(${1 / zoom})`, color }}
      aria-hidden
    >
      <svg viewBox="0 0 20 22" className={classes.arrow} aria-hidden>
        <path d="M2 1.5 17.5 12l-7 1.2L7 20z" />
      </svg>
      {name && (
        <span
          className={`${flag.flag} ${classes.beside}`}
          style={{ background: color, color: onPersonColor(color) }}
        >
          {name}
        </span>
      )}
    </div>
  )
}
