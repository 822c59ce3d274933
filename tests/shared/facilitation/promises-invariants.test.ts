// What holds of ground rules, promises and actions whatever anybody sends, in whatever order.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { redact, redactWorkshop } from '#shared/facilitation/redact.ts'
import { emptyWorkshop, type Workshop } from '#shared/facilitation/workshop.ts'
import { type History, play, steps } from './arbitrary.ts'
import { ana, cem, guest } from './scene.ts'

function always(property: (history: History) => void) {
  fc.assert(
    fc.property(steps, (taken) => {
      property(play(taken))
    }),
  )
}
function inEveryState(property: (workshop: Workshop) => void) {
  always(({ states }) => {
    for (const state of states) property(state)
  })
}

describe('in every state', () => {
  test('whoever has accepted a ground rule has not declined it, and each declines it once', () => {
    inEveryState(({ checkIn: { accepted, declined, rules } }) => {
      const known = new Set(rules.map(({ ruleId }) => ruleId))
      expect(known.size).toBe(rules.length)
      const pairs = declined.map(({ personId, ruleId }) => `${personId}/${ruleId}`)
      expect(new Set(pairs).size).toBe(pairs.length)
      for (const { personId, ruleId } of declined) expect(accepted[personId]?.[ruleId]).toBeUndefined()
    })
  })
  test('totals of a check-out exist only when it is over, and from the minimum group on', () => {
    inEveryState(({ checkOut, info }) => {
      for (const { totals, closedAt, marks } of checkOut.rounds) {
        if (!totals) continue
        expect(closedAt).not.toBeNull()
        const sum = totals.kept + totals.partly + totals.notKept
        expect(sum).toBe(Object.keys(marks).length)
        expect(sum).toBeGreaterThanOrEqual(info.minimumGroup)
      }
    })
  })
  test('only the last check-out is open', () => {
    inEveryState(({ checkOut: { rounds } }) =>
      expect(rounds.slice(0, -1).filter(({ closedAt }) => closedAt === null)).toEqual([]),
    )
  })
  test('an action has one owner at most: somebody of the workshop, also removed since, or named as absent', () => {
    inEveryState(({ actions, people, door }) => {
      expect(new Set(actions.list.map(({ actionId }) => actionId)).size).toBe(actions.list.length)
      for (const { ownerId, authorId, state, liveSince } of actions.list) {
        if (ownerId !== null)
          expect(people[ownerId] ?? door.removed[ownerId] ?? actions.absent[ownerId]).toBeDefined()
        expect(people[authorId]?.role).not.toBe('observer')
        if (state !== 'live') expect(liveSince).toBeNull()
      }
    })
  })
  test('a parked topic is there once or removed, and nothing but a command to remove it loses one', () => {
    always(({ states }) => {
      const seen = new Set<string>()
      for (const { parkingLot } of states) {
        const there = parkingLot.topics.map(({ topicId }) => topicId)
        const removed = parkingLot.removed.map(({ topic }) => topic.topicId)
        expect(new Set([...there, ...removed]).size).toBe(there.length + removed.length)
        for (const topicId of there) seen.add(topicId)
        expect(new Set([...there, ...removed])).toEqual(seen)
      }
    })
  })
})

describe('what a viewer receives', () => {
  test('never has what became of somebody else’s promise, not even for a facilitator', () => {
    always(({ events, states }) => {
      for (const viewer of [ana, cem, guest]) {
        for (const event of events) {
          const received = redact(event, viewer)
          if (received.type !== 'check-out.marked' || received.personId === viewer.personId) continue
          expect(received.mark).toBeUndefined()
          expect(received.sentence).toBeUndefined()
        }
        for (const { marks } of redactWorkshop(states.at(-1) ?? emptyWorkshop, viewer).checkOut.rounds)
          for (const [personId, own] of Object.entries(marks))
            if (personId !== viewer.personId) expect(own).toEqual({ mark: null, sentence: null })
      }
    })
  })
  test('has why somebody does not accept a rule only for facilitators and for that person', () => {
    always(({ events, states }) => {
      for (const viewer of [cem, guest]) {
        const received = events.map((event) => redact(event, viewer))
        const declined = received.filter((event) => event.type === 'rule.declined')
        expect(declined.every((event) => event.personId === viewer.personId)).toBe(true)
        const state = redactWorkshop(states.at(-1) ?? emptyWorkshop, viewer)
        expect(state.checkIn.declined.every((one) => one.personId === viewer.personId)).toBe(true)
      }
    })
  })
})
