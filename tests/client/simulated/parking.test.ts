// A simulated person parks what leads too far, in a discussion only, and each thing once.
import { expect, test } from 'vitest'
import { createChance } from '#client/simulated/chance.ts'
import type { Habit, Self } from '#client/simulated/habit.ts'
import { beginAction } from '#client/simulated/habits/actions.ts'
import { parkTopic } from '#client/simulated/habits/parking.ts'
import { wordsOf } from '#client/simulated/words.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import type { Event } from '#shared/facilitation/events.ts'
import { apply, type Workshop } from '#shared/facilitation/workshop.ts'
import { ActionId } from '#shared/ids.ts'
import { cem, given, mapping, noon } from '#tests/shared/facilitation/scene.ts'

const discussion = { itemId: mapping, kind: 'discussion', minutes: 10, title: 'Reden' } as const
const checkOut = { ...discussion, kind: 'check-out' } as const

function somebody() {
  const sent: Command[] = []
  const self = {
    person: {
      seat: cem,
      room: {
        send(command: Command) {
          sent.push(command)
          return Promise.resolve({ ok: true })
        },
      },
    },
    temperament: 'talkative',
    words: wordsOf('Carla', 'de', createChance(1)),
    chance: createChance(1),
  } as unknown as Self // as much of a person as these habits have to do with
  return { self, sent }
}

/** Looks at the room often enough that whatever may happen has happened. */
async function looks(habit: Habit, view: Workshop, item: typeof discussion | typeof checkOut) {
  for (let look = 0; look < 500; look += 1) await habit({ view, item })?.()
}

test('a topic is parked in a discussion, once, and not in other items', async () => {
  const { self, sent } = somebody()
  const habit = parkTopic(self)
  const view = given().workshop
  await looks(habit, view, checkOut)
  expect(sent).toEqual([])
  await looks(habit, view, discussion)
  expect(sent).toMatchObject([{ type: 'topic.park', text: 'Unser Preis auf dem Vergleichsportal' }])
})

test('whoever owns an action begins with it at the end at most once, and with nobody else’s', async () => {
  const added = (id: string, ownerId: typeof cem.personId | null): Event => ({
    type: 'action.added',
    actionId: ActionId.parse(id.repeat(32)),
    title: 'SMS schicken',
    ownerId,
    departmentId: null,
    due: null,
    feltFrom: null,
    shapeId: null,
    authorId: cem.personId,
    at: noon,
  })
  const mine = [...'0123456789'].map((id) => added(id, cem.personId))
  const view = [...mine, added('a', null)].reduce(apply, given().workshop)
  const { self, sent } = somebody()
  const habit = beginAction(self)
  await looks(habit, view, discussion)
  expect(sent).toEqual([])
  await looks(habit, view, checkOut)
  expect(sent.length).toBeGreaterThan(0)
  expect(sent.length).toBeLessThan(mine.length)
  const ids = sent.map((command) => command.type === 'action.change' && command.actionId)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).not.toContain('a'.repeat(32))
})
