// Check-in: who accepts the ground rules, and the promise that may be changed.
import { expect, test } from 'vitest'
import { CheckInCommand } from '#shared/facilitation/check-in.ts'
import type { Event } from '#shared/facilitation/workshop.ts'
import { ana, cem, given, guest, noon, type Somebody, server } from './scene.ts'

const accepted = ({ personId }: Somebody, promise: string | null, at = noon): Event => ({
  type: 'check-in.accepted',
  personId,
  promise,
  at,
})

test('participants and facilitators check in, with a promise or without', () => {
  given().when(cem, { type: 'check-in.accept', promise: null }).thenHappened(accepted(cem, null))
  given()
    .when(ana, { type: 'check-in.accept', promise: 'Postfach zu.' })
    .thenHappened(accepted(ana, 'Postfach zu.'))
})
test('observers and the server do not', () => {
  for (const actor of [guest, server])
    given().when(actor, { type: 'check-in.accept', promise: null }).thenRefused('not-allowed')
})
test('a promise can be added, changed and taken back', () => {
  given(accepted(cem, null))
    .when(cem, { type: 'check-in.accept', promise: 'Postfach zu.' })
    .thenHappened(accepted(cem, 'Postfach zu.'))
  const scene = given(accepted(cem, 'Postfach zu.')).when(cem, { type: 'check-in.accept', promise: null })
  scene.thenHappened(accepted(cem, null))
  expect(Object.values(scene.after().checkIn.commitments)).toEqual([
    { personId: cem.personId, promise: null, at: noon },
  ])
})
test('the same once more changes nothing', () => {
  given(accepted(cem, null)).when(cem, { type: 'check-in.accept', promise: null }).thenRefused('already-done')
  given(accepted(cem, 'Da.'))
    .when(cem, { type: 'check-in.accept', promise: 'Da.' })
    .thenRefused('already-done')
})
test.each(['', '   ', 'x'.repeat(281), 'half a character \uD83D', 'bell \u0007', 'line \u2028 separator'])(
  'the promise %j is not of the protocol',
  (promise) => {
    expect(CheckInCommand.safeParse({ type: 'check-in.accept', promise }).success).toBe(false)
  },
)
