// Attacks on a board over real sockets: the attacker is closed, the board and everybody else on it go on.
import fc from 'fast-check'
import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import type { WebSocket } from 'ws'
import * as Y from 'yjs'
import { closeCodes, maxPresenceBytes, maxUpdateBytes } from '#shared/board/protocol.ts'
import { addSticky, contentsOf, moveSticky, updatesOf } from './sample-records.ts'
import { ana, type BoardServer, bo, closed, serveBoard, workshopId } from './serve-board.ts'

async function attacker(server: BoardServer): Promise<WebSocket> {
  const socket = server.socket(`as=${bo}`)
  await new Promise((resolve) => socket.once('open', resolve))
  return socket
}

function message(...parts: (number | Uint8Array)[]): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const part of parts) {
    if (typeof part === 'number') encoding.writeVarUint(encoder, part)
    else encoding.writeVarUint8Array(encoder, part)
  }
  return encoding.toUint8Array(encoder)
}
const answerMessage = (update: Uint8Array) => message(0, 1, update)
const updateMessage = (update: Uint8Array) => message(0, 2, update)

function presenceMessage(...entries: { clientId: number; clock: number; state: string }[]): Uint8Array {
  const body = encoding.createEncoder()
  encoding.writeVarUint(body, entries.length)
  for (const { clientId, clock, state } of entries) {
    encoding.writeVarUint(body, clientId)
    encoding.writeVarUint(body, clock)
    encoding.writeVarString(body, state)
  }
  return message(1, encoding.toUint8Array(body))
}

test('malformed frames close their sender, store nothing and disturb nobody', async () => {
  const server = await serveBoard()
  const honest = await server.browser()
  const other = await server.browser({ as: bo })
  addSticky(honest.doc, 'before')
  await expect.poll(() => contentsOf(other.doc)).toHaveProperty('shape:before')
  let closes = 0
  for (const browser of [honest, other]) browser.provider.on('connection-close', () => closes++)
  const update = Y.encodeStateAsUpdate(honest.doc)
  const frames = fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 60 }),
    fc
      .tuple(fc.constantFrom(0, 1, 2), fc.uint8Array({ maxLength: 60 }))
      .map(([type, body]) => message(0, type, body)),
    fc.uint8Array({ maxLength: 60 }).map((body) => message(1, body)),
    fc.nat(update.length - 1).map((length) => updateMessage(update).subarray(0, length)),
  )
  const allowed: number[] = [closeCodes.malformed, closeCodes.refused, 1006, 1005]
  await fc.assert(
    fc.asyncProperty(frames, async (frame) => {
      const socket = await attacker(server)
      const end = closed(socket)
      socket.send(frame)
      socket.close() // where the frame was harmless
      expect(allowed).toContain((await end).code)
    }),
    { numRuns: 150 },
  )
  expect(contentsOf(server.store.stored(workshopId))).toEqual(contentsOf(honest.doc))
  addSticky(other.doc, 'after')
  await expect.poll(() => contentsOf(honest.doc)).toHaveProperty('shape:after')
  expect(closes).toBe(0)
})

test.for<[string, Uint8Array | string]>([
  ['a text message', 'hello'],
  ['an empty message', Uint8Array.of()],
  ['an unknown type', message(77)],
  ['a message that goes on', Uint8Array.of(...message(3), 1)],
  ['presence that is no object', presenceMessage({ clientId: 5, clock: 1, state: '"Ana"' })],
  ['presence that is no JSON', presenceMessage({ clientId: 5, clock: 1, state: '{' })],
  ['a client id of more than 32 bits', presenceMessage({ clientId: 2 ** 40, clock: 1, state: '{}' })],
])('%s is malformed', async ([_name, frame]) => {
  const server = await serveBoard()
  const socket = await attacker(server)
  const end = closed(socket)
  socket.send(frame)
  expect((await end).code).toBe(closeCodes.malformed)
})

test('an update frame above the limit is refused; after time offline a larger one is taken', async () => {
  const server = await serveBoard()
  const socket = await attacker(server)
  const doc = new Y.Doc()
  for (let step = 0; step < 200; step++) addSticky(doc, `note-${step}`, { text: 'x'.repeat(1500) })
  const update = Y.encodeStateAsUpdate(doc)
  expect(update.length).toBeGreaterThan(maxUpdateBytes)
  const end = closed(socket)
  socket.send(updateMessage(update))
  expect((await end).code).toBe(closeCodes.refused)
  expect(server.store.appends).toBe(0)
  const back = await server.browser({ doc })
  await expect.poll(back.stored).toBe(1)
  expect(contentsOf(server.store.stored(workshopId))).toEqual(contentsOf(doc))
})

test('nobody writes under another person’s client id: the victim’s next edit is kept', async () => {
  const server = await serveBoard()
  const victim = await server.browser()
  addSticky(victim.doc, 'first')
  await expect.poll(victim.stored).toBe(2)
  // The attack: an empty GC struct where the victim's next edit would stand.
  const next = Y.decodeStateVector(Y.encodeStateVector(victim.doc)).get(victim.doc.clientID) ?? 0
  const forged = encoding.createEncoder()
  for (const part of [1, 1, victim.doc.clientID, next, 0, 100, 0]) encoding.writeVarUint(forged, part)
  const socket = await attacker(server)
  const end = closed(socket)
  socket.send(updateMessage(encoding.toUint8Array(forged)))
  expect(await end).toEqual({ code: closeCodes.refused, reason: expect.stringContaining('client id') })
  addSticky(victim.doc, 'second')
  await expect.poll(() => contentsOf(server.store.stored(workshopId))).toEqual(contentsOf(victim.doc))
  await expect.poll(victim.stored).toBe(3)
})

