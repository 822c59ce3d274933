// What answers which question, and that every answer has exactly one form.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asSentences, plainText } from '#shared/facilitation/plain-text.ts'
import {
  Answer,
  isAnswerTo,
  longestText,
  longestWord,
  type Question,
  Question as QuestionSchema,
  stepsOf,
  textAnswer,
  wordsAnswer,
} from '#shared/facilitation/questions.ts'
import { answerTo, question } from './arbitrary-questions.ts'

const options = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ optionId: `o${index}`, label: `Option ${index + 1}` }))
const asks = (asked: Question) => QuestionSchema.parse(asked)

describe('a question', () => {
  test('is of the protocol whatever its kind', () => {
    fc.assert(
      fc.property(question, (asked) => {
        expect(QuestionSchema.parse(asked)).toEqual(asked)
      }),
    )
  })
  test('has a label for each step of its scale, or none', () => {
    const scale = { kind: 'scale', min: 0, max: 10, lowLabel: 'nie', highLabel: 'immer' }
    const labels = Array.from({ length: 11 }, (_, step) => `Stufe ${step}`)
    expect(QuestionSchema.safeParse(scale).success).toBe(true)
    expect(QuestionSchema.safeParse({ ...scale, labels }).success).toBe(true)
    expect(QuestionSchema.safeParse({ ...scale, labels: labels.slice(1) }).success).toBe(false)
    expect(stepsOf({ min: 0, max: 10 })).toHaveLength(11)
  })
  test('tells its options apart', () => {
    const [one] = options(1)
    expect(QuestionSchema.safeParse({ kind: 'single', options: [one, one] }).success).toBe(false)
    expect(QuestionSchema.safeParse({ kind: 'single', options: options(1) }).success).toBe(false)
    expect(QuestionSchema.safeParse({ kind: 'ranking', options: options(9) }).success).toBe(false)
  })
  test('does not let more be chosen than there is', () => {
    expect(QuestionSchema.safeParse({ kind: 'multiple', options: options(3), most: 4 }).success).toBe(false)
  })
})

describe('an answer', () => {
  test('fits the question it was made for, and is of the protocol', () => {
    const both = question.chain((asked) => answerTo(asked).map((answer) => ({ asked, answer })))
    fc.assert(
      fc.property(both, ({ asked, answer }) => {
        expect(isAnswerTo(asked, answer)).toBe(true)
        expect(Answer.parse(JSON.parse(JSON.stringify(answer)))).toEqual(answer)
      }),
    )
  })
  test('fits no question of another kind', () => {
    const both = fc
      .tuple(question, question)
      .filter(([one, other]) => one.kind !== other.kind)
      .chain(([one, other]) => answerTo(one).map((answer) => ({ other, answer })))
    fc.assert(
      fc.property(both, ({ other, answer }) => {
        expect(isAnswerTo(other, answer)).toBe(false)
      }),
    )
  })
  test('names no option that is not there, none twice, and not more than allowed', () => {
    const multiple = asks({ kind: 'multiple', options: options(4), most: 2 })
    expect(isAnswerTo(multiple, ['multiple', [1, 3]])).toBe(true)
    for (const places of [
      [3, 1],
      [1, 1],
      [0, 4],
      [0, 1, 2],
    ])
      expect(isAnswerTo(multiple, ['multiple', places])).toBe(false)
    const ranking = asks({ kind: 'ranking', options: options(3) })
    expect(isAnswerTo(ranking, ['ranking', [2, 0, 1]])).toBe(true)
    for (const places of [
      [2, 0],
      [2, 0, 0],
      [0, 1, 3],
    ])
      expect(isAnswerTo(ranking, ['ranking', places])).toBe(false)
    expect(isAnswerTo(asks({ kind: 'single', options: options(2) }), ['single', 2])).toBe(false)
  })
  test('gives away all points', () => {
    const points = asks({ kind: 'points', options: options(3), points: 5 })
    expect(isAnswerTo(points, ['points', [0, 5, 0]])).toBe(true)
    for (const given of [
      [1, 1, 1],
      [3, 3, 0],
      [5, 0],
    ])
      expect(isAnswerTo(points, ['points', given])).toBe(false)
  })
  test('stays on the scale', () => {
    const scale = asks({ kind: 'scale', min: 1, max: 7, lowLabel: 'nie', highLabel: 'immer' })
    for (const value of [1, 7]) expect(isAnswerTo(scale, ['scale', value])).toBe(true)
    for (const value of [0, 8]) expect(isAnswerTo(scale, ['scale', value])).toBe(false)
  })
  test('of words says each once, in one order', () => {
    const typed = ['  Vertrauen', 'TEMPO ', 'vertrauen', '']
    expect(wordsAnswer(typed)).toEqual(['words', ['tempo', 'vertrauen']])
    expect(wordsAnswer([...typed].reverse())).toEqual(wordsAnswer(typed))
    expect(wordsAnswer([' ', ''])).toBeNull()
    expect(wordsAnswer(['x'.repeat(longestWord + 1)])).toBeNull()
    const words = asks({ kind: 'words', most: 2 })
    expect(isAnswerTo(words, ['words', ['tempo', 'vertrauen']])).toBe(true)
    expect(isAnswerTo(words, ['words', ['vertrauen', 'tempo']])).toBe(false)
    expect(isAnswerTo(words, ['words', ['a', 'b', 'c']])).toBe(false)
  })
  test('of text is too long only when its plain form is', () => {
    expect(textAnswer(`  ${'x'.repeat(longestText)}\n`)).toEqual(['text', 'x'.repeat(longestText)])
    expect(textAnswer('x'.repeat(longestText + 1))).toBeNull()
    expect(textAnswer(' \u200b ')).toBeNull()
  })
})

describe('a plain text', () => {
  test.each([
    ['Das  IST\n\tgut !!!', 'das ist gut!'],
    ['„So“ «sagt» man’s', '"so" "sagt" man\'s'],
    ['Preis – Leistung…', 'preis - leistung...'],
    ['gut 👍🏽', 'gut 👍'],
    ['ﬁnden', 'finden'],
    ['Cafe\u0301', 'café'],
    ['un\u00adsicht\u200bbar\u202e', 'unsichtbar'],
    ['halb\ud83d', 'halb'],
  ])('of %j is %j', (typed, plain) => {
    expect(plainText(typed)).toBe(plain)
  })
  test('is its own plain form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const plain = plainText(typed)
        expect(plainText(plain)).toBe(plain)
      }),
    )
  })
  test('is the same however it was spaced, capitalised or composed', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('Ärger', 'mit', 'der', 'Straße', 'Ünlü', 'CX')), (words) => {
        const plain = plainText(words.join(' '))
        expect(plainText(words.join('  \n').normalize('NFD'))).toBe(plain)
        expect(plainText(words.join(' ').toLowerCase())).toBe(plain)
      }),
    )
  })
  test('reads as sentences again', () => {
    expect(asSentences('wir reden viel. wer entscheidet? ä')).toBe('Wir reden viel. Wer entscheidet? Ä')
  })
})
