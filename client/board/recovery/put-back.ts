// Writes what was kept back onto the board as new edits, each by itself: what is refused once more takes no other with it.
import type * as Y from 'yjs'
import type { Change } from '#client/board/recovery/difference.ts'
import { addRecord, changeRecord, readRecord, recordsOf } from '#shared/board/document.ts'

const origin = Symbol('put back')

/** Only what the board can take. Parents come before what lies in them. */
export function putBack(doc: Y.Doc, changes: readonly Change[]): void {
  const records = recordsOf(doc)
  for (const { id, record } of parentsFirst(changes.filter(({ isGood }) => isGood)))
    doc.transact(() => {
      const entry = records.get(id)
      const before = readRecord(entry)
      if (!record) records.delete(id)
      else if (entry && before) changeRecord(entry, before, record)
      else addRecord(records, record)
    }, origin)
}

function parentsFirst(changes: readonly Change[]): Change[] {
  const left = new Map(changes.map((change) => [change.id, change]))
  const ordered: Change[] = []
  const take = (change: Change) => {
    if (!left.delete(change.id)) return
    const parent = left.get(String(change.record?.parentId))
    if (parent) take(parent)
    ordered.push(change)
  }
  for (const change of changes) take(change)
  return ordered
}
