// An answer on its way: what somebody has tapped and typed so far, which may not yet be an answer, and the one it becomes.
import { z } from 'zod'
import {
  type Answer,
  isAnswerTo,
  type Question,
  textAnswer,
  wordsAnswer,
} from '#shared/facilitation/questions.ts'

const Places = z.array(z.number().int())
export const AnswerDraft = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('scale'), value: z.number().int() }),
  z.object({ kind: z.literal('single'), place: z.number().int() }),
  z.object({ kind: z.literal('multiple'), places: Places }),
  z.object({ kind: z.literal('ranking'), order: Places }),
  z.object({ kind: z.literal('points'), points: Places }),
  /** As they were typed; in plain form once they become an answer. */
  z.object({ kind: z.literal('words'), words: z.array(z.string()) }),
  z.object({ kind: z.literal('text'), text: z.string() }),
])
export type AnswerDraft = z.infer<typeof AnswerDraft>

/** Null while it answers nothing: points are left to give, a field is empty, nothing was chosen. */
export function answerIn(question: Question, draft: AnswerDraft | null): Answer | null {
  const answer = draft && draft.kind === question.kind ? asAnswer(draft) : null
  return answer && isAnswerTo(question, answer) ? answer : null
}

function asAnswer(draft: AnswerDraft): Answer | null {
  switch (draft.kind) {
    case 'scale':
      return ['scale', draft.value]
    case 'single':
      return ['single', draft.place]
    case 'multiple':
      return draft.places.length === 0 ? null : ['multiple', [...draft.places].sort((a, b) => a - b)]
    case 'ranking':
      return ['ranking', draft.order]
    case 'points':
      return ['points', draft.points]
    case 'words':
      return wordsAnswer(draft.words)
    case 'text':
      return textAnswer(draft.text)
  }
}

/** What was answered before, to be changed. */
export function draftOf(answer: Answer): AnswerDraft {
  switch (answer[0]) {
    case 'scale':
      return { kind: 'scale', value: answer[1] }
    case 'single':
      return { kind: 'single', place: answer[1] }
    case 'multiple':
      return { kind: 'multiple', places: answer[1] }
    case 'ranking':
      return { kind: 'ranking', order: answer[1] }
    case 'points':
      return { kind: 'points', points: answer[1] }
    case 'words':
      return { kind: 'words', words: answer[1] }
    case 'text':
      return { kind: 'text', text: answer[1] }
  }
}

/** An answer in one line: what the overview before the seal shows. */
export function answerInWords(question: Question, answer: Answer): string {
  const option = (place: number) => ('options' in question ? (question.options[place]?.label ?? '') : '')
  switch (answer[0]) {
    case 'scale': {
      const label = question.kind === 'scale' ? labelOf(question, answer[1]) : ''
      return label ? `${answer[1]}, ${label}` : String(answer[1])
    }
    case 'single':
      return option(answer[1])
    case 'multiple':
      return answer[1].map(option).join(', ')
    case 'ranking':
      return answer[1].map((place, index) => `${index + 1}. ${option(place)}`).join(', ')
    case 'points':
      return answer[1]
        .map((points, place) => ({ points, words: `${option(place)}: ${points}` }))
        .filter(({ points }) => points > 0)
        .map(({ words }) => words)
        .join(', ')
    case 'words':
      return answer[1].join(', ')
    case 'text':
      return answer[1]
  }
}

type Labelled = {
  min: number
  max: number
  lowLabel: string
  highLabel: string
  labels?: string[] | undefined
}

/** The words for a step; the middle ones may have none. */
export function labelOf({ min, max, labels, lowLabel, highLabel }: Labelled, step: number): string {
  return labels?.[step - min] ?? (step === min ? lowLabel : step === max ? highLabel : '')
}
