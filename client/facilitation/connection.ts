// The way to the server's facilitation plane: socket.io over WebSocket, opened again with patience whenever it breaks.
import { io, type Socket } from 'socket.io-client'
import type { OwnPresence } from '#shared/facilitation/presence.ts'
import type {
  ClientToServer,
  CommandEnvelope,
  DirectoryChange,
  EventBatch,
  Handshake,
  Issued,
  Reply,
  Resumed,
  ServerToClient,
  TokenReply,
  TokenRequest,
} from '#shared/facilitation/protocol.ts'
import type { Reaction, ReactionCounts } from '#shared/facilitation/reactions.ts'
import type { SilentCounts } from '#shared/silence/counts.ts'

/** Why the server will not have us; asking again is useless. */
export type EndReason = { code: string; message: string }

export type TransportListener = {
  /** A fresh connection: whatever was asked on the one before is lost. */
  connected(): void
  disconnected(): void
  events(batch: EventBatch): void
  directory(change: DirectoryChange): void
  issued(issued: Issued): void
  silent(counts: SilentCounts): void
  reactions(counts: ReactionCounts): void
  ended(reason: EndReason): void
}

/** What the store needs of a connection. Every promise rejects if the connection breaks or stays silent before the answer. */
export type Transport = {
  open(listener: TransportListener): void
  command(envelope: CommandEnvelope): Promise<Reply>
  resume(afterSeq: number | null): Promise<Resumed>
  token(request: TokenRequest): Promise<TokenReply>
  time(): Promise<number>
  /** Said once, without an answer; lost when the connection is down. */
  react(reaction: Reaction): void
  presence(presence: OwnPresence): void
  close(): void
}

export type ConnectionOptions = {
  /** Where the server is, e.g. `https://runde.example.com`. */
  origin: string
  handshake: Handshake
  /** Subprotocols, asked for anew at each attempt: a ticket among them is single use. Rejects with a `code` when refused. */
  protocols?: (() => Promise<string[]>) | undefined
  /** Outside browsers: the seat's cookie, since nobody else sends it. */
  headers?: Record<string, string> | undefined
}

/** An answer that takes longer than this counts as lost and is asked for again. */
const answerTimeoutMs = 20_000
const firstPauseMs = 500
const longestPauseMs = 10_000

/** Half to all of 0.5, 1, 2, 4, 8, 10, 10 … s: many browsers that lost the same server must not all come back at once. */
export const pauseMs = (attempt: number, random: number): number =>
  Math.min(longestPauseMs, firstPauseMs * 2 ** attempt) * (0.5 + random / 2)

export function createConnection({ origin, handshake, protocols, headers }: ConnectionOptions): Transport {
  let listener: TransportListener | null = null
  let socket: Socket<ServerToClient, ClientToServer> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let attempt = 0
  let isOver = false

  // socket.io's own reconnection would send the same, used-up ticket again; so every attempt is a socket of its own.
  function connect(subprotocols: string[]): void {
    if (isOver) return
    const fresh: Socket<ServerToClient, ClientToServer> = io(origin, {
      auth: handshake,
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      protocols: subprotocols,
      withCredentials: true,
      ...(headers && { extraHeaders: headers }),
    })
    socket = fresh
    fresh.on('connect', () => {
      attempt = 0
      listener?.connected()
    })
    fresh.on('events', (batch) => listener?.events(batch))
    fresh.on('directory', (change) => listener?.directory(change))
    fresh.on('issued', (issued) => listener?.issued(issued))
    fresh.on('silence', (counts) => listener?.silent(counts))
    fresh.on('reactions', (counts) => listener?.reactions(counts))
    fresh.on('ended', end)
    fresh.on('disconnect', () => {
      listener?.disconnected()
      retry()
    })
    fresh.on('connect_error', endOrRetry)
  }

  function tryNow(): void {
    clearTimeout(timer)
    timer = undefined
    if (protocols) protocols().then(connect, endOrRetry)
    else connect([])
  }

  function retry(): void {
    dropSocket()
    if (isOver || timer !== undefined) return
    timer = setTimeout(tryNow, pauseMs(attempt, Math.random()))
    attempt += 1
  }

  function endOrRetry(error: unknown): void {
    const reason = refusalIn(error)
    if (reason) end(reason)
    else retry()
  }

  // The machine is back on a network: no reason to sit out the pause.
  const onOnline = () => {
    if (timer !== undefined) tryNow()
  }

  // The others then see that this page was left, and not that it was lost. One that is shown again comes back by itself.
  const sayGoodbye = () => void socket?.disconnect()

  function dropSocket(): void {
    socket?.off()
    socket?.disconnect()
    socket = null
  }

  function close(): void {
    isOver = true
    clearTimeout(timer)
    globalThis.removeEventListener?.('online', onOnline)
    globalThis.removeEventListener?.('pagehide', sayGoodbye)
    dropSocket()
  }

  function end(reason: EndReason): void {
    close()
    listener?.ended(reason)
  }

  // Nothing is left to socket.io's send buffer: the store knows what it must send again, and when.
  function connected(): Socket<ServerToClient, ClientToServer> {
    if (!socket?.connected) throw new Error('The connection to the server is down.')
    return socket
  }

  return {
    open(next) {
      listener = next
      globalThis.addEventListener?.('online', onOnline)
      globalThis.addEventListener?.('pagehide', sayGoodbye)
      tryNow()
    },
    command: async (envelope) => connected().timeout(answerTimeoutMs).emitWithAck('command', envelope),
    resume: async (afterSeq) => connected().timeout(answerTimeoutMs).emitWithAck('resume', { afterSeq }),
    token: async (request) => connected().timeout(answerTimeoutMs).emitWithAck('poll.token', request),
    time: async () => connected().timeout(answerTimeoutMs).emitWithAck('time'),
    presence(presence) {
      if (socket?.connected) socket.emit('presence', presence)
    },
    react(reaction) {
      if (socket?.connected) socket.emit('reaction', reaction)
    },
    close,
  }
}

/** Answers that no repetition changes. An expired ticket or a broken network is worth another try. */
const finalRefusals = new Set([
  'no-seat',
  'removed',
  'seat-ambiguous',
  'foreign-origin',
  'not-found',
  'invalid',
])

/** The server's own no: in `data` when the socket was refused, on the error itself when the ticket was. */
function refusalIn(error: unknown): EndReason | null {
  if (!(error instanceof Error)) return null
  const said: unknown = 'data' in error ? error.data : error
  if (typeof said !== 'object' || said === null || !('code' in said) || !('message' in said)) return null
  const { code, message } = said
  if (typeof code !== 'string' || typeof message !== 'string' || !finalRefusals.has(code)) return null
  return { code, message }
}
