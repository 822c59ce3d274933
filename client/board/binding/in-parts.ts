// Cuts what one step changes into parts that the server takes: an update frame has a greatest size.
import type { TLRecord } from '@tldraw/tlschema'
import { maxUpdateBytes } from '#shared/board/protocol.ts'

/** Of a record, as the store or the document has it. */
export type Change<Kind extends Content = TLRecord> = {
  id: string
  before: Kind | undefined
  now: Kind | undefined
}
type Content = { typeName: string; props?: unknown; meta?: unknown }

/** Half of what a frame may hold: an estimate may be wrong by that. */
const partBytes = maxUpdateBytes / 2
/** The server counts the pieces of an update, too; a record has a few dozen when its texts were typed by hand. */
const partRecords = 300

/**
 * In their order, each part small enough to be sent, and small enough for what undoing it writes: a deletion undone
 * brings the whole record back. A record that is larger than a part is one by itself.
 */
export function inParts<Kind extends Content>(changes: readonly Change<Kind>[]): Change<Kind>[][] {
  if (changes.length <= 1) return changes.length === 0 ? [] : [[...changes]]
  const parts: Change<Kind>[][] = []
  let part: Change<Kind>[] = []
  let bytes = 0
  for (const change of changes) {
    const weight = weightOf(change)
    if (part.length > 0 && (bytes + weight > partBytes || part.length === partRecords)) {
      parts.push(part)
      part = []
      bytes = 0
    }
    part.push(change)
    bytes += weight
  }
  return [...parts, part]
}

/** Of a moved record only its place is written; of any other at most all of it, as it was or as it is. */
function weightOf({ before, now }: Change<Content>): number {
  if (
    before?.typeName === 'shape' &&
    now?.typeName === 'shape' &&
    before.props === now.props &&
    before.meta === now.meta
  )
    return place
  return entry + Math.max(sizeOf(before), sizeOf(now))
}

// Bytes that Yjs adds to a record's own, and those of a place, both generously.
const entry = 300
const place = 250

const encoder = new TextEncoder()
const sizeOf = (record: Content | undefined): number =>
  record ? encoder.encode(JSON.stringify(record)).length : 0
