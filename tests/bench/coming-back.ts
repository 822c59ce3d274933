// Workload: somebody was away while a thousand things happened, and comes back; until they have seen all of it.
import { setTimeout as delay } from 'node:timers/promises'
import { createConnection, type TransportListener } from '#client/facilitation/connection.ts'
import type { SimulatedPerson } from '#client/simulated/person.ts'
import { apply } from '#shared/facilitation/workshop.ts'
import type { Audience } from '#tests/bench/audiences.ts'
import { processorMs } from '#tests/bench/processes.ts'
import { median } from '#tests/bench/statistics.ts'

export type ComingBack = { ms: number; cpuMs: number; events: number }

const tries = 9
const gapMs = 6

export async function comeBack(
  { room, seat }: SimulatedPerson,
  audience: Audience,
  { missed, serverPid }: { missed: number; serverPid: number },
): Promise<ComingBack> {
  const left = room.store.getState()
  for (let event = 0; event < missed / 2; event++) {
    const who = event % audience.people
    audience.raise(who)
    await delay(gapMs)
    audience.lower(who)
    await delay(gapMs)
  }
  await delay(500)
  const times: number[] = []
  const cpu: number[] = []
  let events = 0
  for (let attempt = 0; attempt < tries; attempt++) {
    const before = processorMs(serverPid)
    const startedAt = performance.now()
    const transport = createConnection({
      origin: seat.origin,
      handshake: { workshopId: seat.workshopId, seat: seat.role },
      headers: seat.headers,
    })
    await new Promise<void>((connected) => transport.open(onlyConnected(connected)))
    const resumed = await transport.resume(left.seq)
    if (resumed.kind !== 'events') throw new Error('so few events are at hand')
    resumed.events.reduce(apply, left.confirmed)
    times.push(performance.now() - startedAt)
    events = resumed.events.length
    transport.close()
    await delay(100)
    cpu.push(processorMs(serverPid) - before)
  }
  return { ms: median(times), cpuMs: median(cpu), events }
}

const nothing = () => {}
const onlyConnected = (connected: () => void): TransportListener => ({
  connected,
  disconnected: nothing,
  events: nothing,
  directory: nothing,
  issued: nothing,
  silent: nothing,
  reactions: nothing,
  ended: nothing,
})
