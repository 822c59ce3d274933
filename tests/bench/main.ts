// The benchmark: `npm run bench [-- --quick]`. Prints figures; judges by ratios to a bare relay in the same run.
import { parseArgs } from 'node:util'
import type { FanOut } from '#tests/bench/fan-out.ts'
import type { JoinTimes } from '#tests/bench/join.ts'
import { killAfterSeen } from '#tests/bench/kill.ts'
import type { Job } from '#tests/bench/load.ts'
import { openWorkshop } from '#tests/bench/our-server.ts'
import { firstPageBytes } from '#tests/bench/page-size.ts'
import { runLoad, startModule } from '#tests/bench/processes.ts'
import { median } from '#tests/bench/statistics.ts'

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } })
const rounds = values.quick ? 1 : 3
const measureMs = values.quick ? 4000 : 8000
const kills = values.quick ? 3 : 20
const people = 50

const say = (line = '') => process.stdout.write(`${line}\n`)
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

async function ours(): Promise<FanOut> {
  const { pid, addresses, clear } = await openWorkshop(people)
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
  const [writer] = addresses
  if (!writer) throw new Error('somebody has to write')
  const measured = await load<JoinTimes>({
    workload: 'join',
    writer,
    joiners: addresses,
    serverPid: pid,
    records: 2000,
    updates: 15_000,
  })
  await clear()
  return measured
}

const show = (value: number, digits = 2): string =>
  Number.isNaN(value) ? 'not known here' : value.toFixed(digits)
const verdict = (isMet: boolean): string => (isMet ? 'met' : 'MISSED')

async function fanOutTable(): Promise<void> {
  say(`One board, ${people} people, 10 of them edit and 10 others move at 10 Hz; medians of ${rounds}`)
  const servers = {
    'relay, one send per message': () => relay('each'),
    'relay, one write per turn': () => relay('turn'),
    Runde: ours,
  }
  const runs = new Map<string, FanOut[]>()
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(servers))
      runs.set(name, [...(runs.get(name) ?? []), await run()])
  }
  const of = (name: string, pick: (run: FanOut) => number) => median((runs.get(name) ?? []).map(pick))
  say(
    '                              p50 ms   p95 ms   p95 of edits   us CPU/delivery   missing   load late p99 ms',
  )
  for (const name of runs.keys()) {
    const cells = [
      show(of(name, (run) => run.p50Ms)).padStart(8),
      show(of(name, (run) => run.p95Ms)).padStart(8),
      show(of(name, (run) => run.editP95Ms)).padStart(14),
      show(of(name, (run) => run.cpuUsPerDelivery)).padStart(17),
      show(
        of(name, (run) => run.missing),
        0,
      ).padStart(9),
      show(of(name, (run) => run.lagP99Ms)).padStart(18),
    ]
    say(`${name.padEnd(28)}${cells.join(' ')}`)
  }
  const names = [...runs.keys()]
  if (names.some((name) => of(name, (run) => run.lagP99Ms) > of(name, (run) => run.p95Ms) / 2)) {
    say(
      'The machine was busy: the load process itself came late, so these latencies say little. Run it again alone.',
    )
  }
  const ratio = (pick: (run: FanOut) => number) => of('Runde', pick) / of('relay, one send per message', pick)
  const p95 = ratio((run) => run.p95Ms)
  const cpu = ratio((run) => run.cpuUsPerDelivery)
  say(
    `p95 against the relay: ${show(p95)} times (at most 2: ${verdict(p95 <= 2)}), stored before it is sent on`,
  )
  say(`CPU against the relay: ${show(cpu)} times (at most 1.5: ${verdict(cpu <= 1.5)})`)
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

say(`Node ${process.version}; rounds are interleaved, so that a busy machine disturbs all alike.\n`)
await fanOutTable()
say()
await joinTable()
say()
const { seen, lost } = await killAfterSeen(kills)
say(
  `kill -9 as soon as somebody had seen the last edit: ${lost} of ${seen} edits lost in ${kills} kills (0: ${verdict(lost === 0)})`,
)
const bytes = await firstPageBytes()
if (bytes === null) say('First page: not built; run "npm run build" for its size.')
else
  say(
    `First page: ${show(bytes / 1024, 0)} KB of JavaScript after gzip (at most 150: ${verdict(bytes <= 150 * 1024)})`,
  )
