// The speaking queue: who may raise, lower and call, in what order, and what a turn counts.
import { describe, expect, test } from 'vitest'
import type { Event } from '#shared/facilitation/events.ts'
import { placeInQueue } from '#shared/facilitation/speaking-order.ts'
import {
  ana,
  ben,
  cem,
  dana,
  eva,
  fold,
  given,
  guest,
  noon,
  opening,
  type Somebody,
  server,
  stranger,
} from './scene.ts'

const raised = ({ personId }: Somebody, at = noon): Event => ({ type: 'hand.raised', personId, at })
const called = ({ personId }: Somebody, at = noon): Event => ({ type: 'hand.called', personId, at })
const lowered = ({ personId }: Somebody): Event => ({ type: 'hand.lowered', personId })
const yielded = ({ personId }: Somebody, at = noon): Event => ({ type: 'floor.yielded', personId, at })
const handsAfter = (...events: Event[]) => fold([...opening, ...events]).hands

describe('raising', () => {
  test('a participant raises a hand, at the server’s time', () => {
    given()
      .at(noon + 5)
      .when(cem, { type: 'hand.raise' })
      .thenHappened(raised(cem, noon + 5))
  })
  test('a facilitator may ask to speak too', () => {
    given().when(ana, { type: 'hand.raise' }).thenHappened(raised(ana))
  })
  test('a hand that is up is not raised again', () => {
    given(raised(cem)).when(cem, { type: 'hand.raise' }).thenRefused('already-done')
  })
  test('whoever has the floor has no need of a hand', () => {
    given(raised(cem), called(cem)).when(cem, { type: 'hand.raise' }).thenRefused('not-now')
  })
  test('after a turn one may ask again', () => {
    given(raised(cem), called(cem), yielded(cem)).when(cem, { type: 'hand.raise' }).thenHappened(raised(cem))
  })
  test('an observer cannot', () => {
    given().when(guest, { type: 'hand.raise' }).thenRefused('not-allowed')
  })
  test('the server has no hands', () => {
    given().when(server, { type: 'hand.raise' }).thenRefused('not-allowed')
  })
  test('places follow the order of raising, not of people', () => {
    const { hands, people } = fold([...opening, raised(eva), raised(cem), raised(dana)])
    expect([eva, cem, dana, ana].map(({ personId }) => placeInQueue(hands, people, personId))).toEqual([
      1,
      2,
      3,
      null,
    ])
  })
})

describe('lowering', () => {
  test('one’s own hand, without naming it', () => {
    given(raised(cem)).when(cem, { type: 'hand.lower' }).thenHappened(lowered(cem))
  })
  test('one’s own hand, naming it', () => {
    given(raised(cem)).when(cem, { type: 'hand.lower', personId: cem.personId }).thenHappened(lowered(cem))
  })
  test('a facilitator lowers somebody’s', () => {
    given(raised(cem)).when(ana, { type: 'hand.lower', personId: cem.personId }).thenHappened(lowered(cem))
  })
  test('a participant leaves other hands alone', () => {
    given(raised(cem)).when(dana, { type: 'hand.lower', personId: cem.personId }).thenRefused('not-allowed')
  })
  test('a hand that is not up cannot be lowered', () => {
    given().when(cem, { type: 'hand.lower' }).thenRefused('not-found')
  })
  test('whoever lowers a hand loses the place', () => {
    const hands = handsAfter(raised(cem), raised(dana), lowered(cem), raised(cem))
    expect(hands.queue.map(({ personId }) => personId)).toEqual([dana.personId, cem.personId])
  })
  test('a facilitator lowers all', () => {
    const scene = given(raised(cem), raised(dana)).when(ana, { type: 'hand.lower-all' })
    scene.thenHappened({ type: 'hand.all-lowered' })
    expect(scene.after().hands.queue).toEqual([])
  })
  test('lowering all needs a hand that is up', () => {
    given().when(ana, { type: 'hand.lower-all' }).thenRefused('already-done')
  })
  test('a participant does not lower all', () => {
    given(raised(cem)).when(dana, { type: 'hand.lower-all' }).thenRefused('not-allowed')
  })
  test('lowering all does not take the floor from whoever has it', () => {
    const workshop = given(raised(cem), called(cem), raised(dana))
      .when(ana, { type: 'hand.lower-all' })
      .after()
    expect(workshop.hands.speaking?.personId).toBe(cem.personId)
  })
})

