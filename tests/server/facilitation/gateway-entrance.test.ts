// Who gets onto the facilitation plane, when they have to go, and that the server's other sockets are left alone.
import { once } from 'node:events'
import { expect, test, vi } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import type { Authenticate, SeatAnswer } from '#server/access/seat.ts'
import { enter, gatewayOver, knock, raise, refusalOf } from './gateway-for-test.ts'
import { readSeat } from './read-seat.ts'
import { ana, bo, fay, foundedRooms, types, workshopId } from './room-for-test.ts'

async function openGateway() {
  const room = await foundedRooms()
  return { ...room, ...(await gatewayOver(room)) }
}

test('nobody gets in without a seat, with a results seat, or without naming a workshop', async () => {
  const gateway = await openGateway()
  expect(await refusalOf(knock(gateway, ana, { seat: 'nobody' }))).toEqual({
    code: 'no-seat',
    message: 'You have no seat here.',
  })
  expect(await refusalOf(knock(gateway, ana, { seat: 'results' }))).toMatchObject({ code: 'no-seat' })
  for (const auth of [{}, { workshopId: 'NO' }, { workshopId, seat: 'results' }, { workshopId: ['x'] }])
    expect(await refusalOf(knock(gateway, ana, { auth }))).toMatchObject({ code: 'invalid' })
  expect(gateway.rooms.present(workshopId)).toEqual([])
})

test('the seat that was asked for is the one that is checked', async () => {
  const gateway = await openGateway()
  const asFacilitator = { auth: { workshopId, seat: 'facilitator' } }
  expect(await refusalOf(knock(gateway, ana, asFacilitator))).toMatchObject({ code: 'no-seat' })
  const browser = await enter(gateway, fay, asFacilitator)
  expect((await browser.resume(null)).me.role).toBe('facilitator')
})

test('a failure to read the seat refuses this browser, is reported, and lets the next one in', async () => {
  const room = await foundedRooms()
  let isBroken = true
  const authenticate: Authenticate = async (...asked) => {
    if (isBroken) throw new Error('storage gone')
    return readSeat(...asked)
  }
  const gateway = await gatewayOver(room, { authenticate })
  expect(await refusalOf(knock(gateway, ana))).toMatchObject({ code: 'busy' })
  expect(gateway.bugs).toEqual(['facilitation.authenticate-failed'])
  isBroken = false
  expect(await (await enter(gateway, ana)).command(raise)).toMatchObject({ ok: true })
})

test('one person has at most twenty connections', async () => {
  const gateway = await openGateway()
  await Promise.all(Array.from({ length: 20 }, () => enter(gateway, ana)))
  expect(await refusalOf(knock(gateway, ana))).toMatchObject({ code: 'busy' })
  await enter(gateway, bo)
})

test('when a seat ends its connections end, told why, and the others stay', async () => {
  const gateway = await openGateway()
  const [anas, anasPhone, bos] = await Promise.all([ana, ana, bo].map((who) => enter(gateway, who)))
  gateway.endings.end(workshopId, ({ personId }) => personId === ana.personId, 'seat-ended')
  for (const browser of [anas, anasPhone])
    await expect
      .poll(() => browser?.received.filter(({ kind }) => kind === 'ended' || kind === 'disconnect'))
      .toMatchObject([{ kind: 'ended', code: 'seat-ended' }, { kind: 'disconnect' }])
  expect(await bos?.command(raise)).toMatchObject({ ok: true })
  expect(gateway.rooms.present(workshopId)).toEqual([bo.personId])
})

