// A poll on its way to being asked: what the facilitator has filled in, and the form it becomes.
import { currentItem } from '#client/facilitation/selectors.ts'
import type { Agenda } from '#shared/facilitation/agenda.ts'
import type { Phase, PollForm, PollQuestion } from '#shared/facilitation/poll-form.ts'
import type { Question, QuestionKind, Scale } from '#shared/facilitation/questions.ts'
import type { Language } from '#shared/language.ts'
import {
  blankIn,
  findPollSet,
  type PollSet,
  questionsIn,
  scaleIds,
  scaleIn,
} from '#shared/templates/poll-sets.ts'
import { ownKey } from './own-key.ts'

/** `named` and `unnamed` are open polls: neither is anonymous. */
export type FormMode = 'anonymous' | 'named' | 'unnamed'
export type QuestionDraft = {
  /** Tells questions of one draft apart while they are moved and removed. */
  draftId: number
  kind: QuestionKind
  question: string
  /** The words and the key it came with: the key holds for as long as the words stand. */
  origin: { question: string; questionKey: string } | null
  /** Stands under the question; null where there is none. */
  hint: string | null
  /** One of ours; `own`: with one's own words at the ends. */
  scaleId: string
  ownScale: { max: 5 | 10; lowLabel: string; highLabel: string }
  /** A scale that is none of ours, as it was prepared. */
  keptScale: Scale | null
  options: readonly string[]
  most: number
  points: number
}
export type FormDraft = {
  title: string
  questions: readonly QuestionDraft[]
  mode: FormMode
  phase: Phase
  /** Null: until the facilitator closes it. */
  minutes: number | null
}

export const mostOptions = (kind: QuestionKind): number => (kind === 'ranking' ? 8 : 12)

/** What stands in the form at first: the set of the running item that waits to be filled in, or one empty question. */
export function draftFor(agenda: Agenda, language: Language): FormDraft {
  const set = findPollSet(currentItem(agenda)?.pollSetId)
  return set ? fromSet(set, language, phaseNow(agenda)) : emptyForm(phaseNow(agenda))
}

export const emptyForm = (phase: Phase): FormDraft => ({
  title: '',
  questions: [emptyQuestion(0)],
  mode: 'anonymous',
  phase,
  minutes: null,
})

export const emptyQuestion = (draftId: number): QuestionDraft => ({
  draftId,
  kind: 'scale',
  question: '',
  origin: null,
  hint: null,
  scaleId: scaleIds[0] ?? 'own',
  ownScale: { max: 5, lowLabel: '', highLabel: '' },
  keptScale: null,
  options: ['', ''],
  most: 3,
  points: 10,
})

export const fromSet = (set: PollSet, language: Language, now: Phase): FormDraft =>
  fromForm({
    mode: 'anonymous',
    durationMs: null,
    questions: questionsIn(set, language, now),
    ...(set.questions.length > 1 && { title: set.title[language] }),
  })

/** What was prepared, to be changed. */
export function fromForm(form: PollForm): FormDraft {
  return {
    title: form.title ?? '',
    questions: form.questions.map(fromQuestion),
    mode: form.mode === 'anonymous' ? 'anonymous' : form.showsNames ? 'named' : 'unnamed',
    phase: form.questions[0]?.phase ?? 'during',
    minutes: form.durationMs === null ? null : Math.max(1, Math.round(form.durationMs / 60_000)),
  }
}

function fromQuestion(asked: PollQuestion, draftId: number): QuestionDraft {
  const { question, hint = null, questionKey, asks } = asked
  const origin = { question, questionKey }
  const draft = { ...emptyQuestion(draftId), kind: asks.kind, question, hint, origin }
  switch (asks.kind) {
    case 'scale': {
      const { kind: _, ...scale } = asks
      return { ...draft, scaleId: 'kept', keptScale: scale }
    }
    case 'single':
    case 'ranking':
      return { ...draft, options: labelsOf(asks.options) }
    case 'multiple':
      return { ...draft, options: labelsOf(asks.options), most: asks.most }
    case 'points':
      return { ...draft, options: labelsOf(asks.options), points: asks.points }
    case 'words':
      return { ...draft, most: asks.most }
    case 'text':
      return draft
  }
}

