// Polls in the results: what was counted, what may be shown, and which questions were asked both before and after.
import type { Poll } from '#shared/facilitation/polls.ts'
import type { Comparison, PollOutcome, PollResult } from './results.ts'

/** What the ballot box counted in one secret poll, out of the bundle whose hash the log names. */
export type SealedPoll = {
  /** How many chose each step, lowest first. */
  counts: readonly number[]
  /** Ballots cast without an answer. */
  blank: number
  /** Four words made from the bundle's hash. */
  auditWords: readonly string[]
}

export function pollResult(poll: Poll, sealed: SealedPoll | undefined): PollResult {
  const { pollId, question, questionKey, phase, scale, openedAt, closedAt, eligible } = poll
  const outcome = outcomeOf(poll, sealed)
  return {
    pollId,
    question,
    questionKey,
    phase,
    scale,
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
  if (poll.mode === 'open') return counted(poll.counts ?? [], 0)
  if (poll.suppressed) return { kind: 'suppressed', minimumGroup: poll.minimumGroup }
  return sealed ? counted(sealed.counts, sealed.blank) : { kind: 'unreadable' }
}

function counted(counted: readonly number[], blank: number): PollOutcome {
  const counts = [0, 1, 2, 3, 4].map((step) => counted[step] ?? 0)
  const answers = counts.reduce((sum, count) => sum + count, 0)
  const total = counts.reduce((sum, count, step) => sum + count * (step + 1), 0)
  const mean = answers === 0 ? null : Math.round((total / answers) * 100) / 100
  return { kind: 'counted', counts, answers, blank, mean }
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
    if (!from || !to) return []
    return [{ question: after.question, questionKey, scale: after.scale, before: from, after: to }]
  })
}

function means({ pollId, outcome }: PollResult): Comparison['before'] | null {
  if (outcome.kind !== 'counted' || outcome.mean === null) return null
  return { pollId, answers: outcome.answers, mean: outcome.mean }
}
