// The colour of a note that somebody has chosen; else it follows from what the note is.
import type { CSSProperties } from 'react'
import type { NoteColor } from '#shared/board/model.ts'

export const freeColor = (color: NoteColor | null): CSSProperties | undefined =>
  color === null ? undefined : { background: `var(--runde-note-${color})` }
