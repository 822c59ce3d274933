// Who offers whom the seat they had, and what taking it up means.
import { expect, test } from 'vitest'
import { mayReceiveBallot } from '#shared/ballots/eligibility.ts'
import type { Event } from '#shared/facilitation/events.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import { PersonId } from '#shared/ids.ts'
import { ana, cem, dana, given, guest, minute, noon, server } from './scene.ts'

const nobodyHere = PersonId.parse('n0b0dyhere000000')
const offer = (personId: PersonId, byId: PersonId | null = ana.personId) =>
  ({ type: 'seat.offer', personId, byId }) as const
const takeUp = (personId: PersonId, byId: PersonId | null = ana.personId) =>
  ({ type: 'seat.take-up', personId, byId }) as const
const promoted = (personId: PersonId): Event => ({ type: 'person.promoted', personId, at: noon - minute })

test('that a link was made for somebody, and by whom, stands in the log', () => {
  given()
    .when(server, offer(cem.personId))
    .thenHappened({ type: 'seat.offered', personId: cem.personId, byId: ana.personId, at: noon })
})

test('whoever takes it up is the person they were, and everybody sees that', () => {
  const scene = given()
  const before = scene.workshop.people[cem.personId]
  const taken = scene.when(server, takeUp(cem.personId))
  taken.thenHappened({ type: 'seat.taken-up', personId: cem.personId, at: noon })
  expect(taken.after().people[cem.personId]).toEqual({ ...before, takenUpAt: noon })
})

test.each([ana, cem, guest])('nobody sends that as a command: %#', (sender) => {
  given().when(sender, offer(cem.personId)).thenRefused('not-allowed')
  given().when(sender, takeUp(cem.personId)).thenRefused('not-allowed')
})

test('participants and observers offer nobody a seat, and neither does who facilitates no longer', () => {
  for (const { personId } of [cem, guest])
    given().when(server, offer(dana.personId, personId)).thenRefused('not-allowed')
  const made = given(promoted(cem.personId))
  made.when(server, offer(dana.personId, cem.personId)).events()
  made
    .when(ana, { type: 'person.demote', personId: cem.personId })
    .next()
    .when(server, takeUp(dana.personId, cem.personId))
    .thenRefused('not-allowed')
})

test('only the facilitator offers other facilitators their seat; whoever runs the server offers everybody theirs', () => {
  const scene = given(promoted(cem.personId), promoted(dana.personId))
  scene.when(server, offer(dana.personId, cem.personId)).thenRefused('not-allowed')
  scene.when(server, offer(ana.personId, cem.personId)).thenRefused('not-allowed')
  scene.when(server, offer(dana.personId, ana.personId)).events()
  scene.when(server, offer(ana.personId, null)).events()
})

test('there is no way back for somebody who was removed or erased, or was never here', () => {
  const removed = given({ type: 'person.removed', personId: cem.personId, at: noon })
  removed.when(server, offer(cem.personId)).thenRefused('not-now')
  removed.when(server, takeUp(cem.personId)).thenRefused('not-now')
  given({ type: 'person.erased', personId: cem.personId, at: noon })
    .when(server, takeUp(cem.personId))
    .thenRefused('not-now')
  given().when(server, offer(nobodyHere)).thenRefused('not-found')
})

test('a locked room keeps nobody out who was in it before', () => {
  given({ type: 'door.locked', at: noon }).when(server, takeUp(cem.personId)).events()
})

test('no ballot of a poll that was open goes to whoever came back meanwhile, and one of the next poll does', () => {
  const { people } = given().when(server, takeUp(cem.personId)).after()
  const poll = { eligible: [cem.personId], closesAt: null } as unknown as SecretPoll // all that the rule reads
  const person = people[cem.personId]
  expect(mayReceiveBallot({ ...poll, openedAt: noon - 1 }, person)).toBe(false)
  expect(mayReceiveBallot({ ...poll, openedAt: noon }, person)).toBe(false)
  expect(mayReceiveBallot({ ...poll, openedAt: noon + 1 }, person)).toBe(true)
})
