// Whether a change of the board puts a note there that nobody has seen yet.
import type { MapChanges } from '#shared/board/map-copy.ts'

/** Moving and changing notes that everybody has seen is no such thing. */
export const bringsNotes = ({ put }: MapChanges, isThere: (id: string) => boolean): boolean =>
  put.some(({ type, id }) => type === 'sticky-note' && !isThere(id))
