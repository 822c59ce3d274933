// The sets of questions that come with Runde: opened with one click, or taken as a start for one's own; small enough for the browser.
import { z } from 'zod'
import { Phase, type PollQuestion } from '#shared/facilitation/poll-form.ts'
import type { Question, Scale } from '#shared/facilitation/questions.ts'
import { Bilingual, type Language } from '#shared/language.ts'
import pollData from './data/polls.json' with { type: 'json' }

const Key = z.string().regex(/^[a-z0-9-]{1,60}$/)
const SetOption = z.object({ optionId: Key, label: Bilingual })
const asked = {
  questionKey: Key,
  question: Bilingual,
  /** Stands under the question: what kind of answer is meant. */
  hint: Bilingual.optional(),
}
const SetQuestion = z.discriminatedUnion('kind', [
  z.object({ ...asked, kind: z.literal('scale'), scaleId: Key }),
  /** Without options: those who ask fill them in. */
  z.object({ ...asked, kind: z.literal('single'), options: z.array(SetOption) }),
  z.object({ ...asked, kind: z.literal('multiple'), options: z.array(SetOption), most: z.number().int() }),
  z.object({ ...asked, kind: z.literal('text') }),
])
type SetQuestion = z.infer<typeof SetQuestion>

export const PollSet = z.object({
  /** Agenda items name it (`pollSetId`). */
  id: Key,
  /** `any`: whenever it is asked. The same questions at the start and at the end make a comparison. */
  phase: z.enum([...Phase.options, 'any']),
  title: Bilingual,
  intro: Bilingual,
  questions: z.array(SetQuestion).min(1),
})
export type PollSet = z.infer<typeof PollSet>

const Labelled = z.array(z.object({ value: z.number().int(), label: Bilingual })).min(2)
/** What `data/polls.json` is; tests/shared/templates parses all of it. */
export const PollData = z.object({
  version: z.literal(1),
  scales: z.record(Key, Labelled),
  sets: z.array(PollSet),
})

const { scales, sets } = pollData as z.infer<typeof PollData> // our own data, parsed in the tests

export const pollSets: readonly PollSet[] = sets
/** Also offered for a question of one's own. */
export const scaleIds: readonly string[] = Object.keys(scales)

export const findPollSet = (setId: string | undefined): PollSet | undefined =>
  pollSets.find((set) => set.id === setId)

/** The words of one of our scales, lowest step first; empty where a step has none. */
export function scaleIn(scaleId: string, language: Language): Scale {
  const steps = scales[scaleId]
  const [low, high] = [steps?.at(0), steps?.at(-1)]
  if (!steps || !low || !high) throw new Error(`There is no scale "${scaleId}" in polls.json.`)
  const min = low.value === 0 ? 0 : 1
  const labels = Array.from({ length: high.value - min + 1 }, (_, index) => {
    return steps.find(({ value }) => value === min + index)?.label[language] ?? ''
  })
  return { min, max: high.value, lowLabel: low.label[language], highLabel: high.label[language], labels }
}

/** A set's questions as they are asked. `phaseNow` stands in where the set may be asked at any time. */
export const questionsIn = (set: PollSet, language: Language, phaseNow: Phase): PollQuestion[] =>
  set.questions.map((one) => ({
    question: one.question[language],
    ...(one.hint && { hint: one.hint[language] }),
    questionKey: one.questionKey,
    phase: set.phase === 'any' ? phaseNow : set.phase,
    asks: asksIn(one, language),
  }))

function asksIn(one: SetQuestion, language: Language): Question {
  if (one.kind === 'scale') return { kind: 'scale', ...scaleIn(one.scaleId, language) }
  if (one.kind === 'text') return { kind: 'text' }
  const options = one.options.map(({ optionId, label }) => ({ optionId, label: label[language] }))
  return one.kind === 'single' ? { kind: 'single', options } : { kind: 'multiple', options, most: one.most }
}

/** Where a question has something to fill in before it can be asked: dots in quotation marks; null when it is complete. */
export function blankIn(question: string): { from: number; to: number } | null {
  const at = question.search(/[„“]…[“”]/)
  return at < 0 ? null : { from: at + 1, to: at + 2 }
}

/** True when the set can be opened as it stands: nothing to fill in, no options missing. */
export const isReady = (set: PollSet): boolean =>
  set.questions.every(
    (one) => blankIn(one.question.de) === null && (!('options' in one) || one.options.length >= 2),
  )
