// Counting: every kind of question, with the figures worked out by hand.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Answer, Question } from '#shared/facilitation/questions.ts'
import { tally } from '#shared/facilitation/tally.ts'
import { answerTo, question } from './arbitrary-questions.ts'

const options = ['Preis', 'Tempo', 'Ton'].map((label) => ({ optionId: label.toLowerCase(), label }))

test('a scale is counted step by step, with mean and spread', () => {
  const scale: Question = { kind: 'scale', min: 0, max: 4, lowLabel: 'nie', highLabel: 'immer' }
  expect(tally(scale, [['scale', 0], ['scale', 4], null, ['scale', 2]])).toEqual({
    kind: 'scale',
    votes: 3,
    blank: 1,
    counts: [1, 0, 1, 0, 1],
    mean: 2,
    spread: Math.sqrt(8 / 3),
  })
  expect(tally(scale, [])).toMatchObject({ votes: 0, mean: null, spread: null })
})

test('choices are counted per option, and several of one person are one vote', () => {
  expect(
    tally({ kind: 'single', options }, [
      ['single', 2],
      ['single', 2],
      ['single', 0],
    ]),
  ).toEqual({
    kind: 'single',
    votes: 3,
    blank: 0,
    counts: [1, 0, 2],
  })
  expect(
    tally({ kind: 'multiple', options, most: 2 }, [
      ['multiple', [0, 2]],
      ['multiple', [2]],
    ]),
  ).toEqual({
    kind: 'multiple',
    votes: 2,
    blank: 0,
    counts: [1, 0, 2],
  })
})

test('a ranking gives each option its places and their mean', () => {
  const rankings: Answer[] = [
    ['ranking', [2, 0, 1]],
    ['ranking', [2, 1, 0]],
    ['ranking', [0, 2, 1]],
  ]
  expect(tally({ kind: 'ranking', options }, rankings)).toEqual({
    kind: 'ranking',
    votes: 3,
    blank: 0,
    places: [
      [1, 1, 1],
      [0, 1, 2],
      [2, 1, 0],
    ],
    meanPlaces: [2, 8 / 3, 4 / 3],
  })
})

test('points are added up, and so are the people who gave any', () => {
  const given: Answer[] = [
    ['points', [5, 0, 0]],
    ['points', [1, 4, 0]],
  ]
  expect(tally({ kind: 'points', options, points: 5 }, given)).toEqual({
    kind: 'points',
    votes: 2,
    blank: 0,
    sums: [6, 4, 0],
    people: [2, 1, 0],
  })
})

test('words are counted, the most frequent first', () => {
  const given: Answer[] = [
    ['words', ['tempo', 'vertrauen']],
    ['words', ['vertrauen']],
    ['words', ['ruhe']],
  ]
  expect(tally({ kind: 'words', most: 3 }, given)).toEqual({
    kind: 'words',
    votes: 3,
    blank: 0,
    words: [
      { word: 'vertrauen', count: 2 },
      { word: 'ruhe', count: 1 },
      { word: 'tempo', count: 1 },
    ],
  })
})

test('texts stay in the order in which they came in', () => {
  expect(tally({ kind: 'text' }, [['text', 'b'], null, ['text', 'a']])).toEqual({
    kind: 'text',
    votes: 2,
    blank: 1,
    texts: ['b', 'a'],
  })
})

test('nothing is lost and nothing appears, whatever is asked and answered', () => {
  const scene = question.chain((asked) =>
    fc.record({
      asked: fc.constant(asked),
      answers: fc.array(fc.option(answerTo(asked)), { maxLength: 30 }),
    }),
  )
  fc.assert(
    fc.property(scene, ({ asked, answers }) => {
      const counted = tally(asked, answers)
      const given = answers.filter((answer) => answer !== null)
      expect([counted.votes, counted.blank]).toEqual([given.length, answers.length - given.length])
      const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
      if (counted.kind === 'scale' || counted.kind === 'single')
        expect(sum(counted.counts)).toBe(given.length)
      if (counted.kind === 'ranking')
        for (const places of counted.places) expect(sum(places)).toBe(given.length)
      if (counted.kind === 'points' && asked.kind === 'points')
        expect(sum(counted.sums)).toBe(given.length * asked.points)
      if (counted.kind === 'words')
        expect(sum(counted.words.map(({ count }) => count))).toBe(
          sum(given.map((answer) => (answer[0] === 'words' ? answer[1].length : 0))),
        )
      if (counted.kind === 'text') expect(counted.texts).toHaveLength(given.length)
    }),
  )
})

test('Borda points and mean places put options in the same order', () => {
  const rankings = fc.array(answerTo({ kind: 'ranking', options }), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(rankings, (answers) => {
      const counted = tally({ kind: 'ranking', options }, answers)
      if (counted.kind !== 'ranking') throw new Error('A ranking was counted as something else.')
      const borda = counted.places.map((places) =>
        places.reduce((points, count, place) => points + count * (options.length - 1 - place), 0),
      )
      for (const [option, mean] of counted.meanPlaces.entries())
        expect(borda[option]).toBeCloseTo(answers.length * (options.length - (mean ?? 0)), 9)
    }),
  )
})
