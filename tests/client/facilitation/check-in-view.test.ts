// What the panel says about check-in and check-out: progress, who is asked although the item is over, which round is shown.
import { describe, expect, test } from 'vitest'
import { checkInProgress, hasAnswered, lateRules } from '#client/facilitation/commitments/check-in-view.ts'
import { currentCheckOut } from '#client/facilitation/commitments/check-out-view.ts'
import type { Event } from '#shared/facilitation/events.ts'
import { RuleId } from '#shared/ids.ts'
import {
  ana,
  cem,
  closing,
  dana,
  everyone,
  given,
  guest,
  mapping,
  noon,
  welcome,
} from '#tests/shared/facilitation/scene.ts'

const present = everyone.map(({ personId }) => personId)
const started: Event = { type: 'agenda.started', itemId: welcome, at: noon }
const all: Event = { type: 'check-in.accepted', personId: cem.personId, promise: 'Da.', at: noon }
const changed: Event = { type: 'rule.changed', ruleId: RuleId.parse('one-voice'), rule: 'Neu.', why: null }

test('progress counts in total and by department, and observers not at all', () => {
  const { workshop } = given(all)
  expect(checkInProgress(workshop, present)).toMatchObject({
    done: 1,
    all: everyone.length - 1,
    departments: [
      { mark: { title: 'Service' }, done: 1 },
      { mark: null, done: 0 },
    ],
  })
})
describe('somebody who comes late', () => {
  test('is asked once the agenda runs, until they have answered', () => {
    expect(lateRules(given().workshop, dana)).toBeNull()
    expect(lateRules(given(started).workshop, dana)).toEqual({ count: 1, isChange: false })
    const { workshop } = given(started, all)
    expect(lateRules(workshop, cem)).toBeNull()
    expect(hasAnswered(workshop, cem.personId)).toBe(true)
  })
  test('is not asked after the session’s end', () => {
    const over: Event = { type: 'agenda.ended', at: noon + 5 }
    expect(
      lateRules(given(started, over, { type: 'session.ended', number: 1, at: noon + 5 }).workshop, dana),
    ).toBeNull()
  })
  test('is asked again about a rule that has changed; observers never', () => {
    expect(lateRules(given(started, all, changed).workshop, cem)).toEqual({ count: 1, isChange: true })
    expect(lateRules(given(started).workshop, guest)).toBeNull()
  })
})
describe('the check-out', () => {
  const opened: Event = { type: 'check-out.opened', about: 'session', at: noon + 10 }
  const over: Event = { type: 'check-out.closed', totals: null, at: noon + 20 }
  test('shows what was promised to whoever is asked, and to the others how many are', () => {
    const { workshop } = given(started, all, opened)
    expect(currentCheckOut(workshop, cem)).toMatchObject({
      promise: 'Da.',
      asked: 1,
      answered: 0,
      isOpen: true,
    })
    expect(currentCheckOut(workshop, ana)).toMatchObject({ promise: null, asked: 1 })
    expect(currentCheckOut(given(all).workshop, cem)).toBeNull()
  })
  test('stays in sight until the group goes on', () => {
    const next = (itemId: typeof mapping, at: number): Event => ({ type: 'agenda.advanced', itemId, at })
    const { workshop } = given(started, next(closing, noon + 5), all, opened, over)
    expect(currentCheckOut(workshop, cem)).toMatchObject({ isOpen: false })
    expect(
      currentCheckOut(given(started, all, opened, over, next(mapping, noon + 30)).workshop, cem),
    ).toBeNull()
  })
})
