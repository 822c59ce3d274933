// A board of an older schema is brought to today's when it is opened, and only then; made up schemas stand for older programs.
import { createMigrationSequence, StoreSchema } from '@tldraw/store'
import type { TLRecord } from '@tldraw/tlschema'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { upgradeOf } from '#server/board/upgrade.ts'
import { addRecord, metaOf, readRecords, recordsOf } from '#shared/board/document.ts'
import { boardSchema, serializedSchema } from '#shared/board/schema.ts'
import { addSticky, contentsOf } from './sample-records.ts'
import { MemoryStore, serveBoard, workshopId } from './serve-board.ts'

const now = JSON.stringify(serializedSchema)
/** As a program wrote it that knew one migration less of our notes. */
const older = JSON.stringify({
  ...serializedSchema,
  sequences: { ...boardSchema.serialize().sequences, 'test.notes': 0 },
})
/** Today's, with that migration: it says in each note's meta that it was here. */
const migrating = StoreSchema.create<TLRecord>(boardSchema.types as never, {
  migrations: [
    ...Object.values(boardSchema.migrations),
    createMigrationSequence({
      sequenceId: 'test.notes',
      retroactive: false,
      sequence: [
        {
          id: 'test.notes/1',
          scope: 'record',
          filter: (record) => 'type' in record && record.type === 'sticky-note',
          up: (record) => Object.assign(record, { meta: { migrated: true } }),
        },
      ],
    }),
  ],
})

function stored(schema: string | null): Uint8Array {
  const doc = new Y.Doc()
  addSticky(doc, 'one')
  if (schema !== null) metaOf(doc).set('schema', schema)
  return Y.encodeStateAsUpdate(doc)
}
const docOf = (...updates: Uint8Array[]) => {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

test('a board of today’s schema, and an empty one, stay as they are', () => {
  expect(upgradeOf([stored(now)])).toEqual({ kind: 'none' })
  expect(upgradeOf([])).toEqual({ kind: 'none' })
  expect(upgradeOf([Uint8Array.of(0, 0)])).toEqual({ kind: 'none' })
})

test('records are migrated, once, and the board says its new schema', () => {
  const before = stored(older)
  const upgrade = upgradeOf([before], migrating)
  if (upgrade.kind !== 'update') throw new Error(`it is ${upgrade.kind}`)
  const doc = docOf(before, upgrade.update)
  expect(readRecords(doc).get('shape:one')).toMatchObject({ meta: { migrated: true } })
  expect(metaOf(doc).get('schema')).toBe(JSON.stringify(migrating.serialize()))
  expect(upgradeOf([before, upgrade.update], migrating)).toEqual({ kind: 'none' })
  expect(upgradeOf([Y.encodeStateAsUpdate(doc)], migrating)).toEqual({ kind: 'none' })
})

test('where no record changes, only the schema is written', () => {
  const before = stored(
    JSON.stringify({ ...serializedSchema, sequences: { ...boardSchema.serialize().sequences, gone: 3 } }),
  )
  const upgrade = upgradeOf([before])
  if (upgrade.kind !== 'update') throw new Error(`it is ${upgrade.kind}`)
  const doc = docOf(before, upgrade.update)
  expect(contentsOf(doc)).toEqual(contentsOf(docOf(before)))
  expect(metaOf(doc).get('schema')).toBe(now)
  expect(upgrade.update.length).toBeLessThan(now.length + 100)
})

test('what somebody typed meanwhile in an older page merges with the upgrade', () => {
  const before = stored(older)
  const upgrade = upgradeOf([before], migrating)
  const theirs = docOf(before)
  const vector = Y.encodeStateVector(theirs)
  addRecord(recordsOf(theirs), {
    ...(readRecords(theirs).get('shape:one') ?? { typeName: '' }),
    id: 'shape:two',
  })
  if (upgrade.kind !== 'update') throw new Error(`it is ${upgrade.kind}`)
  const doc = docOf(before, upgrade.update, Y.encodeStateAsUpdate(theirs, vector))
  expect([...readRecords(doc).keys()].sort()).toEqual(['shape:one', 'shape:two'])
})

test('a board of a later program, or with a schema that is none, is left alone', () => {
  const later = {
    ...serializedSchema,
    sequences: { ...boardSchema.serialize().sequences, 'com.tldraw.store': 99 },
  }
  expect(upgradeOf([stored(JSON.stringify(later))])).toMatchObject({ kind: 'failed' })
  expect(upgradeOf([stored('{')])).toMatchObject({ kind: 'failed' })
})

test('the upgrade is stored before anybody gets the board', async () => {
  const store = new MemoryStore()
  store.boards.set(workshopId, { snapshot: null, tail: [{ seq: 1, update: stored(null) }] })
  const server = await serveBoard({ store })
  const { doc } = await server.browser()
  expect(metaOf(doc).get('schema')).toBe(now)
  expect(metaOf(store.stored(workshopId)).get('schema')).toBe(now)
  expect(store.appends).toBe(1)
  expect(server.facts).toContain('board.upgraded')
})
