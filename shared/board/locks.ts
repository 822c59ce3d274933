// Locks in the board's document: a locked shape with all in it, or all of the board. Who may set them, the server guards.
import * as Y from 'yjs'
import { metaOf, recordsOf } from '#shared/board/document.ts'

/** In the root map `meta`: true while the whole board is locked. */
export const boardLockKey = 'locked'

export const isBoardLocked = (doc: Y.Doc): boolean => metaOf(doc).get(boardLockKey) === true

export function lockBoard(doc: Y.Doc, isLocked: boolean): void {
  if (isLocked) metaOf(doc).set(boardLockKey, true)
  else metaOf(doc).delete(boardLockKey)
}

/** Whether a record's own flag is set; what lies in it is locked with it. */
export function hasLock(entry: unknown): boolean {
  return field(entry, 'isLocked') === true
}

/** The record that this one lies in or, of a binding, belongs to; null for what lies in nothing. */
export function ownerOf(entry: unknown): string | null {
  if (!(entry instanceof Y.Map)) return null
  const place: unknown = entry.get('place')
  const owner: unknown = Array.isArray(place)
    ? place[0]
    : (field(entry, 'parentId') ?? field(entry, 'fromId'))
  return typeof owner === 'string' ? owner : null
}

/**
 * The nearest locked record among `id` and all that it lies in; null where there is none. Concurrent edits can leave a
 * circle of parents behind.
 */
export function lockOver(
  id: string,
  ownerOfId: (id: string) => string | null,
  isLocked: (id: string) => boolean,
): string | null {
  const seen = new Set<string>()
  for (let at: string | null = id; at !== null && !seen.has(at); at = ownerOfId(at)) {
    if (isLocked(at)) return at
    seen.add(at)
  }
  return null
}

/** For whoever edits the document itself: whether this record may not be changed now. */
export function isLockedIn(doc: Y.Doc, id: string): boolean {
  const records = recordsOf(doc)
  if (isBoardLocked(doc)) return true
  return (
    lockOver(
      id,
      (at) => ownerOf(records.get(at)),
      (at) => hasLock(records.get(at)),
    ) !== null
  )
}

/** As `readRecord` would read it, without reading the rest. */
function field(entry: unknown, name: string): unknown {
  if (!(entry instanceof Y.Map)) return undefined
  if (entry.has(`f.${name}`)) return entry.get(`f.${name}`)
  const seed: unknown = entry.get('$')
  return typeof seed === 'object' && seed !== null && name in seed ? Reflect.get(seed, name) : undefined
}
