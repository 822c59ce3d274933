// Trends: each session's figures side by side, gaps where there are none, and scores from how each session left the board.
import { describe, expect, test } from 'vitest'
import type { Event } from '#shared/facilitation/events.ts'
import type { PollQuestion } from '#shared/facilitation/poll-form.ts'
import type { Question } from '#shared/facilitation/questions.ts'
import { moodQuestion, moodQuestionKey } from '#shared/facilitation/similar-polls.ts'
import { tally } from '#shared/facilitation/tally.ts'
import type { PollId } from '#shared/ids.ts'
import { buildResults } from '#shared/results/build-results.ts'
import type { SealedPoll } from '#shared/results/poll-results.ts'
import { reportFormats } from '#shared/results/report-formats.ts'
import { ana, cem, dana, fold, minute, noon, opening, pollId } from '#tests/shared/facilitation/scene.ts'
import { sampleResults } from '#tests/support/sample-results.ts'
import { input, secretPoll } from './sample-results.ts'

const scale: Question = { kind: 'scale', min: 1, max: 5, lowLabel: 'nein', highLabel: 'ja' }
const asked = (phase: PollQuestion['phase'], asks = scale): PollQuestion => ({
  question: 'Ändert sich etwas?',
  questionKey: 'expectation',
  phase,
  asks,
})
const pulse: PollQuestion = {
  question: moodQuestion.de,
  questionKey: moodQuestionKey,
  phase: 'during',
  asks: scale,
}
const session = (number: number, present: readonly (typeof ana)[], ...during: Event[]): Event[] => [
  {
    type: 'session.started',
    number,
    at: noon + number * 1000 * minute,
    present: present.map(({ personId }) => personId),
  },
  ...during.map(
    (event): Event => ('at' in event ? { ...event, at: noon + number * 1000 * minute + minute } : event),
  ),
  { type: 'session.ended', number, at: noon + number * 1000 * minute + 60 * minute },
]
const answered = (asks: Question, ...values: number[]): SealedPoll => ({
  tally: tally(
    asks,
    values.map((value) => ['scale', value]),
  ),
  auditWords: ['amber', 'bridge', 'cotton', 'delta'],
})
const trendsOf = (events: readonly Event[], sealed: readonly [PollId, SealedPoll][] = []) =>
  buildResults({ ...input, workshop: fold([...opening, ...events]), sealed: new Map(sealed) }).trends

test('there are none before a session has begun, and one point with the first', () => {
  expect(trendsOf([])).toMatchObject({ sessions: [], mood: [], kept: [], confidence: [] })
  expect(trendsOf(session(1, [ana]))).toMatchObject({ sessions: [1], mood: [null], kept: [null] })
})

test('attendance counts each department in each session', () => {
  const { attendance } = trendsOf([...session(1, [ana, cem, dana]), ...session(2, [ana, cem])])
  expect(attendance.map(({ department, people }) => [department.title, ...people])).toEqual([
    ['Service', 2, 1],
    ['Vertrieb', 0, 0],
  ])
})

describe('confidence', () => {
  const twice = [
    ...session(1, [ana], ...secretPoll(1, asked('start')), ...secretPoll(2, asked('end'))),
    ...session(2, [ana], ...secretPoll(3, asked('start'), 'suppressed'), ...secretPoll(4, asked('end'))),
  ]
  test('has the means before and after, and a gap where nothing was counted', () => {
    const { confidence } = trendsOf(twice, [
      [pollId(1), answered(scale, 1, 2, 3)],
      [pollId(2), answered(scale, 3, 3, 3)],
      [pollId(3), answered(scale, 5)],
      [pollId(4), answered(scale, 4, 5, 5, 4)],
    ])
    expect(confidence).toMatchObject([
      {
        questionKey: 'expectation',
        points: [
          { before: 2, after: 3 },
          { before: null, after: 4.5 },
        ],
      },
    ])
  })
  test('leaves out earlier answers on another scale', () => {
    const ten: Question = { ...scale, min: 0, max: 10 }
    const { confidence } = trendsOf(
      [
        ...session(1, [ana], ...secretPoll(1, asked('start'))),
        ...session(2, [ana], ...secretPoll(2, asked('start', ten))),
      ],
      [
        [pollId(1), answered(scale, 1)],
        [pollId(2), answered(ten, 9)],
      ],
    )
    expect(confidence).toMatchObject([
      {
        scale: { max: 10 },
        points: [
          { before: null, after: null },
          { before: 9, after: null },
        ],
      },
    ])
  })
})

test('the mood of a session weighs every answer the same, and a suppressed pulse not at all', () => {
  const { mood } = trendsOf(
    [
      ...session(
        1,
        [ana],
        ...secretPoll(1, pulse),
        ...secretPoll(2, pulse),
        ...secretPoll(3, pulse, 'suppressed'),
      ),
      ...session(2, [ana], ...secretPoll(4, pulse, 'suppressed')),
    ],
    [
      [pollId(1), answered(scale, 2)],
      [pollId(2), answered(scale, 4, 5, 5)],
      [pollId(3), answered(scale, 1, 1)],
    ],
  )
  expect(mood).toEqual([{ mean: 4, answers: 4 }, null])
})

test('means are as they were counted: rounded twice, 3.448 would be written as 3.5', () => {
  const votes = [...Array.from({ length: 13 }, () => 4), ...Array.from({ length: 16 }, () => 3)]
  const { confidence, mood } = trendsOf(
    session(1, [ana], ...secretPoll(1, asked('start')), ...secretPoll(2, pulse)),
    [
      [pollId(1), answered(scale, ...votes)],
      [pollId(2), answered(scale, ...votes)],
    ],
  )
  const { score } = reportFormats('en')
  for (const mean of [confidence[0]?.points[0]?.before, mood[0]?.mean]) expect(score(mean ?? 0)).toBe('3.4')
})

test('scores are those each session left behind, and at the last place those of now', () => {
  const { scores } = sampleResults().trends
  expect(scores.find(({ touchpointId }) => touchpointId === 'shape:touchpoint-switch-status')).toMatchObject({
    actual: [2.6, 3.4, 5.2],
  })
  // Nobody had scored it in the first session.
  expect(
    scores.find(({ touchpointId }) => touchpointId === 'shape:touchpoint-contract-summary'),
  ).toMatchObject({
    actual: [null, 4, 4.6],
  })
})
test('a session of which no board was kept leaves a gap', () => {
  const trends = trendsOf([...session(1, [ana]), ...session(2, [ana])])
  expect(trends.scores.find(({ title }) => title === 'exceeded')?.actual).toEqual([null, 9])
  expect(trends.scores.map(({ title }) => title)).not.toContain('unscored')
})
