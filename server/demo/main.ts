// `npm run demo`: a server of its own with the sample workshop and simulated people; or people for a workshop elsewhere.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { environmentWith, readConfig } from '#server/config.ts'
import { readWish, type Wish } from '#server/demo/arguments.ts'
import { startProcess } from '#server/demo/processes.ts'
import { linksAt, prepareSample, type SampleWorkshop } from '#server/demo/sample-workshop.ts'
import { createLog } from '#server/log.ts'
import { stopOnSignals } from '#server/process.ts'
import type { Language } from '#shared/language.ts'
import { sample } from '#shared/sample/sample.ts'

const say = (...lines: string[]) => process.stdout.write(`${lines.join('\n')}\n`)

/** What is to be ended, the last one first. */
const running: (() => Promise<unknown>)[] = []

async function demo(wish: Wish): Promise<void> {
  if (wish.join !== null) {
    await bringPeople({ ...wish, link: wish.join, personal: {}, host: null })
    say(`${wish.people} simulated people are in the workshop. Ctrl+C takes them out again.`, '')
    return
  }
  const { links, personal } = await startServer(wish.language)
  const host = sample.people.find(({ role }) => role === 'facilitator')?.name ?? ''
  const joined = bringPeople({
    ...wish,
    link: links.participant,
    personal,
    host: { link: personal[host] ?? links.facilitator, language: wish.language },
  })
  say(
    `The workshop "${sample.title[wish.language]}" has begun, with ${wish.people} simulated people. Lead it:`,
    '',
    `  ${links.facilitator}`,
    '',
    `Take part yourself, or let others: ${links.participant}`,
    `What came of it so far: ${links.results}`,
    'Ctrl+C ends it, and nothing of it is kept.',
    '',
  )
  await joined
}

/** On the usual port and address, as `npm start`; its data go with it, unless DATA_DIR says where they belong. */
async function startServer(language: Language): Promise<SampleWorkshop> {
  const dataDir = await mkdtemp(join(tmpdir(), 'runde-demo-'))
  running.push(() => rm(dataDir, { recursive: true, force: true }))
  const environment = environmentWith({ DATA_DIR: dataDir, LOG_LEVEL: 'warn' })
  const read = readConfig(environment)
  if (!read.ok) throw new Error(read.problems.join('\n'))
  const { links, personal } = await prepareSample(read.config, {
    language,
    now: Date.now(),
    log: createLog('silent'),
  })
  const server = startProcess('server/main.ts', {
    // As if npm had started it: then it ends when we are gone, however that came about.
    env: { ...environment, npm_lifecycle_event: 'demo' },
    onLost: giveUp,
  })
  running.push(server.end)
  const origin = await server.line(/^Runde is open: (\S+)$/m)
  return { links: linksAt(origin, links), personal: linksAt(origin, personal) }
}

/** Resolves when all have come in. In a process of their own: they are clients like any other. */
async function bringPeople({
  link,
  personal,
  people,
  seed,
  host,
}: Wish & {
  link: string
  personal: SampleWorkshop['personal']
  host: { link: string; language: Language } | null
}): Promise<void> {
  const job = { link, personal, people, seed, gapMs: Math.min(400, 20_000 / people), host }
  const crowd = startProcess('client/simulated/people.ts', {
    args: [JSON.stringify(job)],
    onLost: giveUp,
  })
  running.push(crowd.end)
  await crowd.line(/^All are in\.$/m)
}

async function stop(): Promise<void> {
  for (const end of running.toReversed()) await end()
}

function giveUp(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  const end = () => process.exit(1)
  stop().then(end, end)
}

const config = readConfig()
const wish = readWish(process.argv.slice(2))
if (config.ok && wish.ok) {
  stopOnSignals(stop, { isRunByNpm: config.config.isRunByNpm, log: createLog('silent') })
  demo(wish.wish).catch(giveUp)
} else {
  for (const problem of [...(config.ok ? [] : config.problems), ...(wish.ok ? [] : [wish.problem])])
    process.stderr.write(`${problem}\n`)
  process.exitCode = 1
}
