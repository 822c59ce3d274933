// The server's HTTP side with its real parts in this process, on a clock that the test holds.
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, IncomingMessage } from 'node:http'
import { type AddressInfo, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { apiRoutes } from '#server/api.ts'
import { type AppParts, createApp } from '#server/http/app.ts'
import { createMetrics } from '#server/http/health.ts'
import { builtPages } from '#server/http/pages.ts'
import type { ImageParts } from '#server/images/routes.ts'
import { type Log, silentLog } from '#server/log.ts'
import { createParts, type Parts } from '#server/parts.ts'
import { openSqlite } from '#server/storage/sqlite.ts'
import type { Storage } from '#server/storage/storage.ts'
import type { Post } from '#server/webhook/post.ts'
import { ApiError, CreatedWorkshop } from '#shared/access/api.ts'
import type { CreateWorkshop } from '#shared/access/create-workshop.ts'

export type Answered = { status: number; headers: Headers; text: string; json: unknown }
export type TestApp = Parts & {
  origin: string
  storage: Storage
  clock: { now: number }
  /** `body` is sent as JSON; a string is sent as it is. */
  ask(
    method: string,
    path: string,
    options?: { body?: unknown; headers?: Record<string, string> },
  ): Promise<Answered>
  create(wish?: Partial<CreateWorkshop>): Promise<CreatedWorkshop>
  /** Opens a link of a workshop. `body`: who one says one is. */
  join(link: string, body?: object, headers?: Record<string, string>): Promise<Answered>
  close(): Promise<void>
}

type Settings = {
  publicUrl?: string | null
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
  publicUrl = null,
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
  const ground = {
    storage,
    serverKey,
    publicUrl,
    allowedOrigins,
    trustProxy,
    retentionDays: 90,
    post,
    log,
    now,
  }
  const parts = await createParts(ground)
  const built = await mkdtemp(join(tmpdir(), 'runde-pages-'))
  await mkdir(join(built, 'assets'))
  await writeFile(join(built, 'index.html'), '<!doctype html><title>Runde</title>')
  await writeFile(
    join(built, 'assets/main-4f2a.js'),
    `export const text = ${JSON.stringify('x'.repeat(5000))}`,
  )
  const app = createApp({
    ballots: parts.ballots.routes(),
    api: apiRoutes(parts, { ...ground, images }),
    pages: builtPages(built),
    origins: parts.access.origins,
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
  const openLink: TestApp['join'] = (link, body = {}, headers = {}) => {
    const { pathname, hash } = new URL(link)
    const path = `/api/workshops/${pathname.split('/').at(-1)}/join`
    return ask('POST', path, { body: { secret: hash.slice(1), ...body }, headers })
  }
  const close = async () => {
    httpServer.closeAllConnections()
    httpServer.close()
    await parts.close(Promise.resolve())
    await storage.close()
    await rm(built, { recursive: true })
  }
  return { ...parts, origin, storage, clock, ask, create, join: openLink, close }
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
