// The speaking queue: who may raise, lower and call, in what order, and what a turn counts.
import { describe, expect, test } from 'vitest'
import { placeInQueue } from '#shared/facilitation/hands.ts'
import type { Event } from '#shared/facilitation/workshop.ts'
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
    const hands = handsAfter(raised(eva), raised(cem), raised(dana))
    expect([eva, cem, dana, ana].map(({ personId }) => placeInQueue(hands, personId))).toEqual([
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
