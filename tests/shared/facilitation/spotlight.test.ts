// The spotlight: one thing on the board that a facilitator points at.
import { expect, test } from 'vitest'
import type { Event } from '#shared/facilitation/events.ts'
import { SpotlightCommand } from '#shared/facilitation/spotlight.ts'
import type { ShapeId } from '#shared/ids.ts'
import { ana, ben, cardShape, cem, given, guest, server, stageShape } from './scene.ts'

const lit = (shapeId: ShapeId): Event => ({ type: 'spotlight.lit', shapeId })

test('a facilitator lights one thing; the next one replaces it', () => {
  const first = given().when(ana, { type: 'spotlight.set', shapeId: stageShape })
  first.thenHappened(lit(stageShape))
  const second = first.next().when(ben, { type: 'spotlight.set', shapeId: cardShape })
  second.thenHappened(lit(cardShape))
  expect(second.after().spotlight).toBe(cardShape)
})
test('any facilitator switches it off', () => {
  const off = given(lit(stageShape)).when(ben, { type: 'spotlight.clear' })
  off.thenHappened({ type: 'spotlight.cleared' })
  expect(off.after().spotlight).toBeNull()
})
test('the same once more changes nothing', () => {
  given(lit(stageShape)).when(ben, { type: 'spotlight.set', shapeId: stageShape }).thenRefused('already-done')
  given().when(ana, { type: 'spotlight.clear' }).thenRefused('already-done')
})
test('nobody else moves it', () => {
  for (const actor of [cem, guest, server]) {
    given().when(actor, { type: 'spotlight.set', shapeId: stageShape }).thenRefused('not-allowed')
    given(lit(stageShape)).when(actor, { type: 'spotlight.clear' }).thenRefused('not-allowed')
  }
})
test.each(['', 'page:page', 'shape:', 'shape:a b', `shape:${'x'.repeat(81)}`, 'shape:<b>', 7, null])(
  'the shape id %j is not of the protocol',
  (shapeId) => {
    expect(SpotlightCommand.safeParse({ type: 'spotlight.set', shapeId }).success).toBe(false)
  },
)
test.each(['shape:a1b2_C-d', 'shape:map', 'shape:support-case.stage-1'])('the shape id %j is', (shapeId) => {
  expect(SpotlightCommand.safeParse({ type: 'spotlight.set', shapeId }).success).toBe(true)
})
