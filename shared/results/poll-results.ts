// Polls in the results: what was counted, what may be shown, and which questions were asked both before and after.
import type { Poll } from '#shared/facilitation/polls.ts'
import { type Tally, tally } from '#shared/facilitation/tally.ts'
import type { Comparison, PollOutcome, PollResult } from './results.ts'

/** What the ballot box counted in one secret poll, out of the bundle whose hash the log names. */
export type SealedPoll = {
  tally: Tally
  /** Four words made from the bundle's hash. */
  auditWords: readonly string[]
}

export function pollResult(poll: Poll, sealed: SealedPoll | undefined): PollResult {
  const { pollId, question, questionKey, phase, asks, openedAt, closedAt, eligible } = poll
  const outcome = outcomeOf(poll, sealed)
  return {
    pollId,
    question,
    questionKey,
    phase,
    asks,
    anonymous: poll.mode === 'anonymous',
    openedAt: new Date(openedAt).toISOString(),
    closedAt: closedAt === null ? null : new Date(closedAt).toISOString(),
    invited: eligible.length,
    outcome,
    auditWords: outcome.kind === 'counted' && sealed ? [...sealed.auditWords] : null,
  }
}

function outcomeOf(poll: Poll, sealed: SealedPoll | undefined): PollOutcome {
  if (poll.state !== 'closed') return { kind: 'running' }
  if (poll.mode === 'open')
    return counted(
      tally(
        poll.asks,
        (poll.results ?? []).map(({ answer }) => answer),
      ),
    )
  if (poll.suppressed) return { kind: 'suppressed', minimumGroup: poll.minimumGroup }
  return sealed ? counted(sealed.tally) : { kind: 'unreadable' }
}

function counted(counted: Tally): PollOutcome {
  const { votes, blank } = counted
  const mean = counted.kind === 'scale' && counted.mean !== null ? Math.round(counted.mean * 100) / 100 : null
  return { kind: 'counted', tally: counted, answers: votes, blank, mean }
}

/** The last secret poll of the start against the last of the end, for each question that has both, in the order first asked. */
export function comparePolls(polls: readonly PollResult[]): Comparison[] {
  const asked = polls.filter((poll) => poll.anonymous)
  const keys = new Set(asked.map((poll) => poll.questionKey))
  return [...keys].flatMap((questionKey) => {
    const before = asked.findLast((poll) => poll.questionKey === questionKey && poll.phase === 'start')
    const after = asked.findLast((poll) => poll.questionKey === questionKey && poll.phase === 'end')
    const from = before && means(before)
    const to = after && means(after)
    if (!from || !to || after.asks.kind !== 'scale') return []
    const { kind: _, ...scale } = after.asks
    return [{ question: after.question, questionKey, scale, before: from, after: to }]
  })
}

function means({ pollId, outcome }: PollResult): Comparison['before'] | null {
  if (outcome.kind !== 'counted' || outcome.mean === null) return null
  return { pollId, answers: outcome.answers, mean: outcome.mean }
}
