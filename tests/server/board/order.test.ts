// Check, store, send on, acknowledge: in this order, whatever the disk does.
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { createBoards } from '#server/board/boards.ts'
import { scanUpdate } from '#server/board/scan-update.ts'
import { silentLog } from '#server/log.ts'
import { openJournaledBoards } from '#server/storage/journaled-boards.ts'
import { WorkshopId } from '#shared/ids.ts'
import { JournalDisk } from '#tests/server/storage/journal-disk.ts'
import { addSticky, contentsOf, docOf, removeSticky, updatesOf } from './sample-records.ts'
import { ana, bo, MemoryStore, serveBoard, workshopId } from './serve-board.ts'

const journaled = async (boards: MemoryStore, { open }: JournalDisk) => {
  const { store } = await openJournaledBoards({
    boards,
    paths: ['boards-1', 'boards-2'],
    openFile: open,
    log: silentLog,
  })
  return store
}

const updatesIn = ({ boards }: MemoryStore): Uint8Array[] =>
  [...boards.values()].flatMap(({ tail }) => tail.map(({ update }) => update))

/** A disk that commits when told to. */
function heldStore() {
  const store = new MemoryStore()
  const gate = Promise.withResolvers<void>()
  return {
    store,
    hold: () => {
      store.gate = gate.promise
    },
    release: () => gate.resolve(),
  }
}

test('nobody sees an edit, and nobody is told that it is stored, before the commit', async () => {
  const { store, hold, release } = heldStore()
  const server = await serveBoard({ store })
  const writer = await server.browser()
  const reader = await server.browser({ as: bo })
  await expect.poll(writer.stored).toBe(1) // the empty answer to the server's question
  hold()
  const appends = store.appends
  addSticky(writer.doc, 'note')
  await expect.poll(() => store.appends).toBe(appends + 1)
  const late = await server.browser({ as: bo })
  // Presence does not wait for the disk, so it shows that the connections are alive.
  writer.provider.awareness.setLocalStateField('cursor', { x: 1 })
  await expect.poll(() => reader.provider.awareness.getStates().get(writer.doc.clientID)).toBeDefined()
  expect(contentsOf(reader.doc)).toEqual({})
  expect(contentsOf(late.doc)).toEqual({})
  expect(contentsOf(docOf(await server.boards.read(workshopId)))).toEqual({})
  expect(writer.stored()).toBe(1)
  release()
  await expect.poll(() => contentsOf(reader.doc)).toHaveProperty('shape:note')
  await expect.poll(() => contentsOf(late.doc)).toHaveProperty('shape:note')
  await expect.poll(writer.stored).toBe(2)
})

test('an edit is seen when it is written, and acknowledged when it is durable', async () => {
  const store = new MemoryStore()
  const server = await serveBoard({ store })
  const writer = await server.browser()
  const reader = await server.browser({ as: bo })
  await expect.poll(writer.stored).toBe(1)
  const gate = Promise.withResolvers<void>()
  store.syncGate = gate.promise
  addSticky(writer.doc, 'note')
  await expect.poll(() => contentsOf(reader.doc)).toHaveProperty('shape:note')
  // Whoever comes and brings the same once more is told no sooner: it rests on the same bytes.
  const again = await server.browser({ doc: docOf(Y.encodeStateAsUpdate(writer.doc)) })
  addSticky(reader.doc, 'other')
  await expect.poll(() => contentsOf(again.doc)).toHaveProperty('shape:other')
  expect([writer.stored(), again.stored()]).toEqual([1, 0])
  gate.resolve()
  await expect.poll(writer.stored).toBe(2)
  await expect.poll(again.stored).toBe(1)
})

test('every acknowledgement comes after a sync that began when its edit was written', async () => {
  const disk = new JournalDisk()
  const server = await serveBoard({ around: (store) => journaled(store, disk) })
  const writers = [await server.browser(), await server.browser({ as: bo })]
  await Promise.all(writers.map(({ stored }) => expect.poll(stored).toBe(1)))
  const sent = writers.map((_, who) => Array.from({ length: 40 }, (_, step) => `note-${who}-${step}.`))
  let checked = 0
  for (let step = 0; step < 40; step++) {
    for (const [who, writer] of writers.entries()) {
      addSticky(writer.doc, sent[who]?.[step] ?? '')
      // What a loss of power at this moment would leave.
      const durable = Buffer.concat([disk.afterPowerLoss().bytes(), ...updatesIn(server.store)])
      const called = sent[who]?.slice(0, writer.stored() - 1) ?? []
      for (const name of called) expect(durable.includes(name)).toBe(true)
      checked += called.length
    }
    await new Promise((resolve) => setTimeout(resolve, 3)) // edits of people, not all in one turn
  }
  expect(checked).toBeGreaterThan(100)
  for (const writer of writers) await expect.poll(writer.stored).toBe(41)
})

