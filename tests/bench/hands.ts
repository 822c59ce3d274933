// Workload: two hundred people in one workshop, hands go up, everybody sees them; beside the bare relay in the same run.
import { setTimeout as delay } from 'node:timers/promises'
import type { AudienceReport } from '#tests/bench/audience-protocol.ts'
import { type Audience, seatAudience } from '#tests/bench/audiences.ts'
import { processorMs, startModule } from '#tests/bench/processes.ts'
import { median, percentile } from '#tests/bench/statistics.ts'

export type HandTimes = {
  /** From the click to when the last one of all has it, p50 and p95 over the hands. */
  allP50Ms: number
  allP95Ms: number
  /** Over all who see each. */
  oneP50Ms: number
  /** Of the server, for one hand up and seen. */
  cpuMs: number
  /** Seen by fewer than all. */
  missing: number
}

const gapMs = 150
const patienceMs = 20_000

/** As many processes as keep each of them from being the bottleneck for its own people. */
export const processesFor = (people: number): number[] => Array.from({ length: 4 }, () => people / 4)

export async function raiseHands(
  audience: Audience,
  { hands, serverPid }: { hands: number; serverPid: number },
): Promise<HandTimes> {
  const raiseOne = async (who: number) => {
    audience.raise(who)
    await delay(gapMs)
    audience.lower(who)
    await delay(gapMs / 3)
  }
  const spread = Math.floor(audience.people / (hands + warmUp))
  for (let hand = 0; hand < warmUp; hand++) await raiseOne(hand * spread)
  const before = await audience.report()
  const cpuBefore = processorMs(serverPid)
  for (let hand = warmUp; hand < warmUp + hands; hand++) await raiseOne(hand * spread)
  const cpuMs = (processorMs(serverPid) - cpuBefore) / hands
  let after = await audience.report()
  const isSeen = () => Object.keys(after.sent).every((hand) => after.seen[hand]?.length === audience.people)
  for (let waitedMs = 0; waitedMs < patienceMs && !isSeen(); waitedMs += gapMs) {
    await delay(gapMs)
    after = await audience.report()
  }
  return { ...timesOf(after, new Set(Object.keys(before.sent)), audience.people), cpuMs }
}

const warmUp = 15

function timesOf({ sent, seen }: AudienceReport, left: ReadonlySet<string>, people: number) {
  const last: number[] = []
  const each: number[] = []
  let missing = 0
  for (const [hand, at] of Object.entries(sent)) {
    if (left.has(hand)) continue
    const moments = (seen[hand] ?? []).map((moment) => moment - at)
    missing += people - moments.length
    each.push(...moments)
    last.push(moments.length < people ? Number.POSITIVE_INFINITY : Math.max(...moments))
  }
  return {
    allP50Ms: median(last),
    allP95Ms: percentile(last, 0.95),
    oneP50Ms: median(each),
    missing,
  }
}

export async function relayHands(people: number, hands: number): Promise<HandTimes> {
  const relay = await startModule('socket-relay.ts')
  const audience = await seatAudience(
    processesFor(people).map((count) => ({ kind: 'relay', url: relay.firstLine, count })),
  )
  try {
    return await raiseHands(audience, { hands, serverPid: relay.pid })
  } finally {
    await audience.end()
    await relay.end()
  }
}
