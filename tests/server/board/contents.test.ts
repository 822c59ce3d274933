// What a board keeps as bytes answers everybody with exactly what they lack.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { type Boards, createBoards } from '#server/board/boards.ts'
import { Contents, tailEntry } from '#server/board/contents.ts'
import { scanUpdate } from '#server/board/scan-update.ts'
import { silentLog } from '#server/log.ts'
import {
  addSticky,
  contentsOf,
  docOf,
  moveSticky,
  removeSticky,
  typeIntoSticky,
  updatesOf,
} from './sample-records.ts'
import { MemoryStore, workshopId } from './serve-board.ts'

type Step = { writer: number; what: 'add' | 'move' | 'type' | 'remove'; name: string }
const steps = fc.array(
  fc.record<Step>({
    writer: fc.nat(2),
    what: fc.constantFrom('add', 'move', 'type', 'remove'),
    name: fc.constantFrom('a', 'b', 'c', 'd'),
  }),
  { minLength: 1, maxLength: 40 },
)

/** Three people who hear of each other now and then; all their updates in one order. */
function history(done: readonly Step[]): Uint8Array[] {
  const docs = [1, 2, 3].map((clientID) => Object.assign(new Y.Doc(), { clientID }))
  const all: Uint8Array[] = []
  done.forEach(({ writer, what, name }, index) => {
    const doc = docs[writer] ?? new Y.Doc()
    if (index % 3 === 0) for (const update of all) Y.applyUpdate(doc, update)
    const change = {
      add: () => addSticky(doc, name),
      move: () => moveSticky(doc, name, index),
      type: () => typeIntoSticky(doc, name, `${index}`),
      remove: () => removeSticky(doc, name),
    }[what]
    all.push(...updatesOf(doc, change))
  })
  return all
}

/** What is inside the frames of an answer. */
function updatesIn(answer: Buffer): Uint8Array[] {
  const updates: Uint8Array[] = []
  for (let at = 0; at < answer.length; ) {
    const short = (answer[at + 1] ?? 0) & 127
    const [head, length] =
      short < 126
        ? [2, short]
        : short === 126
          ? [4, answer.readUInt16BE(at + 2)]
          : [10, Number(answer.readBigUInt64BE(at + 2))]
    const message = answer.subarray(at + head, at + head + length)
    const body = message.subarray(2)
    const headEnd = body.findIndex((byte) => byte < 128) + 1
    updates.push(body.subarray(headEnd))
    at += head + length
  }
  return updates
}

const contentsOfHistory = (updates: readonly Uint8Array[]): Contents => {
  const contents = new Contents({ snapshot: null, tail: [] })
  contents.append(
    updates.map((update, at) => tailEntry(at + 1, update, scanUpdate(update, { maxStructs: 1000 }))),
  )
  return contents
}

function compactTo(contents: Contents, updates: readonly Uint8Array[], upTo: number): void {
  const doc = docOf(...updates.slice(0, upTo))
  const vector = Y.encodeStateVector(doc)
  contents.compact({
    bytes: Y.encodeStateAsUpdate(doc),
    upTo,
    vector: Y.decodeStateVector(vector),
    deletes: Y.encodeStateAsUpdate(doc, vector),
  })
}

test('whatever somebody has, the answer brings them to what is stored', () => {
  fc.assert(
    fc.property(
      steps,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (done, cut, had) => {
        const updates = history(done)
        const contents = contentsOfHistory(updates)
        compactTo(contents, updates, Math.floor(cut * updates.length))
        const reader = docOf(...updates.slice(0, Math.floor(had * updates.length)))
        const vector = Y.decodeStateVector(Y.encodeStateVector(reader))
        for (const update of updatesIn(contents.answer(vector))) Y.applyUpdate(reader, update)
        expect(contentsOf(reader)).toEqual(contentsOf(docOf(...updates)))
        expect(reader.store.pendingStructs).toBeNull()
      },
    ),
  )
})

test('what is loaded again answers as before', () => {
  fc.assert(
    fc.property(steps, (done) => {
      const updates = history(done)
      const contents = contentsOfHistory(updates)
      compactTo(contents, updates, Math.floor(updates.length / 2))
      const { snapshot, tail } = contents
      const again = new Contents({
        snapshot: snapshot && { bytes: snapshot.bytes, upTo: snapshot.upTo },
        tail: tail.map(({ seq, update }) => ({ seq, update })),
      })
      expect(again.vector).toEqual(contents.vector)
      expect(again.lastSeq).toBe(updates.length)
      expect(again.answer(new Map())).toEqual(contents.answer(new Map()))
    }),
  )
})

test('somebody who has all but the last edit gets the last edit and no more', () => {
  const doc = new Y.Doc()
  const updates = updatesOf(doc, () => {
    for (let step = 0; step < 200; step++) addSticky(doc, `note-${step}`, { text: 'x'.repeat(50) })
  })
  const contents = contentsOfHistory(updates)
  compactTo(contents, updates, 100)
  const reader = docOf(...updates.slice(0, -1))
  const answer = contents.answer(Y.decodeStateVector(Y.encodeStateVector(reader)))
  expect(answer.length).toBeLessThan(2 * (updates.at(-1)?.length ?? 0))
  for (const update of updatesIn(answer)) Y.applyUpdate(reader, update)
  expect(contentsOf(reader)).toEqual(contentsOf(doc))
})

function swept(boards: Boards): Boards {
  boards.sweep()
  return boards
}

test('compaction in its thread keeps everything, and what is written meanwhile', async () => {
  let now = 0
  const store = new MemoryStore()
  const boards = createBoards({ storage: store, log: silentLog, now: () => now })
  await fc.assert(
    fc.asyncProperty(steps, async (done) => {
      store.boards.clear()
      const updates = history([...done, ...done, ...done])
      const board = await boards.open(workshopId)
      const stored = (list: readonly Uint8Array[]) =>
        Promise.all(
          list.map((update) => {
            const { promise, resolve, reject } = Promise.withResolvers<void>()
            const receipt = { saved: resolve, lost: () => reject(new Error('lost')) }
            board.take(null, update, scanUpdate(update, { maxStructs: 1000 }), receipt)
            return promise
          }),
        )
      const half = Math.ceil(updates.length / 2)
      await stored(updates.slice(0, half))
      now += 10_000
      boards.sweep()
      await stored(updates.slice(half))
      const expected = contentsOf(docOf(...updates))
      expect(contentsOf(docOf(await boards.read(workshopId)))).toEqual(expected)
      expect(contentsOf(store.stored(workshopId))).toEqual(expected)
      // Left alone, it is compacted if it was long, and let go.
      now += 100_000
      await expect.poll(() => swept(boards).loadedCount()).toBe(0)
      expect(contentsOf(docOf(await boards.read(workshopId)))).toEqual(expected)
      now += 100_000
      await expect.poll(() => swept(boards).loadedCount()).toBe(0)
    }),
    { numRuns: 10 },
  )
  await boards.close()
})
