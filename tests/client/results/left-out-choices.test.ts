// What the page says is left out is what the server leaves out, also when choices overtake each other or fail.
import { expect, test } from 'vitest'
import { leftOutChoices, type Told } from '#client/results/left-out-choices.ts'
import type { SectionId } from '#shared/results/report.ts'

class Refused extends Error {}

/** A server that refuses the requests whose number is named. */
function started(stored: SectionId[], failing: number[] = []) {
  const server = { leftOut: stored, asked: 0 }
  const told: Told[] = []
  const sent: Promise<unknown>[] = []
  const choices = leftOutChoices(stored, {
    send: (wanted) => {
      server.asked += 1
      const isRefused = failing.includes(server.asked)
      const answer = Promise.resolve().then(() => {
        if (isRefused) throw new Refused()
        server.leftOut = wanted
        return wanted
      })
      sent.push(answer.catch(() => {}))
      return answer
    },
    tell: (one) => told.push(one),
    isExpected: (failure) => failure instanceof Refused,
    onBug: (error) => {
      throw error
    },
  })
  const settled = async (count: number) => {
    while (sent.length < count) await Promise.resolve()
    await Promise.all(sent)
    for (let turn = 0; turn < 5; turn++) await Promise.resolve()
  }
  return { choices, server, told, settled }
}

test('a choice is shown at once, and saved when the server has taken it', async () => {
  const { choices, server, told, settled } = started(['notes'])
  choices.show('polls', false)
  expect(told).toEqual([{ leftOut: ['polls', 'notes'], state: 'saving' }])
  await settled(1)
  expect(told.at(-1)).toEqual({ leftOut: ['polls', 'notes'], state: 'saved' })
  expect(server.leftOut).toEqual(['polls', 'notes'])
})

test('one that fails is taken back', async () => {
  const { choices, server, told, settled } = started(['concerns'], [1])
  choices.show('concerns', true)
  await settled(1)
  expect(told.at(-1)).toEqual({ leftOut: ['concerns'], state: 'failed' })
  expect(server.leftOut).toEqual(['concerns'])
})

test('one that failed is carried out with the next, and the page says so', async () => {
  const { choices, server, told, settled } = started(['concerns'], [1])
  choices.show('concerns', true)
  choices.show('mood', false)
  await settled(2)
  expect(server.leftOut).toEqual(['mood'])
  expect(told.at(-1)).toEqual({ leftOut: ['mood'], state: 'saved' })
})

test('where two fail, what the server has stands again, not what the first of them wished', async () => {
  const { choices, told, settled } = started(['concerns'], [1, 2])
  choices.show('concerns', true)
  choices.show('mood', false)
  await settled(2)
  expect(told.at(-1)).toEqual({ leftOut: ['concerns'], state: 'failed' })
})

test('what was fetched before a choice does not undo it', async () => {
  const { choices, server, settled } = started([])
  choices.show('concerns', false)
  expect(choices.fetched([])).toBe(false)
  await settled(1)
  choices.show('mood', false)
  await settled(2)
  expect(server.leftOut).toEqual(['mood', 'concerns'])
  expect(choices.fetched(['polls'])).toBe(true)
})
