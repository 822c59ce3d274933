// What an update would do to the board: nothing may wait for what is not there, nothing but records may come in.
import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { LiveDocument } from '#server/board/live-document.ts'
import { scanUpdate } from '#server/board/scan-update.ts'
import { addRecord, type BoardRecord, recordsOf } from '#shared/board/document.ts'
import {
  addSticky,
  docOf,
  moveSticky,
  removeSticky,
  sticky,
  typeIntoSticky,
  updatesOf,
} from './sample-records.ts'

const scan = (update: Uint8Array) => scanUpdate(update, { maxStructs: 200_000 })

function take(live: LiveDocument, update: Uint8Array): boolean {
  live.checkComplete(scan(update))
  return live.take(update)
}

function threeNotes(): { doc: Y.Doc; updates: Uint8Array[] } {
  const doc = new Y.Doc()
  const updates = updatesOf(doc, () => {
    for (const name of ['a', 'b', 'c']) addSticky(doc, name)
  })
  return { doc, updates }
}

test('honest edits come in; a resend is known, also where it deletes', () => {
  const { doc, updates } = threeNotes()
  updates.push(
    ...updatesOf(doc, () => {
      moveSticky(doc, 'a', 5)
      typeIntoSticky(doc, 'b', 'hello')
      removeSticky(doc, 'c')
    }),
  )
  const live = new LiveDocument([])
  expect(updates.map((update) => take(live, update))).toEqual(updates.map(() => true))
  expect(updates.map((update) => take(live, update))).toEqual(updates.map(() => false))
  expect(take(live, Y.encodeStateAsUpdate(doc))).toBe(false)
})

test('an update with a gap before it is refused before it is applied', () => {
  const { updates } = threeNotes()
  const [first, second, third] = updates
  if (!first || !second || !third) throw new Error('three updates')
  const live = new LiveDocument([first])
  expect(() => take(live, third)).toThrow('load the board again')
  expect(take(live, second)).toBe(true)
  expect(take(live, third)).toBe(true)
})

test('an update on something that nobody has is refused', () => {
  const { doc } = threeNotes()
  const elsewhere = new Y.Doc()
  Y.applyUpdate(elsewhere, Y.encodeStateAsUpdate(doc))
  const [move] = updatesOf(elsewhere, () => moveSticky(elsewhere, 'a', 9))
  if (!move) throw new Error('one update')
  expect(() => take(new LiveDocument([]), move)).toThrow('load the board again')
})

test('a deletion of what does not exist is refused', () => {
  const update = encoding.createEncoder()
  for (const part of [0, 1, 4711, 1, 0, 50]) encoding.writeVarUint(update, part) // no structs; client 4711, clocks 0-49
  expect(() => take(new LiveDocument([]), encoding.toUint8Array(update))).toThrow('load the board again')
})

test('two structs that wait for each other never come in', () => {
  const circle = encoding.createEncoder()
  const write = (...parts: number[]) => {
    for (const part of parts) encoding.writeVarUint(circle, part)
  }
  const any = (origin: number) => {
    encoding.writeUint8(circle, 0b1000_1000) // a value with an origin
    write(origin, 0, 1)
    encoding.writeAny(circle, 1)
  }
  write(2, 1, 2, 0)
  any(1)
  write(1, 1, 0)
  any(2)
  write(0)
  expect(() => take(new LiveDocument([]), encoding.toUint8Array(circle))).toThrow('load the board again')
})

test.for<[string, (doc: Y.Doc) => void]>([
  ['a record that is a bare value', (doc) => doc.getMap('records').set('shape:x', { id: 'shape:x' })],
  ['a text in place of a record', (doc) => doc.getMap('records').set('shape:x', new Y.Text('hello'))],
  ['a record under the name of another', (doc) => recordsOf(doc).set('shape:x', entryOf(sticky('y')))],
  [
    'a record of no known type',
    (doc) => recordsOf(doc).set('shape:x', entryOf({ ...sticky('x'), type: 'bomb' })),
  ],
  [
    'a record far outside the board',
    (doc) => recordsOf(doc).set('shape:x', entryOf(sticky('x', { x: 1e300 }))),
  ],
  ['an image of another host', (doc) => addRecord(recordsOf(doc), imageFrom('https://evil.example/spy.png'))],
  [
    'an image whose source is changed to another host',
    (doc) => {
      addRecord(recordsOf(doc), imageFrom(`asset:${'0'.repeat(26)}`))
      recordsOf(doc).get('asset:a')?.set('p.src', 'https://evil.example/spy.png')
    },
  ],
  ['a map inside a record', (doc) => recordsOf(doc).set('shape:x', entryOf(sticky('x'), new Y.Map()))],
])('%s is refused', ([_name, change]) => {
  const doc = new Y.Doc()
  doc.transact(() => change(doc))
  expect(() => take(new LiveDocument([]), Y.encodeStateAsUpdate(doc))).toThrow(/^This update/)
})

