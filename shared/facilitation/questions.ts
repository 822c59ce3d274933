// What can be asked, what answers a question, and what fits: seven kinds, the same in secret and in open polls.
import { z } from 'zod'
import { plainText } from '#shared/facilitation/plain-text.ts'
import { line } from '#shared/text.ts'

/** A body of a ballot must hold every answer, so the limits here are those of the ballot box (shared/ballots/body.ts). */
export const mostWords = 5
export const longestWord = 30
export const longestText = 280

const scaleOf = {
  min: z.union([z.literal(0), z.literal(1)]),
  max: z.number().int().min(2).max(10),
  lowLabel: z.string().max(60),
  highLabel: z.string().max(60),
  /** One for each step, lowest first. */
  labels: z.array(z.string().max(60)).optional(),
}
const hasLabelForEachStep = ({
  min,
  max,
  labels,
}: {
  min: number
  max: number
  labels?: string[] | undefined
}) => labels === undefined || labels.length === max - min + 1
const labelsProblem = { path: ['labels'], error: 'There must be one label for each step of the scale.' }

/** A scale of whole numbers with words at both ends, and optionally at each step. */
export const Scale = z.object(scaleOf).refine(hasLabelForEachStep, labelsProblem)
export type Scale = z.infer<typeof Scale>

/** Answers name an option by its place in the list, so the list of a poll that was asked never changes. */
const PollOption = z.object({
  optionId: z.string().regex(/^[a-z0-9-]{1,40}$/),
  label: line(80),
})

const options = (most: number) =>
  z
    .array(PollOption)
    .min(2, 'There must be at least two options.')
    .max(most, `There can be at most ${most} options.`)
    .refine(
      (all) => new Set(all.map(({ optionId }) => optionId)).size === all.length,
      'Two options have the same id.',
    )

export const Question = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('scale'), ...scaleOf }).refine(hasLabelForEachStep, labelsProblem),
  z.object({ kind: z.literal('single'), options: options(12) }),
  /** Up to `most` of the options. */
  z
    .object({ kind: z.literal('multiple'), options: options(12), most: z.number().int().min(2).max(12) })
    .refine(({ options: all, most }) => most <= all.length, {
      path: ['most'],
      error: 'More options can be chosen than there are.',
    }),
  /** All options, best first. */
  z.object({ kind: z.literal('ranking'), options: options(8) }),
  /** All points are given away, so that everyone weighs the same. */
  z.object({ kind: z.literal('points'), options: options(12), points: z.number().int().min(1).max(20) }),
  z.object({ kind: z.literal('words'), most: z.number().int().min(1).max(mostWords) }),
  z.object({ kind: z.literal('text') }),
])
export type Question = z.infer<typeof Question>
export type QuestionKind = Question['kind']

const Place = z.number().int().min(0).max(11)
const Plain = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((text) => plainText(text) === text, 'This text is not in its plain form (plainText).')

/**
 * One form per answer: options by their place from 0; `multiple` in ascending order; `ranking` best first; `points` for
 * each option in turn; words and text as `plainText` leaves them, words sorted.
 */
export const Answer = z.union([
  z.tuple([z.literal('scale'), z.number().int().min(0).max(10)]),
  z.tuple([z.literal('single'), Place]),
  z.tuple([z.literal('multiple'), z.array(Place).min(1).max(12)]),
  z.tuple([z.literal('ranking'), z.array(Place).min(2).max(8)]),
  z.tuple([z.literal('points'), z.array(z.number().int().min(0).max(20)).min(2).max(12)]),
  z.tuple([z.literal('words'), z.array(Plain(longestWord)).min(1).max(mostWords)]),
  z.tuple([z.literal('text'), Plain(longestText)]),
])
export type Answer = z.infer<typeof Answer>

/** Whether this answers that question, in the one form the answer has. */
export function isAnswerTo(question: Question, answer: Answer): boolean {
  switch (question.kind) {
    case 'scale':
      return answer[0] === 'scale' && answer[1] >= question.min && answer[1] <= question.max
    case 'single':
      return answer[0] === 'single' && answer[1] < question.options.length
    case 'multiple':
      return (
        answer[0] === 'multiple' &&
        answer[1].length <= question.most &&
        isAscending(answer[1]) &&
        answer[1].every((place) => place < question.options.length)
      )
    case 'ranking':
      return (
        answer[0] === 'ranking' &&
        answer[1].length === question.options.length &&
        new Set(answer[1]).size === answer[1].length &&
        answer[1].every((place) => place < question.options.length)
      )
    case 'points':
      return (
        answer[0] === 'points' &&
        answer[1].length === question.options.length &&
        answer[1].reduce((sum, points) => sum + points, 0) === question.points
      )
    case 'words':
      return answer[0] === 'words' && answer[1].length <= question.most && isAscending(answer[1])
    case 'text':
      return answer[0] === 'text'
  }
}

/** Words as they were typed, as an answer; null when none is left, or one is too long. Repeated ones count once. */
export function wordsAnswer(typed: readonly string[]): Answer | null {
  const words = [...new Set(typed.map(plainText))].filter((word) => word !== '').sort()
  return Answer.safeParse(['words', words]).data ?? null
}

/** A text as it was typed, as an answer; null when nothing is left of it, or too much. */
export const textAnswer = (typed: string): Answer | null =>
  Answer.safeParse(['text', plainText(typed)]).data ?? null

/** The numbers one can choose from, lowest first. */
export const stepsOf = ({ min, max }: Pick<Scale, 'min' | 'max'>): number[] =>
  Array.from({ length: max - min + 1 }, (_, index) => min + index)

const isAscending = (values: readonly (number | string)[]): boolean =>
  values.every((value, index) => index === 0 || (values[index - 1] ?? value) < value)