test('what is written to several boards in one turn is one write, and each board keeps its order', async () => {
  const disk = new JournalDisk()
  const store = new MemoryStore()
  const boards = createBoards({ storage: await journaled(store, disk), log: silentLog })
  onTestFinished(() => boards.close())
  const ids = ['000000000001', '000000000002', '000000000003'].map((id) => WorkshopId.parse(id))
  const docs = ids.map(() => new Y.Doc())
  const opened = await Promise.all(ids.map((id) => boards.open(id)))
  const saved: Promise<void>[] = []
  for (let step = 0; step < 5; step++) {
    for (const [index, board] of opened.entries()) {
      const doc = docs[index] ?? new Y.Doc()
      for (const update of updatesOf(doc, () => addSticky(doc, `note-${step}`))) {
        const { promise, resolve, reject } = Promise.withResolvers<void>()
        const receipt = { saved: resolve, lost: () => reject(new Error('lost')) }
        board.take(null, update, scanUpdate(update, { maxStructs: 100 }), receipt)
        saved.push(promise)
      }
    }
  }
  await Promise.all(saved)
  expect(disk.history.filter((step) => step === 'write')).toHaveLength(1)
  for (const [index, board] of opened.entries()) {
    expect(contentsOf(docOf(...board.contents.updates()))).toEqual(contentsOf(docs[index] ?? new Y.Doc()))
  }
})

test('what is written while the disk is busy is stored together, in its order', async () => {
  const { store, hold, release } = heldStore()
  const server = await serveBoard({ store })
  const writer = await server.browser()
  await expect.poll(writer.stored).toBe(1)
  hold()
  addSticky(writer.doc, 'first')
  await expect.poll(() => store.appends).toBe(1)
  for (let step = 0; step < 30; step++) addSticky(writer.doc, `later-${step}`)
  const probe = await server.browser({ as: bo }) // its answer comes behind everything that was sent before
  release()
  await expect.poll(writer.stored).toBe(32)
  expect(store.appends).toBeLessThanOrEqual(3)
  expect(contentsOf(store.stored(workshopId))).toEqual(contentsOf(writer.doc))
  await expect.poll(() => contentsOf(probe.doc)).toEqual(contentsOf(writer.doc))
})

test('a deletion counts as stored only after its own commit, though it advances no clock', async () => {
  const { store, hold, release } = heldStore()
  const server = await serveBoard({ store })
  const writer = await server.browser()
  addSticky(writer.doc, 'note')
  await expect.poll(writer.stored).toBe(2)
  hold()
  removeSticky(writer.doc, 'note')
  await expect.poll(() => store.appends).toBe(2)
  expect(writer.stored()).toBe(2)
  release()
  await expect.poll(writer.stored).toBe(3)
  expect(contentsOf(store.stored(workshopId))).toEqual({})
})

test('a browser without acks=1 gets only messages of the stock protocol', async () => {
  const server = await serveBoard()
  const types = new Set<number | undefined>()
  const stock = await server.browser({ acks: false })
  const watch = server.socket(`as=${ana}`)
  watch.on('message', (data: Buffer) => types.add(data[0]))
  await new Promise((resolve) => watch.once('open', resolve))
  watch.send(Uint8Array.of(0, 0, 1, 0)) // sync step 1 of somebody who has nothing
  addSticky(stock.doc, 'note')
  watch.send(Uint8Array.of(0, 1, 2, 0, 0)) // an update frame, so that there is something to acknowledge
  await expect.poll(() => contentsOf(server.store.stored(workshopId))).toHaveProperty('shape:note')
  await expect.poll(() => types.has(0)).toBe(true)
  const bystander = await server.browser({ as: bo })
  bystander.provider.awareness.setLocalStateField('cursor', { x: 1 })
  await expect.poll(() => types.has(1)).toBe(true)
  expect([...types].sort()).toEqual([0, 1])
  watch.terminate()
})

