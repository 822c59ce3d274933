// A real HTTP server on a free port with the facilitation plane on it, and browsers that speak socket.io to it.
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { io, type Socket } from 'socket.io-client'
import { onTestFinished } from 'vitest'
import { createEndings, type Endings } from '#server/access/endings.ts'
import {
  attachFacilitation,
  type FacilitationGateway,
  type FacilitationOptions,
} from '#server/facilitation/gateway.ts'
import { type Log, silentLog } from '#server/log.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import type { Actor } from '#shared/facilitation/decision.ts'
import type { Event } from '#shared/facilitation/events.ts'
import type {
  ClientToServer,
  DirectoryChange,
  EventBatch,
  Issued,
  Reply,
  Resumed,
  ServerToClient,
} from '#shared/facilitation/protocol.ts'
import { readSeat } from './read-seat.ts'
import { type RoomForTest, workshopId } from './room-for-test.ts'

export type GatewayForTest = {
  url: string
  httpServer: Server
  gateway: FacilitationGateway
  endings: Endings
  /** Fires what the ballot box tells about issued tokens. */
  issue(issued: Issued): void
  warnings: string[]
  bugs: string[]
}

export async function gatewayOver(
  { rooms }: Pick<RoomForTest, 'rooms'>,
  options: Partial<FacilitationOptions> = {},
): Promise<GatewayForTest> {
  const httpServer = createServer((_, response) => response.writeHead(404).end())
  const endings = createEndings()
  const issuedListeners: ((id: typeof workshopId, issued: Issued) => void)[] = []
  const warnings: string[] = []
  const bugs: string[] = []
  const log: Log = {
    ...silentLog,
    warn: (fact) => warnings.push(fact),
    bug: (fact) => `bug-${bugs.push(fact)}`,
  }
  const gateway = attachFacilitation(httpServer, {
    rooms,
    authenticate: readSeat,
    tokens: {
      token: async () => ({ ok: false, code: 'not-open', message: 'No poll is open.' }),
      issued: () => [],
      onIssued: (listener) => void issuedListeners.push(listener),
    },
    silence: { counts: async () => null, onCounts: () => {} },
    endings,
    log,
    now: Date.now,
    ...options,
  })
  httpServer.listen(0, '127.0.0.1')
  await once(httpServer, 'listening')
  const { port } = httpServer.address() as AddressInfo // it listens on a port, so it is no pipe's name
  onTestFinished(async () => {
    gateway.close()
    httpServer.closeAllConnections()
    await new Promise((resolve) => httpServer.close(resolve))
  })
  const issue = (issued: Issued) => {
    for (const listener of issuedListeners) listener(workshopId, issued)
  }
  return { url: `http://127.0.0.1:${port}`, httpServer, gateway, endings, issue, warnings, bugs }
}

export type Browser = {
  socket: Socket<ServerToClient, ClientToServer>
  /** Everything received, in order; replies too. */
  received: (
    | { kind: 'events'; batch: EventBatch }
    | { kind: 'directory'; change: DirectoryChange }
    | { kind: 'issued'; issued: Issued }
    | { kind: 'ended'; code: string }
    | { kind: 'disconnect'; reason: string }
    | { kind: 'reply'; reply: Reply }
  )[]
  events(): Event[]
  resume(afterSeq: number | null): Promise<Resumed>
  command(command: unknown, commandId?: string): Promise<Reply>
}

type BrowserOptions = { auth?: Record<string, unknown>; seat?: string; protocols?: string[] }

/** A socket that may or may not get in. */
export function knock(
  { url }: Pick<GatewayForTest, 'url'>,
  actor: Actor,
  options: BrowserOptions = {},
): Socket<ServerToClient, ClientToServer> {
  const socket: Socket<ServerToClient, ClientToServer> = io(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: options.auth ?? { workshopId },
    extraHeaders: { 'x-seat': options.seat ?? `${actor.role} ${actor.personId}` },
    ...(options.protocols && { protocols: options.protocols }),
  })
  onTestFinished(() => void socket.disconnect())
  return socket
}

/** A browser that is in. */
export async function enter(
  gateway: Pick<GatewayForTest, 'url'>,
  actor: Actor,
  options?: BrowserOptions,
): Promise<Browser> {
  const socket = knock(gateway, actor, options)
  const received: Browser['received'] = []
  socket.on('events', (batch) => received.push({ kind: 'events', batch }))
  socket.on('directory', (change) => received.push({ kind: 'directory', change }))
  socket.on('issued', (issued) => received.push({ kind: 'issued', issued }))
  socket.on('ended', ({ code }) => received.push({ kind: 'ended', code }))
  socket.on('disconnect', (reason) => received.push({ kind: 'disconnect', reason }))
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', reject)
  })
  return {
    socket,
    received,
    events: () => received.flatMap((one) => (one.kind === 'events' ? one.batch.events : [])),
    resume: (afterSeq) => socket.emitWithAck('resume', { afterSeq }),
    command: async (command, commandId = crypto.randomUUID()) => {
      const reply = await socket.emitWithAck('command', { commandId, command })
      received.push({ kind: 'reply', reply })
      return reply
    },
  }
}

/** What a refused socket is told. */
export function refusalOf(socket: Socket): Promise<unknown> {
  return new Promise((resolve, reject) => {
    socket.once('connect', () => reject(new Error('The socket got in.')))
    socket.once('connect_error', (error) => resolve('data' in error ? error.data : error.message))
  })
}

export const raise: Command = { type: 'hand.raise' }
export const lower: Command = { type: 'hand.lower' }
