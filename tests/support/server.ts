// Runs the real server in a process of its own, on a free port, with a data folder of its own, for tests from outside.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ApiError, CreatedWorkshop, type Join, JoinCode, Joined, Secret } from '#shared/access/api.ts'
import type { CreateWorkshop } from '#shared/access/create-workshop.ts'
import { WorkshopId } from '#shared/ids.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

export type RunningServer = {
  /** `http://localhost:<port>` */
  origin: string
  dataDir: string
  process: ChildProcess
  /** Everything it has written so far. */
  output(): string
  /** Sends the signal and waits for the end; all that it wrote is there then. Resolves with the exit code, null when the signal killed it. */
  end(signal?: NodeJS.Signals): Promise<number | null>
  /** Ends it, if it still runs, and removes its data. */
  clear(): Promise<void>
}

/** Resolves when it serves. With a `dataDir`, goes on with what an earlier one left there. */
export async function startServer({
  dataDir,
  env = {},
  args = ['server/main.ts'],
}: {
  dataDir?: string
  env?: Record<string, string>
  /** For Node. */
  args?: readonly string[]
} = {}): Promise<RunningServer> {
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'runde-data-')))
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, HOST: 'localhost', PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'warn', ...env },
  })
  let written = ''
  // Not its exit: what it has written may come after that.
  const closed = once(child, 'close')
  const opened = Promise.withResolvers<string>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      written += text
      const address = /^Runde is open: (\S+)$/m.exec(written)?.[1]
      if (address) opened.resolve(address)
    })
  }
  child.once('exit', (code) =>
    opened.reject(new Error(`the server ended with ${code} before it served:\n${written}`)),
  )
  const end = async (signal: NodeJS.Signals = 'SIGTERM') => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    await closed
    return child.exitCode
  }
  const clear = async () => {
    await end('SIGKILL')
    await rm(folder, { recursive: true, force: true })
  }
  const origin = await opened.promise
  return { origin, dataDir: folder, process: child, output: () => written, end, clear }
}

/** Rejects with the server's sentence when it refuses. */
export async function createWorkshop(
  origin: string,
  wish: Partial<CreateWorkshop> = {},
): Promise<CreatedWorkshop> {
  const { json } = await post(`${origin}/api/workshops`, { title: 'Probe', ...wish })
  return CreatedWorkshop.parse(json)
}

export type Guest = Joined & {
  workshopId: WorkshopId
  /** For the header `Cookie`. */
  cookie: string
  /** For the header `Authorization: Bearer`, and for tickets. */
  seatToken: string
}

/** Opens a link as a new person would, in a browser of their own. */
export async function joinByLink(link: string, who: Pick<Join, 'name' | 'department'> = {}): Promise<Guest> {
  const url = new URL(link)
  const workshopId = WorkshopId.parse(url.pathname.split('/').at(-1))
  const secret = Secret.parse(url.hash.slice(1))
  return joinWith(url.origin, workshopId, { secret }, who)
}

export async function joinByCode(
  origin: string,
  workshopId: WorkshopId,
  code: string,
  who: Pick<Join, 'name' | 'department'> = {},
): Promise<Guest> {
  return joinWith(origin, workshopId, { code: JoinCode.parse(code) }, who)
}

async function joinWith(
  origin: string,
  workshopId: WorkshopId,
  key: { secret: Secret } | { code: JoinCode },
  who: Pick<Join, 'name' | 'department'>,
): Promise<Guest> {
  const url = `${origin}/api/workshops/${workshopId}/join`
  const { json, headers } = await post(url, { ...key, ...who, bearer: true })
  const joined = Joined.required({ seatToken: true }).parse(json)
  const cookie = headers.getSetCookie()[0]?.split(';')[0] ?? ''
  return { ...joined, workshopId, cookie }
}

async function post(url: string, body: object): Promise<{ json: unknown; headers: Headers }> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const json: unknown = await response.json()
  if (!response.ok) throw new Error(`POST ${url}: ${response.status} ${ApiError.parse(json).error.message}`)
  return { json, headers: response.headers }
}
