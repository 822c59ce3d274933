// Starts the server: reads the configuration, builds the parts, joins them, and lets go of them in order when told to stop.
import { mkdir, readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { createAccess } from '#server/access/access.ts'
import { createRateLimit } from '#server/access/rate-limit.ts'
import { loadServerKey } from '#server/access/server-key.ts'
import { createBallots } from '#server/ballots/ballots.ts'
import { createBoards } from '#server/board/boards.ts'
import { attachBoard } from '#server/board/gateway.ts'
import { createGroupFrames } from '#server/breakouts/frames.ts'
import { makeBackup } from '#server/cli/copies.ts'
import { openDoor } from '#server/cli/door.ts'
import { type Config, readConfig, silenceWatchReports } from '#server/config.ts'
import { createDeletion } from '#server/deletion/deletion.ts'
import { createErasure } from '#server/deletion/erasure.ts'
import { deletionRoutes } from '#server/deletion/routes.ts'
import { attachFacilitation } from '#server/facilitation/gateway.ts'
import { createRooms } from '#server/facilitation/rooms.ts'
import { createHistory } from '#server/history/history.ts'
import { historyRoutes } from '#server/history/routes.ts'
import { createApp } from '#server/http/app.ts'
import { createMetrics, measureSockets } from '#server/http/health.ts'
import { createDrain, listen, refuseOtherUpgrades, whereToFindUs } from '#server/http/listening.ts'
import { builtPages, vitePages } from '#server/http/pages.ts'
import { workshopFiles } from '#server/http/workshop-files.ts'
import { imageRoutes } from '#server/images/routes.ts'
import { createLog, type Log } from '#server/log.ts'
import { keepGoing, stopOnSignals } from '#server/process.ts'
import { createResults } from '#server/results/results.ts'
import { reportRoutes } from '#server/results/routes.ts'
import { createRetention } from '#server/retention/retention.ts'
import { silenceRoutes } from '#server/silence/routes.ts'
import { createSilence } from '#server/silence/silence.ts'
import { silentBoard } from '#server/silence/silent-board.ts'
import { openSqlite } from '#server/storage/sqlite.ts'
import { createPost } from '#server/webhook/post.ts'
import { resolveHost } from '#server/webhook/public-address.ts'
import { webhookRoutes } from '#server/webhook/routes.ts'
import { createWebhooks } from '#server/webhook/webhooks.ts'
import { createBringing } from '#server/workshop-file/bring.ts'
import { createPacking } from '#server/workshop-file/pack.ts'
import { workshopFileRoutes } from '#server/workshop-file/routes.ts'
import { createUnpacking } from '#server/workshop-file/unpacking.ts'
import { roleChanges } from '#shared/facilitation/role-changes.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** `stop`: nothing that was acknowledged is lost either way, but a stop in order tells the browsers. */
type Running = { port: number; stop(): Promise<void> }

async function start(config: Config, log: Log, httpServer: Server): Promise<Running> {
  const now = Date.now
  const { publicUrl, allowedOrigins, trustProxy, frameAncestors } = config
  let isDraining = false

  await mkdir(config.dataDir, { recursive: true })
  const serverKey = config.serverKey ?? (await loadServerKey(config.dataDir))
  const storage = await openSqlite(join(config.dataDir, 'runde.db'), { log })
  const ballots = createBallots({ storage: storage.ballots, log, now })
  const rooms = createRooms({
    storage: storage.facilitation,
    people: storage.people,
    preparePolls: ballots.prepare,
    log,
    now,
  })
  ballots.serve(rooms)
  const boards = createBoards({ storage: storage.board, log })
  const silence = createSilence({ storage: storage.silence, board: silentBoard(boards), log })
  await silence.serve(rooms)
  const groupFrames = createGroupFrames({ boards, log })
  groupFrames.serve(rooms)
  const history = createHistory({ storage: storage.history, boards, log, now })
  history.follow(rooms)
  const access = createAccess({
    storage,
    rooms,
    boards,
    serverKey,
    publicUrl,
    allowedOrigins,
    trustProxy,
    log,
    now,
  })
  const { authenticate, endings, origins } = access
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
  const days = config.retentionDays
  const retention = createRetention({ store: storage.wholes, deletion, days, log, now })
  retention.serve(rooms)
  const results = createResults({ rooms, boards, history, people: storage.people, ballots, log, now })
  const webhooks = createWebhooks({
    store: storage.webhooks,
    results,
    post: createPost({ resolve: resolveHost, trustedHosts: config.webhookTrustedHosts }),
    serverKey,
    log,
    now,
  })
  await webhooks.follow(rooms)
  const languageOf = async (workshopId: Parameters<typeof rooms.state>[0]) =>
    (await rooms.state(workshopId)).workshop.info.language
  const leftOut = async (workshopId: Parameters<typeof rooms.state>[0]) =>
    (await rooms.state(workshopId)).workshop.leftOut

  const isDev = process.argv.includes('--dev')
  const pages = isDev ? await vitePages(root, httpServer) : builtPages(join(root, 'dist/client'))
  const metrics = createMetrics()
  const app = createApp({
    ballots: ballots.routes(),
    api: [
      access.routes,
      workshopFiles({ authenticate, boards, results, languageOf, leftOut }),
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
      webhookRoutes({ authenticate, webhooks, trials: createRateLimit({ count: 10, perMs: 600_000 }, now) }),
      deletionRoutes({ authenticate, rooms, deletion, erase, retention }),
      imageRoutes({ authenticate, store: storage.images, log, now }),
    ],
    pages,
    origins,
    clientConfig: { version: await version(), tldrawLicenseKey: config.tldrawLicenseKey },
    frameAncestors,
    trustProxy,
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

  const door = await openDoor(config.dataDir, {
    backup: (folder, force) =>
      makeBackup({ dataDir: config.dataDir, folder, force }, (path) => storage.backup(path)),
    log,
  })
  const port = await listen(httpServer, config)
  return { port, stop }

  async function stop(): Promise<void> {
    isDraining = true
    // From the edge inwards: nobody new, then everyone told, then everything stored, then the file let go.
    const drained = drain()
    await door.close()
    facilitation.close()
    board.close()
    await Promise.all([
      silence.close(),
      groupFrames.close(),
      history.close(),
      retention.close(),
      webhooks.close(),
    ])
    await boards.close()
    await ballots.close()
    await rooms.close()
    await drained
    await results.close()
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
