// Workload: a board with a long past; one person joins, then fifty at once.
import { setTimeout as delay } from 'node:timers/promises'
import type { Job } from '#tests/bench/load.ts'
import { processorMs } from '#tests/bench/processes.ts'
import { median } from '#tests/bench/statistics.ts'
import { joinBoard, storedCount } from '#tests/bench/sync.ts'
import { history } from '#tests/bench/traffic.ts'

export type JoinTimes = {
  /** From the question to the last byte of the answer. */
  joinMs: number
  /** Processor time of the server for one join, the upgrade and the farewell included. */
  joinCpuMs: number
  joinBytes: number
  /** The last of all who ask at once. */
  stormMs: number
  storedPerSecond: number
}

const tries = 7

export async function join(job: Extract<Job, { workload: 'join' }>): Promise<JoinTimes> {
  const storedPerSecond = await seed(job)
  await idle(job.serverPid)
  const single = await series(job)
  const storms: number[] = []
  for (let round = 0; round < 3; round++) storms.push(await storm(job.joiners))
  return { ...single, stormMs: median(storms), storedPerSecond }
}

/** Returns how many updates were stored per second: several people write, because one alone would be slowed down. */
async function seed({ writers, records, updates }: Extract<Job, { workload: 'join' }>): Promise<number> {
  const clients = await Promise.all(writers.map(async (writer) => (await joinBoard(writer)).client))
  const stored = clients.map(() => 0)
  const allStored = Promise.withResolvers<void>()
  clients.forEach((client, who) => {
    client.onMessage = (payload) => {
      stored[who] = storedCount(payload) ?? stored[who] ?? 0
      // Each one's first frame was the answer to the server's question.
      if (stored.reduce((sum, count) => sum + count, 0) === updates + clients.length) allStored.resolve()
    }
  })
  const startedAt = performance.now()
  for (const { who, frame } of history({ records, updates, people: clients.length })) {
    clients[who]?.send(frame)
    await clients[who]?.drained()
  }
  await allStored.promise
  const seconds = (performance.now() - startedAt) / 1000
  for (const client of clients) client.end()
  return updates / seconds
}

/** The server has compacted what it got, and rests. */
async function idle(serverPid: number): Promise<void> {
  await delay(5000)
  for (let calm = 0; calm < 3; ) {
    const before = processorMs(serverPid)
    await delay(300)
    calm = processorMs(serverPid) - before > 15 ? 0 : calm + 1
  }
}

async function series({
  joiners,
  serverPid,
}: Extract<Job, { workload: 'join' }>): Promise<Omit<JoinTimes, 'stormMs' | 'storedPerSecond'>> {
  const [address] = joiners
  if (!address) throw new Error('somebody has to join')
  const times: number[] = []
  const cpu: number[] = []
  let joinBytes = 0
  for (let attempt = 0; attempt < tries; attempt++) {
    const before = processorMs(serverPid)
    const { client, ms, bytes } = await joinBoard(address)
    client.end()
    await delay(100)
    cpu.push(processorMs(serverPid) - before)
    times.push(ms)
    joinBytes = bytes
  }
  return { joinMs: median(times), joinCpuMs: median(cpu), joinBytes }
}

async function storm(joiners: Extract<Job, { workload: 'join' }>['joiners']): Promise<number> {
  const startedAt = performance.now()
  const joined = await Promise.all(joiners.map((address) => joinBoard(address)))
  const ms = performance.now() - startedAt
  for (const { client } of joined) client.end()
  await delay(500)
  return ms
}
