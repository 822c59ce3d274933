// The stock y-websocket provider against our gateway: it knows nothing of us, and everything works.
import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import { closeCodes } from '#shared/board/protocol.ts'
import { boardVersion } from '#shared/board/version.ts'
import { addSticky, contentsOf, moveSticky, removeSticky, typeIntoSticky } from './sample-records.ts'
import { ana, type Browser, bo, closed, serveBoard, workshopId } from './serve-board.ts'

const equal = (...browsers: Browser[]) => {
  const [first, ...rest] = browsers.map(({ doc }) => contentsOf(doc))
  return rest.every((contents) => isDeepStrictEqual(contents, first))
}

test('two people write at once and end with the same board', async () => {
  const server = await serveBoard()
  const one = await server.browser()
  const other = await server.browser({ as: bo })
  addSticky(one.doc, 'shared')
  await expect.poll(() => contentsOf(other.doc)).toHaveProperty('shape:shared')
  for (let step = 0; step < 50; step++) {
    addSticky(one.doc, `one-${step}`, { x: step })
    addSticky(other.doc, `other-${step}`, { x: step })
    typeIntoSticky(one.doc, 'shared', 'a')
    typeIntoSticky(other.doc, 'shared', 'b')
  }
  await expect.poll(() => Object.keys(contentsOf(one.doc)).length).toBe(101)
  await expect.poll(() => equal(one, other)).toBe(true)
  expect(contentsOf(server.store.stored(workshopId))).toEqual(contentsOf(one.doc))
  const late = await server.browser({ as: bo })
  expect(contentsOf(late.doc)).toEqual(contentsOf(one.doc))
})

test('a newcomer is told that it is in sync only when it has everything', async () => {
  const server = await serveBoard()
  const writer = await server.browser()
  for (let step = 0; step < 20; step++) addSticky(writer.doc, `note-${step}`)
  await expect.poll(writer.stored).toBe(21)
  const newcomer = await server.browser({ as: bo, waits: false })
  const atSync = await new Promise((resolve) =>
    newcomer.provider.once('sync', () => resolve(Object.keys(contentsOf(newcomer.doc)).length)),
  )
  expect(atSync).toBe(20)
})

test('what two people did while one was offline comes together', async () => {
  const server = await serveBoard()
  const stays = await server.browser()
  const leaves = await server.browser({ as: bo })
  for (const name of ['kept', 'removed', 'moved']) addSticky(stays.doc, name)
  await expect.poll(() => equal(stays, leaves)).toBe(true)
  leaves.provider.disconnect()
  addSticky(leaves.doc, 'offline')
  moveSticky(leaves.doc, 'moved', 400)
  removeSticky(stays.doc, 'removed')
  await expect.poll(() => contentsOf(server.store.stored(workshopId))).not.toHaveProperty('shape:removed')
  leaves.provider.connect()
  await expect.poll(() => equal(stays, leaves)).toBe(true)
  expect(Object.keys(contentsOf(stays.doc)).sort()).toEqual(['shape:kept', 'shape:moved', 'shape:offline'])
  expect(contentsOf(server.store.stored(workshopId))).toEqual(contentsOf(stays.doc))
})

test('what somebody writes while coming back builds on what they wrote offline, and both are kept', async () => {
  const server = await serveBoard()
  const writer = await server.browser()
  writer.provider.disconnect()
  addSticky(writer.doc, 'offline')
  const closes: unknown[] = []
  writer.provider.on('connection-close', (event) => closes.push(event?.code))
  // Before the browser has heard the server's question, and so before it can send what it wrote offline.
  writer.provider.on('status', ({ status }) => {
    if (status === 'connected') addSticky(writer.doc, 'early')
  })
  writer.provider.connect()
  await expect.poll(writer.stored).toBe(2)
  expect(contentsOf(server.store.stored(workshopId))).toEqual(contentsOf(writer.doc))
  addSticky(writer.doc, 'later')
  await expect.poll(writer.stored).toBe(3)
  expect(contentsOf(server.store.stored(workshopId))).toEqual(contentsOf(writer.doc))
  expect(closes).toEqual([])
})

test('two tabs of one person are two browsers', async () => {
  const server = await serveBoard()
  const left = await server.browser()
  const right = await server.browser()
  left.provider.awareness.setLocalStateField('cursor', { x: 1 })
  right.provider.awareness.setLocalStateField('cursor', { x: 2 })
  addSticky(left.doc, 'left')
  addSticky(right.doc, 'right')
  await expect.poll(() => equal(left, right) && Object.keys(contentsOf(left.doc)).length).toBe(2)
  await expect
    .poll(() => left.provider.awareness.getStates().get(right.doc.clientID))
    .toEqual({ cursor: { x: 2 }, person: ana })
})

test('presence carries the person that the seat proves, whatever the browser says', async () => {
  const server = await serveBoard()
  const honest = await server.browser()
  const liar = await server.browser({ as: bo })
  liar.provider.awareness.setLocalState({ person: ana, name: 'Ana', cursor: { x: 3 } })
  await expect
    .poll(() => honest.provider.awareness.getStates().get(liar.doc.clientID))
    .toEqual({ person: bo, name: 'Ana', cursor: { x: 3 } })
})

