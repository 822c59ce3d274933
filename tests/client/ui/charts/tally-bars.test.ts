// Which option stands first in a chart, and how long its bar is.
import { expect, test } from 'vitest'
import { figuresOf, writtenTexts } from '#client/ui/charts/tally-bars.ts'
import type { Question } from '#shared/facilitation/questions.ts'
import { tally } from '#shared/facilitation/tally.ts'

const options = ['Rechnung', 'Hotline', 'App'].map((label, place) => ({ optionId: `o${place}`, label }))
const labels = (question: Question, answers: Parameters<typeof tally>[1]) => {
  const counted = tally(question, answers)
  if (counted.kind === 'scale' || counted.kind === 'words' || counted.kind === 'text') throw new Error()
  return figuresOf(question, counted).map(({ label, value }) => `${label} ${value}`)
}

test('what was chosen most often stands first, equal ones in the order in which they were asked', () => {
  expect(labels({ kind: 'single', options }, [['single', 2], ['single', 2], null])).toEqual([
    'App 2',
    'Rechnung 0',
    'Hotline 0',
  ])
})

test('the best mean place makes the longest bar of a ranking', () => {
  expect(
    labels({ kind: 'ranking', options }, [
      ['ranking', [1, 0, 2]],
      ['ranking', [1, 2, 0]],
    ]),
  ).toEqual(['Hotline 3', 'Rechnung 1.5', 'App 1.5'])
})

test('an option that nobody has ranked has no bar', () => {
  expect(labels({ kind: 'ranking', options }, [null])).toEqual(['Rechnung 0', 'Hotline 0', 'App 0'])
})

test('points stand by their sums', () => {
  expect(labels({ kind: 'points', options, points: 3 }, [['points', [0, 1, 2]]])).toEqual([
    'App 2',
    'Hotline 1',
    'Rechnung 0',
  ])
})

test('texts are read with capitals at the beginning of their sentences', () => {
  expect(writtenTexts({ kind: 'text', votes: 1, blank: 0, texts: ['mehr zeit. weniger mails.'] })).toEqual([
    'Mehr zeit. Weniger mails.',
  ])
})
