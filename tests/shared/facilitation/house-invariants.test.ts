// What holds of people, door, lead and groups whatever anybody sends, in whatever order.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Workshop } from '#shared/facilitation/workshop.ts'
import { play, steps } from './arbitrary.ts'

function inEveryState(property: (workshop: Workshop) => void) {
  fc.assert(
    fc.property(steps, (taken) => {
      for (const state of play(taken).states) property(state)
    }),
  )
}

describe('in every state', () => {
  test('who was removed is nowhere waited for and cannot come back by another way', () => {
    inEveryState(({ door, people, hands, lead, chair, choice, breakouts, feedback }) => {
      for (const { personId } of Object.values(door.removed)) {
        expect(people[personId]).toBeUndefined()
        expect(hands.queue.map((hand) => hand.personId)).not.toContain(personId)
        expect([hands.speaking, lead, choice].map((one) => one?.personId)).not.toContain(personId)
        expect(chair.takenBy).not.toBe(personId)
        expect(breakouts?.groups.flatMap(({ members }) => members) ?? []).not.toContain(personId)
        if (feedback?.endedAt === null) expect(feedback.waiting).not.toContain(personId)
      }
    })
  })
  test('co-facilitators are facilitators, and only one of them leads in the place of another', () => {
    inEveryState(({ chair, people }) => {
      for (const { isCo, role } of Object.values(people)) if (isCo) expect(role).toBe('facilitator')
      if (chair.takenBy) expect(people[chair.takenBy]?.isCo).toBe(true)
    })
  })
  test('nobody is in two groups, and only participants are in any', () => {
    inEveryState(({ breakouts, people }) => {
      const members = breakouts?.groups.flatMap((group) => group.members) ?? []
      expect(new Set(members).size).toBe(members.length)
      for (const personId of members) expect(people[personId]?.role).toBe('participant')
    })
  })
  test('somebody knocks only at a locked door', () => {
    inEveryState(({ door }) => {
      if (door.knockedAt !== null) expect(door.lockedAt).not.toBeNull()
    })
  })
})
