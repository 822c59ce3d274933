// The agenda as it was planned and as it went, what was put aside, and when the group meets again.
import type { Block } from '#shared/results/report.ts'
import { areSeveral, column, tableFrom, type Writing } from './writing.ts'

export function agenda(writing: Writing): Block[] {
  const { sessions, results, words } = writing
  const several = areSeveral(writing)
  const items = sessions.flatMap(({ number, agenda }) => agenda.items.map((item) => ({ ...item, number })))
  const states = { done: words.done, running: words.underWay, 'not-reached': words.notReached }
  const next: Block[] =
    results.plannedFor === null
      ? []
      : [{ kind: 'facts', facts: [{ label: words.nextSession, value: results.plannedFor, type: 'moment' }] }]
  return [
    ...next,
    ...(several
      ? tableFrom('sessions', words.sessions, sessions, [
          column(words.session, 'count', ({ number }) => number),
          column(words.begun, 'moment', ({ startedAt }) => startedAt),
          column(words.ended, 'moment', ({ endedAt }) => endedAt),
        ])
      : []),
    ...tableFrom('agenda', words.agenda, items, [
      column(words.session, 'count', ({ number }) => number, several),
      column(words.item, 'text', ({ title }) => title),
      column(words.plannedMinutes, 'minutes', ({ plannedMinutes }) => plannedMinutes),
      column(words.tookMinutes, 'minutes', ({ actualSeconds }) =>
        actualSeconds === null ? null : Math.round(actualSeconds / 60),
      ),
      column(words.state, 'text', ({ state }) => states[state]),
    ]),
  ]
}

export const parkingLot = (writing: Writing): Block[] => {
  const { results, words } = writing
  return tableFrom('parking-lot', words.parkingLot, results.parkingLot, [
    column(words.session, 'count', ({ sessionNumber }) => sessionNumber, areSeveral(writing)),
    column(words.topic, 'text', ({ topic }) => topic),
    column(
      words.item,
      'text',
      ({ itemTitle }) => itemTitle,
      results.parkingLot.some(({ itemTitle }) => itemTitle !== null),
    ),
    column(words.state, 'text', ({ settled }) => (settled ? words.settled : words.stillOpen)),
  ])
}
