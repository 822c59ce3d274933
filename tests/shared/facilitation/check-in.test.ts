// Check-in: who accepts the ground rules, and the promise that may be changed.
import { expect, test } from 'vitest'
import { applyCheckIn, CheckInCommand, checkInAnew, hasCheckedIn } from '#shared/facilitation/check-in.ts'
import type { Event } from '#shared/facilitation/events.ts'
import { RuleId } from '#shared/ids.ts'
import { ana, cem, dana, eva, given, guest, noon, type Somebody, server } from './scene.ts'

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

test('the promise alone is made, changed and taken back, whatever has become of the rules', () => {
  const promised = given().when(cem, { type: 'check-in.promise', promise: 'Postfach zu.' })
  promised.thenHappened({
    type: 'check-in.promised',
    personId: cem.personId,
    promise: 'Postfach zu.',
    at: noon,
  })
  expect(hasCheckedIn(promised.after().checkIn, cem.personId)).toBe(false)
  const back = promised.next().when(cem, { type: 'check-in.promise', promise: null })
  expect(back.after().checkIn.commitments[cem.personId]?.promise).toBeNull()
  for (const actor of [guest, server])
    given().when(actor, { type: 'check-in.promise', promise: 'Da.' }).thenRefused('not-allowed')
})
test('one can be in without a promise; the same once more changes nothing', () => {
  const first = given().when(cem, { type: 'check-in.promise', promise: null })
  first.next().when(cem, { type: 'check-in.promise', promise: null }).thenRefused('already-done')
  given(accepted(cem, 'Da.'))
    .when(cem, { type: 'check-in.promise', promise: 'Da.' })
    .thenRefused('already-done')
})
test('without rules, whoever says so has checked in', () => {
  const promised = { type: 'check-in.promised', personId: cem.personId, promise: null, at: noon } as const
  const { checkIn } = given({ type: 'rule.removed', ruleId: RuleId.parse('one-voice') }).workshop
  expect(hasCheckedIn(checkIn, cem.personId)).toBe(false)
  expect(hasCheckedIn(applyCheckIn(checkIn, promised), cem.personId)).toBe(true)
})
test('a new session asks anew, keeps what early comers said, and remembers what was promised before', () => {
  const { checkIn } = given(
    accepted(cem, 'Postfach zu.', noon - 5),
    accepted(dana, null, noon - 5),
    { type: 'rule.declined', personId: ana.personId, ruleId: RuleId.parse('one-voice'), reason: null, at: 1 },
    accepted(eva, 'Ich höre zu.', noon + 5),
  ).workshop
  const anew = checkInAnew(checkIn, noon)
  expect(Object.keys(anew.commitments)).toEqual([eva.personId])
  expect(Object.keys(anew.earlier)).toEqual([cem.personId])
  expect([cem, dana, eva].map(({ personId }) => hasCheckedIn(anew, personId))).toEqual([false, false, true])
  expect(anew.declined).toEqual([])
  expect(anew.rules).toEqual(checkIn.rules)
})
