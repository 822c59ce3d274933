// Counts answers, one kind of question at a time.
import { z } from 'zod'
import { type Answer, type Question, stepsOf } from '#shared/facilitation/questions.ts'

const Count = z.number().int().min(0)
/** `votes`: those who answered. `blank`: ballots without an answer. */
const ballots = { votes: Count, blank: Count }

/** What is listed per option is in the order of the options. */
export const Tally = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('scale'),
    ...ballots,
    /** How often each step was chosen; `counts[0]` for the lowest. */
    counts: z.array(Count),
    /** null without votes. */
    mean: z.number().nullable(),
    /** Standard deviation over all votes; null without votes. */
    spread: z.number().nullable(),
  }),
  z.object({ kind: z.literal('single'), ...ballots, counts: z.array(Count) }),
  z.object({ kind: z.literal('multiple'), ...ballots, counts: z.array(Count) }),
  z.object({
    kind: z.literal('ranking'),
    ...ballots,
    /**
     * From 1, lower is better; null without votes. Everyone ranks all options, so this puts them in the same order as
     * Borda points would, and "place 1.8 on average" needs no explanation.
     */
    meanPlaces: z.array(z.number().nullable()),
    /** `places[option][0]`: how often it came first. */
    places: z.array(z.array(Count)),
  }),
  z.object({
    kind: z.literal('points'),
    ...ballots,
    sums: z.array(Count),
    /** How many people gave each option at least one point. */
    people: z.array(Count),
  }),
  z.object({
    kind: z.literal('words'),
    ...ballots,
    /** Most frequent first, then by the alphabet. */
    words: z.array(z.object({ word: z.string(), count: Count })),
  }),
  /** In the order in which the answers were given to `tally`: shuffle them first, the same way for everyone. */
  z.object({ kind: z.literal('text'), ...ballots, texts: z.array(z.string()) }),
])
export type Tally = z.infer<typeof Tally>
export type TallyOf<Kind extends Tally['kind']> = Extract<Tally, { kind: Kind }>

/** Counts what answers `question`; leave out what does not (`isAnswerTo`). `null` stands for a blank ballot. */
export function tally(question: Question, answers: readonly (Answer | null)[]): Tally {
  const given = answers.filter((answer) => answer !== null)
  const base = { votes: given.length, blank: answers.length - given.length }
  switch (question.kind) {
    case 'scale': {
      const values = of('scale', given)
      const counts = stepsOf(question).map((step) => values.filter((value) => value === step).length)
      return { kind: 'scale', ...base, counts, ...describe(counts, question.min) }
    }
    case 'single': {
      const chosen = of('single', given)
      return { kind: 'single', ...base, counts: question.options.map((_, place) => countOf(chosen, place)) }
    }
    case 'multiple': {
      const chosen = of('multiple', given).flat()
      return { kind: 'multiple', ...base, counts: question.options.map((_, place) => countOf(chosen, place)) }
    }
    case 'ranking': {
      const rankings = of('ranking', given)
      const places = question.options.map((_, option) =>
        question.options.map((_, place) => rankings.filter((ranking) => ranking[place] === option).length),
      )
      return {
        kind: 'ranking',
        ...base,
        places,
        meanPlaces: places.map((counts) => describe(counts, 1).mean),
      }
    }
    case 'points': {
      const gifts = of('points', given)
      const sums = question.options.map((_, option) =>
        gifts.reduce((sum, points) => sum + (points[option] ?? 0), 0),
      )
      const people = question.options.map(
        (_, option) => gifts.filter((points) => (points[option] ?? 0) > 0).length,
      )
      return { kind: 'points', ...base, sums, people }
    }
    case 'words':
      return { kind: 'words', ...base, words: merge(of('words', given).flat()) }
    case 'text':
      return { kind: 'text', ...base, texts: of('text', given) }
  }
}

/** Mean and standard deviation; `counts[0]` says how often `lowest` was chosen. */
export function describe(
  counts: readonly number[],
  lowest: number,
): { mean: number | null; spread: number | null } {
  const votes = counts.reduce((sum, count) => sum + count, 0)
  if (votes === 0) return { mean: null, spread: null }
  const mean = counts.reduce((sum, count, index) => sum + count * (index + lowest), 0) / votes
  const variance = counts.reduce((sum, count, index) => sum + count * (index + lowest - mean) ** 2, 0) / votes
  return { mean, spread: Math.sqrt(variance) }
}

type ValueOf<Kind extends Answer[0]> = Extract<Answer, [Kind, unknown]>[1]
function of<Kind extends Answer[0]>(kind: Kind, answers: readonly Answer[]): ValueOf<Kind>[] {
  // What stands in an answer's second place is what its first one says: that is the union.
  return answers.filter((answer) => answer[0] === kind).map((answer) => answer[1] as ValueOf<Kind>)
}

const countOf = (chosen: readonly number[], place: number): number =>
  chosen.filter((one) => one === place).length

function merge(words: readonly string[]): { word: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts]
    .map(([word, count]) => ({ word, count }))
    .sort((one, other) => other.count - one.count || (one.word < other.word ? -1 : 1))
}
