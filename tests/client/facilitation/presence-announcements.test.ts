// What is read aloud about presence: to oneself that one is away or back, to facilitators whom the group waits for.
import { expect, test } from 'vitest'
import { aboutPresence } from '#client/facilitation/presence/presence-announcements.ts'
import type { RoomState } from '#client/facilitation/room-store.ts'
import type { Event } from '#shared/facilitation/events.ts'
import { ana, cem, dana, fold, noon, opening, type Somebody } from '#tests/shared/facilitation/scene.ts'

type States = RoomState['states']
const heard = (me: Somebody, before: States, after: States, ...events: Event[]) => {
  const confirmed = fold([...opening, ...events])
  return aboutPresence({ states: before, confirmed }, { states: after, confirmed }, me)
}
const is = ({ personId }: Somebody, state: States[Somebody['personId']]): States => ({ [personId]: state })
const raised: Event = { type: 'hand.raised', personId: cem.personId, at: noon }

test('I hear that the others see me as away, and that I am back', () => {
  expect(heard(cem, {}, is(cem, 'back-soon'))).toEqual([{ what: 'awayYou' }])
  expect(heard(cem, is(cem, 'back-soon'), {})).toEqual([{ what: 'backYou' }])
})

test('facilitators hear that somebody in the queue has gone or come back; the others do not', () => {
  expect(heard(ana, {}, is(cem, 'lost'), raised)).toEqual([{ what: 'away-lost', personId: cem.personId }])
  expect(heard(ana, is(cem, 'other-meeting'), {}, raised)).toEqual([
    { what: 'backAgain', personId: cem.personId },
  ])
  expect(heard(dana, {}, is(cem, 'lost'), raised)).toEqual([])
})

test('facilitators hear nothing of people whom nobody waits for', () => {
  expect(heard(ana, {}, is(dana, 'back-soon'), raised)).toEqual([])
})
