// The question most tests ask: a scale of five steps.
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
