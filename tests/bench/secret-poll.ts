// Workload: a secret poll of two hundred, from its opening to its result; what it costs, and whom it holds up.
import { setTimeout as delay } from 'node:timers/promises'
import { createConnection } from '#client/facilitation/connection.ts'
import type { SimulatedPerson } from '#client/simulated/person.ts'
import { findSecretPoll } from '#shared/facilitation/ballot-plane.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import type { PollId } from '#shared/ids.ts'
import type { Audience } from '#tests/bench/audiences.ts'
import { sharedNow } from '#tests/bench/clock.ts'
import { type HeldUp, watchHeldUp } from '#tests/bench/held-up.ts'
import { processorMs } from '#tests/bench/processes.ts'
import type { RunningServer } from '#tests/support/server.ts'

export type Issuing = {
  pollId: PollId
  /** From the order to open until the last one's token has come from the server. */
  ms: number
  /** The server's processor time meanwhile, arithmetic and all. */
  cpuMs: number
  /** The server's event loop meanwhile. */
  heldUp: HeldUp
  /** The longest answer to a question for the time, asked all the while; `probeLateMs` of it may be our own process's. */
  probeMs: number
  probeLateMs: number
}

const probeEveryMs = 10
const patienceMs = 120_000

/** Opens a poll and waits until everybody holds a ballot that they have checked. */
export async function openPoll(
  facilitator: SimulatedPerson,
  audience: Audience,
  server: RunningServer,
): Promise<Issuing> {
  const { room } = facilitator
  const pid = server.process.pid ?? 0
  const probe = startProbe(facilitator)
  const heldUp = watchHeldUp(server)
  const cpuBefore = processorMs(pid)
  const openedAt = sharedNow()
  // Another one each time: the same question to the same people is refused.
  const question = `How confident are you, ${crypto.randomUUID()}?`
  const reply = await room.send({
    type: 'poll.open',
    mode: 'anonymous',
    questions: [
      {
        question,
        questionKey: question,
        phase: 'during',
        asks: { kind: 'scale', min: 1, max: 5, lowLabel: 'not', highLabel: 'very' },
      },
    ],
    durationMs: null,
  })
  if (!reply.ok) throw new Error(reply.message)
  const pollId = room.store.getState().confirmed.polls.at(-1)?.pollId
  if (!pollId) throw new Error('The poll is open.')
  const issuedIn = async () => (await audience.report()).issued[pollId] ?? []
  await until('issued', audience.people, async () => (await issuedIn()).length)
  const measured = { cpuMs: processorMs(pid) - cpuBefore, heldUp: heldUp(), ...probe.stop() }
  await until('checked', audience.people, async () => (await audience.report()).ready[pollId]?.length ?? 0)
  return { pollId, ms: Math.max(...(await issuedIn())) - openedAt, ...measured }
}

export async function voteInPoll(pollId: PollId, audience: Audience): Promise<void> {
  audience.vote(pollId)
  await until('stored', audience.people, async () => (await audience.report()).stored[pollId] ?? 0)
}

export type Closing = {
  closed: SecretPoll
  /** From the end of the grace period until the log said that the poll is closed. */
  ms: number
  /** The server's processor time meanwhile. */
  cpuMs: number
}

export async function closePoll(
  { room }: SimulatedPerson,
  pollId: PollId,
  server: RunningServer,
): Promise<Closing> {
  const pid = server.process.pid ?? 0
  await room.send({ type: 'poll.close', pollId })
  const poll = () => findSecretPoll(room.store.getState().confirmed, pollId)
  await delay(Math.max(0, (poll()?.graceEndsAt ?? 0) - Date.now()))
  const cpuBefore = processorMs(pid)
  await until('closed', 1, async () => (poll()?.state === 'closed' ? 1 : 0))
  const closed = poll()
  if (!closed) throw new Error('It was a secret poll.')
  const ms = (closed.closedAt ?? 0) - (closed.graceEndsAt ?? 0)
  return { closed, ms, cpuMs: processorMs(pid) - cpuBefore }
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

async function until(what: string, all: number, count: () => Promise<number>): Promise<void> {
  let some = 0
  for (const start = performance.now(); performance.now() - start < patienceMs; await delay(50)) {
    some = await count()
    if (some === all) return
  }
  throw new Error(`After ${patienceMs / 1000} s ${some} of ${all} are ${what}; the others have been lost.`)
}
