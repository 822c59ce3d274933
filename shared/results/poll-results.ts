// Polls in the results: what was counted, what may be shown, and which questions were asked both before and after.
import type { Poll } from '#shared/facilitation/polls.ts'
import type { Question, Scale } from '#shared/facilitation/questions.ts'
import { type Tally, tally } from '#shared/facilitation/tally.ts'
import { isPulse } from './mood.ts'
import type { BeforeAndAfter, Comparison, PollOutcome, PollResult } from './results.ts'

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
    ...(asks.kind === 'scale' && { scale: scaleOf(asks) }),
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
  const counts = counted.kind === 'scale' ? { counts: [...counted.counts] } : {}
  return { kind: 'counted', tally: counted, ...counts, answers: votes, blank, mean }
}

/** The last secret poll of the start against the last of the end, for each question that has both, in the order first asked. */
export function pairPolls(polls: readonly PollResult[]): BeforeAndAfter[] {
  const asked = polls.filter((poll) => poll.anonymous)
  const keys = new Set(asked.map((poll) => poll.questionKey))
  return [...keys].flatMap((questionKey) => {
    const before = asked.findLast((poll) => poll.questionKey === questionKey && poll.phase === 'start')
    const after = asked.findLast((poll) => poll.questionKey === questionKey && poll.phase === 'end')
    const from = before && counts(before)
    const to = after && counts(after)
    if (!from || !to || !isComparable(before.asks, after.asks) || isPulse(after)) return []
    return [{ question: after.question, questionKey, asks: after.asks, before: from, after: to }]
  })
}

/** Of those, what scales have had from the beginning: the means. */
export const comparisonsOf = (pairs: readonly BeforeAndAfter[]): Comparison[] =>
  pairs.flatMap(({ question, questionKey, asks, before, after }) => {
    const [from, to] = [means(before), means(after)]
    if (asks.kind !== 'scale' || !from || !to) return []
    return [{ question, questionKey, scale: scaleOf(asks), before: from, after: to }]
  })

function counts({ pollId, closedAt, outcome }: PollResult): BeforeAndAfter['before'] | null {
  if (outcome.kind !== 'counted' || outcome.answers === 0) return null
  return { pollId, closedAt, tally: outcome.tally }
}

/** The same steps, or the same options in the same order: only then do two counts stand for the same answers. */
function isComparable(one: Question, other: Question): boolean {
  if (one.kind !== other.kind) return false
  if (one.kind === 'scale' && other.kind === 'scale') return one.min === other.min && one.max === other.max
  if (!('options' in one) || !('options' in other)) return true
  const ids = ({ options }: { options: readonly { label: string }[] }) => options.map(({ label }) => label)
  return ids(one).join('\n') === ids(other).join('\n')
}

function means({ pollId, tally }: BeforeAndAfter['before']): Comparison['before'] | null {
  if (tally.kind !== 'scale' || tally.mean === null) return null
  return { pollId, answers: tally.votes, mean: Math.round(tally.mean * 100) / 100 }
}

function scaleOf({ kind: _, ...scale }: Extract<Question, { kind: 'scale' }>): Scale {
  return scale
}