const labelsOf = (options: readonly { label: string }[]): string[] =>
  options.length === 0 ? ['', ''] : options.map(({ label }) => label)

/** What is missing, and in which question. */
export type Missing = {
  place: number
  what: 'question' | 'blank' | 'lowLabel' | 'highLabel' | 'options' | 'twice'
}
export type Filled = { ok: true; form: PollForm } | ({ ok: false } & Missing)

export function formOf(draft: FormDraft, language: Language): Filled {
  const questions: PollQuestion[] = []
  for (const [place, one] of draft.questions.entries()) {
    const question = oneLine(one.question)
    if (!question) return { ok: false, place, what: 'question' }
    if (one.origin && blankIn(question)) return { ok: false, place, what: 'blank' }
    const asks = asksOf(one, language)
    if (!asks.ok) return { ok: false, place, what: asks.what }
    const isAsItCame = one.origin?.question === question
    const questionKey = isAsItCame && one.origin ? one.origin.questionKey : ownKey(question)
    const hint = oneLine(one.hint ?? '')
    const words = hint ? { question, hint } : { question }
    questions.push({ ...words, questionKey, phase: draft.phase, asks: asks.question })
  }
  const title = oneLine(draft.title)
  return {
    ok: true,
    form: {
      mode: draft.mode === 'anonymous' ? 'anonymous' : 'open',
      ...(draft.mode === 'named' && { showsNames: true }),
      ...(title && questions.length > 1 && { title }),
      durationMs: draft.minutes === null ? null : draft.minutes * 60_000,
      questions,
    },
  }
}

type Asks = { ok: true; question: Question } | { ok: false; what: Missing['what'] }

function asksOf(one: QuestionDraft, language: Language): Asks {
  if (one.kind === 'text') return { ok: true, question: { kind: 'text' } }
  if (one.kind === 'words') return { ok: true, question: { kind: 'words', most: Math.min(5, one.most) } }
  if (one.kind === 'scale') return scaleOf(one, language)
  const labels = one.options.map(oneLine).filter((label) => label !== '')
  if (labels.length < 2) return { ok: false, what: 'options' }
  if (new Set(labels.map((label) => label.toLowerCase())).size < labels.length)
    return { ok: false, what: 'twice' }
  const options = labels
    .slice(0, mostOptions(one.kind))
    .map((label, place) => ({ optionId: `o${place + 1}`, label }))
  switch (one.kind) {
    case 'multiple':
      return { ok: true, question: { kind: 'multiple', options, most: Math.min(one.most, options.length) } }
    case 'points':
      return { ok: true, question: { kind: 'points', options, points: one.points } }
    default:
      return { ok: true, question: { kind: one.kind, options } }
  }
}

function scaleOf({ scaleId, ownScale, keptScale }: QuestionDraft, language: Language): Asks {
  if (scaleId === 'kept' && keptScale) return { ok: true, question: { kind: 'scale', ...keptScale } }
  if (scaleId !== 'own') return { ok: true, question: { kind: 'scale', ...scaleIn(scaleId, language) } }
  const [lowLabel, highLabel] = [ownScale.lowLabel.trim(), ownScale.highLabel.trim()]
  if (!lowLabel) return { ok: false, what: 'lowLabel' }
  if (!highLabel) return { ok: false, what: 'highLabel' }
  const min = ownScale.max === 10 ? 0 : 1
  return { ok: true, question: { kind: 'scale', min, max: ownScale.max, lowLabel, highLabel } }
}

const oneLine = (text: string): string => text.trim().replace(/\s+/g, ' ')

export function phaseNow({ items, current, startedAt, endedAt }: Agenda): Phase {
  if (startedAt === null) return 'start'
  if (endedAt !== null || !current) return 'end'
  const index = items.findIndex(({ itemId }) => itemId === current.itemId)
  // The first and the last third of the items are where expectations and outcomes are asked for.
  if (index < items.length / 3) return 'start'
  return index >= (items.length * 2) / 3 ? 'end' : 'during'
}
