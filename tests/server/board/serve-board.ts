// A board server for tests: the real gateway on a free port, a store in memory that can be held up or made to fail.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { Authenticate } from '#server/access/seat.ts'
import { type Boards, createBoards } from '#server/board/boards.ts'
import { attachBoard, type BoardGateway } from '#server/board/gateway.ts'
import { type Log, silentLog } from '#server/log.ts'
import type { Appended, BoardEntry, BoardStore, StoredBoard } from '#server/storage/storage.ts'
import { type Role, roleBy } from '#shared/access/role.ts'
import { messageStored } from '#shared/board/protocol.ts'
import { PersonId, WorkshopId } from '#shared/ids.ts'

export const workshopId = WorkshopId.parse('0123456789ab')
export const ana = PersonId.parse('anaaaaaaaaaaaaaa')
export const bo = PersonId.parse('b0000000000000bb')

/** Keeps what a storage would keep. */
export class MemoryStore implements BoardStore {
  readonly boards = new Map<WorkshopId, StoredBoard>()
  readonly #owners = new Map<string, PersonId>()
  endedUntimely = false
  /** Without those that bring nothing new. */
  appends = 0
  /** Set to make every append wait before it is written, or between that and being durable. */
  gate: Promise<unknown> = Promise.resolve()
  syncGate: Promise<unknown> = Promise.resolve()
  /** Set to make what is written never durable. */
  syncFailure: string | null = null
  /** Set to make appends fail; `before` says whether anything was stored. */
  failure: { reason: string; stores: boolean } | null = null

  async load(id: WorkshopId): Promise<StoredBoard> {
    const { snapshot, tail } = this.#board(id)
    return { snapshot, tail: [...tail] }
  }

