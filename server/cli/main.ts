// `npm run runde`: takes workshops out and in, lists and deletes them, erases people, makes and restores backups, with the storage that the server has.
import { resolve } from 'node:path'
import process from 'node:process'
import { type Order, readOrder, usage } from '#server/cli/arguments.ts'
import type { Ask } from '#server/cli/asks.ts'
import { restoreBackup } from '#server/cli/copies.ts'
import { askServer } from '#server/cli/door.ts'
import { offline } from '#server/cli/offline.ts'
import { type Config, readConfig, startedIn } from '#server/config.ts'
import type { Log } from '#server/log.ts'

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
  if (order.kind === 'help') return void say(usage)
  if (order.kind !== 'restore') return tell(askOf(order), config)
  const { dataDir } = config
  await restoreBackup({ dataDir, folder: pathOf(order.folder), force: order.force }, log)
  say(`The backup is in place in ${dataDir}.`)
}

function askOf(order: Exclude<Order, { kind: 'help' | 'restore' }>): Ask {
  switch (order.kind) {
    case 'export':
      return { ...order, folder: startedIn(), file: order.file === null ? null : pathOf(order.file) }
    case 'import':
      return { ...order, file: pathOf(order.file) }
    case 'backup':
      return { ...order, folder: pathOf(order.folder) }
    default:
      return order
  }
}

/** By the server that runs there, or by us where none does. */
async function tell(ask: Ask, config: Config): Promise<void> {
  const answer = await askServer(config.dataDir, ask)
  if (answer && !answer.ok) throw new Error(answer.message)
  const origin = config.publicUrl ?? `http://localhost:${config.port}`
  const here = () =>
    offline({ ...config, origin }, { log, mayBeNew: ask.kind === 'import' }, ({ doing }) => doing(ask))
  const lines = answer?.lines ?? (await here())
  for (const line of lines) say(line)
}

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
