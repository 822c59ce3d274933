// Dot voting: how many dots each person has, where they go, who sees them.
import { expect, test } from 'vitest'
import { DotsCommand, dotsLeft, mostDots } from '#shared/facilitation/dots.ts'
import type { Event } from '#shared/facilitation/events.ts'
import { redact, redactWorkshop } from '#shared/facilitation/redact.ts'
import type { ShapeId } from '#shared/ids.ts'
import {
  ana,
  ben,
  cardShape,
  cem,
  dana,
  given,
  guest,
  noon,
  type Somebody,
  server,
  stageShape,
} from './scene.ts'

const started = (perPerson: number, perCard: number): Event => ({
  type: 'dots.started',
  perPerson,
  perCard,
  at: noon,
})
const placed = ({ personId }: Somebody, shapeId: ShapeId = cardShape): Event => ({
  type: 'dots.placed',
  personId,
  shapeId,
})
const ended: Event = { type: 'dots.ended', at: noon }
const place = { type: 'dots.place', shapeId: cardShape } as const
const takeBack = { type: 'dots.take-back', shapeId: cardShape } as const

test('a facilitator starts a round; participants and facilitators place their dots', () => {
  const round = given().when(ana, { type: 'dots.start', perPerson: 3, perCard: 2 })
  round.thenHappened(started(3, 2))
  round.next().when(cem, place).thenHappened(placed(cem))
  round.next().when(ben, place).thenHappened(placed(ben))
})
test('no more fit on a card than a person has', () => {
  given().when(ana, { type: 'dots.start', perPerson: 2, perCard: 5 }).thenHappened(started(2, 2))
})
test('the server counts: all dots placed, or as many on a card as are allowed, and the next is refused', () => {
  given(started(2, 1), placed(cem)).when(cem, place).thenRefused('not-now')
  given(started(2, 1), placed(cem), placed(cem, stageShape))
    .when(cem, { type: 'dots.place', shapeId: 'shape:third' as ShapeId })
    .thenRefused('not-now')
  given(started(2, 2), placed(cem)).when(cem, place).thenHappened(placed(cem))
  given(started(2, 1), placed(cem)).when(dana, place).thenHappened(placed(dana))
})
test('a dot that is taken back can be placed elsewhere', () => {
  const back = given(started(1, 1), placed(cem)).when(cem, takeBack)
  back.thenHappened({ type: 'dots.taken-back', personId: cem.personId, shapeId: cardShape })
  const { dots } = back.after()
  expect(dots?.placed).toEqual({})
  expect(dots && dotsLeft(dots, cem.personId)).toBe(1)
  back.next().when(cem, { type: 'dots.place', shapeId: stageShape }).thenHappened(placed(cem, stageShape))
})
test('nobody takes back what is not theirs', () => {
  given(started(1, 1), placed(cem)).when(dana, takeBack).thenRefused('already-done')
  given(started(1, 1)).when(cem, takeBack).thenRefused('already-done')
})
test('after the end the results stay, and nothing changes them until they are cleared', () => {
  const end = given(started(2, 2), placed(cem), placed(cem), placed(dana)).when(ben, { type: 'dots.end' })
  end.thenHappened(ended)
  expect(end.after().dots?.placed).toEqual({ [cardShape]: { [cem.personId]: 2, [dana.personId]: 1 } })
  end.next().when(dana, place).thenRefused('not-now')
  end.next().when(cem, takeBack).thenRefused('not-now')
  const clear = end.next().when(ana, { type: 'dots.clear' })
  clear.thenHappened({ type: 'dots.cleared' })
  expect(clear.after().dots).toBeNull()
})
test('a new round takes the place of results, not of a round under way', () => {
  const again = given(started(1, 1), placed(cem), ended).when(ana, {
    type: 'dots.start',
    perPerson: 2,
    perCard: 1,
  })
  again.thenHappened(started(2, 1))
  expect(again.after().dots?.placed).toEqual({})
  given(started(1, 1)).when(ana, { type: 'dots.start', perPerson: 2, perCard: 1 }).thenRefused('not-now')
})
test('without a round there is nothing to place, end or clear; while one runs nothing is cleared', () => {
  given().when(cem, place).thenRefused('not-now')
  given().when(cem, takeBack).thenRefused('not-now')
  given().when(ana, { type: 'dots.end' }).thenRefused('already-done')
  given(started(1, 1), ended).when(ana, { type: 'dots.end' }).thenRefused('already-done')
  given().when(ana, { type: 'dots.clear' }).thenRefused('already-done')
  given(started(1, 1)).when(ana, { type: 'dots.clear' }).thenRefused('not-now')
})
test('only facilitators run a round; observers and the server place nothing', () => {
  for (const actor of [cem, guest, server]) {
    given().when(actor, { type: 'dots.start', perPerson: 1, perCard: 1 }).thenRefused('not-allowed')
    given(started(1, 1)).when(actor, { type: 'dots.end' }).thenRefused('not-allowed')
    given(started(1, 1), ended).when(actor, { type: 'dots.clear' }).thenRefused('not-allowed')
  }
  for (const actor of [guest, server])
    for (const command of [place, takeBack])
      given(started(1, 1)).when(actor, command).thenRefused('not-allowed')
})
test('it is not anonymous: everybody sees who placed what', () => {
  const { workshop } = given(started(1, 1), placed(cem))
  for (const viewer of [ana, dana, guest]) {
    expect(redact(placed(cem), viewer)).toEqual(placed(cem))
    expect(redactWorkshop(workshop, viewer).dots).toEqual(workshop.dots)
  }
})
test.each([
  { type: 'dots.start', perPerson: 0, perCard: 1 },
  { type: 'dots.start', perPerson: mostDots + 1, perCard: 1 },
  { type: 'dots.start', perPerson: 2.5, perCard: 1 },
  { type: 'dots.start', perPerson: 3 },
  { type: 'dots.place', shapeId: '__proto__' },
  { type: 'dots.take-back' },
])('%j is not of the protocol', (command) => {
  expect(DotsCommand.safeParse(command).success).toBe(false)
})
