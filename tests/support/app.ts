// The server's HTTP side with its real parts in this process, on a clock that the test holds.
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, IncomingMessage } from 'node:http'
import { type AddressInfo, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Access, createAccess } from '#server/access/access.ts'
import { createRateLimit } from '#server/access/rate-limit.ts'
import { type Ballots, createBallots } from '#server/ballots/ballots.ts'
import { type Boards, createBoards } from '#server/board/boards.ts'
import { createDeletion, type Deletion } from '#server/deletion/deletion.ts'
import { createErasure } from '#server/deletion/erasure.ts'
import { deletionRoutes } from '#server/deletion/routes.ts'
import { createRooms, type Rooms } from '#server/facilitation/rooms.ts'
import { type BoardHistory, createHistory } from '#server/history/history.ts'
import { historyRoutes } from '#server/history/routes.ts'
import { type AppParts, createApp } from '#server/http/app.ts'
import { createMetrics } from '#server/http/health.ts'
import { builtPages } from '#server/http/pages.ts'
import { workshopFiles } from '#server/http/workshop-files.ts'
import { type ImageParts, imageRoutes } from '#server/images/routes.ts'
import { type Log, silentLog } from '#server/log.ts'
import { createResults } from '#server/results/results.ts'
import { reportRoutes } from '#server/results/routes.ts'
import { createRetention, type Retention } from '#server/retention/retention.ts'
import { silenceRoutes } from '#server/silence/routes.ts'
import { createSilence, type Silence } from '#server/silence/silence.ts'
import { silentBoard } from '#server/silence/silent-board.ts'
import { openSqlite } from '#server/storage/sqlite.ts'
import type { Storage } from '#server/storage/storage.ts'
import type { Post } from '#server/webhook/post.ts'
import { webhookRoutes } from '#server/webhook/routes.ts'
import { createWebhooks } from '#server/webhook/webhooks.ts'
import { createBringing } from '#server/workshop-file/bring.ts'
import { createPacking } from '#server/workshop-file/pack.ts'
import { workshopFileRoutes } from '#server/workshop-file/routes.ts'
import { createUnpacking } from '#server/workshop-file/unpacking.ts'
import { ApiError, CreatedWorkshop } from '#shared/access/api.ts'
import type { CreateWorkshop } from '#shared/access/create-workshop.ts'

export type Answered = { status: number; headers: Headers; text: string; json: unknown }
export type TestApp = {
  origin: string
  storage: Storage
  rooms: Rooms
  boards: Boards
  ballots: Ballots
  silence: Silence
  history: BoardHistory
  access: Access
  deletion: Deletion
  retention: Retention
  clock: { now: number }
  /** `body` is sent as JSON; a string is sent as it is. */
  ask(
    method: string,
    path: string,
    options?: { body?: unknown; headers?: Record<string, string> },
  ): Promise<Answered>
  create(wish?: Partial<CreateWorkshop>): Promise<CreatedWorkshop>
  close(): Promise<void>
}

type Settings = {
  publicUrl?: string
  allowedOrigins?: string[]
  trustProxy?: number
  serverKey?: Buffer
  /** Stands between the parts and the real storage. */
  around?: (storage: Storage) => Storage
  log?: Log
  app?: Partial<AppParts>
  images?: Pick<ImageParts, 'limits'>
  /** In place of the network. */
  post?: Post
}