test('nobody speaks as another browser: neither louder, nor in its name, nor to silence it', async () => {
  const server = await serveBoard()
  const victim = await server.browser()
  const witness = await server.browser({ as: bo })
  victim.provider.awareness.setLocalStateField('cursor', { x: 1 })
  const seen = () => witness.provider.awareness.getStates().get(victim.doc.clientID)
  await expect.poll(seen).toEqual({ cursor: { x: 1 }, person: ana })
  const clientId = victim.doc.clientID
  const socket = await attacker(server)
  const end = closed(socket)
  socket.send(presenceMessage({ clientId, clock: 2 ** 31, state: '{"cursor":{"x":666}}' }))
  expect((await end).code).toBe(closeCodes.refused)
  // Neither under cover of one's own entry, as an echo would come.
  const sly = await attacker(server)
  sly.send(presenceMessage({ clientId: 99, clock: 1, state: '{"sly":true}' }))
  sly.send(
    presenceMessage(
      { clientId, clock: 2 ** 32, state: 'null' },
      { clientId: 99, clock: 2, state: '{"sly":2}' },
    ),
  )
  await expect.poll(() => witness.provider.awareness.getStates().get(99)).toEqual({ sly: 2, person: bo })
  expect(seen()).toEqual({ cursor: { x: 1 }, person: ana })
  victim.provider.awareness.setLocalStateField('cursor', { x: 2 })
  await expect.poll(seen).toEqual({ cursor: { x: 2 }, person: ana })
  sly.terminate()
})

test('one connection has one presence, however many it claims', async () => {
  const server = await serveBoard()
  const witness = await server.browser()
  const socket = await attacker(server)
  for (let clientId = 1; clientId <= 500; clientId++) {
    socket.send(presenceMessage({ clientId, clock: 1, state: '{"fake":true}' }))
  }
  socket.send(presenceMessage({ clientId: 1, clock: 2, state: '{"last":true}' }))
  const states = () => [...witness.provider.awareness.getStates()].filter(([, state]) => state.person === bo)
  await expect.poll(states).toEqual([[1, { last: true, person: bo }]])
  socket.terminate()
  await expect.poll(states).toEqual([])
})

test('a presence that is too large is left out, and its sender stays', async () => {
  const server = await serveBoard()
  const witness = await server.browser()
  const other = await server.browser({ as: bo })
  other.provider.awareness.setLocalState({ selection: 'x'.repeat(maxPresenceBytes) })
  other.provider.awareness.setLocalState({ selection: 'small' })
  await expect
    .poll(() => witness.provider.awareness.getStates().get(other.doc.clientID))
    .toEqual({ selection: 'small', person: bo })
})

test('frames that build on nothing are refused one by one and never pile up', async () => {
  const server = await serveBoard()
  const doc = new Y.Doc()
  const [, ...gaps] = updatesOf(doc, () => {
    for (let step = 0; step < 20; step++) addSticky(doc, `note-${step}`)
  })
  for (const gap of gaps) {
    const socket = await attacker(server)
    const end = closed(socket)
    socket.send(updateMessage(gap)) // may build on what the answer to the server's question brings
    socket.send(answerMessage(Y.encodeStateAsUpdate(new Y.Doc())))
    socket.send(updateMessage(gap))
    expect((await end).code).toBe(closeCodes.refused)
  }
  expect(contentsOf(server.store.stored(workshopId))).toEqual({})
})

test('an update that breaks a record is refused whole, and the board is as it was', async () => {
  const server = await serveBoard()
  const honest = await server.browser()
  addSticky(honest.doc, 'note')
  await expect.poll(honest.stored).toBe(2)
  const before = contentsOf(honest.doc)
  const evil = new Y.Doc()
  Y.applyUpdate(evil, Y.encodeStateAsUpdate(honest.doc))
  const [mixed] = updatesOf(evil, () =>
    evil.transact(() => {
      addSticky(evil, 'innocent')
      moveSticky(evil, 'note', 1e300)
    }),
  )
  const socket = await attacker(server)
  const end = closed(socket)
  socket.send(updateMessage(mixed ?? Uint8Array.of()))
  expect((await end).code).toBe(closeCodes.refused)
  expect(contentsOf(server.store.stored(workshopId))).toEqual(before)
  addSticky(honest.doc, 'after')
  await expect.poll(honest.stored).toBe(3)
  expect(contentsOf(server.store.stored(workshopId))).toEqual(contentsOf(honest.doc))
})

test('a person writes under so many client ids, in however many windows', async () => {
  const server = await serveBoard()
  const honest = await server.browser()
  const [first, second] = [await attacker(server), await attacker(server)]
  const end = Promise.race([closed(first), closed(second)])
  for (let count = 0; count < 301; count++) {
    const doc = new Y.Doc()
    const [update] = updatesOf(doc, () => addSticky(doc, `id-${count}`))
    if (!update) throw new Error('one update')
    const window = count % 2 === 0 ? first : second
    window.send(updateMessage(update))
  }
  expect(await end).toEqual({ code: closeCodes.refused, reason: expect.stringContaining('too many names') })
  expect(honest.provider.wsconnected).toBe(true)
  for (const socket of [first, second]) socket.terminate()
})
