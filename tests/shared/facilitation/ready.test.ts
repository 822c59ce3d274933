// The ready check: who asks, who says so, who sees whom, and when it is over.
import { describe, expect, test } from 'vitest'
import type { Event } from '#shared/facilitation/events.ts'
import { redact, redactWorkshop } from '#shared/facilitation/redact.ts'
import {
  ana,
  ben,
  cem,
  dana,
  eva,
  fold,
  given,
  guest,
  mapping,
  noon,
  opening,
  type Somebody,
  server,
  welcome,
} from './scene.ts'

const asked: Event = { type: 'ready.asked', question: 'done', at: noon }
const marked = ({ personId }: Somebody): Event => ({ type: 'ready.marked', personId })
const ended = (isComplete: boolean): Event => ({ type: 'ready.ended', isComplete, at: noon })
const mark = { type: 'ready.mark' } as const
const unmark = { type: 'ready.unmark' } as const

describe('asking', () => {
  test('is a facilitator’s to do', () => {
    given().when(ana, { type: 'ready.ask', question: 'done' }).thenHappened(asked)
    for (const actor of [cem, guest, server])
      given().when(actor, { type: 'ready.ask', question: 'done' }).thenRefused('not-allowed')
  })
  test('once at a time; asked again it starts from nought', () => {
    given(asked).when(ben, { type: 'ready.ask', question: 'ready' }).thenRefused('already-done')
    const again = given(asked, marked(cem), ended(false)).when(ana, { type: 'ready.ask', question: 'ready' })
    expect(again.after().ready).toMatchObject({ count: 0, personIds: [], question: 'ready' })
  })
})

describe('saying so', () => {
  test('each participant once', () => {
    given(asked).when(cem, mark).thenHappened(marked(cem))
    given(asked, marked(cem)).when(cem, mark).thenRefused('already-done')
  })
  test('can be taken back', () => {
    given(asked, marked(cem))
      .when(cem, unmark)
      .thenHappened({ type: 'ready.unmarked', personId: cem.personId })
    given(asked).when(cem, unmark).thenRefused('already-done')
  })
  test('needs the question', () => {
    for (const command of [mark, unmark]) {
      given().when(cem, command).thenRefused('not-now')
      given(asked, ended(false)).when(cem, command).thenRefused('not-now')
    }
  })
  test('facilitators and observers are not asked', () => {
    for (const actor of [ana, guest, server]) given(asked).when(actor, mark).thenRefused('not-allowed')
  })
})

describe('the end', () => {
  test('comes when the last who is here has said so', () => {
    given(asked, marked(cem))
      .present(ana, cem, dana, guest)
      .when(dana, mark)
      .thenHappened(marked(dana), ended(true))
  })
  test('does not wait for whoever has left', () => {
    given(asked).present(ana, cem).when(cem, mark).thenHappened(marked(cem), ended(true))
  })
  test('is not guessed by a browser, which knows of nobody who is here', () => {
    given(asked).present().when(cem, mark).thenHappened(marked(cem))
  })
  test('comes by hand', () => {
    given(asked).when(ana, { type: 'ready.end' }).thenHappened(ended(false))
    given(asked).when(cem, { type: 'ready.end' }).thenRefused('not-allowed')
    given().when(ana, { type: 'ready.end' }).thenRefused('already-done')
  })
  test('comes with the next agenda item', () => {
    given({ type: 'agenda.started', itemId: welcome, at: noon }, asked)
      .when(ana, { type: 'agenda.advance', fromItemId: welcome })
      .thenHappened({ type: 'agenda.advanced', itemId: mapping, at: noon }, ended(false))
  })
})

describe('what people receive', () => {
  const workshop = fold([...opening, asked, marked(cem), marked(dana)])

  test('facilitators see who', () => {
    expect(redact(marked(cem), ana)).toEqual(marked(cem))
    expect(redactWorkshop(workshop, ana).ready).toMatchObject({
      count: 2,
      personIds: [cem.personId, dana.personId],
    })
  })
  test('everyone else sees how many, and themselves', () => {
    expect(redact(marked(cem), eva)).toStrictEqual({ type: 'ready.marked' })
    expect(redact({ type: 'ready.unmarked', personId: cem.personId }, eva)).toStrictEqual({
      type: 'ready.unmarked',
    })
    expect(redactWorkshop(workshop, eva).ready).toMatchObject({ count: 2, personIds: [] })
    expect(redactWorkshop(workshop, cem).ready).toMatchObject({ count: 2, personIds: [cem.personId] })
  })
})
