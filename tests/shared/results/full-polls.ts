// Polls of every kind, as results have them.
import type { PollResult } from '#shared/results/poll-results.ts'

export const auditWords = ['amber', 'bridge', 'cotton', 'delta']
export const hex = (number: number) => number.toString(16).padStart(32, '0')
const options = ['Rechnung', 'Hotline', 'Technik vor Ort'].map((label, place) => ({
  optionId: `o${place}`,
  label,
}))

const scaleAsked = { kind: 'scale', min: 1, max: 5, lowLabel: 'gar nicht', highLabel: 'sehr' }
export const scaleTally = (counts: number[], mean: number) => ({
  kind: 'scale',
  votes: counts.reduce((sum, count) => sum + count, 0),
  blank: 1,
  counts,
  mean,
  spread: 0.75,
})
export const tallies = {
  scale: scaleTally([2, 2, 1, 0, 0], 1.8),
  single: { kind: 'single', votes: 6, blank: 0, counts: [3, 2, 1] },
  multiple: { kind: 'multiple', votes: 6, blank: 2, counts: [5, 0, 4] },
  ranking: {
    kind: 'ranking',
    votes: 5,
    blank: 0,
    meanPlaces: [1.2, 2.4, null],
    places: [
      [4, 1, 0],
      [1, 1, 3],
      [0, 0, 0],
    ],
  },
  points: { kind: 'points', votes: 5, blank: 0, sums: [30, 0, 20], people: [5, 0, 3] },
  words: {
    kind: 'words',
    votes: 5,
    blank: 0,
    words: [
      { word: 'wartezeit', count: 3 },
      { word: '=1+1', count: 1 },
    ],
  },
  text: { kind: 'text', votes: 2, blank: 3, texts: ['niemand ruft zurück', 'drei rechnungen, keine stimmt'] },
} as const
export const asks = {
  scale: scaleAsked,
  single: { kind: 'single', options },
  multiple: { kind: 'multiple', options, most: 2 },
  ranking: { kind: 'ranking', options },
  points: { kind: 'points', options, points: 10 },
  words: { kind: 'words', most: 3 },
  text: { kind: 'text' },
} as const

export const poll = (
  number: number,
  question: string,
  kind: keyof typeof asks,
  change: Partial<Record<keyof PollResult, unknown>> = {},
) => ({
  pollId: hex(number),
  sessionNumber: 1,
  question,
  questionKey: `key-${number}`,
  phase: 'during',
  asks: asks[kind],
  anonymous: true,
  openedAt: '2026-11-23T12:01:00.000Z',
  closedAt: '2026-11-23T12:05:00.000Z',
  invited: 8,
  outcome: {
    kind: 'counted',
    tally: tallies[kind],
    answers: tallies[kind].votes,
    blank: tallies[kind].blank,
    mean: kind === 'scale' ? 1.8 : null,
  },
  auditWords,
  ...change,
})
