// Drawing lots: who may draw, whom the lot can fall on, and what becomes of it.
import { describe, expect, test } from 'vitest'
import type { Event } from '#shared/facilitation/events.ts'
import {
  ana,
  ben,
  cem,
  dana,
  eva,
  given,
  guest,
  mapping,
  noon,
  type Somebody,
  server,
  stranger,
  welcome,
} from './scene.ts'

const draw = (...drawn: Somebody[]) =>
  ({ type: 'choice.draw', notHeardFirst: false, drawn: drawn.map(({ personId }) => personId) }) as const
const chosen = ({ personId }: Somebody): Event => ({ type: 'choice.drawn', personId, at: noon })
const called = ({ personId }: Somebody): Event => ({ type: 'hand.called', personId, at: noon })
const yielded = ({ personId }: Somebody): Event => ({ type: 'floor.yielded', personId, at: noon + 5_000 })

describe('the lot', () => {
  test('falls on the first participant of the shuffled list', () => {
    given()
      .when(ana, draw(ben, guest, stranger, dana, cem))
      .thenHappened(chosen(dana))
  })
  test('falls on those who have not been heard, as long as there are any', () => {
    const scene = given(called(cem), yielded(cem), called(dana))
    scene.when(ana, { ...draw(cem, dana, eva), notHeardFirst: true }).thenHappened(chosen(eva))
    scene.when(ana, { ...draw(cem, dana), notHeardFirst: true }).thenHappened(chosen(cem))
  })
  test('drawn again, falls on somebody else, unless there is nobody else', () => {
    given(chosen(cem)).when(ana, draw(cem, dana)).thenHappened(chosen(dana))
    given(chosen(cem)).when(ana, draw(cem)).thenHappened(chosen(cem))
  })
  test('is drawn by a facilitator, and by the server’s chance', () => {
    for (const actor of [cem, guest, server]) given().when(actor, draw(cem)).thenRefused('not-allowed')
    given().when(ana, { type: 'choice.draw', notHeardFirst: false }).thenRefused('server-only')
  })
  test('needs somebody who is here', () => {
    given().when(ana, draw(ben, guest)).thenRefused('not-now')
  })
})

describe('afterwards', () => {
  test('whoever gets the floor is shown no longer', () => {
    given(chosen(cem))
      .when(ana, { type: 'floor.give', personId: cem.personId })
      .thenHappened(called(cem), { type: 'choice.cleared' })
  })
  test('a facilitator clears it, once', () => {
    const cleared = given(chosen(cem)).when(ana, { type: 'choice.clear' })
    cleared.thenHappened({ type: 'choice.cleared' })
    expect(cleared.after().choice).toBeNull()
    cleared.next().when(ben, { type: 'choice.clear' }).thenRefused('already-done')
    given(chosen(cem)).when(cem, { type: 'choice.clear' }).thenRefused('not-allowed')
  })
  test('the next agenda item clears it', () => {
    given({ type: 'agenda.started', itemId: welcome, at: noon }, chosen(cem))
      .when(ana, { type: 'agenda.advance', fromItemId: welcome })
      .thenHappened({ type: 'agenda.advanced', itemId: mapping, at: noon }, { type: 'choice.cleared' })
  })
})
