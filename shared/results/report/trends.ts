// What changes from session to session; nothing while there has been only one.
import type { PollResult } from '#shared/results/poll-results.ts'
import type { Block, Chart } from '#shared/results/report.ts'
import { movedBy, type Trends } from '#shared/results/trends.ts'
import { fill } from '#shared/results/words.ts'
import { column, sessionTitle, tableFrom, type Writing } from './writing.ts'

export function trends(writing: Writing): Block[] {
  const { results, allSessions, words } = writing
  const { trends } = results
  if (trends.sessions.length < 2) return []
  const categories = trends.sessions.map((number) => {
    const session = allSessions.find((one) => one.number === number)
    return session ? sessionTitle(session, writing) : `${words.session} ${number}`
  })
  const chart = (
    id: string,
    title: string,
    rest: Pick<Chart, 'shape' | 'series' | 'type' | 'max'>,
  ): Chart[] =>
    rest.series.some(({ values }) => values.some((value) => value !== null))
      ? [{ kind: 'chart', id: `trend-${id}`, title, categoryTitle: words.session, categories, ...rest }]
      : []
  const { attendance, confidence, mood, kept } = trends
  return [
    ...chart('attendance', words.trendAttendance, {
      shape: 'lines',
      series: attendance.map(({ department, people }) => ({ name: department.title, values: people })),
      type: 'count',
      max: null,
    }),
    ...confidence.flatMap(({ question, scale, points }, place) =>
      chart(`confidence-${place + 1}`, question, {
        shape: 'lines',
        series: [
          { name: words.before, values: points.map(({ before }) => before) },
          { name: words.after, values: points.map(({ after }) => after) },
        ],
        type: 'score',
        max: scale.max,
      }),
    ),
    ...chart('mood', words.trendMood, {
      shape: 'lines',
      series: [{ name: words.mean, values: mood.map((point) => point?.mean ?? null) }],
      type: 'score',
      max: 5,
    }),
    ...chart('kept', words.trendKept, {
      shape: 'columns',
      series: [
        { name: words.keptWord, values: kept.map((point) => point?.kept ?? null) },
        { name: words.partlyWord, values: kept.map((point) => point?.partly ?? null) },
        { name: words.notKeptWord, values: kept.map((point) => point?.notKept ?? null) },
      ],
      type: 'count',
      max: null,
    }),
    ...chart('scores-chart', words.mostMoved, {
      shape: 'lines',
      series: mostMoved(trends.scores).map(({ title, actual }) => ({ name: title, values: actual })),
      type: 'score',
      max: 10,
    }).map((scores) => ({ ...scores, tableId: 'trend-scores' })),
    ...gaps(writing).map((text): Block => ({ kind: 'withheld', text })),
    ...tableFrom('trend-scores', words.trendScores, trends.scores, [
      column(words.touchpoint, 'text', ({ title }) => title),
      column(words.target, 'score', ({ target }) => target),
      ...categories.map((title, place) =>
        column<Score>(title, 'score', ({ actual }) => actual[place] ?? null),
      ),
    ]),
  ]
}

/** Where a line has a gap because too few answered, and not because nobody was asked. */
function gaps(writing: Writing): string[] {
  const { results, allSessions, allPolls, words } = writing
  const { sessions, confidence, mood, kept } = results.trends
  return sessions.flatMap((number, place) => {
    const session = allSessions.find((one) => one.number === number)
    if (!session) return []
    const gap = (trend: string) => fill(words.trendGap, { trend, session: `${words.session} ${number}` })
    const isSuppressed = (key: string, phase: PollResult['phase']) =>
      allPolls.findLast(
        (poll) => poll.sessionNumber === number && poll.questionKey === key && poll.phase === phase,
      )?.outcome.kind === 'suppressed'
    return [
      ...confidence.flatMap(({ question, questionKey, points }) => [
        ...(points[place]?.before === null && isSuppressed(questionKey, 'start')
          ? [gap(`${question} (${words.before})`)]
          : []),
        ...(points[place]?.after === null && isSuppressed(questionKey, 'end')
          ? [gap(`${question} (${words.after})`)]
          : []),
      ]),
      ...(mood[place] === null && session.mood.some(({ mean }) => mean === null)
        ? [gap(words.trendMood)]
        : []),
      ...(kept[place] === null && session.commitments.keptIsSuppressed ? [gap(words.trendKept)] : []),
    ]
  })
}

type Score = Trends['scores'][number]
// More lines than that nobody can tell apart.
const mostLines = 6

const mostMoved = (scores: readonly Score[]): Score[] =>
  scores
    .map((score) => ({ score, moved: movedBy(score) ?? 0 }))
    .filter(({ moved }) => moved > 0)
    .sort((one, other) => other.moved - one.moved)
    .slice(0, mostLines)
    .map(({ score }) => score)
