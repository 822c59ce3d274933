// Simulated people answer what they are asked, whatever it is.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createChance } from '#client/simulated/chance.ts'
import { opinionOn } from '#client/simulated/opinion.ts'
import { isAnswerTo } from '#shared/facilitation/questions.ts'
import { question } from '#tests/shared/facilitation/arbitrary-questions.ts'
import { trustQuestion } from '#tests/support/questions.ts'

test('a simulated person’s answer fits the question', () => {
  fc.assert(
    fc.property(question, fc.nat(), (asks, seed) => {
      const says = () => 'Die Kundschaft wartet zu lange auf eine Antwort.'
      const answer = opinionOn({ ...trustQuestion, asks }, { chance: createChance(seed), says })
      expect(answer && isAnswerTo(asks, answer)).toBe(true)
    }),
  )
})

test('who has nothing to say writes nothing', () => {
  const speaker = { chance: createChance(1), says: () => '' }
  expect(opinionOn({ ...trustQuestion, asks: { kind: 'text' } }, speaker)).toBeNull()
})
