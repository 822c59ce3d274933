// Questions that were asked before and after: both in secret, both counted, both about the same answers.
import { z } from 'zod'
import { Question, Scale } from '#shared/facilitation/questions.ts'
import { Tally } from '#shared/facilitation/tally.ts'
import { PollId } from '#shared/ids.ts'
import { isPulse } from './mood.ts'
import { type PollResult, scaleOf } from './poll-results.ts'
import { Count, Time } from './values.ts'

/** One question before and after: both anonymous, both counted. */
export const Comparison = z.object({
  question: z.string(),
  questionKey: z.string(),
  scale: Scale,
  before: z.object({ pollId: PollId, answers: Count, mean: z.number() }),
  after: z.object({ pollId: PollId, answers: Count, mean: z.number() }),
})
export type Comparison = z.infer<typeof Comparison>

const CountedPoll = z.object({ pollId: PollId, closedAt: Time.nullable(), tally: Tally })
/** The same for a question of any kind, with everything that was counted. */
export const BeforeAndAfter = z.object({
  question: z.string(),
  questionKey: z.string(),
  asks: Question,
  before: CountedPoll,
  after: CountedPoll,
})
export type BeforeAndAfter = z.infer<typeof BeforeAndAfter>

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

/** Asked before and after, and at least once too few answered: nothing can be set side by side. */
export type NotCompared = { question: string; before: boolean; after: boolean }

/** `polls` are those of one session; `before` and `after` say where too few answered. */
export function notCompared(polls: readonly PollResult[]): NotCompared[] {
  const asked = polls.filter((poll) => poll.anonymous && !isPulse(poll))
  return [...new Set(asked.map(({ questionKey }) => questionKey))].flatMap((questionKey) => {
    const last = (phase: PollResult['phase']) =>
      asked.findLast((poll) => poll.questionKey === questionKey && poll.phase === phase)
    const [start, end] = [last('start'), last('end')]
    if (!start || !end) return []
    const [before, after] = [start, end].map(({ outcome }) => outcome.kind === 'suppressed')
    return before || after ? [{ question: end.question, before: before === true, after: after === true }] : []
  })
}

function counts({ pollId, closedAt, outcome }: PollResult): BeforeAndAfter['before'] | null {
  if (outcome.kind !== 'counted' || outcome.answers === 0) return null
  return { pollId, closedAt, tally: outcome.tally }
}

/** The same steps, or the same options in the same order: only then do two counts stand for the same answers. */
export function isComparable(one: Question, other: Question): boolean {
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