function imageFrom(src: string): BoardRecord {
  const props = { w: 1, h: 1, name: '', isAnimated: false, mimeType: null, src }
  return { id: 'asset:a', typeName: 'asset', type: 'image', meta: {}, props }
}

function entryOf(record: object, extra?: Y.Map<unknown>): Y.Map<unknown> {
  const entry = new Y.Map<unknown>([['$', record]])
  if (extra) entry.set('p.more', extra)
  return entry
}

test('what comes with a foreign image is refused with it', () => {
  const doc = new Y.Doc()
  doc.transact(() => {
    addSticky(doc, 'honest')
    addRecord(recordsOf(doc), imageFrom('data:image/svg+xml,<svg/>'))
  })
  expect(() => take(new LiveDocument([]), Y.encodeStateAsUpdate(doc))).toThrow('no image of this workshop')
})

test('a tower of maps is refused, also together with its deletion', () => {
  const doc = new Y.Doc()
  doc.transact(() => {
    let top = new Y.Map()
    doc.getMap('records').set('shape:x', top)
    for (let depth = 0; depth < 10_000; depth++) {
      const next = new Y.Map()
      top.set('x', next)
      top = next
    }
  })
  const tower = Y.encodeStateAsUpdate(doc)
  expect(() => take(new LiveDocument([]), tower)).toThrow()
})

test('an edit that breaks a record is refused; the record as it was stays good', () => {
  const { doc, updates } = threeNotes()
  const evil = new Y.Doc()
  for (const update of updates) Y.applyUpdate(evil, update)
  const [breaking] = updatesOf(evil, () =>
    recordsOf(evil).get('shape:a')?.set('place', ['page:page', 'a1', 'left', 0, 0]),
  )
  if (!breaking) throw new Error('one update')
  expect(() => take(new LiveDocument(updates), breaking)).toThrow('breaks a record')
  const [honest] = updatesOf(doc, () => moveSticky(doc, 'a', 7))
  if (!honest) throw new Error('one update')
  expect(take(new LiveDocument(updates), honest)).toBe(true)
})

test('a text that two people make too long together is kept, one that one person floods is refused', () => {
  const first = new Y.Doc()
  const seed = updatesOf(first, () => addSticky(first, 'a', { text: 'x'.repeat(1500) }))
  const other = docOf(...seed)
  const grow = (doc: Y.Doc, by: number) => updatesOf(doc, () => typeIntoSticky(doc, 'a', 'y'.repeat(by)))
  const live = new LiveDocument(seed)
  for (const update of [...grow(first, 400), ...grow(other, 400)]) expect(take(live, update)).toBe(true)
  const [flood] = grow(other, 100_000)
  if (!flood) throw new Error('one update')
  expect(() => take(live, flood)).toThrow('longer than it may be')
})

test('a record that was good is checked anew when it becomes a record of another type', () => {
  const { doc, updates } = threeNotes()
  const live = new LiveDocument([])
  for (const update of updates) expect(take(live, update)).toBe(true)
  const asPage = { id: 'shape:a', typeName: 'page', index: 'a1', meta: {} }
  const [page] = updatesOf(doc, () => recordsOf(doc).get('shape:a')?.set('$', asPage))
  if (!page) throw new Error('one update')
  expect(() => take(live, page)).toThrow('breaks a record')
})

test('a record that was good is checked anew where it changes, again and again', () => {
  const { doc, updates } = threeNotes()
  const live = new LiveDocument([])
  for (const update of updates) expect(take(live, update)).toBe(true)
  for (const x of [1, 2, 3]) {
    for (const update of updatesOf(doc, () => moveSticky(doc, 'a', x))) expect(take(live, update)).toBe(true)
  }
  for (const wrong of [
    { 'p.kind': 'nonsense' },
    { 'f.opacity': 2 },
    { place: ['page:page', 'a1', 'x', 0, 0] },
  ]) {
    const copy = docOf(Y.encodeStateAsUpdate(doc))
    const fresh = new LiveDocument([])
    expect(take(fresh, Y.encodeStateAsUpdate(doc))).toBe(true)
    const change = () => {
      for (const [key, value] of Object.entries(wrong)) recordsOf(copy).get('shape:a')?.set(key, value)
    }
    for (const update of updatesOf(copy, change)) expect(() => take(fresh, update)).toThrow('record')
  }
})
