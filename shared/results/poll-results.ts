// Polls in the results: what was asked, what was counted, and what may be shown.
import { z } from 'zod'
import { Phase } from '#shared/facilitation/poll-form.ts'
import type { Poll } from '#shared/facilitation/polls.ts'
import { Question, type Scale } from '#shared/facilitation/questions.ts'
import { Tally, tally } from '#shared/facilitation/tally.ts'
import { PollId } from '#shared/ids.ts'
import { AuditWords, Count, iso, isoOrNull, SessionNumber, Time } from './values.ts'

/** What became of a poll. No number leaves a poll before it is closed. */
const PollOutcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('running') }),
  z.object({
    kind: z.literal('counted'),
    /** What was counted, by the kind of the question. */
    tally: Tally,
    answers: Count,
    /** Ballots that were cast without an answer. */
    blank: Count,
    /** Of a scale, two decimals; null for other questions, and without any answer. */
    mean: z.number().min(0).max(10).nullable(),
  }),
  /** Fewer than the minimum group answered: not shown, not kept. */
  z.object({ kind: z.literal('suppressed'), minimumGroup: z.number().int() }),
  /** The sealed ballots are missing or not those that the log names; nothing is counted from them. */
  z.object({ kind: z.literal('unreadable') }),
])
type PollOutcome = z.infer<typeof PollOutcome>

export const PollResult = z.object({
  pollId: PollId,
  /** The session in which it was opened; one opened between two belongs to the later. */
  sessionNumber: SessionNumber,
  question: z.string(),
  questionKey: z.string(),
  phase: Phase,
  asks: Question,
  /** False: the answers had names, everyone could be asked who answered. */
  anonymous: z.boolean(),
  openedAt: Time,
  closedAt: Time.nullable(),
  /** Who could answer: for a closed secret poll, who had received a ballot. */
  invited: Count,
  outcome: PollOutcome,
  /** Four words made from the hash of the sealed ballots; everyone who saw the same result saw the same words. */
  auditWords: AuditWords.nullable(),
})
export type PollResult = z.infer<typeof PollResult>

/** What the ballot box counted in one secret poll, out of the bundle whose hash the log names. */
export type SealedPoll = {
  tally: Tally
  /** Four words made from the bundle's hash. */
  auditWords: readonly string[]
}

export function pollResult(poll: Poll, sealed: SealedPoll | undefined, sessionNumber: number): PollResult {
  const { pollId, question, questionKey, phase, asks, openedAt, closedAt, eligible } = poll
  const outcome = outcomeOf(poll, sealed)
  return {
    pollId,
    sessionNumber,
    question,
    questionKey,
    phase,
    asks,
    anonymous: poll.mode === 'anonymous',
    openedAt: iso(openedAt),
    closedAt: isoOrNull(closedAt),
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

/** Of a scale, as it was counted. What is written with one decimal is rounded once: out of 3.448, 3.45 would make 3.5. */
export const meanOf = ({ outcome }: Pick<PollResult, 'outcome'>): number | null =>
  outcome.kind === 'counted' && outcome.tally.kind === 'scale' ? outcome.tally.mean : null

export function scaleOf({ kind: _, ...scale }: Extract<Question, { kind: 'scale' }>): Scale {
  return scale
}
