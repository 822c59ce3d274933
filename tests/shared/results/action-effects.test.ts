// An action is judged only once customers can feel it, and only by what was measured before and is now.
import { expect, test } from 'vitest'
import { effectOf } from '#shared/results/action-effects.ts'

const today = '2026-11-23'
const open = { state: 'open', liveSince: null, feltFrom: null } as const
const live = { state: 'live', liveSince: '2026-10-01', feltFrom: '2026-09-01' } as const
const scores = { before: 2.6, now: 5.2, today }

test('one that is live is measured from the day on which it went live', () => {
  expect(effectOf(live, scores)).toEqual({ kind: 'measured', before: 2.6, now: 5.2, since: '2026-10-01' })
  expect(effectOf({ ...live, liveSince: today }, scores)).toMatchObject({ kind: 'measured', since: today })
})

test('one that is live since no day known counts from when customers were to feel it', () => {
  const since = effectOf({ ...live, liveSince: null }, scores)
  expect(since).toMatchObject({ kind: 'measured', since: '2026-09-01' })
  expect(effectOf({ ...live, liveSince: null, feltFrom: null }, scores)).toEqual({
    kind: 'too-early',
    until: null,
  })
})

test.each(['open', 'in-progress', 'done'] as const)(
  'one that is %s is not judged, whatever the score says',
  (state) => {
    expect(effectOf({ ...open, state, feltFrom: '2027-01-15' }, scores)).toEqual({
      kind: 'too-early',
      until: '2027-01-15',
    })
    // The day has passed, and still nobody says that customers feel it.
    expect(effectOf({ ...open, state, feltFrom: '2026-11-01' }, scores)).toEqual({
      kind: 'too-early',
      until: null,
    })
    expect(effectOf({ ...open, state }, scores)).toEqual({ kind: 'too-early', until: null })
  },
)

test('one that is said to go live on a day to come waits for it', () => {
  expect(effectOf({ ...live, liveSince: '2026-12-01' }, scores)).toEqual({
    kind: 'too-early',
    until: '2026-12-01',
  })
})

test('without a score before or now there is nothing to tell', () => {
  expect(effectOf(live, { ...scores, now: null })).toEqual({ kind: 'none' })
  expect(effectOf(live, { ...scores, before: null })).toEqual({ kind: 'none' })
  expect(effectOf({ ...open, feltFrom: '2027-01-15' }, { ...scores, now: null })).toEqual({ kind: 'none' })
})
