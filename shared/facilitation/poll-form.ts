// What a facilitator asks with one command: one question or several in a row, each of which becomes a poll of its own.
import { z } from 'zod'
import { Question, Scale } from '#shared/facilitation/questions.ts'
import { type PersonId, PollId } from '#shared/ids.ts'
import { line } from '#shared/text.ts'

export const Hex32 = z.string().regex(/^[0-9a-f]{64}$/)

/** When in the workshop a question is asked; the same question may be asked once in each (before and after). */
export const Phase = z.enum(['start', 'during', 'end'])
export type Phase = z.infer<typeof Phase>

const wording = {
  question: line(280),
  /** Stands under the question: what kind of answer is meant. Missing in older logs, and where there is none. */
  hint: line(200).optional(),
  /** The same key means the same question, across phases, sessions and languages. */
  questionKey: z.string().max(80),
  phase: Phase,
}

export const PollQuestion = z.object({ ...wording, asks: Question })
export type PollQuestion = z.infer<typeof PollQuestion>

/** The same as logs and bundles have it: the oldest ones know only scales from 1 to 5, and have `scale` in place of `asks`. */
export const LoggedQuestion = z.object({ ...wording, asks: Question.optional(), scale: Scale.optional() })
export type LoggedQuestion = z.infer<typeof LoggedQuestion>

export function questionOf(logged: LoggedQuestion): PollQuestion {
  const { question, hint, questionKey, phase, asks, scale } = logged
  const scaleOrNone = scale ?? { min: 1, max: 5, lowLabel: '', highLabel: '' }
  const words = hint === undefined ? { question } : { question, hint }
  return { ...words, questionKey, phase, asks: asks ?? { kind: 'scale', ...scaleOrNone } }
}

/** One secret poll has one key, so answers of one person to two questions can never be joined (BALLOT 2). */
export const mostQuestions = 10

const form = {
  mode: z.enum(['anonymous', 'open']),
  /** Open polls only: the result says who answered what. */
  showsNames: z.boolean().optional(),
  /** Stands over several questions. */
  title: line(120).optional(),
  /** Milliseconds until it closes by itself; null: until a facilitator closes it. */
  durationMs: z.number().int().min(15_000).max(3_600_000).nullable(),
  questions: z.array(PollQuestion).min(1).max(mostQuestions),
}
export const PollForm = z.object(form)
export type PollForm = z.infer<typeof PollForm>

/** Where a poll stands in the form it was asked in. */
export const FormPlace = z.object({
  /** The id of the form's first poll. */
  formId: PollId,
  title: z.string().nullable(),
  /** From 0. */
  place: z.number().int().min(0),
  count: z.number().int().min(1),
})
export type FormPlace = z.infer<typeof FormPlace>

/** What every poll has from its opening on, open or secret. */
export type AskedPoll = PollQuestion & {
  pollId: PollId
  /** null for a question that was asked alone. */
  form: FormPlace | null
  openedAt: number
  closesAt: number | null
  closedAt: number | null
  /** Who could take part when it opened; from the seal of a secret one on, who had received a ballot. */
  eligible: readonly PersonId[]
}

/** Public keys the server made before the poll was decided (BALLOT 4.1). Lower-case hex. */
export const PollKeys = z.object({
  pollId: PollId,
  /** ristretto255 group element of the VOPRF key (RFC 9497). */
  pk: Hex32,
  /** Ed25519 key that signs receipts. */
  receiptPk: Hex32,
})
export type PollKeys = z.infer<typeof PollKeys>
