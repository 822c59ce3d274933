// What was tapped and typed becomes an answer only when it answers the question.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  AnswerDraft,
  answerIn,
  answerInWords,
  draftOf,
  labelOf,
} from '#client/facilitation/answer/answer-draft.ts'
import { isAnswerTo, type Question } from '#shared/facilitation/questions.ts'
import { answerTo, question as aQuestion } from '#tests/shared/facilitation/arbitrary-questions.ts'

const options = ['Rechnung', 'Hotline', 'App'].map((label, place) => ({ optionId: `o${place}`, label }))
const points: Question = { kind: 'points', options, points: 5 }
const several: Question = { kind: 'multiple', options, most: 2 }
const words: Question = { kind: 'words', most: 2 }

test('nothing is no answer', () => {
  expect(answerIn(points, null)).toBeNull()
  expect(answerIn(several, { kind: 'multiple', places: [] })).toBeNull()
  expect(answerIn(words, { kind: 'words', words: ['', ' '] })).toBeNull()
  expect(answerIn({ kind: 'text' }, { kind: 'text', text: '  ' })).toBeNull()
})

test('points are an answer when all of them are given', () => {
  expect(answerIn(points, { kind: 'points', points: [3, 1, 0] })).toBeNull()
  expect(answerIn(points, { kind: 'points', points: [3, 2, 0] })).toEqual(['points', [3, 2, 0]])
})

test('several choices have one form, whatever the order in which they were tapped', () => {
  expect(answerIn(several, { kind: 'multiple', places: [2, 0] })).toEqual(['multiple', [0, 2]])
})

test('words are sent in plain form, each once', () => {
  expect(answerIn(words, { kind: 'words', words: [' Tempo ', 'tempo'] })).toEqual(['words', ['tempo']])
})

test('a draft of another kind answers nothing', () => {
  expect(answerIn(points, { kind: 'text', text: 'drei' })).toBeNull()
})

test('an answer is read as one line', () => {
  expect(answerInWords(points, ['points', [3, 0, 2]])).toBe('Rechnung: 3, App: 2')
  expect(answerInWords({ kind: 'ranking', options }, ['ranking', [2, 0, 1]])).toBe(
    '1. App, 2. Rechnung, 3. Hotline',
  )
  const scale: Question = { kind: 'scale', min: 0, max: 10, lowLabel: 'nie', highLabel: 'immer' }
  expect(answerInWords(scale, ['scale', 10])).toBe('10, immer')
  expect(labelOf(scale, 0)).toBe('nie')
  expect(labelOf(scale, 5)).toBe('')
})

test('every answer can be taken up again and is the same one then', () => {
  fc.assert(
    fc.property(
      aQuestion.chain((asked) => fc.tuple(fc.constant(asked), answerTo(asked))),
      ([question, answer]) => {
        const draft = draftOf(answer)
        expect(AnswerDraft.parse(JSON.parse(JSON.stringify(draft)))).toEqual(draft)
        expect(isAnswerTo(question, answer)).toBe(true)
        expect(answerIn(question, draft)).toEqual(answer)
        expect(answerInWords(question, answer)).not.toBe('')
      },
    ),
  )
})
