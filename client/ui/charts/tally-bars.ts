// A count as bars: which option comes first, how long its bar is, and the figure as it is read.
import { asSentences } from '#shared/facilitation/plain-text.ts'
import type { Question } from '#shared/facilitation/questions.ts'
import type { Tally, TallyOf } from '#shared/facilitation/tally.ts'

type OptionTally = TallyOf<'single' | 'multiple'> | TallyOf<'ranking'> | TallyOf<'points'>
export type OptionFigure = { optionId: string; label: string; place: number; value: number }

/** The length of each option's bar; 0 where nobody has ranked it. */
export function valuesOf(tally: OptionTally): readonly number[] {
  switch (tally.kind) {
    case 'ranking': // the best mean place makes the longest bar
      return tally.meanPlaces.map((mean) => (mean === null ? 0 : tally.meanPlaces.length + 1 - mean))
    case 'points':
      return tally.sums
    default:
      return tally.counts
  }
}

/** Longest first; equal ones in the order in which they were asked. */
export function figuresOf(question: Question, tally: OptionTally): OptionFigure[] {
  if (!('options' in question)) return []
  const values = valuesOf(tally)
  return question.options
    .map(({ optionId, label }, place) => ({ optionId, label, place, value: values[place] ?? 0 }))
    .sort((one, other) => other.value - one.value || one.place - other.place)
}

export const isOptionTally = (tally: Tally | null): tally is OptionTally =>
  tally !== null && tally.kind !== 'scale' && tally.kind !== 'words' && tally.kind !== 'text'

export const writtenTexts = (tally: TallyOf<'text'>): string[] => tally.texts.map(asSentences)
