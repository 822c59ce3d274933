// The first look at an update: honest ones pass and are understood as Yjs understands them; the rest is refused.
import fc from 'fast-check'
import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { LiveDocument } from '#server/board/live-document.ts'
import { FrameRefusal } from '#server/board/refusal.ts'
import { type Scan, scanUpdate } from '#server/board/scan-update.ts'
import { recordsOf } from '#shared/board/document.ts'
import { closeCodes } from '#shared/board/protocol.ts'
import { addSticky, docOf, moveSticky, removeSticky, typeIntoSticky, updatesOf } from './sample-records.ts'

const limits = { maxStructs: 20_000 }
const scan = (update: Uint8Array): Scan => scanUpdate(update, limits)

function codeOf(work: () => unknown): number {
  try {
    work()
  } catch (error) {
    if (error instanceof FrameRefusal) return error.code
    throw error
  }
  return 0
}

/** The update of whatever `change` does to an empty document. */
function updateOf(change: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc()
  doc.transact(() => change(doc))
  return Y.encodeStateAsUpdate(doc)
}

function honestUpdates(seed: readonly number[]): Uint8Array[] {
  const doc = new Y.Doc()
  return updatesOf(doc, () => {
    for (const pick of seed) {
      const name = `n${pick % 5}`
      if (pick % 7 < 2) addSticky(doc, name, { text: 'Grüße 👋', x: pick / 3 })
      else if (pick % 7 < 4) moveSticky(doc, name, pick)
      else if (pick % 7 < 6) typeIntoSticky(doc, name, '😀é')
      else removeSticky(doc, name)
    }
  })
}
const seeds = fc.array(fc.nat(1000), { minLength: 1, maxLength: 30 })

test('an honest update is understood as Yjs understands it', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const updates = honestUpdates(seed)
      for (const update of [...updates, Y.encodeStateAsUpdate(docOf(...updates))]) {
        const { from, to } = Y.parseUpdateMeta(update)
        const { brings } = scan(update)
        expect([...brings].map(([clientId, range]) => [clientId, range.from, range.to])).toEqual(
          [...to].map(([clientId, end]) => [clientId, from.get(clientId), end]),
        )
      }
    }),
  )
})

test('of mutated updates, those that pass do Yjs no harm', () => {
  let passed = 0
  fc.assert(
    fc.property(
      seeds,
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 }),
      (seed, edits) => {
        const updates = honestUpdates(seed)
        const update = Y.encodeStateAsUpdate(docOf(...updates))
        for (const [at, byte] of edits) update[at % update.length] = byte
        const live = new LiveDocument([])
        const code = codeOf(() => {
          const scanned = scan(update)
          live.checkComplete(scanned)
          live.take(update)
        })
        if (code !== 0) return
        passed++
        const doc = docOf(update)
        expect(doc.store.pendingStructs).toBeNull()
        expect(doc.store.pendingDs).toBeNull()
        expect(() => recordsOf(doc).toJSON()).not.toThrow()
      },
    ),
    { numRuns: 500 },
  )
  expect(passed).toBeGreaterThan(0)
})

test('any bytes at all are refused with a code, never with an exception of another kind', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const code = codeOf(() => scan(bytes))
      expect([0, closeCodes.malformed, closeCodes.refused]).toContain(code)
    }),
    { numRuns: 2000 },
  )
})

test('an update that is cut off or goes on after its end is malformed', () => {
  const update = updateOf((doc) => addSticky(doc, 'note'))
  for (let length = 0; length < update.length; length++) {
    expect(codeOf(() => scan(update.subarray(0, length)))).toBe(closeCodes.malformed)
  }
  expect(codeOf(() => scan(Buffer.concat([update, Buffer.of(0)])))).toBe(closeCodes.malformed)
})

test('a header that promises more than the bytes hold costs nothing', () => {
  const promise = encoding.createEncoder()
  for (const claim of [1, 2 ** 40, 7, 0]) encoding.writeVarUint(promise, claim)
  expect(codeOf(() => scan(encoding.toUint8Array(promise)))).toBe(closeCodes.refused)
  const clients = encoding.createEncoder()
  encoding.writeVarUint(clients, 2 ** 50)
  expect(codeOf(() => scan(encoding.toUint8Array(clients)))).toBe(closeCodes.malformed)
})

test.for<[string, (doc: Y.Doc) => void]>([
  ['a root that is none of the board’s', (doc) => doc.getMap('secrets').set('a', 1)],
  ['a list under the name of the records', (doc) => doc.getArray('records').push([1])],
  ['a number that is none', (doc) => recordsOf(doc).set('a', new Y.Map([['place', [0, Number.NaN]]]))],
  ['infinity', (doc) => recordsOf(doc).set('a', new Y.Map([['place', [Number.POSITIVE_INFINITY]]]))],
  ['a subdocument', (doc) => doc.getMap('records').set('a', new Y.Doc())],
  ['a list type', (doc) => doc.getMap('records').set('a', new Y.Array())],
  ['XML', (doc) => doc.getMap('records').set('a', new Y.XmlFragment())],
  ['formatted text', (doc) => doc.getMap('records').set('a', new Y.Map([['p.text', formatted()]]))],
  ['bytes', (doc) => doc.getMap('records').set('a', new Y.Map([['x', Uint8Array.of(1)]]))],
  ['a big integer', (doc) => doc.getMap('records').set('a', new Y.Map([['x', [10n]]]))],
  ['a prototype', (doc) => doc.getMap('meta').set('a', JSON.parse('{"__proto__": {"x": 1}}'))],
  ['a value nested a thousand deep', (doc) => doc.getMap('meta').set('a', nested(1000))],
])('%s is refused', ([_name, change]) => {
  expect(codeOf(() => scan(updateOf(change)))).toBe(closeCodes.refused)
})

const formatted = () => {
  const text = new Y.Text()
  text.insert(0, 'bold', { bold: true })
  return text
}
const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)])

test('a text that is no UTF-8 is malformed: it would stop every browser', () => {
  const update = updateOf((doc) => recordsOf(doc).set('aaaa', new Y.Map()))
  const at = Buffer.from(update).indexOf('aaaa')
  update[at] = 0xff
  expect(codeOf(() => scan(update))).toBe(closeCodes.malformed)
})

test('an update that leaves something out is refused', () => {
  const doc = new Y.Doc()
  const [first, , third] = updatesOf(doc, () => {
    for (const name of ['a', 'b', 'c']) addSticky(doc, name)
  })
  if (!first || !third) throw new Error('three updates')
  expect(codeOf(() => scan(Y.mergeUpdates([first, third])))).toBe(closeCodes.refused)
})

test('more structs than one frame may have are refused', () => {
  const update = updateOf((doc) => addSticky(doc, 'note'))
  expect(codeOf(() => scanUpdate(update, { maxStructs: 1 }))).toBe(closeCodes.refused)
})
