// The mood of the group over time: a trend and nothing else, with a gap where too few answered.
import type { Block, Chart } from '#shared/results/report.ts'
import { areSeveral, column, tableFrom, type Writing } from './writing.ts'

export function mood(writing: Writing): Block[] {
  const { sessions, words, format } = writing
  const pulses = sessions.flatMap(({ number, mood }) => mood.map((pulse) => ({ ...pulse, number })))
  const chart: Chart = {
    kind: 'chart',
    id: 'mood-chart',
    title: words.mood,
    shape: 'lines',
    categoryTitle: words.moodWhen,
    categories: pulses.map(({ at }) => format.shortMoment(at)),
    series: [{ name: words.mean, values: pulses.map(({ mean }) => mean) }],
    type: 'score',
    max: 5,
    tableId: 'mood',
  }
  const isTold = pulses.filter(({ mean }) => mean !== null).length > 1
  const hasGap = pulses.some(({ mean }) => mean === null)
  return [
    ...(isTold ? [chart] : []),
    ...tableFrom('mood', words.mood, pulses, [
      column(words.session, 'count', ({ number }) => number, areSeveral(writing)),
      column(words.moodWhen, 'moment', ({ at }) => at),
      column(words.mean, 'score', ({ mean }) => mean),
      column(words.votes, 'count', ({ answers }) => answers),
    ]),
    ...(hasGap ? [{ kind: 'withheld', text: words.pulsesWithheld } satisfies Block] : []),
  ]
}