export async function openApp({
  publicUrl,
  allowedOrigins = [],
  trustProxy = 0,
  serverKey = Buffer.alloc(32, 7),
  around = (storage) => storage,
  log = silentLog,
  app: overrides = {},
  images = {},
  post = async () => ({ ok: false, failure: 'unreachable', status: null }),
}: Settings = {}): Promise<TestApp> {
  const clock = { now: 1_000_000 }
  const now = () => clock.now
  const storage = around(await openSqlite(':memory:', { log }))
  const ballots = createBallots({ storage: storage.ballots, log, now })
  const rooms = createRooms({
    storage: storage.facilitation,
    people: storage.people,
    preparePolls: ballots.prepare,
    log,
    now,
  })
  const boards = createBoards({ storage: storage.board, log })
  const silence = createSilence({ storage: storage.silence, board: silentBoard(boards), log })
  await silence.serve(rooms)
  const history = createHistory({ storage: storage.history, boards, log, now })
  history.follow(rooms)
  const access = createAccess({
    storage,
    rooms,
    boards,
    serverKey,
    publicUrl: publicUrl ?? null,
    allowedOrigins,
    trustProxy,
    log,
    now,
  })
  const { authenticate, origins } = access
  const deletion = createDeletion({
    store: storage.wholes,
    rooms,
    boards,
    history,
    ballots,
    endings: access.endings,
    log,
  })
  const erase = createErasure({
    store: storage.wholes,
    facilitation: storage.facilitation,
    rooms,
    boards,
    log,
    now,
  })
  const days = 90
  const retention = createRetention({ store: storage.wholes, deletion, days, log, now })
  retention.serve(rooms)
  const results = createResults({ rooms, boards, history, people: storage.people, ballots, log, now })
  const webhooks = createWebhooks({ store: storage.webhooks, results, post, serverKey, log, now })
  await webhooks.follow(rooms)
  const built = await mkdtemp(join(tmpdir(), 'runde-pages-'))
  await mkdir(join(built, 'assets'))
  await writeFile(join(built, 'index.html'), '<!doctype html><title>Runde</title>')
  await writeFile(
    join(built, 'assets/main-4f2a.js'),
    `export const text = ${JSON.stringify('x'.repeat(5000))}`,
  )
  const files = workshopFiles({
    authenticate,
    boards,
    results,
    languageOf: async (workshopId) => (await rooms.state(workshopId)).workshop.info.language,
    leftOut: async (workshopId) => (await rooms.state(workshopId)).workshop.leftOut,
  })
  const app = createApp({
    ballots: ballots.routes(),
    api: [
      access.routes,
      files,
      reportRoutes({ authenticate, rooms }),
      silenceRoutes({ authenticate, silence }),
      historyRoutes({ authenticate, history }),
      workshopFileRoutes({
        authenticate,
        origins,
        pack: createPacking({ storage, boards, results, now }),
        bring: createBringing({ store: storage.wholes, unpack: createUnpacking(), serverKey, log, now }),
        limit: access.foundingLimit,
        log,
      }),
      webhookRoutes({
        authenticate,
        webhooks,
        trials: createRateLimit({ count: 10, perMs: 600_000 }, now),
      }),
      deletionRoutes({ authenticate, rooms, deletion, erase, retention }),
      imageRoutes({ authenticate, store: storage.images, log, now, ...images }),
    ],
    pages: builtPages(built),
    origins,
    clientConfig: { version: '1.2.3', tldrawLicenseKey: null },
    frameAncestors: ["'none'"],
    trustProxy,
    metrics: createMetrics(),
    ping: () => storage.ping(),
    isDraining: () => false,
    log,
    ...overrides,
  })
  const httpServer = createServer(app).listen(0, '127.0.0.1')
  await once(httpServer, 'listening')
  const { port } = httpServer.address() as AddressInfo // a TCP server's address is one
  const origin = `http://127.0.0.1:${port}`

  const ask: TestApp['ask'] = async (method, path, { body, headers = {} } = {}) => {
    const response = await fetch(`${origin}${path}`, {
      method,
      redirect: 'manual',
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      body: body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body),
    })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json')
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: isJson ? JSON.parse(text) : null,
    }
  }
  const create: TestApp['create'] = async (wish) => {
    const { json } = await ask('POST', '/api/workshops', { body: { title: 'Probe', ...wish } })
    return CreatedWorkshop.parse(json)
  }
  const close = async () => {
    httpServer.closeAllConnections()
    httpServer.close()
    await Promise.all([silence.close(), history.close(), retention.close(), webhooks.close()])
    await boards.close()
    await results.close()
    await ballots.close()
    await rooms.close()
    await storage.close()
    await rm(built, { recursive: true })
  }
  return {
    origin,
    storage,
    rooms,
    boards,
    ballots,
    silence,
    history,
    access,
    deletion,
    retention,
    clock,
    ask,
    create,
    close,
  }
}

/** The code of a refusal, after making sure that it is one with a whole sentence. */
export function refusalOf({ json }: Answered): string {
  const { error } = ApiError.parse(json)
  if (!/^\S.{10,}\.$/s.test(error.message))
    throw new Error(`not a sentence: ${JSON.stringify(error.message)}`)
  return error.code
}

/** What a browser sends back after this answer. */
export function cookieOf({ headers }: Answered): string {
  return headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

/** A WebSocket's first request, as the gateways pass it on. */
export function upgradeRequest(headers: Record<string, string>): IncomingMessage {
  const request = new IncomingMessage(new Socket())
  Object.assign(request.headers, { upgrade: 'websocket', host: 'localhost', ...headers })
  return request
}
