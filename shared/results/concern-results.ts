// Concerns of a session: what was written in secret about an agenda item, and what was answered.
import { z } from 'zod'
import type { ConcernBox } from '#shared/facilitation/concerns.ts'
import { AuditWords, Count } from './values.ts'

export const ConcernResult = z.object({
  itemTitle: z.string(),
  outcome: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('released'),
      /** In an order that says nothing of who wrote first; `text` is in its plain form, as it lies in the box (`asSentences`). `answer` is null where nothing was written down. */
      concerns: z.array(z.object({ text: z.string(), answered: z.boolean(), answer: z.string().nullable() })),
      /** Ballots of those who had no concern. */
      without: Count,
      auditWords: AuditWords,
    }),
    /** Fewer than the minimum group took part: not shown, not kept. */
    z.object({ kind: z.literal('suppressed'), minimumGroup: z.number().int() }),
    /** Not opened yet. */
    z.object({ kind: z.literal('running') }),
    /** The sealed ballots are missing or not those that the log names. */
    z.object({ kind: z.literal('unreadable') }),
  ]),
})
export type ConcernResult = z.infer<typeof ConcernResult>

/** What lay in one concern box, out of the bundle whose hash the log names. */
export type SealedConcerns = {
  /** By the ballot's `t`, to which answers are given; in the order in which everyone reads them. */
  written: readonly { t: string; text: string }[]
  without: number
  /** Four words made from the bundle's hash. */
  auditWords: readonly string[]
}

export const concernResult = (
  { poll, answered }: ConcernBox,
  sealed: SealedConcerns | undefined,
): ConcernResult => ({ itemTitle: poll.question, outcome: outcomeOf(poll, answered, sealed) })

function outcomeOf(
  { state, suppressed, minimumGroup }: ConcernBox['poll'],
  answered: ConcernBox['answered'],
  sealed: SealedConcerns | undefined,
): ConcernResult['outcome'] {
  if (state !== 'closed') return { kind: 'running' }
  if (suppressed) return { kind: 'suppressed', minimumGroup }
  if (!sealed) return { kind: 'unreadable' }
  const { written, without, auditWords } = sealed
  return {
    kind: 'released',
    concerns: written.map(({ t, text }) => ({
      text,
      answered: answered[t] !== undefined,
      answer: answered[t] ?? null,
    })),
    without,
    auditWords: [...auditWords],
  }
}
