// `npm run runde`: takes workshops out and in, lists and deletes them, makes and restores backups, over the storage that the server has.
import { createWriteStream } from 'node:fs'
import { readFile, rename, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import process from 'node:process'
import { pipeline } from 'node:stream/promises'
import { type Order, readOrder, usage } from '#server/cli/arguments.ts'
import { exists, makeBackup, restoreBackup } from '#server/cli/copies.ts'
import { askServer } from '#server/cli/door.ts'
import { offline } from '#server/cli/offline.ts'
import { type Config, readConfig, startedIn } from '#server/config.ts'
import type { Log } from '#server/log.ts'
import type { WorkshopId } from '#shared/ids.ts'
import { fileName } from '#shared/results/file-name.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)
/** A path as whoever typed it means it: npm runs us in the project's folder, wherever it was called. */
const pathOf = (name: string) => resolve(startedIn(), name)

/** On standard error, for a person who reads along. */
const log: Log = {
  info: () => {},
  warn: (fact, fields = {}) => process.stderr.write(`${fact} ${JSON.stringify(fields)}\n`),
  bug: (fact, error) => {
    process.stderr.write(`${fact}: ${error instanceof Error ? error.stack : String(error)}\n`)
    return 'above'
  },
}

async function obey(order: Order, config: Config): Promise<void> {
  switch (order.kind) {
    case 'help':
      return void say(usage)
    case 'list':
      return list(config)
    case 'export':
      return exportTo(order, config)
    case 'import':
      return importFrom(order.file, config)
    case 'delete':
      return deleteOne(order.workshopId, config)
    case 'backup':
      return backUp(order, config)
    case 'restore': {
      const { dataDir } = config
      const folder = pathOf(order.folder)
      await restoreBackup({ dataDir, folder, force: order.force }, log)
      return void say(`The backup is in place in ${dataDir}.`)
    }
  }
}

const list = (config: Config) =>
  offline(config, { log }, async ({ storage, titleOf }) => {
    const all = await storage.wholes.list()
    for (const { workshopId, code, touchedAt } of all) {
      const day = new Date(touchedAt).toISOString().slice(0, 10)
      say(`${workshopId}  ${code}  ${day}  ${await titleOf(workshopId)}`)
    }
    if (all.length === 0) say('There are no workshops.')
  })

const exportTo = (
  { workshopId, file, force }: Extract<Order, { kind: 'export' }>,
  config: Config,
): Promise<void> =>
  offline(config, { log }, async ({ storage, pack }) => {
    if (!(await storage.workshops.find(workshopId))) throw unknown(workshopId)
    const { title, pieces } = await pack(workshopId)
    const target = pathOf(file ?? fileName(title, 'runde.json'))
    if (!force && (await exists(target)))
      throw new Error(`${target} exists already; give another name, or add --force.`)
    const draft = `${target}.part`
    try {
      await pipeline(pieces, createWriteStream(draft))
      await rename(draft, target)
    } finally {
      await rm(draft, { force: true })
    }
    say(`“${title}” is in ${target}.`)
  })

const importFrom = (file: string, config: Config): Promise<void> =>
  offline(config, { log, mayBeNew: true }, async ({ bring }) => {
    const path = pathOf(file)
    const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
      throw new Error(`${path} cannot be read (${error.code ?? error.message}).`)
    })
    const outcome = await bring(bytes, config.publicUrl ?? `http://localhost:${config.port}`)
    if (!outcome.ok) throw new Error(`${path} was not taken. ${outcome.message}`)
    const { id, code, links } = outcome.value
    say(`It goes on as ${id}, with the code ${code}.`)
    for (const [role, link] of Object.entries(links)) say(`${role.padEnd(15)} ${link}`)
  })

const deleteOne = (workshopId: WorkshopId, config: Config): Promise<void> =>
  offline(config, { log }, async ({ storage: { wholes } }) => {
    if (!(await wholes.close(workshopId))) throw unknown(workshopId)
    await wholes.erase(workshopId)
    await wholes.forget(workshopId)
    say(`${workshopId} is deleted, with everything.`)
  })

async function backUp({ folder: name, force }: Extract<Order, { kind: 'backup' }>, config: Config) {
  const { dataDir } = config
  const folder = pathOf(name)
  const answer = await askServer(dataDir, { backup: folder, force })
  if (answer && !answer.ok) throw new Error(answer.message)
  if (!answer)
    await offline(config, { log }, ({ storage }) =>
      makeBackup({ dataDir, folder, force }, (path) => storage.backup(path)),
    )
  say(`The backup is in ${folder}.`)
}

const unknown = (workshopId: WorkshopId) =>
  new Error(`There is no workshop ${workshopId} here; list shows them.`)

function fail(problem: string, exitCode: number): void {
  process.stderr.write(`${problem}\n`)
  process.exitCode = exitCode
}

const read = readOrder(process.argv.slice(2))
const answer = readConfig()
if (!read.ok) fail(read.problem, 2)
else if (!answer.ok) fail(answer.problems.join('\n'), 2)
else
  obey(read.order, answer.config).catch((error: unknown) =>
    fail(error instanceof Error ? error.message : String(error), 1),
  )
