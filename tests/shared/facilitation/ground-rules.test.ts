// Ground rules: accepted one by one, declined with a reason that goes to the facilitators, edited before and during.
import { describe, expect, test } from 'vitest'
import { hasCheckedIn } from '#shared/facilitation/check-in.ts'
import type { Event } from '#shared/facilitation/events.ts'
import { mostRules, RuleCommand, unansweredRules } from '#shared/facilitation/ground-rules.ts'
import { redact, redactWorkshop } from '#shared/facilitation/redact.ts'
import { RuleId } from '#shared/ids.ts'
import { ana, ben, cem, dana, given, guest, noon, type Somebody, server } from './scene.ts'

const [voice, camera, late] = [RuleId.parse('one-voice'), RuleId.parse('camera'), RuleId.parse('late')]
const why = 'Gesichter helfen beim Zuhören.'
const cameraAdded: Event = { type: 'rule.added', ruleId: camera, rule: 'Kamera an.', why }
const accepted = ({ personId }: Somebody, ruleId = voice): Event => ({
  type: 'rule.accepted',
  personId,
  ruleId,
  at: noon,
})
const declined = ({ personId }: Somebody, reason: string | null, ruleId = voice): Event => ({
  type: 'rule.declined',
  personId,
  ruleId,
  reason,
  at: noon,
})
const acceptVoice = { type: 'rule.accept', ruleId: voice } as const
const declineVoice = { type: 'rule.decline', ruleId: voice, reason: 'Ich habe Bereitschaft.' } as const

describe('answering', () => {
  test('rules are accepted one by one; whoever has accepted all of them has checked in', () => {
    const first = given(cameraAdded).when(cem, acceptVoice)
    first.thenHappened(accepted(cem))
    expect(hasCheckedIn(first.after().checkIn, cem.personId)).toBe(false)
    const second = first.next().when(cem, { type: 'rule.accept', ruleId: camera })
    expect(hasCheckedIn(second.after().checkIn, cem.personId)).toBe(true)
    expect(hasCheckedIn(second.after().checkIn, dana.personId)).toBe(false)
  })
  test('facilitators accept, too; observers and the server are not asked', () => {
    given().when(ana, acceptVoice).thenHappened(accepted(ana))
    for (const actor of [guest, server])
      for (const command of [acceptVoice, declineVoice])
        given().when(actor, command).thenRefused('not-allowed')
  })
  test('all at once, as it was stored before, accepts every rule there is at that time', () => {
    const all: Event = { type: 'check-in.accepted', personId: cem.personId, promise: null, at: noon }
    const { checkIn } = given(declined(cem, null), all).workshop
    expect(hasCheckedIn(checkIn, cem.personId)).toBe(true)
    expect(checkIn.declined).toEqual([])
    expect(hasCheckedIn(given(all, cameraAdded).workshop.checkIn, cem.personId)).toBe(false)
  })
  test('whoever cannot accept a rule says so, with a reason or without; it stays open', () => {
    const outcome = given().when(cem, declineVoice)
    outcome.thenHappened(declined(cem, 'Ich habe Bereitschaft.'))
    expect(hasCheckedIn(outcome.after().checkIn, cem.personId)).toBe(false)
    expect(unansweredRules(outcome.after().checkIn, cem.personId)).toEqual([])
    given()
      .when(cem, { ...declineVoice, reason: null })
      .thenHappened(declined(cem, null))
  })
  test('a reason can be changed, a yes taken back, and a no become a yes', () => {
    const changed = given(declined(cem, 'Zu früh.')).when(cem, declineVoice)
    expect(changed.after().checkIn.declined).toHaveLength(1)
    given(accepted(cem))
      .when(cem, declineVoice)
      .thenHappened(
        { type: 'rule.reopened', personId: cem.personId, ruleId: voice },
        declined(cem, 'Ich habe Bereitschaft.'),
      )
    expect(given(declined(cem, 'Zu früh.')).when(cem, acceptVoice).after().checkIn.declined).toEqual([])
  })
  test('the same once more, and a rule that is gone, are refused', () => {
    given(accepted(cem)).when(cem, acceptVoice).thenRefused('already-done')
    given(declined(cem, declineVoice.reason)).when(cem, declineVoice).thenRefused('already-done')
    given().when(cem, { type: 'rule.accept', ruleId: camera }).thenRefused('not-found')
    given()
      .when(cem, { ...declineVoice, ruleId: camera })
      .thenRefused('not-found')
  })
})

describe('who sees a no', () => {
  const no = declined(cem, 'Ich habe Bereitschaft.')
  const { workshop } = given(declined(dana, null), no)
  test('facilitators and that person see it with its reason', () => {
    for (const viewer of [ana, ben, cem]) expect(redact(no, viewer)).toEqual(no)
    expect(redactWorkshop(workshop, ana).checkIn.declined).toHaveLength(2)
    expect(redactWorkshop(workshop, cem).checkIn.declined).toMatchObject([{ personId: cem.personId }])
  })
  test('the others learn nothing from it, not even whose it is', () => {
    for (const viewer of [dana, guest]) expect(redact(no, viewer)).toEqual({ type: 'withheld' })
    expect(JSON.stringify(redactWorkshop(workshop, guest))).not.toContain('Bereitschaft')
  })
})

