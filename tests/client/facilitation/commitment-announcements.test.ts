// What is read aloud about ground rules and the check-out: to those who are asked, and to facilitators what is left open.
import { describe, expect, test } from 'vitest'
import { aboutCommitments } from '#client/facilitation/commitments/commitment-announcements.ts'
import type { Event } from '#shared/facilitation/events.ts'
import { RuleId } from '#shared/ids.ts'
import {
  ana,
  ben,
  cem,
  dana,
  fold,
  guest,
  mapping,
  noon,
  opening,
  type Somebody,
  welcome,
} from '#tests/shared/facilitation/scene.ts'

const heard = (me: Somebody, before: Event[], ...events: Event[]) =>
  aboutCommitments(fold([...opening, ...before]), fold([...opening, ...before, ...events]), me)

const rule = RuleId.parse('one-voice')
const started: Event = { type: 'agenda.started', itemId: mapping, at: noon }
const accepted = ({ personId }: Somebody): Event => ({
  type: 'check-in.accepted',
  personId,
  promise: null,
  at: noon,
})
const promised = ({ personId }: Somebody): Event => ({
  type: 'check-in.promised',
  personId,
  promise: 'Ich höre zu.',
  at: noon,
})

describe('ground rules', () => {
  test('that wait are told when the group goes past them, to those who have not answered', () => {
    expect(heard(cem, [accepted(dana)], started)).toEqual([{ what: 'rulesWaiting', count: 1 }])
    expect(heard(dana, [accepted(dana)], started)).toEqual([])
    expect(heard(guest, [], started)).toEqual([])
  })

  test('that change are told to those who had accepted them, once', () => {
    const changed: Event = { type: 'rule.changed', ruleId: rule, rule: 'Eine Stimme.', why: null }
    expect(heard(cem, [accepted(cem), started], changed)).toEqual([{ what: 'rulesChanged', count: 1 }])
    const removed: Event = { type: 'rule.removed', ruleId: rule }
    expect(heard(cem, [accepted(cem), started, changed], removed)).toEqual([])
  })

  test('that somebody leaves open are told to the other facilitators', () => {
    const declined: Event = {
      type: 'rule.declined',
      personId: cem.personId,
      ruleId: rule,
      reason: 'Ich muss zwischendurch weg.',
      at: noon,
    }
    expect(heard(ana, [], declined)).toEqual([{ what: 'ruleDeclined', personId: cem.personId }])
    expect(heard(ben, [], { ...declined, personId: ben.personId })).toEqual([])
    expect(heard(dana, [], declined)).toEqual([])
    expect(heard(ana, [declined], { type: 'agenda.started', itemId: welcome, at: noon })).toEqual([
      { what: 'rulesWaiting', count: 1 },
    ])
  })
})

describe('the check-out', () => {
  const opened: Event = { type: 'check-out.opened', about: 'session', at: noon }
  const closed = (totals: { kept: number; partly: number; notKept: number } | null): Event => ({
    type: 'check-out.closed',
    totals,
    at: noon,
  })

  test('is told when it begins, and that it asks for one’s own promise', () => {
    expect(heard(cem, [promised(cem)], opened)).toEqual([{ what: 'checkOutYou' }])
    expect(heard(dana, [promised(cem)], opened)).toEqual([{ what: 'checkOut' }])
  })

  test('is told with its totals when it closes, or that there were too few', () => {
    const totals = { kept: 3, partly: 1, notKept: 1 }
    expect(heard(cem, [promised(cem), opened], closed(totals))).toEqual([{ what: 'checkOutTotals', totals }])
    expect(heard(cem, [promised(cem), opened], closed(null))).toEqual([{ what: 'checkOutTooFew' }])
  })

  test('says nothing of anybody’s mark', () => {
    const marked: Event = { type: 'check-out.marked', personId: cem.personId, mark: 'partly', at: noon }
    for (const me of [ana, cem, dana]) expect(heard(me, [promised(cem), opened], marked)).toEqual([])
  })
})
