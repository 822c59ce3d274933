// Prints what a secret poll of two hundred costs: several openings, beside the bare arithmetic, and one to its result.
import { z } from 'zod'
import type { SimulatedPerson } from '#client/simulated/person.ts'
import type { PollId } from '#shared/ids.ts'
import { aimLine } from '#tests/bench/aim-line.ts'
import type { Audience } from '#tests/bench/audiences.ts'
import { auditInBrowser } from '#tests/bench/audit-page.ts'
import { processors, runModule } from '#tests/bench/processes.ts'
import { show } from '#tests/bench/say.ts'
import { closePoll, type Issuing, openPoll, voteInPoll } from '#tests/bench/secret-poll.ts'
import { median } from '#tests/bench/statistics.ts'
import type { RunningServer } from '#tests/support/server.ts'

const aim = { issueMs: 3000, heldUpMs: 50, closeAndAuditMs: 1000 }
/** How long a browser waits at most, at random, before it asks for its token. */
const askWithinMs = 1500

export async function secretPollTable(
  facilitator: SimulatedPerson,
  audience: Audience,
  { server, readings }: { server: RunningServer; readings: number },
): Promise<void> {
  const polls: Issuing[] = []
  const bare: Bare[] = []
  for (let reading = 0; reading < readings; reading++) {
    const before = polls.at(-1)
    if (before) await closeUnseen(facilitator, audience, { server, pollId: before.pollId })
    bare.push(await bareTokens(audience.people))
    polls.push(await openPoll(facilitator, audience, server))
  }
  sayIssuing(polls, bare)
  const last = polls.at(-1)
  if (!last) throw new Error('There is at least one reading.')
  await voteInPoll(last.pollId, audience)
  const { closed, ...closing } = await closePoll(facilitator, last.pollId, server)
  const auditMs = await auditInBrowser(server.origin, closed)
  aimLine('closed, counted, and audited in a Chromium', closing.ms + auditMs, aim.closeAndAuditMs, [
    `ms; of it ${show(closing.ms, 0)} until the server has sealed, ${show(auditMs, 0)} for the audit`,
    `${show(closing.cpuMs, 0)} ms of the server`,
  ])
}

function sayIssuing(polls: readonly Issuing[], bare: readonly Bare[]): void {
  const every = (of: (poll: Issuing) => number) => polls.map((poll) => show(of(poll), 0)).join(', ')
  const cpuMs = median(polls.map((poll) => poll.cpuMs))
  const bareMs = median(bare.map(({ ms }) => ms))
  const bareCpuMs = median(bare.map((one) => one.cpuMs))
  aimLine(
    'a secret poll is open and all ballots are issued',
    median(polls.map(({ ms }) => ms)),
    aim.issueMs,
    [
      `ms, the median of ${every(({ ms }) => ms)}; of it people wait up to ${askWithinMs} at random`,
      `the bare arithmetic, asked for over the same time on the same processor: ${show(bareMs, 0)} ms`,
      `${show(cpuMs, 0)} ms of the server, ${show(cpuMs / bareCpuMs)} times the bare arithmetic's ${show(bareCpuMs, 0)}`,
    ],
  )
  const heldUpMs = Math.max(...polls.map(({ heldUp }) => heldUp.ownMs))
  const probeMs = Math.max(...polls.map((poll) => poll.probeMs))
  const probeLateMs = Math.max(...polls.map((poll) => poll.probeLateMs))
  aimLine('  meanwhile the longest wait for anybody else', heldUpMs, aim.heldUpMs, [
    `ms that the event loop stood still, the worst of ${every(({ heldUp }) => heldUp.ownMs)}`,
    `with what other programs took of the processor: ${every(({ heldUp }) => heldUp.longestMs)}`,
    `asked for the time ${show(probeMs, 0)} ms at most, of which we were late up to ${show(probeLateMs, 0)}`,
  ])
}

/** Two hundred audits on one processor would last a minute, and are measured once. */
async function closeUnseen(
  facilitator: SimulatedPerson,
  audience: Audience,
  { server, pollId }: { server: RunningServer; pollId: PollId },
): Promise<void> {
  audience.lookAway()
  await closePoll(facilitator, pollId, server)
  audience.lookBack()
}

const Bare = z.object({ ms: z.number(), cpuMs: z.number() })
type Bare = z.infer<typeof Bare>

const bareTokens = async (people: number): Promise<Bare> =>
  Bare.parse(
    await runModule('bare-tokens.ts', {
      processor: processors?.server,
      args: [`${askWithinMs}`, `${people}`],
    }),
  )
