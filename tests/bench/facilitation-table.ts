// What an hour of two hundred people costs, in one workshop on one processor, against what it may cost.
import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'
import { simulatePerson } from '#client/simulated/person.ts'
import { findPoll } from '#shared/facilitation/polls.ts'
import { sample, sampleTemplateId } from '#shared/sample/sample.ts'
import { sampleBoard } from '#shared/sample/sample-board.ts'
import { seatAudience } from '#tests/bench/audiences.ts'
import { auditInBrowser } from '#tests/bench/audit-page.ts'
import { comeBack } from '#tests/bench/coming-back.ts'
import { processesFor, raiseHands, relayHands } from '#tests/bench/hands.ts'
import { keepTo, processors } from '#tests/bench/processes.ts'
import { say, show, verdict } from '#tests/bench/say.ts'
import { runPoll } from '#tests/bench/secret-poll.ts'
import { createWorkshop, type RunningServer, startServer } from '#tests/support/server.ts'

const people = 200
const missed = 1000
const aim = { handMs: 100, issueMs: 3000, heldUpMs: 50, closeAndAuditMs: 1000, backMs: 300, memoryMB: 30 }

export async function facilitationTable(hands: number): Promise<void> {
  const relay = await relayHands(people, hands)
  const server = await startServer({
    args: ['--expose-gc', '--import', './tests/bench/tell-memory.ts', 'server/main.ts'],
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
    say(`${people} people in one workshop, the server on one processor, all of them on another`)
    line('a raised hand is seen by all', hand.allP95Ms, aim.handMs, [
      `p95, ms; p50 ${show(hand.allP50Ms, 0)}, of one ${show(hand.oneP50Ms, 0)}; bare socket.io relay p95 ${show(relay.allP95Ms, 0)}, p50 ${show(relay.allP50Ms, 0)}`,
      `${show(hand.cpuMs, 1)} ms of the server for each, the relay ${show(relay.cpuMs, 1)}; missing ${hand.missing}`,
    ])
    const back = await comeBack(facilitator, audience, { missed, serverPid: pid })
    line(`back after ${back.events} missed events`, back.ms, aim.backMs, [
      `ms; ${show(back.cpuMs, 1)} ms of the server`,
    ])
    const poll = await runPoll(facilitator, audience, { origin: server.origin, pid })
    line('a secret poll is open and all ballots are issued', poll.issueMs, aim.issueMs, [
      `ms; ${show(poll.issueCpuMs, 0)} ms of the server`,
    ])
    line('  meanwhile the longest wait for anybody else', poll.heldUpMs, aim.heldUpMs, [
      `ms of the event loop; asked for the time ${show(poll.probeMs, 0)} ms at most, of which we were late up to ${show(poll.probeLateMs, 0)}`,
    ])
    const closed = findPoll(facilitator.room.store.getState().confirmed.polls, poll.pollId)
    if (closed?.mode !== 'anonymous') throw new Error('It was a secret poll.')
    const auditMs = await auditInBrowser(server.origin, closed)
    line('closed, counted, and audited in a Chromium', poll.closeMs + auditMs, aim.closeAndAuditMs, [
      `ms; of it ${show(poll.closeMs, 0)} until the server has sealed, ${show(auditMs, 0)} for the audit`,
    ])
    const full = await memoryOf(server)
    line('memory of the workshop', full.heldMB - empty.heldMB, aim.memoryMB, [
      `MB of heap and buffers after clearing up; resident ${show(full.residentMB - empty.residentMB, 0)} more than the ${show(empty.residentMB, 0)} of an empty one`,
    ])
  } finally {
    await audience.end()
    facilitator.leave()
    await server.clear()
  }
}

function line(what: string, value: number, atMost: number, notes: string[]): void {
  say(`  ${what}: ${show(value, 0)} (at most ${atMost}: ${verdict(value <= atMost)}) ${notes[0]}`)
  for (const note of notes.slice(1)) say(`    ${note}`)
}

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
