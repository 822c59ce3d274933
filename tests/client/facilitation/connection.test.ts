// The socket itself, against a real socket.io server: who we say we are, coming back, and when to stay away.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server, type Socket } from 'socket.io'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  createConnection,
  type EndReason,
  pauseMs,
  type Transport,
  type TransportListener,
} from '#client/facilitation/connection.ts'
import { WorkshopId } from '#shared/ids.ts'

const handshake = { workshopId: WorkshopId.parse('0123456789ab'), seat: 'participant' } as const

type Refusal = { code: string; message: string }
type Gate = (socket: Socket) => Refusal | null

/** The listener writes down what it is told. */
function watch() {
  const heard: string[] = []
  const ends: EndReason[] = []
  const listener: TransportListener = {
    connected: () => heard.push('connected'),
    disconnected: () => heard.push('disconnected'),
    events: ({ seq }) => heard.push(`events ${seq}`),
    directory: () => heard.push('directory'),
    issued: () => heard.push('issued'),
    silent: () => heard.push('silent'),
    reactions: () => heard.push('reactions'),
    ended: (reason) => {
      heard.push('ended')
      ends.push(reason)
    },
  }
  return { heard, ends, listener }
}

async function openServer(gate: Gate = () => null) {
  const http = createServer().listen(0, '127.0.0.1')
  await once(http, 'listening')
  const io = new Server(http, { transports: ['websocket'] })
  const sockets: Socket[] = []
  io.use((socket, next) => {
    const refusal = gate(socket)
    next(refusal ? Object.assign(new Error(refusal.message), { data: refusal }) : undefined)
  })
  io.on('connection', (socket) => sockets.push(socket))
  const { port } = http.address() as AddressInfo // a TCP server's address is one
  return { io, sockets, origin: `http://127.0.0.1:${port}` }
}

const cleanups: (() => unknown)[] = []
function keep<T extends { close(): unknown }>(thing: T): T {
  cleanups.push(() => thing.close())
  return thing
}

// The shortest pauses: a quarter of a second before the first new attempt.
beforeEach(() => vi.spyOn(Math, 'random').mockReturnValue(0))
afterEach(async () => {
  vi.restoreAllMocks()
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

async function start(gate?: Gate, protocols?: () => Promise<string[]>) {
  const server = await openServer(gate)
  keep(server.io)
  const told = watch()
  const transport: Transport = keep(createConnection({ origin: server.origin, handshake, protocols }))
  transport.open(told.listener)
  return { ...server, ...told, transport }
}

test('says which workshop and which seat it is for', async () => {
  const { sockets, heard } = await start()
  await expect.poll(() => heard).toEqual(['connected'])
  expect(sockets[0]?.handshake.auth).toEqual(handshake)
})

test('passes on what the server sends, and its answers', async () => {
  const { sockets, heard, transport } = await start()
  await expect.poll(() => sockets.length).toBe(1)
  const [socket] = sockets
  socket?.on('time', (reply: (now: number) => void) => reply(42))
  socket?.on('resume', (asked: unknown, reply: (answer: unknown) => void) => reply(asked))
  expect(await transport.time()).toBe(42)
  expect(await transport.resume(7)).toEqual({ afterSeq: 7 })
  socket?.emit('events', { seq: 3, events: [], now: 0 })
  socket?.emit('directory', { names: {}, present: [] })
  await expect.poll(() => heard).toEqual(['connected', 'events 3', 'directory'])
})

test('comes back by itself after the line broke and after the server sent it away', async () => {
  const { sockets, heard } = await start()
  await expect.poll(() => sockets.length).toBe(1)
  sockets[0]?.conn.close()
  await expect.poll(() => sockets.length).toBe(2)
  sockets[1]?.disconnect(true)
  await expect.poll(() => sockets.length, { timeout: 3_000 }).toBe(3)
  await expect
    .poll(() => heard)
    .toEqual(['connected', 'disconnected', 'connected', 'disconnected', 'connected'])
})

test('brings a fresh ticket to each attempt', async () => {
  let tickets = 0
  const seen: (string | undefined)[] = []
  const { sockets } = await start(
    ({ request }) => {
      seen.push(request.headers['sec-websocket-protocol'])
      return null
    },
    async () => {
      tickets += 1
      return [`runde.ticket.${tickets}`]
    },
  )
  await expect.poll(() => sockets.length).toBe(1)
  sockets[0]?.conn.close()
  await expect.poll(() => sockets.length).toBe(2)
  expect(seen).toEqual(['runde.ticket.1', 'runde.ticket.2'])
})

describe('a no', () => {
  test('that repeating cannot change ends it, with the server’s reason', async () => {
    let attempts = 0
    const { heard, ends } = await start(() => {
      attempts += 1
      return { code: 'no-seat', message: 'Open your link again.' }
    })
    await expect.poll(() => heard).toEqual(['ended'])
    expect(ends).toEqual([{ code: 'no-seat', message: 'Open your link again.' }])
    expect(attempts).toBe(1)
  })

  test.each(['ticket-expired', 'busy'])('for the moment (%s) is worth another try', async (code) => {
    let attempts = 0
    const { heard } = await start(() => {
      attempts += 1
      return attempts === 1 ? { code, message: 'Later.' } : null
    })
    await expect.poll(() => heard).toEqual(['connected'])
    expect(attempts).toBe(2)
  })

  test('on the way to a ticket ends it too, a lost network there does not', async () => {
    let asked = 0
    const { heard } = await start(undefined, async () => {
      asked += 1
      if (asked === 1) throw Object.assign(new Error('No answer.'), { code: 'unreachable' })
      throw Object.assign(new Error('This seat has ended.'), { code: 'no-seat' })
    })
    await expect.poll(() => heard).toEqual(['ended'])
    expect(asked).toBe(2)
  })
})

test('stays away when the seat has ended', async () => {
  const { sockets, heard, transport } = await start()
  await expect.poll(() => sockets.length).toBe(1)
  sockets[0]?.emit('ended', { code: 'seat-ended', message: 'Ended.' })
  await expect.poll(() => heard).toEqual(['connected', 'ended'])
  await expect.poll(() => sockets[0]?.connected).toBe(false)
  await expect(transport.time()).rejects.toThrow('down')
})

test('asking without a connection, or over one that breaks, rejects', async () => {
  const { sockets, heard, transport } = await start()
  await expect(transport.time()).rejects.toThrow('down')
  await expect.poll(() => heard).toEqual(['connected'])
  const unanswered = transport.time()
  sockets[0]?.conn.close()
  await expect(unanswered).rejects.toThrow()
})

test('closed while it asks for a ticket, it never connects', async () => {
  const ticket = Promise.withResolvers<string[]>()
  const { sockets, heard, transport, io } = await start(undefined, () => ticket.promise)
  transport.close()
  ticket.resolve([])
  await ticket.promise
  expect(io.engine.clientsCount).toBe(0)
  expect([sockets.length, heard]).toEqual([0, []])
})

test('pauses grow to ten seconds and are never the same for all', () => {
  expect([0, 1, 2, 3, 4, 5, 50].map((attempt) => pauseMs(attempt, 1))).toEqual([
    500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000,
  ])
  expect(pauseMs(3, 0)).toBe(2_000)
})
