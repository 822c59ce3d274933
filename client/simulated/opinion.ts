// What a simulated person answers when they are asked something, whatever the kind of the question.
import type { Chance } from '#client/simulated/chance.ts'
import type { PollQuestion } from '#shared/facilitation/poll-form.ts'
import { type Answer, stepsOf, textAnswer, wordsAnswer } from '#shared/facilitation/questions.ts'

type Speaker = { chance: Chance; says: () => string }

/** null where nothing comes to mind. */
export function opinionOn({ asks, phase }: PollQuestion, { chance, says }: Speaker): Answer | null {
  const places = 'options' in asks ? asks.options.map((_, place) => place) : []
  switch (asks.kind) {
    case 'scale':
      return ['scale', stepOn(stepsOf(asks), phase, chance.between(0, 1))]
    case 'single':
      return ['single', favourite(places, chance)]
    case 'multiple': {
      const wanted = 1 + Math.floor(chance.below(asks.most))
      const chosen = new Set(Array.from({ length: wanted }, () => favourite(places, chance)))
      return ['multiple', [...chosen].sort((one, other) => one - other)]
    }
    case 'ranking': {
      // Everyone starts from the same order and pulls one thing forward.
      const first = favourite(places, chance)
      return ['ranking', [first, ...places.filter((place) => place !== first)]]
    }
    case 'points': {
      const given = places.map(() => 0)
      for (let left = asks.points; left > 0; left -= 1) {
        const place = favourite(places, chance)
        given[place] = (given[place] ?? 0) + 1
      }
      return ['points', given]
    }
    case 'words': {
      const words = says()
        .split(/[^\p{L}]+/u)
        .filter((word) => word.length > 4)
      return wordsAnswer(chance.shuffled(words).slice(0, asks.most))
    }
    case 'text':
      return textAnswer(says())
  }
}

/** Most think alike, some do not; after an hour's work together they are a little more hopeful. */
function stepOn(steps: readonly number[], phase: PollQuestion['phase'], drawn: number): number {
  const shares = phase === 'end' ? [0.02, 0.1, 0.3, 0.42, 0.16] : [0.08, 0.26, 0.38, 0.2, 0.08]
  let left = drawn
  const fifth = shares.findIndex((share) => {
    left -= share
    return left < 0
  })
  const place = Math.round(((fifth < 0 ? 4 : fifth) / 4) * (steps.length - 1))
  return steps[place] ?? 0
}

/** What stands first is liked more: half of all take it, half of the rest the second, and so on. */
function favourite(places: readonly number[], chance: Chance): number {
  return places.find((place) => place === places.length - 1 || chance.is(0.5)) ?? 0
}
