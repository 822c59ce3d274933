// Whatever is typed as a time to speak, the rules accept it.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ownLength } from '#client/facilitation/panel/turn-length.ts'
import { Command } from '#shared/facilitation/commands.ts'

const typed = fc.record({ minutes: fc.nat(500), seconds: fc.nat(500) })

test('minutes and seconds add up', () => {
  expect(ownLength({ minutes: 1, seconds: 30 }, 3600)).toBe(90)
  expect(ownLength({ minutes: 0, seconds: 75 }, 3600)).toBe(75)
})

test('too little and too much become the least and the most', () => {
  expect(ownLength({ minutes: 0, seconds: 0 }, 3600)).toBe(10)
  expect(ownLength({ minutes: 60, seconds: 59 }, 3600)).toBe(3600)
})

test('whatever is typed, the queue and the round accept it', () => {
  fc.assert(
    fc.property(typed, (own) => {
      const limit = { type: 'floor.limit', seconds: ownLength(own, 3600) }
      const round = { type: 'feedback.start', title: 'Was?', by: 'random', secondsEach: ownLength(own, 1800) }
      expect(Command.safeParse(limit).success && Command.safeParse(round).success).toBe(true)
    }),
  )
})
