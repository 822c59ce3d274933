// The questions most tests ask: a scale of five steps, alone or in a form with a ranking and a text.
import type { PollQuestion } from '#shared/facilitation/poll-form.ts'
import type { Question } from '#shared/facilitation/questions.ts'

export const fiveSteps: Extract<Question, { kind: 'scale' }> = {
  kind: 'scale',
  min: 1,
  max: 5,
  lowLabel: 'gar nicht',
  highLabel: 'sehr',
}

export const trustQuestion: PollQuestion = {
  question: 'Wie zuversichtlich sind Sie?',
  questionKey: 'trust',
  phase: 'start',
  asks: fiveSteps,
}

const rankingQuestion: PollQuestion = {
  question: 'Was soll zuerst besser werden?',
  questionKey: 'first',
  phase: 'start',
  asks: {
    kind: 'ranking',
    options: [
      { optionId: 'invoice', label: 'Rechnung' },
      { optionId: 'delivery', label: 'Lieferung' },
      { optionId: 'contract', label: 'Vertrag' },
    ],
  },
}

const textQuestion: PollQuestion = {
  question: 'Was fehlt?',
  questionKey: 'missing',
  phase: 'start',
  asks: { kind: 'text' },
}

/** Bodies of both lengths, and two kinds of the same length. */
export const threeQuestions: readonly PollQuestion[] = [trustQuestion, rankingQuestion, textQuestion]
