// How simulated people use the concern box: some write, most leave the slip blank, and nobody writes twice in an item.
import { expect, test } from 'vitest'
import { createChance } from '#client/simulated/chance.ts'
import type { Habit, Self } from '#client/simulated/habit.ts'
import { writeConcern } from '#client/simulated/habits/concerns.ts'
import type { Event } from '#shared/facilitation/events.ts'
import type { Answer } from '#shared/facilitation/questions.ts'
import { fold, keys, mapping, noon, opening, welcome } from '#tests/shared/facilitation/scene.ts'

const started: Event = { type: 'agenda.started', itemId: welcome, at: noon }
const boxOf = (number: number, itemId: typeof welcome, at: number): Event => ({
  type: 'concern.opened',
  ...keys(number),
  itemId,
  itemStartedAt: at,
  title: 'Ein Punkt',
  at,
  eligible: [],
  minimumGroup: 5,
})
const running = fold([...opening, started, boxOf(1, welcome, noon)])

/** Somebody who looks at the room so often that nothing is left undone by chance. */
function somebody(seed: number, status: 'ready' | 'requesting-token' = 'ready') {
  const drafts: Answer[] = []
  const ballots = { view: () => ({ status }), draft: (_: unknown, answer: Answer) => drafts.push(answer) }
  const self = {
    person: { ballots },
    temperament: 'quiet',
    words: { nextConcern: () => 'Wer macht das alles?' },
    chance: createChance(seed),
  } as unknown as Self // all of a person that the habit looks at
  const habit: Habit = writeConcern(self)
  const looks = (view: typeof running) => {
    for (let look = 0; look < 50; look += 1) habit({ view, item: null })?.()
  }
  return { drafts, looks }
}

test('of many people some write something, most leave it blank, and nobody writes twice', () => {
  const written = Array.from({ length: 200 }, (_, seed) => {
    const { drafts, looks } = somebody(seed)
    looks(running)
    looks(running)
    return drafts.length
  })
  expect(Math.max(...written)).toBe(1)
  const some = written.filter((count) => count === 1).length
  expect(some).toBeGreaterThan(40)
  expect(some).toBeLessThan(100)
})

test('nothing is written before the slip is here', () => {
  for (let seed = 0; seed < 20; seed += 1) {
    const { drafts, looks } = somebody(seed, 'requesting-token')
    looks(running)
    expect(drafts).toEqual([])
  }
})

test('each item is another chance, and a box of an item that is over is left alone', () => {
  const next = fold(
    [{ type: 'agenda.advanced', itemId: mapping, at: noon + 1 }, boxOf(2, mapping, noon + 1)],
    running,
  )
  const between = fold([{ type: 'agenda.advanced', itemId: mapping, at: noon + 1 }], running)
  const written = Array.from({ length: 50 }, (_, seed) => {
    const { drafts, looks } = somebody(seed)
    looks(between)
    expect(drafts).toEqual([])
    looks(running)
    looks(next)
    return drafts.length
  })
  expect(Math.max(...written)).toBe(2)
})