describe('editing', () => {
  const edits: RuleCommand[] = [
    { type: 'rule.add', ruleId: camera, rule: 'Kamera an.', why },
    { type: 'rule.change', ruleId: voice, rule: 'Einer spricht.', why: null },
    { type: 'rule.move', ruleId: voice, before: null },
    { type: 'rule.remove', ruleId: voice },
    { type: 'rule.restore', ruleId: voice },
  ]
  test.each(edits)('$type is for facilitators', (command) => {
    for (const actor of [cem, guest, server]) given().when(actor, command).thenRefused('not-allowed')
  })
  test('an added rule asks everybody, also those who had accepted all others', () => {
    const added = given(accepted(cem)).when(ana, {
      type: 'rule.add',
      ruleId: camera,
      rule: 'Kamera an.',
      why,
    })
    added.thenHappened(cameraAdded)
    expect(unansweredRules(added.after().checkIn, cem.personId)).toEqual([
      { ruleId: camera, rule: 'Kamera an.', why },
    ])
  })
  test('a changed rule asks again; another reason for the same rule does not', () => {
    const rule = { type: 'rule.change', ruleId: voice, rule: 'Eine Stimme zur Zeit.', why } as const
    const explained = given(accepted(cem)).when(ana, rule).after()
    expect(hasCheckedIn(explained.checkIn, cem.personId)).toBe(true)
    const reworded = given(accepted(cem), declined(dana, null)).when(ana, { ...rule, rule: 'Einer spricht.' })
    reworded.thenHappened({ type: 'rule.changed', ruleId: voice, rule: 'Einer spricht.', why })
    expect(hasCheckedIn(reworded.after().checkIn, cem.personId)).toBe(false)
    expect(reworded.after().checkIn.declined).toEqual([])
  })
  test('a rule moves before another or to the end', () => {
    const order = (before: RuleId | null, ruleId = camera) =>
      given(cameraAdded, { ...cameraAdded, ruleId: late })
        .when(ana, { type: 'rule.move', ruleId, before })
        .after()
        .checkIn.rules.map((one) => one.ruleId)
    expect(order(voice)).toEqual([camera, voice, late])
    expect(order(null)).toEqual([voice, late, camera])
    expect(order(late, voice)).toEqual([camera, voice, late])
  })
  test('a removal is undone at its old place, and what was accepted holds again', () => {
    const removed = given(cameraAdded, accepted(cem), accepted(cem, camera)).when(ana, {
      type: 'rule.remove',
      ruleId: voice,
    })
    expect(removed.after().checkIn.rules.map(({ ruleId }) => ruleId)).toEqual([camera])
    const back = removed.next().when(ben, { type: 'rule.restore', ruleId: voice })
    expect(back.after().checkIn.rules.map(({ ruleId }) => ruleId)).toEqual([voice, camera])
    expect(hasCheckedIn(back.after().checkIn, cem.personId)).toBe(true)
    expect(back.after().checkIn.removed).toEqual([])
  })
  test('what changes nothing, and what is gone, is refused', () => {
    const asIs = { rule: 'Eine Stimme zur Zeit.', why: null }
    given()
      .when(ana, { type: 'rule.add', ruleId: voice, ...asIs })
      .thenRefused('already-done')
    given()
      .when(ana, { type: 'rule.change', ruleId: voice, ...asIs })
      .thenRefused('already-done')
    given()
      .when(ana, { type: 'rule.change', ruleId: camera, ...asIs })
      .thenRefused('not-found')
    given().when(ana, { type: 'rule.move', ruleId: voice, before: null }).thenRefused('already-done')
    given().when(ana, { type: 'rule.move', ruleId: voice, before: voice }).thenRefused('already-done')
    given().when(ana, { type: 'rule.move', ruleId: voice, before: camera }).thenRefused('not-found')
    given().when(ana, { type: 'rule.remove', ruleId: camera }).thenRefused('not-found')
    given().when(ana, { type: 'rule.restore', ruleId: camera }).thenRefused('not-found')
    given().when(ana, { type: 'rule.restore', ruleId: voice }).thenRefused('already-done')
  })
  test('a list that nobody reads is no agreement', () => {
    const many = Array.from(
      { length: mostRules - 1 },
      (_, number): Event => ({
        ...cameraAdded,
        ruleId: RuleId.parse(`rule-${number}`),
      }),
    )
    given(...many)
      .when(ana, { type: 'rule.add', ruleId: camera, rule: 'Kamera an.', why: null })
      .thenRefused('not-now')
  })
  test.each(['', 'x'.repeat(201), 'bell \u0007'])('the rule %j is not of the protocol', (rule) => {
    const command = { type: 'rule.add', ruleId: camera, rule, why: null }
    expect(RuleCommand.safeParse(command).success).toBe(false)
  })
})