test.for([
  { name: 'a disk that refuses', stores: false },
  { name: 'a commit whose answer was lost', stores: true },
])('after $name nothing is sent on, everybody comes back, and nothing is lost', async ({ stores }) => {
  const store = new MemoryStore()
  const server = await serveBoard({ store })
  const writer = await server.browser()
  const reader = await server.browser({ as: bo })
  await expect.poll(writer.stored).toBe(1)
  let closes = 0
  writer.provider.on('connection-close', () => closes++)
  reader.provider.on('connection-close', () => closes++)
  store.failure = { reason: 'the disk is full', stores }
  addSticky(writer.doc, 'note')
  await expect.poll(() => closes).toBeGreaterThanOrEqual(2)
  store.failure = null
  await expect.poll(() => contentsOf(reader.doc), { timeout: 5000 }).toHaveProperty('shape:note')
  await expect.poll(() => contentsOf(store.stored(workshopId))).toEqual(contentsOf(writer.doc))
  addSticky(reader.doc, 'after')
  await expect.poll(() => contentsOf(writer.doc)).toHaveProperty('shape:after')
})

test('when what was sent on cannot be made durable, nobody is told so, everybody comes back, and nothing is lost', async () => {
  const store = new MemoryStore()
  const server = await serveBoard({ store })
  const writer = await server.browser()
  const reader = await server.browser({ as: bo })
  await expect.poll(writer.stored).toBe(1)
  let closes = 0
  for (const { provider } of [writer, reader]) provider.on('connection-close', () => closes++)
  const gate = Promise.withResolvers<void>()
  store.syncGate = gate.promise
  store.syncFailure = 'input/output error'
  addSticky(writer.doc, 'note')
  await expect.poll(() => contentsOf(reader.doc)).toHaveProperty('shape:note')
  expect(closes).toBe(0)
  gate.resolve()
  await expect.poll(() => closes).toBeGreaterThanOrEqual(2)
  expect(writer.stored()).toBe(1)
  store.syncFailure = null
  addSticky(reader.doc, 'after')
  await expect.poll(() => contentsOf(writer.doc)).toHaveProperty('shape:after')
  expect(contentsOf(store.stored(workshopId))).toEqual(contentsOf(writer.doc))
})

test('when another node wrote first, everybody comes back to what is stored', async () => {
  const store = new MemoryStore()
  const server = await serveBoard({ store })
  const writer = await server.browser()
  await expect.poll(writer.stored).toBe(1)
  const elsewhere = new Y.Doc()
  for (const update of updatesOf(elsewhere, () => addSticky(elsewhere, 'elsewhere'))) {
    await store.append([{ workshopId, seq: 1, update }])
  }
  addSticky(writer.doc, 'here')
  await expect
    .poll(() => Object.keys(contentsOf(writer.doc)).sort())
    .toEqual(['shape:elsewhere', 'shape:here'])
  await expect.poll(() => contentsOf(store.stored(workshopId))).toEqual(contentsOf(writer.doc))
})

test('first contents are written once, however often and by how many at a time', async () => {
  const server = await serveBoard()
  const seedOf = (name: string) => {
    const doc = new Y.Doc()
    addSticky(doc, name)
    return Y.encodeStateAsUpdate(doc)
  }
  const found = (name: string) => server.boards.found(workshopId, seedOf(name))
  await Promise.all([found('one'), found('other')])
  const contents = contentsOf(server.store.stored(workshopId))
  expect(Object.keys(contents)).toHaveLength(1)
  await found('third')
  expect(contentsOf((await server.browser()).doc)).toEqual(contents)
  expect(contentsOf(docOf(await server.boards.read(workshopId)))).toEqual(contents)
})

test('a server that stops stores what it was given and says that it comes back', async () => {
  const server = await serveBoard()
  const writer = await server.browser()
  const codes: unknown[] = []
  writer.provider.on('connection-close', (event) => codes.push(event?.code))
  addSticky(writer.doc, 'last')
  await expect.poll(() => server.store.appends).toBeGreaterThan(0)
  const closing = server.boards.close()
  await expect.poll(() => codes).toContain(4503)
  await closing
  expect(contentsOf(server.store.stored(workshopId))).toHaveProperty('shape:last')
})