describe('calling', () => {
  test('only a facilitator gives the floor', () => {
    given(raised(cem)).when(dana, { type: 'hand.call', personId: cem.personId }).thenRefused('not-allowed')
  })
  test('the floor goes to a hand that is up, and the hand goes down', () => {
    const scene = given(raised(cem), raised(dana)).when(ana, { type: 'hand.call', personId: dana.personId })
    scene.thenHappened(called(dana))
    expect(scene.after().hands).toMatchObject({
      queue: [{ personId: cem.personId }],
      speaking: { personId: dana.personId, since: noon },
    })
  })
  test('a hand that went down a moment ago is not called', () => {
    given(raised(cem), lowered(cem))
      .when(ana, { type: 'hand.call', personId: cem.personId })
      .thenRefused('not-found')
  })
  test('calling the next ends the turn before', () => {
    given(raised(cem), called(cem), raised(dana))
      .at(noon + 90_000)
      .when(ana, { type: 'hand.call', personId: dana.personId })
      .thenHappened(yielded(cem, noon + 90_000), called(dana, noon + 90_000))
  })
  test('two facilitators calling the same hand at once call it once', () => {
    const first = given(raised(cem)).when(ana, { type: 'hand.call', personId: cem.personId })
    first.thenHappened(called(cem))
    first.next().when(ben, { type: 'hand.call', personId: cem.personId }).thenRefused('not-found')
  })
})

describe('the end of a turn', () => {
  test('by the speaker', () => {
    given(raised(cem), called(cem)).when(cem, { type: 'floor.yield' }).thenHappened(yielded(cem))
  })
  test('by a facilitator', () => {
    given(raised(cem), called(cem)).when(ana, { type: 'floor.yield' }).thenHappened(yielded(cem))
  })
  test('not by anybody else', () => {
    given(raised(cem), called(cem)).when(dana, { type: 'floor.yield' }).thenRefused('not-allowed')
  })
  test('needs somebody who has the floor', () => {
    given().when(ana, { type: 'floor.yield' }).thenRefused('already-done')
  })
  test('adds up all turns of a person', () => {
    const hands = handsAfter(
      raised(cem),
      called(cem, noon),
      yielded(cem, noon + 30_000),
      raised(cem),
      called(cem, noon + 60_000),
      yielded(cem, noon + 75_000),
    )
    expect(hands.spokenMs[cem.personId]).toBe(45_000)
  })
  test('a clock that was set back takes no time away', () => {
    const hands = handsAfter(raised(cem), called(cem, noon), yielded(cem, noon - 30_000))
    expect(hands.spokenMs[cem.personId]).toBe(0)
  })
})

describe('what a hand is for', () => {
  test('is said when it goes up', () => {
    given()
      .when(cem, { type: 'hand.raise', kind: 'question' })
      .thenHappened({ type: 'hand.raised', personId: cem.personId, at: noon, kind: 'question' })
  })
  test('may change while it is up, and the hand keeps its time', () => {
    const changed = given(raised(cem, noon - 60_000)).when(cem, { type: 'hand.raise', kind: 'reply' })
    changed.thenHappened({ type: 'hand.kind-changed', personId: cem.personId, kind: 'reply' })
    expect(changed.after().hands.queue).toMatchObject([{ kind: 'reply', raisedAt: noon - 60_000 }])
  })
  test('is not changed to what it is already', () => {
    given(raised(cem)).when(cem, { type: 'hand.raise', kind: 'contribution' }).thenRefused('already-done')
  })
  test('is a contribution in logs from before there were kinds', () => {
    expect(handsAfter(raised(cem)).queue).toMatchObject([{ kind: 'contribution' }])
  })
})

