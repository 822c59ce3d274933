// Texts to be read aloud: who may ask, who sees what, and that nobody can tell whose they are.
import { describe, expect, test } from 'vitest'
import type { Event } from '#shared/facilitation/events.ts'
import { redact, redactWorkshop } from '#shared/facilitation/redact.ts'
import { ReadingId } from '#shared/ids.ts'
import {
  ana,
  ben,
  cem,
  dana,
  fold,
  given,
  guest,
  noon,
  opening,
  type Somebody,
  server,
  welcome,
} from './scene.ts'

const id = (number: number) => ReadingId.parse(String(number).padStart(32, '0'))
const text = 'Wir haben den Termin selbst verschlafen.'
const ask = (number = 1) => ({ type: 'reading.ask', readingId: id(number), text }) as const
const asked = ({ personId }: Somebody, number = 1): Event => ({
  type: 'reading.asked',
  readingId: id(number),
  personId,
  text,
  at: noon,
})
const finished: Event = { type: 'reading.finished', readingId: id(1) }

describe('asking', () => {
  test('a participant asks, at the server’s time', () => {
    given().when(cem, ask()).thenHappened(asked(cem))
  })
  test('facilitators speak for themselves, observers watch, the server has nothing to say', () => {
    for (const actor of [ana, guest, server]) given().when(actor, ask()).thenRefused('not-allowed')
  })
  test('one text at a time; after it was read there may be another', () => {
    given(asked(cem)).when(cem, ask(2)).thenRefused('not-now')
    given(asked(cem), finished).when(cem, ask(2)).thenHappened(asked(cem, 2))
  })
  test('the text of another is no obstacle', () => {
    given(asked(dana)).when(cem, ask(2)).thenHappened(asked(cem, 2))
  })
  test('the same text sent again is there once', () => {
    given(asked(cem)).when(cem, ask()).thenRefused('already-done')
  })
  test('a hand tells nothing of a text: both can be up', () => {
    given(asked(cem))
      .when(cem, { type: 'hand.raise' })
      .thenHappened({ type: 'hand.raised', personId: cem.personId, at: noon })
    given({ type: 'hand.raised', personId: cem.personId, at: noon }).when(cem, ask()).thenHappened(asked(cem))
  })
})

describe('what becomes of it', () => {
  const finish = { type: 'reading.finish', readingId: id(1) } as const
  const setAside = { type: 'reading.set-aside', readingId: id(1) } as const
  const withdraw = { type: 'reading.withdraw', readingId: id(1) } as const

  test('a facilitator reads it, or puts it aside', () => {
    given(asked(cem)).when(ana, finish).thenHappened(finished)
    given(asked(cem))
      .when(ana, setAside)
      .thenHappened({ type: 'reading.put-aside', readingId: id(1) })
  })
  test('nobody else does, not even its author', () => {
    for (const actor of [cem, dana, guest]) {
      given(asked(cem)).when(actor, finish).thenRefused('not-allowed')
      given(asked(cem)).when(actor, setAside).thenRefused('not-allowed')
    }
  })
  test('two facilitators at once end it once', () => {
    given(asked(cem), finished).when(ben, setAside).thenRefused('already-done')
  })
  test('its author withdraws it, and nothing of it is left', () => {
    const withdrawn = given(asked(cem)).when(cem, withdraw)
    withdrawn.thenHappened({ type: 'reading.withdrawn', readingId: id(1) })
    expect(withdrawn.after().readings).toEqual([])
  })
  test('what was read cannot be withdrawn any more', () => {
    given(asked(cem), finished).when(cem, withdraw).thenRefused('already-done')
  })
  test('somebody else’s is withdrawn by nobody, with the same words as one that is not there', () => {
    for (const actor of [dana, ana]) {
      given(asked(cem)).when(actor, withdraw).thenRefused('not-found')
      given().when(actor, withdraw).thenRefused('not-found')
    }
  })
  test('a text that is not there is neither read nor put aside', () => {
    given().when(ana, finish).thenRefused('not-found')
  })
  test('the next agenda item leaves it waiting: what somebody wrote does not get lost', () => {
    const started: Event = { type: 'agenda.started', itemId: welcome, at: noon }
    const scene = given(started, asked(cem))
    const { current } = scene.workshop.agenda
    if (!current) throw new Error('The agenda runs.')
    const after = scene.when(ana, { type: 'agenda.advance', fromItemId: current.itemId }).after()
    expect(after.readings).toMatchObject([{ state: 'waiting', text }])
  })
  test('once it was read, its words are kept in the state no longer', () => {
    expect(JSON.stringify(fold([...opening, asked(cem), finished]).readings)).not.toContain(text)
  })
})

describe('what people receive', () => {
  const event = asked(cem)
  const { readings } = fold([...opening, event])
  const seenBy = (viewer: Somebody) => redactWorkshop({ ...fold(opening), readings }, viewer).readings

  test('its author sees it all', () => {
    expect(redact(event, cem)).toEqual(event)
    expect(seenBy(cem)).toEqual(readings)
  })
  test('a facilitator sees the words and no name', () => {
    expect(redact(event, ana)).toStrictEqual({ type: 'reading.asked', readingId: id(1), text, at: noon })
    expect(JSON.stringify(seenBy(ana))).not.toContain(cem.personId)
    expect(JSON.stringify(seenBy(ana))).toContain(text)
  })
  test('everyone else sees that a text is waiting', () => {
    for (const viewer of [dana, guest]) {
      expect(redact(event, viewer)).toStrictEqual({ type: 'reading.asked', readingId: id(1), at: noon })
      expect(seenBy(viewer)).toStrictEqual([{ readingId: id(1), askedAt: noon, state: 'waiting' }])
    }
  })
  test('it is nobody’s hand', () => {
    expect(fold([...opening, event]).hands.queue).toEqual([])
  })
})