test('a seat that ends during the handshake does not get in', async () => {
  const room = await foundedRooms()
  const answered = Promise.withResolvers<void>()
  const authenticate: Authenticate = (...asked) => {
    const answer = readSeat(...asked)
    // Ends in the very turn in which the seat has been read and nothing else has happened yet.
    answer.then((): SeatAnswer | undefined => {
      queueMicrotask(() => gateway.endings.end(workshopId, () => true, 'seat-ended'))
      answered.resolve()
      return undefined
    })
    return answer
  }
  const gateway = await gatewayOver(room, { authenticate })
  const socket = knock(gateway, ana)
  const told: string[] = []
  socket.on('ended', ({ code }) => told.push(code))
  const reason = new Promise((resolve) => socket.once('disconnect', resolve))
  await answered.promise
  expect(await reason).toBe('io server disconnect')
  expect(told).toEqual(['seat-ended'])
  expect(room.rooms.present(workshopId)).toEqual([])
})

test('closing the gateway lets browsers go in a way that makes them come back', async () => {
  const gateway = await openGateway()
  const browser = await enter(gateway, ana)
  gateway.gateway.close()
  await expect.poll(() => browser.received).toContainEqual({ kind: 'disconnect', reason: 'transport close' })
})

test('upgrades of other paths are left to those whose paths they are', async () => {
  const gateway = await openGateway()
  const boards = new WebSocketServer({ noServer: true })
  gateway.httpServer.on('upgrade', (request, socket, head) => {
    if (!request.url?.startsWith('/board/')) return
    // Longer than engine.io's own patience would be.
    setTimeout(() => boards.handleUpgrade(request, socket, head, (opened) => opened.send('hello')), 1_200)
  })
  const board = new WebSocket(`${gateway.url.replace('http', 'ws')}/board/x`)
  const [message] = await once(board, 'message')
  expect(String(message)).toBe('hello')
  board.terminate()
})

test('a ticket in the subprotocol is accepted as one', async () => {
  const room = await foundedRooms()
  const seen: (string | undefined)[] = []
  const authenticate: Authenticate = (request, ask) => {
    seen.push(request.headers['sec-websocket-protocol'])
    return readSeat(request, ask)
  }
  const gateway = await gatewayOver(room, { authenticate })
  await enter(gateway, ana, { protocols: ['runde.ticket.abc'] })
  expect(seen).toEqual(['runde.ticket.abc'])
})

test('a promoted person commands and sees as a facilitator on the connection that is open', async () => {
  const room = await foundedRooms()
  const gateway = await gatewayOver(room)
  const browser = await enter(gateway, ana)
  const first = await browser.resume(null)
  expect(JSON.stringify(first)).not.toContain('Say hello')
  expect(await browser.command({ type: 'agenda.start' })).toMatchObject({ ok: false, code: 'not-allowed' })
  await room.submit(fay, { type: 'person.promote', personId: ana.personId })
  await vi.waitUntil(() => browser.events().length > 0)
  const again = await browser.resume(null)
  expect(again.me).toEqual({ ...ana, role: 'facilitator' })
  expect(JSON.stringify(again)).toContain('Say hello')
  expect(await browser.command({ type: 'agenda.start' })).toMatchObject({ ok: true })
  await room.submit(fay, { type: 'person.demote', personId: ana.personId })
  expect(await browser.command({ type: 'agenda.pause' })).toMatchObject({ ok: false, code: 'not-allowed' })
})

test('a removed person is told why, and nothing they still send has an effect', async () => {
  const room = await foundedRooms()
  const gateway = await gatewayOver(room)
  const browser = await enter(gateway, ana)
  await browser.resume(null)
  await room.submit(fay, { type: 'person.remove', personId: ana.personId })
  // Already on its way when the removal was decided.
  const reply = await room.submit(ana, { type: 'hand.raise' })
  expect(reply).toMatchObject({ ok: false, code: 'not-allowed' })
  gateway.endings.end(workshopId, ({ personId }) => personId === ana.personId, 'removed')
  await vi.waitUntil(() => !browser.socket.connected)
  expect(browser.received).toContainEqual({ kind: 'ended', code: 'removed' })
  expect(types(room.published)).toEqual(['person.removed'])
})
