// Random questions of every kind, and random answers to them.
import fc from 'fast-check'
import {
  type Answer,
  type Question,
  stepsOf,
  textAnswer,
  wordsAnswer,
} from '#shared/facilitation/questions.ts'

const options = (most: number) =>
  fc
    .integer({ min: 2, max: most })
    .map((count) =>
      Array.from({ length: count }, (_, place) => ({ optionId: `o-${place}`, label: `Wahl ${place}` })),
    )

export const question: fc.Arbitrary<Question> = fc.oneof(
  fc
    .record({ min: fc.constantFrom<(0 | 1)[]>(0, 1), max: fc.integer({ min: 2, max: 10 }) })
    .map((range): Question => ({ kind: 'scale', ...range, lowLabel: 'wenig', highLabel: 'viel' })),
  options(12).map((all): Question => ({ kind: 'single', options: all })),
  options(12).chain((all) =>
    fc
      .integer({ min: 2, max: all.length })
      .map((most): Question => ({ kind: 'multiple', options: all, most })),
  ),
  options(8).map((all): Question => ({ kind: 'ranking', options: all })),
  fc
    .tuple(options(12), fc.integer({ min: 1, max: 20 }))
    .map(([all, points]): Question => ({ kind: 'points', options: all, points })),
  fc.integer({ min: 1, max: 5 }).map((most): Question => ({ kind: 'words', most })),
  fc.constant<Question>({ kind: 'text' }),
)

const typedText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 })

export function answerTo(asked: Question): fc.Arbitrary<Answer> {
  const places = 'options' in asked ? asked.options.map((_, place) => place) : []
  switch (asked.kind) {
    case 'scale':
      return fc.constantFrom(...stepsOf(asked)).map((step): Answer => ['scale', step])
    case 'single':
      return fc.constantFrom(...places).map((place): Answer => ['single', place])
    case 'multiple':
      return fc
        .shuffledSubarray(places, { minLength: 1, maxLength: asked.most })
        .map((chosen): Answer => ['multiple', chosen.sort((a, b) => a - b)])
    case 'ranking':
      return fc
        .shuffledSubarray(places, { minLength: places.length })
        .map((ranked): Answer => ['ranking', ranked])
    case 'points':
      return fc
        .array(fc.constantFrom(...places), { minLength: asked.points, maxLength: asked.points })
        .map(
          (given): Answer => ['points', places.map((place) => given.filter((one) => one === place).length)],
        )
    case 'words':
      return present(fc.array(typedText, { minLength: 1, maxLength: asked.most }).map(wordsAnswer))
    case 'text':
      return present(typedText.map(textAnswer))
  }
}

const present = (maybe: fc.Arbitrary<Answer | null>): fc.Arbitrary<Answer> =>
  maybe.filter((answer): answer is Answer => answer !== null)
