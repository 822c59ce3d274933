// Board records for tests: sticky notes, written the way the browser writes them.
import * as Y from 'yjs'
import { addRecord, type BoardRecord, changeRecord, readRecord, recordsOf } from '#shared/board/document.ts'

export const sticky = (name: string, change: { x?: number; text?: string } = {}): BoardRecord => ({
  id: `shape:${name}`,
  typeName: 'shape',
  type: 'sticky-note',
  parentId: 'page:page',
  index: 'a1',
  x: change.x ?? 0,
  y: 0,
  rotation: 0,
  isLocked: false,
  opacity: 1,
  props: { text: change.text ?? '', kind: null, departmentId: null, stageId: null, laneId: null },
  meta: {},
})

export function addSticky(doc: Y.Doc, name: string, change: { x?: number; text?: string } = {}): void {
  doc.transact(() => addRecord(recordsOf(doc), sticky(name, change)))
}

/** Does nothing where the note is gone. */
export function moveSticky(doc: Y.Doc, name: string, x: number): void {
  const entry = recordsOf(doc).get(`shape:${name}`)
  const record = readRecord(entry)
  if (entry && record) doc.transact(() => changeRecord(entry, record, { ...record, x }))
}

export function typeIntoSticky(doc: Y.Doc, name: string, text: string): void {
  const shared = recordsOf(doc).get(`shape:${name}`)?.get('p.text')
  if (shared instanceof Y.Text) shared.insert(0, text)
}

export const removeSticky = (doc: Y.Doc, name: string): void => recordsOf(doc).delete(`shape:${name}`)

/** The updates that `change` makes, one per transaction. */
export function updatesOf(doc: Y.Doc, change: () => void): Uint8Array[] {
  const updates: Uint8Array[] = []
  const keep = (update: Uint8Array) => updates.push(update)
  doc.on('update', keep)
  change()
  doc.off('update', keep)
  return updates
}

export const contentsOf = (doc: Y.Doc): Record<string, unknown> => recordsOf(doc).toJSON()

export function docOf(...updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}
