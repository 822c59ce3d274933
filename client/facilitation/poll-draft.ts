// A poll on its way to being asked: what the facilitator has filled in, and the command it becomes.
import { currentItem } from '#client/facilitation/selectors.ts'
import type { Agenda } from '#shared/facilitation/agenda.ts'
import type { Phase } from '#shared/facilitation/poll-form.ts'
import type { PollCommand } from '#shared/facilitation/polls.ts'
import type { Scale } from '#shared/facilitation/questions.ts'
import type { Language } from '#shared/language.ts'
import {
  questionsOfSet,
  type ScaleId,
  type SuggestedQuestion,
  scaleIn,
  suggestedQuestions,
} from '#shared/templates/questions.ts'

export type Draft = {
  /** Set for as long as its words stand unchanged. */
  suggestion: SuggestedQuestion | null
  question: string
  scaleId: ScaleId | 'own'
  /** For a scale of one's own. */
  lowLabel: string
  highLabel: string
  phase: Phase
  /** Null: until the facilitator closes it. */
  minutes: number | null
  mode: 'anonymous' | 'open'
}

/** What stands in the form at first: the question that belongs to the running item, if there is one; secret. */
export function draftFor(agenda: Agenda, language: Language): Draft {
  const [suggestion] = questionsOfSet(currentItem(agenda)?.pollSetId)
  const empty: Draft = {
    suggestion: null,
    question: '',
    scaleId: 'quality',
    lowLabel: '',
    highLabel: '',
    phase: phaseNow(agenda),
    minutes: null,
    mode: 'anonymous',
  }
  return suggestion ? fromSuggestion(empty, suggestion, language) : empty
}

export const fromSuggestion = (draft: Draft, suggestion: SuggestedQuestion, language: Language): Draft => ({
  ...draft,
  suggestion,
  question: suggestion.question[language],
  scaleId: suggestion.scaleId,
  phase: suggestion.phase,
})

/** A changed question is another question: it must not be compared with the suggestion it came from. */
export const withQuestion = (draft: Draft, question: string): Draft => ({
  ...draft,
  question,
  suggestion: draft.question === question ? draft.suggestion : null,
})

/** Where in a suggested question the facilitator has something to fill in; null when it is complete. */
export function blankIn(question: string): { from: number; to: number } | null {
  const from = question.indexOf('…')
  return from < 0 ? null : { from, to: from + 1 }
}

/** Those of the running item first. */
export function suggestionsFor(agenda: Agenda): SuggestedQuestion[] {
  const fitting = new Set(questionsOfSet(currentItem(agenda)?.pollSetId))
  return [...fitting, ...suggestedQuestions.filter((question) => !fitting.has(question))]
}

type OpenPollCommand = Extract<PollCommand, { type: 'poll.open' }>
export type Opening =
  | { ok: true; command: OpenPollCommand }
  | { ok: false; missing: 'question' | 'blank' | 'lowLabel' | 'highLabel' }

export function openCommand(draft: Draft, language: Language): Opening {
  const question = draft.question.trim().replace(/\s+/g, ' ')
  if (!question) return { ok: false, missing: 'question' }
  // Changed words are no suggestion any more: somebody may mean their own dots.
  if (draft.suggestion && blankIn(question)) return { ok: false, missing: 'blank' }
  const lowLabel = draft.lowLabel.trim()
  const highLabel = draft.highLabel.trim()
  if (draft.scaleId === 'own' && !lowLabel) return { ok: false, missing: 'lowLabel' }
  if (draft.scaleId === 'own' && !highLabel) return { ok: false, missing: 'highLabel' }
  const scale: Scale =
    draft.scaleId === 'own' ? { min: 1, max: 5, lowLabel, highLabel } : scaleIn(draft.scaleId, language)
  return {
    ok: true,
    command: {
      type: 'poll.open',
      mode: draft.mode,
      questions: [
        {
          question,
          questionKey: draft.suggestion?.questionKey ?? ownKey(question),
          phase: draft.phase,
          asks: { kind: 'scale', ...scale },
        },
      ],
      durationMs: draft.minutes === null ? null : draft.minutes * 60_000,
    },
  }
}

/** Made of the words, so that the same question at the start and at the end is recognised. At most 80 characters. */
export function ownKey(question: string): string {
  const words = question
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
  return `own-${words.slice(0, 60)}-${checksum(question.toLowerCase())}`
}

/** FNV-1a: keeps apart long questions that begin alike. */
function checksum(text: string): string {
  let hash = 0x811c9dc5
  for (const unit of text) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0).toString(36)
}

function phaseNow({ items, current, startedAt, endedAt }: Agenda): Phase {
  if (startedAt === null) return 'start'
  if (endedAt !== null || !current) return 'end'
  const index = items.findIndex(({ itemId }) => itemId === current.itemId)
  // The first and the last third of the items are where expectations and outcomes are asked for.
  if (index < items.length / 3) return 'start'
  return index >= (items.length * 2) / 3 ? 'end' : 'during'
}
