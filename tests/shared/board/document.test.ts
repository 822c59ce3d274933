// How records lie in the document: written sparsely, read back whole.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  addRecord,
  type BoardRecord,
  changeRecord,
  changeText,
  readRecord,
  readRecords,
  recordsOf,
  textChange,
} from '#shared/board/document.ts'
import { checkRecord } from '#shared/board/schema.ts'

const note: BoardRecord = {
  id: 'shape:note',
  typeName: 'shape',
  type: 'sticky-note',
  parentId: 'page:page',
  index: 'a1',
  x: 1,
  y: 2,
  rotation: 0,
  isLocked: false,
  opacity: 1,
  meta: { from: 'test' },
  props: {
    text: 'warten',
    kind: null,
    color: null,
    departmentId: null,
    authorId: null,
    stageId: null,
    laneId: null,
  },
}

function written(record: BoardRecord, next?: BoardRecord): { doc: Y.Doc; read: BoardRecord | null } {
  const doc = new Y.Doc()
  const records = recordsOf(doc)
  doc.transact(() => addRecord(records, record))
  const entry = records.get(record.id)
  if (entry && next) doc.transact(() => changeRecord(entry, record, next))
  return { doc, read: readRecord(records.get(record.id)) }
}

test('a record is read back as it was written', () => {
  expect(written(note).read).toEqual(note)
})

test('a shape that is older than a prop is read with what that prop begins with', () => {
  const { color: _, authorId: __, ...older } = Object(note.props)
  expect(written({ ...note, props: older }).read).toEqual(note)
})

test('a change writes only what has changed', () => {
  const { doc, read } = written(note, { ...note, x: 5, props: { ...Object(note.props), kind: 'evidence' } })
  expect(read).toMatchObject({ x: 5, y: 2, props: { text: 'warten', kind: 'evidence' } })
  expect([...(recordsOf(doc).get(note.id)?.keys() ?? [])].sort()).toEqual(['$', 'p.kind', 'p.text', 'place'])
})

test('whatever a record becomes is read back, also fields and props that have gone', () => {
  const value = fc.oneof(fc.string(), fc.double({ noNaN: true }), fc.boolean(), fc.constant(null))
  const props = fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), value)
  const record = fc.record({
    x: fc.integer(),
    index: fc.string(),
    isLocked: fc.boolean(),
    opacity: fc.double({ noNaN: true }),
    meta: props,
    props,
  })
  fc.assert(
    fc.property(record, record, (before, after) => {
      const full = (part: typeof before): BoardRecord => ({ ...note, type: 'draw', ...part })
      expect(written(full(before), full(after)).read).toEqual(full(after))
    }),
  )
})

test('a text of ours is shared: two replacements of different places both stay', () => {
  const { doc } = written(note)
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  const text = (of: Y.Doc) => recordsOf(of).get(note.id)?.get('p.text')
  for (const [at, next] of [
    [doc, 'lange warten'],
    [other, 'warten müssen'],
  ] as const) {
    const shared = text(at)
    if (!(shared instanceof Y.Text)) throw new Error('the text is not shared')
    changeText(shared, next)
  }
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  expect(String(text(doc))).toBe('lange warten müssen')
})

test('one replacement leads from any text to any other, and splits no character', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', '🙂', '🙃', '漢', 'ß'), { maxLength: 12 })
    .map((all) => all.join(''))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const { at, removed, inserted } = textChange(before, after)
      expect(before.slice(0, at) + inserted + before.slice(at + removed)).toBe(after)
      expect([inserted, before.slice(at, at + removed)].every((part) => part.isWellFormed())).toBe(true)
    }),
  )
})

test('what is no record is passed over', () => {
  const doc = new Y.Doc()
  const records = recordsOf(doc)
  records.set('shape:empty', new Y.Map())
  const foreign = new Y.Map()
  foreign.set('$', { ...note, id: 'shape:another' })
  records.set('shape:foreign', foreign)
  expect(readRecord('text')).toBe(null)
  expect(readRecords(doc).size).toBe(0)
})

test('no change can give a record another identity', () => {
  const { doc } = written(note)
  const entry = recordsOf(doc).get(note.id)
  entry?.set('f.id', 'shape:other')
  entry?.set('f.type', 'draw')
  entry?.set('f.typeName', 'page')
  entry?.set('p.__proto__', { polluted: true })
  expect(readRecord(entry)).toEqual(note)
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
})

test('a text that two people have made too long is read up to its limit, and no character is split', () => {
  const doc = new Y.Doc()
  doc.transact(() => addRecord(recordsOf(doc), note))
  const text = recordsOf(doc).get(note.id)?.get('p.text')
  if (!(text instanceof Y.Text)) throw new Error('a text of ours is a Y.Text')
  text.insert(0, 'a'.repeat(1999))
  text.insert(1999, '😀')
  const read = readRecord(recordsOf(doc).get(note.id))
  expect(read?.props).toMatchObject({ text: 'a'.repeat(1999) })
  expect(read && checkRecord(read).ok).toBe(true)
})
