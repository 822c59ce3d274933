// Brings a stored board to the schema of this program, once, when it is first opened by it.
import type { StoreSchema } from '@tldraw/store'
import type { TLRecord } from '@tldraw/tlschema'
import * as Y from 'yjs'
import {
  addRecord,
  type BoardRecord,
  changeRecord,
  metaOf,
  readRecords,
  recordsOf,
} from '#shared/board/document.ts'
import { boardSchema } from '#shared/board/schema.ts'

type Schema = Pick<StoreSchema<TLRecord, unknown>, 'serialize' | 'migrateStoreSnapshot'>
/** `failed`: written by a later program, or not to be understood; the board is served as it is. */
export type Upgrade =
  | { kind: 'none' }
  | { kind: 'update'; update: Uint8Array }
  | { kind: 'failed'; reason: string }

/** `updates` is all that is stored of one board, oldest first. */
export function upgradeOf(updates: readonly Uint8Array[], schema: Schema = boardSchema): Upgrade {
  const current = JSON.stringify(schema.serialize())
  // A board is opened as bytes. That one of them says the current schema is seen without reading them.
  if (updates.length === 0 || updates.some((update) => says(update, current))) return { kind: 'none' }
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  const stored: unknown = metaOf(doc).get('schema')
  if (stored === current || recordsOf(doc).size === 0) return { kind: 'none' }
  const before = readRecords(doc)
  const vector = Y.encodeStateVector(doc)
  const migrated = migrate(before, stored, schema)
  if (typeof migrated === 'string') return { kind: 'failed', reason: migrated }
  doc.transact(() => {
    write(doc, before, migrated)
    metaOf(doc).set('schema', current)
  })
  return { kind: 'update', update: Y.encodeStateAsUpdate(doc, vector) }
}

const says = (update: Uint8Array, schema: string): boolean =>
  Buffer.from(update.buffer, update.byteOffset, update.length).includes(schema)

type Records = ReadonlyMap<string, BoardRecord>

/** The reason when it does not go. A board that says nothing of its schema is of today's: it was made by a stock client. */
function migrate(records: Records, stored: unknown, schema: Schema): Records | string {
  if (stored === undefined) return records
  try {
    const snapshot = { store: Object.fromEntries(records), schema: JSON.parse(String(stored)) }
    // Records are checked when they are shown; a migration takes them as they come.
    const result = schema.migrateStoreSnapshot(
      snapshot as unknown as Parameters<Schema['migrateStoreSnapshot']>[0],
    )
    if (result.type === 'error') return result.reason
    return new Map(Object.entries(result.value).map(([id, record]) => [id, { ...record }]))
  } catch (error) {
    return String(error)
  }
}

function write(doc: Y.Doc, before: Records, after: Records): void {
  const records = recordsOf(doc)
  for (const id of before.keys()) if (!after.has(id)) records.delete(id)
  for (const [id, record] of after) {
    const [entry, was] = [records.get(id), before.get(id)]
    if (entry && was) changeRecord(entry, was, record)
    else addRecord(records, record)
  }
}