test('presence goes with the connection and comes back with it at once', async () => {
  const server = await serveBoard()
  const one = await server.browser()
  const other = await server.browser({ as: bo })
  other.provider.awareness.setLocalStateField('cursor', { x: 1 })
  const seen = () => one.provider.awareness.getStates().get(other.doc.clientID)
  await expect.poll(seen).toEqual({ cursor: { x: 1 }, person: bo })
  other.provider.disconnect()
  await expect.poll(seen).toBeUndefined()
  other.provider.connect()
  await expect.poll(seen).toEqual({ cursor: { x: 1 }, person: bo })
})

test('an observer sees everything, shows a cursor and changes nothing', async () => {
  const server = await serveBoard()
  const writer = await server.browser()
  const observer = await server.browser({ as: bo, seat: 'observer' })
  addSticky(observer.doc, 'forbidden')
  observer.provider.awareness.setLocalStateField('cursor', { x: 9 })
  addSticky(writer.doc, 'allowed')
  await expect.poll(() => contentsOf(observer.doc)).toHaveProperty('shape:allowed')
  await expect
    .poll(() => writer.provider.awareness.getStates().get(observer.doc.clientID))
    .toEqual({ cursor: { x: 9 }, person: bo })
  // It offers what it has once more when it comes back.
  observer.provider.disconnect()
  observer.provider.connect()
  await expect.poll(() => observer.provider.synced).toBe(true)
  expect(Object.keys(contentsOf(writer.doc))).toEqual(['shape:allowed'])
  expect(Object.keys(contentsOf(server.store.stored(workshopId)))).toEqual(['shape:allowed'])
  expect(observer.stored()).toBe(0)
})

test('a browser without a seat is told so by a close code, and by none that makes it try for ever', async () => {
  const server = await serveBoard()
  const stranger = server.socket('seat=participant')
  expect(await closed(stranger)).toEqual({
    code: closeCodes.unauthorised,
    reason: 'You have no seat in this workshop.',
  })
})

test('a seat that only reads results has no board', async () => {
  const server = await serveBoard()
  const reader = server.socket(`as=${ana}&seat=results`)
  expect((await closed(reader)).code).toBe(closeCodes.unauthorised)
})

test('an address that is no workshop is not found', async () => {
  const server = await serveBoard()
  const lost = server.socket(`as=${ana}`, { path: 'nowhere' })
  const status = await new Promise((resolve) => {
    lost.on('error', () => {})
    lost.once('unexpected-response', (_request, response) => resolve(response.statusCode))
  })
  expect(status).toBe(404)
})

test('a ticket is answered as the chosen subprotocol, or the browser would hang up', async () => {
  const server = await serveBoard()
  const socket = server.socket(`as=${ana}`, { protocols: ['runde.ticket.abc'] })
  await new Promise((resolve) => socket.once('open', resolve))
  expect(socket.protocol).toBe('runde.ticket.abc')
  socket.terminate()
})

test('a person alone on the board hears something before the stock provider gives up', async () => {
  const server = await serveBoard({ beatMs: 5 })
  const socket = server.socket(`as=${ana}`)
  const messages: Buffer[] = []
  socket.on('message', (data: Buffer) => messages.push(data))
  const emptyPresence = Buffer.of(1, 1, 0)
  await expect
    .poll(() => messages.filter((message) => message.equals(emptyPresence)).length)
    .toBeGreaterThan(3)
  socket.terminate()
})

test('a connection that no longer answers is ended', async () => {
  const server = await serveBoard({ beatMs: 20 })
  const socket = server.socket(`as=${ana}`)
  await new Promise((resolve) => socket.once('open', resolve))
  await expect.poll(() => server.gateway.connectionCount()).toBe(1)
  socket.pause() // neither pings nor data are read any more
  await expect.poll(() => server.gateway.connectionCount()).toBe(0)
  socket.terminate()
})

test('a seat that ends takes its connections with it', async () => {
  const server = await serveBoard()
  const removed = server.socket(`as=${bo}`)
  await new Promise((resolve) => removed.once('open', resolve))
  await server.browser()
  const ended = closed(removed)
  server.gateway.end(workshopId, (seat) => seat.personId === bo)
  expect((await ended).code).toBe(closeCodes.unauthorised)
  await expect.poll(() => server.gateway.connectionCount()).toBe(1)
})

test('a page of another version is sent away with a code of its own, one of this version or a stock client is not', async () => {
  const server = await serveBoard()
  const old = await closed(server.socket('as=anaaaaaaaaaaaaaa&schema=00000000'))
  expect(old).toMatchObject({
    code: closeCodes.outdated,
    reason: expect.stringMatching(/load the page again/),
  })
  expect(server.facts).toContain('board.outdated')
  for (const query of ['as=anaaaaaaaaaaaaaa', `as=anaaaaaaaaaaaaaa&schema=${boardVersion}`]) {
    const socket = server.socket(query)
    await new Promise((resolve) => socket.once('message', resolve))
    expect(socket.readyState).toBe(socket.OPEN)
    socket.close()
  }
})
