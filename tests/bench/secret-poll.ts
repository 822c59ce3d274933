// Workload: a secret poll of two hundred, from its opening to its result; what it costs, and whom it holds up.
import { setTimeout as delay } from 'node:timers/promises'
import { createConnection } from '#client/facilitation/connection.ts'
import type { SimulatedPerson } from '#client/simulated/person.ts'
import { findPoll } from '#shared/facilitation/polls.ts'
import type { PollId } from '#shared/ids.ts'
import type { Audience } from '#tests/bench/audiences.ts'
import { sharedNow } from '#tests/bench/clock.ts'
import { processorMs } from '#tests/bench/processes.ts'

export type PollTimes = {
  /** From the order to open until the last one's token has come from the server. */
  issueMs: number
  /** The server's processor time meanwhile, arithmetic and all. */
  issueCpuMs: number
  /** The longest that the server's event loop stood still meanwhile, as it says itself. */
  heldUpMs: number
  /** The longest answer to a question for the time, asked all the while; `lateMs` of it is our own process's. */
  probeMs: number
  probeLateMs: number
  /** From the end of the grace period until the log says that the poll is closed. */
  closeMs: number
  pollId: PollId
}

const probeEveryMs = 10
const patienceMs = 60_000

export async function runPoll(
  facilitator: SimulatedPerson,
  audience: Audience,
  server: { origin: string; pid: number },
): Promise<PollTimes> {
  const { room } = facilitator
  const poll = (pollId: PollId) => findPoll(room.store.getState().confirmed.polls, pollId)
  await loopLag(server.origin)
  const probe = startProbe(facilitator)
  const cpuBefore = processorMs(server.pid)
  const openedAt = sharedNow()
  const reply = await room.send({
    type: 'poll.open',
    mode: 'anonymous',
    questions: [
      {
        question: 'How confident are you?',
        questionKey: 'bench',
        phase: 'during',
        asks: { kind: 'scale', min: 1, max: 5, lowLabel: 'not', highLabel: 'very' },
      },
    ],
    durationMs: null,
  })
  if (!reply.ok) throw new Error(reply.message)
  const before = (await audience.report()).issued.length
  await until(async () => (await audience.report()).ready.length >= before + audience.people)
  const { issued } = await audience.report()
  const issueCpuMs = processorMs(server.pid) - cpuBefore
  const probed = probe.stop()
  const heldUpMs = await loopLag(server.origin)

  const opened = room.store.getState().confirmed.polls.at(-1)
  if (!opened) throw new Error('The poll is open.')
  const { pollId } = opened
  audience.vote()
  await until(async () => (await audience.report()).stored === audience.people)
  await room.send({ type: 'poll.close', pollId })
  await until(() => poll(pollId)?.state === 'closed')
  const closed = poll(pollId)
  const graceEndsAt = closed?.mode === 'anonymous' ? (closed.graceEndsAt ?? 0) : 0
  return {
    issueMs: Math.max(...issued) - openedAt,
    issueCpuMs,
    heldUpMs,
    ...probed,
    closeMs: (closed?.closedAt ?? 0) - graceEndsAt,
    pollId,
  }
}

/** The highest delay of the server's event loop since it was last asked, in milliseconds. */
export async function loopLag(origin: string): Promise<number> {
  const metrics = await (await fetch(`${origin}/metrics`)).text()
  return Number(/^nodejs_eventloop_lag_max_seconds (\S+)$/m.exec(metrics)?.[1]) * 1000
}

/** One connection that asks for the time, again and again. */
function startProbe({ seat }: SimulatedPerson) {
  const { origin, workshopId, role, headers } = seat
  const transport = createConnection({ origin, handshake: { workshopId, seat: role }, headers })
  let probeMs = 0
  let probeLateMs = 0
  let isOver = false
  const ask = async () => {
    while (!isOver) {
      const asked = performance.now()
      await transport.time()
      probeMs = Math.max(probeMs, performance.now() - asked)
      const slept = performance.now()
      await delay(probeEveryMs)
      probeLateMs = Math.max(probeLateMs, performance.now() - slept - probeEveryMs)
    }
    transport.close()
  }
  const ignore = () => {}
  transport.open({
    connected: () => void ask().catch(ignore),
    disconnected: ignore,
    events: ignore,
    directory: ignore,
    issued: ignore,
    silent: ignore,
    reactions: ignore,
    ended: ignore,
  })
  return {
    stop() {
      isOver = true
      return { probeMs, probeLateMs }
    },
  }
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const start = performance.now(); performance.now() - start < patienceMs; await delay(50))
    if (await isSo()) return
  throw new Error('This takes too long; something has been lost.')
}
