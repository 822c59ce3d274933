import { expect, test } from 'vitest'
import { officeWords } from '#client/results/files/office-words.ts'
import {
  actionsMessage,
  attendanceMessage,
  gapMessage,
  journeyMessage,
  makingOf,
  movedMessage,
} from '#client/results/files/slides/messages.ts'
import type { Cell } from '#shared/results/report.ts'
import { fullReport } from './full-report.ts'
import { chart, column, table } from './report-blocks.ts'

const making = makingOf(fullReport('en'), officeWords.en)
const { titles } = making

const actions = (...rows: Cell[][]) =>
  table('decisions', '', [column(titles.action), column(titles.owner), column(titles.due, 'day')], rows)

test('one action with everything it needs', () => {
  expect(actionsMessage(actions(['Call', 'Cem', '2027-01-15']), making)).toBe(
    '1 action decided, all with a date',
  )
})

test('actions that miss an owner or a date are counted', () => {
  const some = actions(
    ['Call', titles.stillOpen, '2027-01-15'],
    ['Write', 'Ana', null],
    ['Ask', titles.stillOpen, null],
  )
  expect(actionsMessage(some, making)).toBe('3 actions decided, 2 without a date, 2 without an owner')
})

const stages = (...rows: Cell[][]) =>
  table('stages', '', [column(titles.stage), column(titles.emotionScale, 'signed')], rows)

test('a low point is one or two stages that feel bad, and none where none does', () => {
  expect(journeyMessage(null, stages(['Buying', 1], ['Waiting', -2]), making)).toBe(
    'The journey has 0 touchpoints in 2 stages, the low point is “Waiting”',
  )
  expect(journeyMessage(null, stages(['Buying', -2], ['Waiting', -2], ['Using', null]), making)).toBe(
    'The journey has 0 touchpoints in 3 stages, the low points are “Buying” and “Waiting”',
  )
  expect(journeyMessage(null, stages(['Buying', 1], ['Waiting', 0]), making)).toBe(
    'The journey has 0 touchpoints in 2 stages',
  )
})

const scores = (actual: (number | null)[], target: (number | null)[]) =>
  chart({
    id: 'scores-chart',
    title: '',
    shape: 'bars',
    categories: ['Order', 'Date'],
    series: { [titles.actual]: actual, [titles.target]: target },
    type: 'score',
  })

test('the largest gap is the one below its target, not the one above', () => {
  expect(gapMessage(scores([9, 4.4], [5, 5]), making)).toBe('Largest gap: “Date” is 0.6 below its target')
  expect(gapMessage(scores([9, 5], [5, 5]), making)).toBe('Every scored touchpoint reaches its target')
  expect(gapMessage(scores([9, null], [null, 5]), making)).toBeNull()
})

test('the score that moved most is told from its first to its last figure', () => {
  const moved = table(
    'trend-scores',
    '',
    [
      column(titles.touchpoint),
      column(titles.target, 'score'),
      column('1', 'score'),
      column('2', 'score'),
      column('3', 'score'),
    ],
    [
      ['Order', 9, 2, null, 3],
      ['Date', 9, null, 6, 4],
      ['Bill', 1, null, 5, null],
    ],
  )
  expect(movedMessage(moved, making)).toBe('“Date” moved from 6.0 to 4.0')
})

test('those without a department are people, but no department', () => {
  const there = chart({
    id: 'attendance',
    title: '',
    shape: 'bars',
    categories: ['Sales', 'Service', titles.noDepartment],
    series: { first: [9, 9, 9], latest: [3, 0, 1] },
  })
  expect(attendanceMessage(there, making)).toBe('4 people from 1 department')
})
