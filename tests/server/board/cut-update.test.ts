// Cutting some people's part out of an update leaves the others' part as it was, and a whole update.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { cutUpdate } from '#server/board/cut-update.ts'
import { scanUpdate } from '#server/board/scan-update.ts'
import { addSticky, moveSticky, removeSticky, typeIntoSticky } from './sample-records.ts'

const changes = [
  (doc: Y.Doc, name: string) => addSticky(doc, name),
  (doc: Y.Doc, name: string) => removeSticky(doc, name),
  (doc: Y.Doc, name: string) => typeIntoSticky(doc, name, 'ab'),
  (doc: Y.Doc, name: string) => moveSticky(doc, name, 7),
]
const step = fc.record({
  who: fc.nat(2),
  change: fc.constantFrom(...changes),
  name: fc.constantFrom('one', 'two', 'three'),
})
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

/** Three people on one board, with client ids 1 to 3; whatever one does, the others have at once. */
function boardAfter(steps: readonly Step[]): Uint8Array {
  const docs = [1, 2, 3].map((clientId) => {
    const doc = new Y.Doc()
    doc.clientID = clientId
    return doc
  })
  for (const { who, change, name } of steps) {
    const doc = docs[who]
    if (!doc) continue
    change(doc, name)
    for (const other of docs) Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  }
  return Y.encodeStateAsUpdate(docs[0] ?? new Y.Doc())
}

const scanOf = (update: Uint8Array) => scanUpdate(update, { maxStructs: 10_000 })

test('without anybody to leave out, an update stays as it is', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const update = boardAfter(steps)
      expect(cutUpdate(update, { without: new Set(), known: new Map() })).toEqual(update)
    }),
  )
})

test('what is left out is left out whole, and nothing is deleted of it that is not known', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), fc.nat(2), fc.nat(20), (steps, who, known) => {
      const clientId = who + 1
      const update = boardAfter(steps)
      const cut = cutUpdate(update, { without: new Set([clientId]), known: new Map([[clientId, known]]) })
      const [before, after] = [scanOf(update), scanOf(cut)]
      expect([...after.brings]).toEqual([...before.brings].filter(([id]) => id !== clientId))
      const deleted = Y.decodeUpdate(cut).ds.clients.get(clientId) ?? []
      expect(deleted.every(({ clock, len }) => clock + len <= known)).toBe(true)
      const others = (bytes: Uint8Array) =>
        [...Y.decodeUpdate(bytes).ds.clients].filter(([id]) => id !== clientId).sort(([a], [b]) => a - b)
      expect(others(cut)).toEqual(others(update))
    }),
  )
})
