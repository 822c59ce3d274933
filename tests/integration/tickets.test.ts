// Without any cookie, as in a frame of a meeting client: a bearer token, and a fresh ticket for each socket of both planes.
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { createConnection, type EndReason } from '#client/facilitation/connection.ts'
import { openRoom, type Room } from '#client/facilitation/room-store.ts'
import { ApiError, CurrentSeat, Ticket, ticketProtocolPrefix } from '#shared/access/api.ts'
import { closeCodes, messageSync } from '#shared/board/protocol.ts'
import {
  createWorkshop,
  type Guest,
  joinByLink,
  type RunningServer,
  startServer,
} from '#tests/support/server.ts'

let server: RunningServer
let guest: Guest
beforeAll(async () => {
  server = await startServer()
  const { links } = await createWorkshop(server.origin)
  guest = await joinByLink(links.participant, { name: 'Bo' })
  return () => server.clear()
})

const ask = (path: string, method: string, authorization: string) =>
  fetch(`${server.origin}/api/workshops/${guest.workshopId}${path}`, { method, headers: { authorization } })

async function ticketProtocol(): Promise<string> {
  const answer = await ask('/ticket', 'POST', `Bearer ${guest.seatToken}`)
  return `${ticketProtocolPrefix}${Ticket.parse(await answer.json()).ticket}`
}

/** What the board says first, or the code it closes with. */
function knockAtBoard(protocol: string): Promise<number | string> {
  const socket = new WebSocket(`${server.origin.replace('http', 'ws')}/board/${guest.workshopId}`, [protocol])
  onTestFinished(() => socket.terminate())
  return new Promise((resolve, reject) => {
    socket.once('message', (data) => resolve(Buffer.isBuffer(data) && data[0] === messageSync ? 'in' : 'odd'))
    socket.once('close', resolve)
    socket.once('error', reject)
  })
}

/** The browser's own connection; `asked` counts how often it asked for a ticket. */
function enterRoom(protocols: () => Promise<string[]>): { room: Room; ended: () => EndReason | null } {
  const transport = createConnection({
    origin: server.origin,
    handshake: { workshopId: guest.workshopId, seat: 'participant' },
    protocols,
    headers: { origin: server.origin },
  })
  const room = openRoom({ transport, localNow: Date.now, makeCommandId: () => crypto.randomUUID() })
  onTestFinished(() => room.close())
  return { room, ended: () => room.store.getState().ended }
}

test('the token alone is the seat', async () => {
  const answer = await ask('/seat', 'GET', `Bearer ${guest.seatToken}`)
  expect(CurrentSeat.parse(await answer.json())).toMatchObject({ personId: guest.personId, name: 'Bo' })
})

test('a token that is none is refused with what to do', async () => {
  const answer = await ask('/ticket', 'POST', `Bearer ${'x'.repeat(22)}`)
  expect(answer.status).toBe(401)
  const { error } = ApiError.parse(await answer.json())
  expect(error).toMatchObject({ code: 'no-seat', message: expect.stringContaining('open its link again') })
})

test('a ticket opens the board once, and a used one is told to get a new one', async () => {
  const protocol = await ticketProtocol()
  expect(await knockAtBoard(protocol)).toBe('in')
  expect(await knockAtBoard(protocol)).toBe(closeCodes.unauthorised)
  expect(await knockAtBoard(await ticketProtocol())).toBe('in')
})

test('a ticket opens the room, where its person can act', async () => {
  const { room } = enterRoom(async () => [await ticketProtocol()])
  await expect.poll(() => room.store.getState().status).toBe('online')
  expect(room.store.getState().me).toEqual({ personId: guest.personId, role: 'participant' })
  expect(await room.send({ type: 'hand.raise' })).toMatchObject({ ok: true })
})

test('a ticket that the board has used opens no room; the next attempt with a fresh one does', async () => {
  const used = await ticketProtocol()
  expect(await knockAtBoard(used)).toBe('in')
  let attempts = 0
  const { room, ended } = enterRoom(async () => {
    attempts += 1
    return [attempts === 1 ? used : await ticketProtocol()]
  })
  await expect.poll(() => room.store.getState().status).toBe('online')
  expect(attempts).toBe(2)
  expect(ended()).toBeNull()
})