describe('the order', () => {
  const order = (...people: Somebody[]) => people.map(({ personId }) => personId)
  const arranged = (...people: Somebody[]): Event => ({ type: 'hand.arranged', order: order(...people) })
  const waiting = given(raised(cem), raised(dana), raised(eva))

  test('a facilitator moves a hand to the front', () => {
    waiting
      .when(ana, { type: 'hand.move', personId: eva.personId, before: cem.personId })
      .thenHappened(arranged(eva, cem, dana))
  })
  test('places behind the change are left to the rule', () => {
    waiting
      .when(ana, { type: 'hand.move', personId: dana.personId, before: cem.personId })
      .thenHappened(arranged(dana, cem))
  })
  test('a facilitator moves a hand to the end', () => {
    waiting
      .when(ana, { type: 'hand.move', personId: cem.personId, before: null })
      .thenHappened(arranged(dana, eva, cem))
  })
  test('a skipped hand goes behind the next one', () => {
    waiting.when(ana, { type: 'hand.skip', personId: cem.personId }).thenHappened(arranged(dana, cem))
  })
  test('the last one cannot be skipped', () => {
    waiting.when(ana, { type: 'hand.skip', personId: eva.personId }).thenRefused('not-now')
  })
  test('a hand that is there already is not moved', () => {
    waiting
      .when(ana, { type: 'hand.move', personId: cem.personId, before: dana.personId })
      .thenRefused('already-done')
  })
  test('a hand that went down is not moved, nor one put before it', () => {
    const scene = given(raised(cem))
    scene.when(ana, { type: 'hand.move', personId: dana.personId, before: null }).thenRefused('not-found')
    scene.when(ana, { type: 'hand.skip', personId: dana.personId }).thenRefused('not-found')
    scene
      .when(ana, { type: 'hand.move', personId: cem.personId, before: dana.personId })
      .thenRefused('not-found')
  })
  test('only a facilitator changes it', () => {
    waiting
      .when(eva, { type: 'hand.move', personId: eva.personId, before: cem.personId })
      .thenRefused('not-allowed')
    waiting.when(cem, { type: 'hand.skip', personId: cem.personId }).thenRefused('not-allowed')
    waiting.when(cem, { type: 'hand.prioritise', priority: 'person' }).thenRefused('not-allowed')
  })
  test('a rule is chosen, and what was arranged by hand is forgotten', () => {
    const chosen = given(raised(cem), raised(dana), arranged(dana, cem)).when(ana, {
      type: 'hand.prioritise',
      priority: 'time',
    })
    chosen.thenHappened({ type: 'hand.prioritised', priority: 'time' })
    expect(chosen.after().hands.arranged).toBeNull()
  })
  test('a rule that holds already is not chosen again', () => {
    waiting.when(ana, { type: 'hand.prioritise', priority: 'time' }).thenRefused('already-done')
  })
})

describe('giving the floor to somebody who has not asked', () => {
  const give = ({ personId }: Somebody) => ({ type: 'floor.give', personId }) as const

  test('is a facilitator’s to do', () => {
    given().when(ana, give(cem)).thenHappened(called(cem))
    given().when(dana, give(cem)).thenRefused('not-allowed')
  })
  test('ends the turn before, and lowers the hand of whoever had one up', () => {
    const scene = given(raised(dana), called(dana), raised(cem)).when(ana, give(cem))
    scene.thenHappened(yielded(dana), called(cem))
    expect(scene.after().hands.queue).toEqual([])
  })
  test('a facilitator may take it, an observer and a stranger not', () => {
    given().when(ana, give(ben)).thenHappened(called(ben))
    given().when(ana, give(guest)).thenRefused('not-allowed')
    given().when(ana, give(stranger)).thenRefused('not-found')
  })
  test('given twice at once, it is given once', () => {
    given(called(cem)).when(ben, give(cem)).thenRefused('already-done')
  })
})

describe('the time for a turn', () => {
  test('is set and taken away by a facilitator', () => {
    const scene = given().when(ana, { type: 'floor.limit', seconds: 90 })
    scene.thenHappened({ type: 'floor.limited', seconds: 90 })
    scene.next().when(ben, { type: 'floor.limit', seconds: 90 }).thenRefused('already-done')
    scene
      .next()
      .when(ben, { type: 'floor.limit', seconds: null })
      .thenHappened({ type: 'floor.limited', seconds: null })
    given().when(cem, { type: 'floor.limit', seconds: 90 }).thenRefused('not-allowed')
  })
})
