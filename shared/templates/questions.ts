// Questions a facilitator can put to the group with one click, each with its scale; small enough for the browser.
import type { Phase, PollQuestion } from '#shared/facilitation/poll-form.ts'
import type { Scale } from '#shared/facilitation/questions.ts'
import { moodQuestion, moodQuestionKey } from '#shared/facilitation/similar-polls.ts'
import type { Bilingual, Language } from '#shared/language.ts'

type BilingualScale = readonly [Bilingual, Bilingual, Bilingual, Bilingual, Bilingual]

/** Words for the five steps, lowest first; also offered for a question of one's own. */
export const scales = {
  quality: [
    { de: 'sehr schlecht', en: 'very bad' },
    { de: 'schlecht', en: 'bad' },
    { de: 'mittel', en: 'fair' },
    { de: 'gut', en: 'good' },
    { de: 'sehr gut', en: 'very good' },
  ],
  agreement: [
    { de: 'stimmt gar nicht', en: 'strongly disagree' },
    { de: 'stimmt eher nicht', en: 'disagree' },
    { de: 'teils, teils', en: 'neither agree nor disagree' },
    { de: 'stimmt eher', en: 'agree' },
    { de: 'stimmt genau', en: 'strongly agree' },
  ],
  confidence: [
    { de: 'gar nicht zuversichtlich', en: 'not confident at all' },
    { de: 'wenig zuversichtlich', en: 'not very confident' },
    { de: 'teils, teils', en: 'in two minds' },
    { de: 'ziemlich zuversichtlich', en: 'fairly confident' },
    { de: 'sehr zuversichtlich', en: 'very confident' },
  ],
  mood: [
    { de: 'erschöpft', en: 'drained' },
    { de: 'gedämpft', en: 'low' },
    { de: 'in Ordnung', en: 'okay' },
    { de: 'munter', en: 'lively' },
    { de: 'voller Energie', en: 'full of energy' },
  ],
  difference: [
    { de: 'gar nicht', en: 'not at all' },
    { de: 'kaum', en: 'hardly' },
    { de: 'etwas', en: 'somewhat' },
    { de: 'deutlich', en: 'clearly' },
    { de: 'sehr stark', en: 'very much' },
  ],
} as const satisfies Record<string, BilingualScale>
export type ScaleId = keyof typeof scales

export type SuggestedQuestion = {
  questionKey: string
  phase: Phase
  /** The agenda items this question belongs to name it (`pollSetId`). */
  setId: string
  /** "…" stands for what the facilitator fills in, so that each touchpoint has a question of its own. */
  question: Bilingual
  scaleId: ScaleId
}

const confidence = {
  questionKey: 'expectation-confidence',
  question: {
    de: 'Wie zuversichtlich bin ich, dass unsere Arbeit hier bei der Kundschaft ankommt?',
    en: 'How confident am I that our work here will reach our customers?',
  },
  scaleId: 'confidence',
} as const

/** The same question key at the start and at the end makes a comparison in the results. */
export const suggestedQuestions: readonly SuggestedQuestion[] = [
  { ...confidence, phase: 'start', setId: 'expectation-start' },
  {
    questionKey: moodQuestionKey,
    phase: 'during',
    setId: 'mood',
    question: moodQuestion,
    scaleId: 'mood',
  },
  {
    questionKey: 'perception-gap',
    phase: 'during',
    setId: 'perception-gap',
    question: {
      de: 'Wie gut findet die Kundschaft den Touchpoint „…“?',
      en: 'How good do customers find the touchpoint “…”?',
    },
    scaleId: 'quality',
  },
  {
    questionKey: 'felt-difference',
    phase: 'during',
    setId: 'difference',
    question: {
      de: 'Wie sehr spürt die Kundschaft den Unterschied bei „…“?',
      en: 'How much will customers feel the difference at “…”?',
    },
    scaleId: 'difference',
  },
  { ...confidence, phase: 'end', setId: 'expectation-end' },
  {
    questionKey: 'feedback-worth',
    phase: 'end',
    setId: 'feedback',
    question: { de: 'Die Zeit war gut genutzt.', en: 'The time was well spent.' },
    scaleId: 'agreement',
  },
  {
    questionKey: 'feedback-heard',
    phase: 'end',
    setId: 'feedback',
    question: {
      de: 'Ich konnte einbringen, was mir wichtig ist.',
      en: 'I was able to contribute what matters to me.',
    },
    scaleId: 'agreement',
  },
]

/** What belongs to an agenda item; empty when the item has no poll or ours are not about it. */
export const questionsOfSet = (setId: string | undefined): SuggestedQuestion[] =>
  suggestedQuestions.filter((question) => question.setId === setId)

export function scaleIn(scaleId: ScaleId, language: Language): Scale {
  const [low, below, middle, above, high] = scales[scaleId]
  const labels = [low, below, middle, above, high].map((label) => label[language])
  return { min: 1, max: 5, lowLabel: low[language], highLabel: high[language], labels }
}

/** A suggestion as one question of `poll.open`. */
export const questionIn = (suggested: SuggestedQuestion, language: Language): PollQuestion => ({
  question: suggested.question[language],
  questionKey: suggested.questionKey,
  phase: suggested.phase,
  asks: { kind: 'scale', ...scaleIn(suggested.scaleId, language) },
})