  append(entries: readonly BoardEntry[]): Appended {
    const written = this.#write(entries)
    return { written, durable: written.then(async (outcome) => this.#sync(outcome)) }
  }

  async #sync(outcome: 'stored' | 'conflict'): Promise<'stored' | 'conflict'> {
    await this.syncGate
    if (this.syncFailure) throw new Error(this.syncFailure)
    return outcome
  }

  async #write(entries: readonly BoardEntry[]): Promise<'stored' | 'conflict'> {
    if (entries.length === 0) return 'stored'
    this.appends++
    await this.gate
    const { failure } = this
    if (failure && !failure.stores) throw new Error(failure.reason)
    const heads = new Map<WorkshopId, number>()
    for (const { workshopId: id, seq } of entries) {
      const head = heads.get(id) ?? lastSeq(this.#board(id))
      if (seq !== head + 1) return 'conflict'
      heads.set(id, seq)
    }
    for (const { workshopId: id, seq, update } of entries)
      this.#board(id).tail.push({ seq, update: update.slice() })
    if (failure) throw new Error(failure.reason)
    return 'stored'
  }

  async compact(id: WorkshopId, snapshot: { bytes: Uint8Array; upTo: number }): Promise<void> {
    const { tail } = this.#board(id)
    this.boards.set(id, { snapshot, tail: tail.filter(({ seq }) => seq > snapshot.upTo) })
  }

  async claimClient(id: WorkshopId, clientId: number, personId: PersonId): Promise<PersonId> {
    const key = `${id}/${clientId}`
    const owner = this.#owners.get(key) ?? personId
    this.#owners.set(key, owner)
    return owner
  }

  /** What a server finds that starts after the power was gone, and with it the last `lost` updates of each board. */
  afterPowerLoss(lost: number): MemoryStore {
    const other = new MemoryStore()
    other.endedUntimely = true
    for (const [id, { snapshot, tail }] of this.boards) {
      other.boards.set(id, { snapshot, tail: tail.slice(0, tail.length - lost) })
    }
    for (const [key, owner] of this.#owners) other.#owners.set(key, owner)
    return other
  }

  /** What a server that starts now would find. */
  stored(id: WorkshopId): Y.Doc {
    const { snapshot, tail } = this.#board(id)
    const doc = new Y.Doc()
    if (snapshot) Y.applyUpdate(doc, snapshot.bytes)
    for (const { update } of tail) Y.applyUpdate(doc, update)
    return doc
  }

  #board(id: WorkshopId): StoredBoard {
    const board = this.boards.get(id) ?? { snapshot: null, tail: [] }
    this.boards.set(id, board)
    return board
  }
}

const lastSeq = ({ snapshot, tail }: StoredBoard) => tail.at(-1)?.seq ?? snapshot?.upTo ?? 0

/** Believes what the address says: `?as=<person id>&seat=<link>`. */
const believe: Authenticate = async (request, { workshopId: id, link = 'participant' }) => {
  const personId = PersonId.safeParse(new URL(request.url ?? '', 'http://test').searchParams.get('as')).data
  if (!personId) return { ok: false, code: 'no-seat', message: 'You have no seat in this workshop.' }
  return { ok: true, seat: { workshopId: id, link, role: roleBy(link), personId } }
}

export type BoardServer = {
  boards: Boards
  gateway: BoardGateway
  store: MemoryStore
  /** Names of what was logged. */
  facts: string[]
  url: string
  /** A browser with the stock provider, synced. */
  browser(options?: BrowserOptions): Promise<Browser>
  /** A bare socket. */
  socket(query: string, options?: { path?: string; protocols?: string[] }): WebSocket
  close(): Promise<void>
}
type BrowserOptions = { as?: PersonId; seat?: Role; doc?: Y.Doc; acks?: boolean; waits?: boolean }
export type Browser = {
  doc: Y.Doc
  provider: WebsocketProvider
  /** How many of its update frames the server says are stored. */
  stored: () => number
}

type Parts = {
  store?: MemoryStore
  /** Stands before `store`. */
  around?: (store: MemoryStore) => BoardStore | Promise<BoardStore>
  beatMs?: number
  now?: () => number
}

export async function serveBoard(parts: Parts = {}): Promise<BoardServer> {
  const store = parts.store ?? new MemoryStore()
  const storage = parts.around ? await parts.around(store) : store
  const facts: string[] = []
  const log: Log = { ...silentLog, info: (fact) => facts.push(fact), warn: (fact) => facts.push(fact) }
  const boards = createBoards({ storage, log, now: parts.now ?? Date.now })
  const httpServer = createServer()
  const beat = parts.beatMs === undefined ? {} : { beatMs: parts.beatMs }
  const gateway = attachBoard(httpServer, { boards, authenticate: believe, log, ...beat })
  await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve))
  const { port } = httpServer.address() as AddressInfo // a TCP server that listens has one
  const url = `ws://127.0.0.1:${port}/board`
  const providers = new Set<WebsocketProvider>()

  const close = async () => {
    for (const provider of providers) provider.destroy()
    gateway.close()
    await boards.close()
    httpServer.closeAllConnections()
    httpServer.close()
  }
  onTestFinished(close)

  const browser = async (options: BrowserOptions = {}): Promise<Browser> => {
    const { as = ana, seat = 'participant', doc = new Y.Doc(), acks = true, waits = true } = options
    const provider = new WebsocketProvider(url, workshopId, doc, {
      params: { as, seat, ...(acks ? { acks: '1' } : {}) },
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket, // ws has all of it that the provider uses
      disableBc: true,
      maxBackoffTime: 50,
    })
    providers.add(provider)
    let stored = 0
    provider.messageHandlers[messageStored] = (_encoder, decoder) => {
      stored = readCount(decoder.arr)
    }
    if (waits && !provider.synced)
      await new Promise<void>((resolve) => provider.once('sync', () => resolve()))
    return { doc, provider, stored: () => stored }
  }
  const socket: BoardServer['socket'] = (query, { path = workshopId, protocols = [] } = {}) =>
    new WebSocket(`${url}/${path}?${query}`, protocols)

  return { boards, gateway, store, facts, url, browser, socket, close }
}

/** The varUint behind the message type. */
function readCount(message: Uint8Array): number {
  let count = 0
  for (const [place, byte] of message.subarray(1).entries()) count += (byte & 127) * 128 ** place
  return count
}

export const closed = (socket: WebSocket): Promise<{ code: number; reason: string }> =>
  new Promise((resolve) =>
    socket.once('close', (code, reason) => resolve({ code, reason: reason.toString() })),
  )
