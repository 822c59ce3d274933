// Workload: one board, some edit and some move, everybody receives. Latency from the intended moment of sending.
import { setTimeout as delay } from 'node:timers/promises'
import type { Job } from '#tests/bench/load.ts'
import { processorMs } from '#tests/bench/processes.ts'
import { RawClient } from '#tests/bench/raw-client.ts'
import { percentile } from '#tests/bench/statistics.ts'
import { joinBoard } from '#tests/bench/sync.ts'
import { cursorFrame, Editor, eachMark, type Kind } from '#tests/bench/traffic.ts'

type Latency = { p50Ms: number; p95Ms: number }

export type FanOut = {
  edits: Latency
  presence: Latency
  cpuUsPerDelivery: number
  deliveries: number
  /** Sent to somebody and not seen by the end. */
  missing: number
  /** How late the load process itself was: above the latency, it and not the server was the limit. */
  lagP99Ms: number
}

const editors = 10
const movers = 10
const hz = 10
/** A workshop runs for an hour, on compiled code: before the clock counts, half a minute of it goes by in six seconds. */
const warmMs = 6000
const warmHz = 50
const drainMs = 1000

type Send = { at: number; kind: Kind; who: number; count: number; frame: Buffer }

export async function fanOut(job: Extract<Job, { workload: 'fan-out' }>): Promise<FanOut> {
  const clients = await Promise.all(job.addresses.map((address) => open(address, job.isBoard)))
  const schedule = plan(warmMs + job.measureMs)
  /** Intended moments of sending, by kind, person and count. */
  const sentAt = new Map<string, number>(
    schedule.map(({ at, kind, who, count }) => [keyOf(kind, who, count), at]),
  )
  const latencies: Record<Kind, number[]> = { edit: [], cursor: [] }
  const lags: number[] = []
  const seen = clients.map(() => new Map<string, number>())
  let startedAt = Number.POSITIVE_INFINITY

  clients.forEach((client, index) => {
    const mine = seen[index]
    client.onMessage = (payload) => {
      const now = performance.now() - startedAt
      eachMark(payload, (kind, who, count) => {
        const stream = `${kind}${who}`
        // A server may leave out what is overtaken within a turn, never the last state.
        for (let one = (mine?.get(stream) ?? 0) + 1; one <= count; one++) {
          const at = sentAt.get(keyOf(kind, who, one)) ?? 0
          if (at >= warmMs) latencies[kind].push(now - at)
        }
        if (count > (mine?.get(stream) ?? 0)) mine?.set(stream, count)
      })
    }
  })

  globalThis.gc?.()
  startedAt = performance.now() + 50
  let cpuMs = 0
  await run(schedule, startedAt, {
    warmed: () => {
      cpuMs = -processorMs(job.serverPid)
    },
    sent: ({ at, who, kind, frame }) => {
      if (at >= warmMs) lags.push(performance.now() - startedAt - at)
      clients[kind === 'edit' ? who : editors + who]?.send(frame)
    },
  })
  cpuMs += processorMs(job.serverPid)
  await delay(drainMs)

  const deliveries = latencies.edit.length + latencies.cursor.length
  const expected = schedule.filter(({ at }) => at >= warmMs).length * (clients.length - 1)
  for (const client of clients) client.end()
  return {
    edits: latencyOf(latencies.edit),
    presence: latencyOf(latencies.cursor),
    cpuUsPerDelivery: (cpuMs * 1000) / deliveries,
    deliveries,
    missing: expected - deliveries,
    lagP99Ms: percentile(lags, 0.99),
  }
}

async function open(address: Parameters<typeof joinBoard>[0], isBoard: boolean): Promise<RawClient> {
  if (isBoard) return (await joinBoard(address)).client
  const client = new RawClient(address)
  await client.opened
  return client
}

/** Everybody at their own phase, all frames made before the clock starts. */
function plan(totalMs: number): Send[] {
  const sends: Send[] = []
  const add = (kind: Kind, people: number, frameOf: (who: number) => (count: number) => Buffer) => {
    for (let who = 0; who < people; who++) {
      const make = frameOf(who)
      const phase = Math.random()
      let count = 0
      const addUntil = (endMs: number, startMs: number, rate: number) => {
        for (let at = startMs + (phase * 1000) / rate; at < endMs; at += 1000 / rate) {
          sends.push({ at, kind, who, count: ++count, frame: make(count) })
        }
      }
      addUntil(warmMs, 0, warmHz)
      addUntil(totalMs, warmMs, hz)
    }
  }
  add('edit', editors, (who) => {
    const editor = new Editor(who)
    return (count) => editor.edit(count)
  })
  add('cursor', movers, (who) => (count) => cursorFrame(who, count))
  return sends.sort((one, other) => one.at - other.at)
}

/** Open loop: what is due is sent, whether or not the server keeps up. Timers are a millisecond late: the last two spin. */
function run(
  schedule: readonly Send[],
  startedAt: number,
  events: { warmed: () => void; sent: (send: Send) => void },
): Promise<void> {
  return new Promise((resolve) => {
    let next = 0
    let isWarm = false
    const step = () => {
      const now = performance.now() - startedAt
      if (!isWarm && now >= warmMs) {
        isWarm = true
        events.warmed()
      }
      for (let send = schedule[next]; send && send.at <= now; send = schedule[++next]) events.sent(send)
      const restMs = (schedule[next]?.at ?? Number.NaN) - now
      if (Number.isNaN(restMs)) resolve()
      else if (restMs > 2) setTimeout(step, restMs - 2)
      else setImmediate(step)
    }
    step()
  })
}

const latencyOf = (ms: readonly number[]): Latency => ({
  p50Ms: percentile(ms, 0.5),
  p95Ms: percentile(ms, 0.95),
})

const keyOf = (kind: Kind, who: number, count: number): string => `${kind}${who}/${count}`
