// Starts the server: reads the configuration, builds the parts, joins them, and lets go of them in order when told to stop.
import { mkdir, readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { server } from '#server/access/planes.ts'
import { loadServerKey } from '#server/access/server-key.ts'
import { apiRoutes } from '#server/api.ts'
import { attachBoard } from '#server/board/gateway.ts'
import { createDoing } from '#server/cli/doing.ts'
import { openDoor } from '#server/cli/door.ts'
import { type Config, readConfig, silenceWatchReports } from '#server/config.ts'
import { attachFacilitation } from '#server/facilitation/gateway.ts'
import { createApp } from '#server/http/app.ts'
import { createMetrics, measureSockets } from '#server/http/health.ts'
import { createDrain, listen, refuseOtherUpgrades, whereToFindUs } from '#server/http/listening.ts'
import { builtPages, vitePages } from '#server/http/pages.ts'
import { createLog, type Log } from '#server/log.ts'
import { createParts } from '#server/parts.ts'
import { keepGoing, stopOnSignals } from '#server/process.ts'
import { openSqlite } from '#server/storage/sqlite.ts'
import { createPost } from '#server/webhook/post.ts'
import { resolveHost } from '#server/webhook/public-address.ts'
import { roleChanges } from '#shared/facilitation/role-changes.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** `stop`: nothing that was acknowledged is lost either way, but a stop in order tells the browsers. */
type Running = { port: number; stop(): Promise<void> }

async function start(config: Config, log: Log, httpServer: Server): Promise<Running> {
  const now = Date.now
  let isDraining = false

  await mkdir(config.dataDir, { recursive: true })
  const serverKey = config.serverKey ?? (await loadServerKey(config.dataDir))
  const storage = await openSqlite(join(config.dataDir, 'runde.db'), { log })
  const ground = {
    ...config,
    storage,
    serverKey,
    post: createPost({ resolve: resolveHost, trustedHosts: config.webhookTrustedHosts }),
    log,
    now,
  }
  const parts = await createParts(ground)
  const { ballots, rooms, boards, silence, access } = parts
  const { authenticate, endings, origins } = access

  const isDev = process.argv.includes('--dev')
  const pages = isDev ? await vitePages(root, httpServer) : builtPages(join(root, 'dist/client'))
  const metrics = createMetrics()
  const app = createApp({
    ballots: ballots.routes(),
    api: apiRoutes(parts, ground),
    pages,
    origins,
    clientConfig: { version: await version(), tldrawLicenseKey: config.tldrawLicenseKey },
    frameAncestors: config.frameAncestors,
    trustProxy: config.trustProxy,
    metrics,
    ping: () => storage.ping(),
    isDraining: () => isDraining,
    log,
  })
  const drain = createDrain(httpServer)
  httpServer.on('request', app)
  const facilitation = attachFacilitation(httpServer, {
    rooms,
    authenticate,
    tokens: ballots,
    silence,
    endings,
    log,
    now,
  })
  const board = attachBoard(httpServer, { boards, authenticate, log })
  endings.on(board.end)
  rooms.onStored((workshopId, _seq, events) => {
    for (const { personId, role } of roleChanges(events)) board.changeRole(workshopId, personId, role)
  })
  measureSockets(metrics, { board, facilitation })
  refuseOtherUpgrades(httpServer, ['/socket.io/', '/board/', ...(isDev ? ['/'] : [])])

  const port = await listen(httpServer, config)
  const doing = createDoing({
    ...parts,
    dataDir: config.dataDir,
    storage,
    submit: (workshopId, command) => rooms.submit(workshopId, { actor: server, commandId: null, command }),
    origin: () => config.publicUrl ?? `http://localhost:${port}`,
    now,
  })
  const door = await openDoor(config.dataDir, { doing, log })
  return { port, stop }

  async function stop(): Promise<void> {
    isDraining = true
    // From the edge inwards: nobody new, then everyone told, then everything stored, then the file let go.
    const drained = drain()
    await door.close()
    facilitation.close()
    board.close()
    await parts.close(drained)
    await pages.close()
    await storage.close()
  }
}

async function version(): Promise<string> {
  const file: { version: string } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) // our own file
  return file.version
}

silenceWatchReports()
const answer = readConfig()
if (answer.ok) {
  const { logLevel, isRunByNpm } = answer.config
  const log = createLog(logLevel)
  keepGoing(log)
  // 32 kB of headers: a browser may hold a seat's cookie for each of some hundred workshops.
  const httpServer = createServer({ maxHeaderSize: 32 * 1024 })
  start(answer.config, log, httpServer).then(
    ({ port, stop }) => {
      stopOnSignals(stop, { isRunByNpm, log })
      log.info('server.listening', { port })
      process.stdout.write(`\n${whereToFindUs(answer.config, port).join('\n')}\n\n`)
    },
    (error: unknown) => {
      log.bug('server.start-failed', error)
      // Last, so that it stands right above the prompt.
      const reason = error instanceof Error ? error.message : String(error)
      process.stderr.write(`Runde could not start: ${reason}\n`)
      process.exit(1)
    },
  )
} else {
  for (const problem of answer.problems) process.stderr.write(`${problem}\n`)
  process.exitCode = 1
}
