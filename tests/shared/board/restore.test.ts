// Going back to an earlier state as an edit: exactly that state comes out, and what others do meanwhile merges with it.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  addRecord,
  type BoardRecord,
  changeRecord,
  readRecord,
  readRecords,
  recordsOf,
} from '#shared/board/document.ts'
import { newShape } from '#shared/board/new-shape.ts'
import { repair } from '#shared/board/repair.ts'
import { restoreRecords } from '#shared/board/restore.ts'
import { checkRecord } from '#shared/board/schema.ts'
import { seedBoard } from '#shared/board/seed.ts'
import type { OwnShape } from '#shared/board/shapes.ts'
import { findTemplate } from '#shared/templates/library.ts'

const seed = seedBoard({ template: findTemplate('support-case'), language: 'de', title: 'Probe' })
const docOf = (...updates: Uint8Array[]) => {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}
const stateOf = (doc: Y.Doc) => Y.encodeStateAsUpdate(doc)
const shapesOf = (doc: Y.Doc) => [...readRecords(doc).values()].filter(({ typeName }) => typeName === 'shape')

type Edit = {
  what: 'add' | 'remove' | 'move' | 'text' | 'props' | 'meta' | 'reparent' | 'lane'
  which: number
  value: number
}
const edits = fc.array(
  fc.record<Edit>({
    what: fc.constantFrom('add', 'remove', 'move', 'text', 'props', 'meta', 'reparent', 'lane'),
    which: fc.nat(500),
    value: fc.nat(1000),
  }),
  { maxLength: 30 },
)

let made = 0
function note(parentId: string, value: number): BoardRecord {
  const shape = newShape({
    id: `shape:new${++made}` as OwnShape['id'], // tldraw brands its ids
    type: 'sticky-note',
    parentId: parentId as OwnShape['parentId'],
    index: 'a1' as OwnShape['index'],
    props: { text: `neu ${value}` },
  })
  return { ...shape }
}

/** In whole characters: no keyboard cuts through one, and half of one is no text. */
const beginning = (text: string, length: number) => Array.from(text).slice(0, length).join('')

/** What a browser of ours could write; a shape that is not there is left alone. */
function edit(doc: Y.Doc, { what, which, value }: Edit): void {
  const shapes = shapesOf(doc)
  const records = recordsOf(doc)
  const shape = shapes[which % Math.max(1, shapes.length)]
  const entry = records.get(shape?.id ?? '')
  const other = shapes[value % Math.max(1, shapes.length)]
  doc.transact(() => {
    if (what === 'add')
      return addRecord(records, note(value % 2 ? 'page:page' : (other?.id ?? 'page:page'), value))
    if (!shape || !entry) return
    const props = shape.props as Record<string, unknown> // a shape has props
    const text = ['text', 'title', 'name'].find((name) => typeof props[name] === 'string') ?? 'title'
    if (what === 'remove') records.delete(shape.id)
    else changeRecord(entry, shape, { ...shape, ...changed() })

    function changed(): Partial<BoardRecord> {
      switch (what) {
        case 'move':
          return { x: value, y: -value }
        case 'text':
          return { props: { ...props, [text]: `${beginning(String(props[text]), value % 9)} 🙂 ${value}` } }
        case 'props':
          return 'stageId' in props ? { props: { ...props, stageId: null, departmentId: `d${value}` } } : {}
        case 'meta':
          return { meta: value % 2 ? { [`emotion.shape:${value % 3}`]: (value % 5) - 2 } : {} }
        case 'lane':
          return { isLocked: value % 2 === 0, opacity: (value % 10) / 10 }
        case 'reparent':
          return { parentId: other?.id ?? 'page:page' }
        default:
          return {}
      }
    }
  })
}

test('after any edits, going back gives exactly the records there were', () => {
  fc.assert(
    fc.property(edits, edits, (before, after) => {
      const doc = docOf(seed)
      for (const one of before) edit(doc, one)
      const target = readRecords(docOf(stateOf(doc)))
      for (const one of after) edit(doc, one)
      restoreRecords(doc, target)
      expect(Object.fromEntries(readRecords(doc))).toEqual(Object.fromEntries(target))
    }),
    { numRuns: 60 },
  )
})

test('going back from going back gives what there was in between', () => {
  fc.assert(
    fc.property(edits, (after) => {
      const doc = docOf(seed)
      const first = readRecords(doc)
      for (const one of after) edit(doc, one)
      const between = readRecords(doc)
      restoreRecords(doc, first)
      restoreRecords(doc, between)
      expect(Object.fromEntries(readRecords(doc))).toEqual(Object.fromEntries(between))
    }),
    { numRuns: 30 },
  )
})

test('what others do at the same time merges: all end equal, and nothing hangs on what is gone', () => {
  fc.assert(
    fc.property(edits, edits, fc.nat(30), (before, meanwhile, split) => {
      const server = docOf(seed)
      for (const one of before) edit(server, one)
      const browser = docOf(stateOf(server))
      const updates: Uint8Array[] = []
      browser.on('update', (update: Uint8Array) => updates.push(update))
      for (const one of meanwhile) edit(browser, one)
      // Some of them come before going back, the rest after it.
      for (const update of updates.slice(0, split)) Y.applyUpdate(server, update)
      restoreRecords(server, readRecords(docOf(seed)))
      for (const update of updates.slice(split)) Y.applyUpdate(server, update)
      Y.applyUpdate(browser, stateOf(server))
      expect(Object.fromEntries(readRecords(browser))).toEqual(Object.fromEntries(readRecords(server)))
      const shown = repair(readRecords(server))
      for (const record of shown.values()) {
        expect(checkRecord(record).ok).toBe(true)
        if (record.typeName === 'shape') expect(shown.has(String(record.parentId))).toBe(true)
      }
    }),
    { numRuns: 60 },
  )
})

test('what is as it was is not written', () => {
  const doc = docOf(seed)
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  restoreRecords(doc, readRecords(docOf(seed)))
  expect(updates).toEqual([])
})

test('a large difference comes in updates far below the greatest one, and no step leaves an orphan', () => {
  const doc = docOf(seed)
  const long = 'Wort '.repeat(390)
  doc.transact(() => {
    for (let at = 0; at < 1500; at++) {
      const record = note('page:page', at)
      addRecord(recordsOf(doc), { ...record, props: { ...(record.props as object), text: `${long}${at}` } })
    }
  })
  const target = readRecords(doc)
  const emptied = docOf(stateOf(doc))
  restoreRecords(emptied, new Map([...target].filter(([, { typeName }]) => typeName !== 'shape')))
  expect(shapesOf(emptied)).toEqual([])
  const updates: Uint8Array[] = []
  emptied.on('update', (update: Uint8Array) => {
    updates.push(update)
    const records = readRecords(emptied)
    for (const { typeName, parentId } of records.values())
      if (typeName === 'shape') expect(records.has(String(parentId))).toBe(true)
  })
  restoreRecords(emptied, target)
  expect(readRecords(emptied).size).toBe(target.size)
  expect(updates.length).toBeGreaterThan(10)
  for (const update of updates) expect(update.length).toBeLessThan(128 * 1024)
})

test('a record that the schema refuses is left out', () => {
  const doc = docOf(seed)
  const target = readRecords(doc)
  target.set('shape:bad', { ...note('page:page', 1), id: 'shape:bad', props: { text: 7 } })
  restoreRecords(doc, target)
  expect(readRecord(recordsOf(doc).get('shape:bad'))).toBeNull()
})
