// The benchmark: `npm run bench [-- --quick] [-- board ...]`. Prints figures; judges by ratios to a reference in the same run.
import { parseArgs } from 'node:util'
import { boardTable } from '#tests/bench/board-table.ts'
import { canvasTable } from '#tests/bench/canvas.ts'
import { syncTimes } from '#tests/bench/disk.ts'
import { facilitationTable } from '#tests/bench/facilitation-table.ts'
import type { FanOut } from '#tests/bench/fan-out.ts'
import { fanOutTable } from '#tests/bench/fan-out-table.ts'
import type { JoinTimes } from '#tests/bench/join.ts'
import { killAfterSeen } from '#tests/bench/kill.ts'
import type { Job } from '#tests/bench/load.ts'
import { memoryDisk, openWorkshop } from '#tests/bench/our-server.ts'
import { joinPageBytes } from '#tests/bench/page-size.ts'
import { runLoad, startModule } from '#tests/bench/processes.ts'
import { resultsTable } from '#tests/bench/results-table.ts'
import { say, show, verdict } from '#tests/bench/say.ts'
import { median } from '#tests/bench/statistics.ts'

const { values, positionals } = parseArgs({
  options: { quick: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const rounds = values.quick ? 1 : 3
const measureMs = values.quick ? 4000 : 8000
const kills = values.quick ? 3 : 20
const people = 50

const load = async <Result>(job: Job): Promise<Result> => (await runLoad(job)) as Result // our own process wrote it

async function relay(mode: 'each' | 'turn'): Promise<FanOut> {
  const server = await startModule('relay.ts', mode)
  const addresses = Array.from({ length: people }, () => ({ url: server.firstLine, headers: {} }))
  const measured = await load<FanOut>({
    workload: 'fan-out',
    addresses,
    serverPid: server.pid,
    isBoard: false,
    measureMs,
  })
  await server.end()
  return measured
}

async function ours(disk: string | null = null): Promise<FanOut> {
  const { pid, addresses, clear } = await openWorkshop(people, disk)
  const measured = await load<FanOut>({
    workload: 'fan-out',
    addresses,
    serverPid: pid,
    isBoard: true,
    measureMs,
  })
  await clear()
  return measured
}

async function joining(): Promise<JoinTimes> {
  const { pid, addresses, clear } = await openWorkshop(people)
  const measured = await load<JoinTimes>({
    workload: 'join',
    writers: addresses.slice(0, 20),
    joiners: addresses,
    serverPid: pid,
    records: 2000,
    updates: 15_000,
  })
  await clear()
  return measured
}

async function joinTable(): Promise<void> {
  const runs: JoinTimes[] = []
  for (let round = 0; round < rounds; round++) runs.push(await joining())
  const of = (pick: (run: JoinTimes) => number) => median(runs.map(pick))
  const cpu = of((run) => run.joinCpuMs)
  say(
    `Joining 2,000 records after 15,000 updates: ${show(of((run) => run.joinMs))} ms until the last byte, of`,
  )
  say(
    `  ${show(of((run) => run.joinBytes) / 1e6)} MB; ${show(cpu)} ms of the server (at most 10: ${verdict(cpu <= 10)})`,
  )
  say(
    `  ${people} at once: the last has everything after ${show(
      of((run) => run.stormMs),
      0,
    )} ms`,
  )
  say(
    `  the past itself was stored at ${show(
      of((run) => run.storedPerSecond),
      0,
    )} updates/s`,
  )
}

async function fanOutAndDisk(): Promise<void> {
  const disk = await syncTimes()
  say(`This disk makes two pages durable in ${show(disk.p50Ms)} ms (p50), ${show(disk.p95Ms)} ms (p95).\n`)
  await fanOutTable(
    {
      relay: () => relay('each'),
      relayPerTurn: () => relay('turn'),
      ours: () => ours(),
      // Where there is none, the row repeats the one above.
      oursInMemory: () => ours(memoryDisk),
    },
    rounds,
    people,
  )
}

async function killing(): Promise<void> {
  const { seen, lost } = await killAfterSeen(kills)
  say(
    `kill -9 as soon as somebody had seen the last edit: ${lost} of ${seen} edits lost in ${kills} kills (0: ${verdict(lost === 0)})`,
  )
}

async function joinPage(): Promise<void> {
  const bytes = await joinPageBytes()
  say(
    `Join page: ${show(bytes / 1024, 0)} KB of JavaScript after gzip (at most 150: ${verdict(bytes <= 150 * 1024)})`,
  )
}

/** By the name that runs one alone; without a name all run. */
const parts: Record<string, () => void | Promise<void>> = {
  'fan-out': fanOutAndDisk,
  join: joinTable,
  kill: killing,
  page: joinPage,
  facilitation: () =>
    facilitationTable(values.quick ? { hands: 20, readings: 3 } : { hands: 60, readings: 5 }),
  board: boardTable,
  canvas: canvasTable,
  results: () => resultsTable(rounds),
}
const unknown = positionals.filter((name) => !(name in parts))
if (unknown.length > 0) throw new Error(`There is no ${unknown}; parts are ${Object.keys(parts).join(', ')}.`)

say(`Node ${process.version}; rounds are interleaved, so that a busy machine disturbs all alike.\n`)
for (const [name, run] of Object.entries(parts)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue
  await run()
  say()
}
