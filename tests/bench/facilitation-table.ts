// What an hour of two hundred people costs, in one workshop on one processor, against what it may cost.
import { loadavg } from 'node:os'
import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'
import { simulatePerson } from '#client/simulated/person.ts'
import { sample, sampleTemplateId } from '#shared/sample/sample.ts'
import { sampleBoard } from '#shared/sample/sample-board.ts'
import { aimLine } from '#tests/bench/aim-line.ts'
import { seatAudience } from '#tests/bench/audiences.ts'
import { comeBack } from '#tests/bench/coming-back.ts'
import { processesFor, raiseHands, relayHands } from '#tests/bench/hands.ts'
import { tellsHeldUp } from '#tests/bench/held-up.ts'
import { keepTo, processors } from '#tests/bench/processes.ts'
import { say, show } from '#tests/bench/say.ts'
import { secretPollTable } from '#tests/bench/secret-poll-table.ts'
import { createWorkshop, type RunningServer, startServer } from '#tests/support/server.ts'

const people = 200
const missed = 1000
const aim = { handMs: 100, backMs: 300, memoryMB: 30 }

export async function facilitationTable({
  hands,
  readings,
}: {
  hands: number
  readings: number
}): Promise<void> {
  const relay = await relayHands(people, hands)
  const server = await startServer({
    args: ['--expose-gc', '--import', './tests/bench/tell-memory.ts', ...tellsHeldUp, 'server/main.ts'],
  })
  const pid = server.process.pid ?? 0
  keepTo(processors?.server, pid)
  const { links } = await createWorkshop(server.origin, {
    title: sample.title.en,
    language: 'en',
    template: sampleTemplateId,
    board: sampleBoard('en'),
  })
  const report = (error: unknown) => say(String(error))
  const facilitator = await simulatePerson({
    link: links.facilitator,
    name: 'Mara',
    withBoard: true,
    report,
  })
  const empty = await memoryOf(server)
  const audience = await seatAudience(
    processesFor(people).map((count, seed) => ({
      kind: 'people',
      link: links.participant,
      count,
      seed,
      withBoard: true,
    })),
  )
  keepTo(processors?.server, pid) // with the threads that have been started meanwhile
  try {
    const hand = await raiseHands(audience, { hands, serverPid: pid })
    say(
      `${people} people in one workshop, the server on one processor, all of them on another; load ${loadNow()}`,
    )
    aimLine('a raised hand is seen by all', hand.allP95Ms, aim.handMs, [
      `p95, ms; p50 ${show(hand.allP50Ms, 0)}, of one ${show(hand.oneP50Ms, 0)}; bare socket.io relay p95 ${show(relay.allP95Ms, 0)}, p50 ${show(relay.allP50Ms, 0)}`,
      `${show(hand.cpuMs, 1)} ms of the server for each, the relay ${show(relay.cpuMs, 1)}; missing ${hand.missing}`,
    ])
    const back = await comeBack(facilitator, audience, { missed, serverPid: pid })
    aimLine(`back after ${back.events} missed events`, back.ms, aim.backMs, [
      `ms; ${show(back.cpuMs, 1)} ms of the server`,
    ])
    await secretPollTable(facilitator, audience, { server, readings })
    const full = await memoryOf(server)
    aimLine('memory of the workshop', full.heldMB - empty.heldMB, aim.memoryMB, [
      `MB of heap and buffers after clearing up; resident ${show(full.residentMB - empty.residentMB, 0)} more than the ${show(empty.residentMB, 0)} of an empty one`,
    ])
    say(`  load at the end ${loadNow()}`)
  } finally {
    await audience.end()
    facilitator.leave()
    await server.clear()
  }
}

/** Of the last minute: above the number of processors, others have been waiting too. */
const loadNow = () => show(loadavg()[0] ?? Number.NaN, 1)

const Memory = z.object({ rss: z.number(), heapUsed: z.number(), external: z.number() })

async function memoryOf({ process, output }: RunningServer) {
  const before = output().length
  process.kill('SIGUSR2')
  for (;;) {
    await delay(100)
    const said = /^memory (\{.*\})$/m.exec(output().slice(before))?.[1]
    if (!said) continue
    const { rss, heapUsed, external } = Memory.parse(JSON.parse(said))
    return { residentMB: rss / 1e6, heldMB: (heapUsed + external) / 1e6 }
  }
}
