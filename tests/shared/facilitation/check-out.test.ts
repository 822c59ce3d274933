// Check-out: kept, partly or not. Each sees their own mark, everybody the totals, and nobody a total too small to hide in.
import { describe, expect, test } from 'vitest'
import { CheckOutCommand, checkOutAnew, type Mark, openRound } from '#shared/facilitation/check-out.ts'
import type { Event } from '#shared/facilitation/events.ts'
import { redact, redactWorkshop } from '#shared/facilitation/redact.ts'
import { decide } from '#shared/facilitation/workshop.ts'
import {
  ana,
  ben,
  cem,
  closing,
  dana,
  given,
  guest,
  mapping,
  noon,
  participants,
  type Somebody,
  server,
  welcome,
} from './scene.ts'

const promised = ({ personId }: Somebody): Event => ({
  type: 'check-in.promised',
  personId,
  promise: 'Postfach zu.',
  at: noon - 5,
})
const promises = participants.map(promised)
const opened: Event = { type: 'check-out.opened', about: 'session', at: noon }
const marked = ({ personId }: Somebody, mark: Mark, sentence: string | null = null): Event => ({
  type: 'check-out.marked',
  personId,
  mark,
  sentence,
  at: noon,
})
const closed = (totals: { kept: number; partly: number; notKept: number } | null): Event => ({
  type: 'check-out.closed',
  totals,
  at: noon,
})
const open = { type: 'check-out.open', about: 'session' } as const
const kept = { type: 'check-out.mark', round: 1, mark: 'kept', sentence: null } as const
const close = { type: 'check-out.close', round: 1 } as const

describe('opening', () => {
  test('a facilitator opens it; nobody else does', () => {
    given(...promises)
      .when(ana, open)
      .thenHappened(opened)
    for (const actor of [cem, guest, server])
      given(...promises)
        .when(actor, open)
        .thenRefused('not-allowed')
  })
  test('without a promise there is nothing to ask about', () => {
    given().when(ana, open).thenRefused('not-now')
    given(promised(cem), { ...promised(cem), promise: null } as Event)
      .when(ana, open)
      .thenRefused('not-now')
  })
  test('once in a session: the difference of two would show single marks', () => {
    given(...promises, opened)
      .when(ben, open)
      .thenRefused('already-done')
    given(...promises, opened, closed(null))
      .when(ben, open)
      .thenRefused('already-done')
  })
  test('a new session may have its own', () => {
    const { checkOut } = given(...promises, opened, closed(null)).workshop
    expect(checkOutAnew(checkOut)).toEqual({ ...checkOut, before: 1 })
  })
  test('the agenda item of that kind opens it; where nobody promised anything, it just begins', () => {
    const running: Event[] = [
      { type: 'agenda.started', itemId: welcome, at: noon },
      { type: 'agenda.advanced', itemId: mapping, at: noon },
    ]
    const next = { type: 'agenda.advance', fromItemId: mapping } as const
    const advanced: Event = { type: 'agenda.advanced', itemId: closing, at: noon }
    given(...promises, ...running)
      .when(ana, next)
      .thenHappened(advanced, opened)
    given(...running)
      .when(ana, next)
      .thenHappened(advanced)
    given(...promises, ...running, opened)
      .when(ana, next)
      .thenHappened(advanced)
  })
})

describe('answering', () => {
  test('whoever promised something says what became of it, and may say it anew', () => {
    const first = given(...promises, opened).when(cem, kept)
    first.thenHappened(marked(cem, 'kept'))
    const second = first.next().when(cem, { ...kept, mark: 'partly', sentence: 'Das Telefon klingelte.' })
    expect(second.after().checkOut.rounds[0]?.marks).toEqual({
      [cem.personId]: { mark: 'partly', sentence: 'Das Telefon klingelte.' },
    })
  })
  test('the others are not asked', () => {
    given(...promises, opened)
      .when(ana, kept)
      .thenRefused('not-found')
    given(...promises, opened)
      .when(guest, kept)
      .thenRefused('not-found')
    given(...promises, opened)
      .when(server, kept)
      .thenRefused('not-allowed')
  })
  test('the same once more, and anything before or after, is refused', () => {
    given(...promises, opened, marked(cem, 'kept'))
      .when(cem, kept)
      .thenRefused('already-done')
    given(...promises)
      .when(cem, kept)
      .thenRefused('not-now')
    given(...promises, opened, closed(null))
      .when(cem, kept)
      .thenRefused('not-now')
    given(...promises, opened)
      .when(cem, { ...kept, round: 2 })
      .thenRefused('not-now')
  })
  test.each([{ mark: 'mostly' }, { sentence: 'x'.repeat(281) }, { round: 0 }])(
    '%j is not of the protocol',
    (part) => {
      expect(CheckOutCommand.safeParse({ ...kept, ...part }).success).toBe(false)
    },
  )
})

describe('totals', () => {
  const marks = participants.map((person, place) => marked(person, place < 3 ? 'kept' : 'partly'))
  test('come when it is closed, from the minimum group on', () => {
    given(...promises, opened, ...marks.slice(0, 5))
      .when(ana, close)
      .thenHappened(closed({ kept: 3, partly: 2, notKept: 0 }))
  })
  test('too few to show: there is nothing to read a single mark from, then or later', () => {
    const outcome = given(...promises, opened, ...marks.slice(0, 4)).when(ana, close)
    outcome.thenHappened(closed(null))
    expect(outcome.after().checkOut.rounds[0]?.totals).toBeNull()
    outcome.next().when(cem, kept).thenRefused('not-now')
    outcome.next().when(ana, open).thenRefused('already-done')
  })
  test('are not there before', () => {
    expect(given(...promises, opened, ...marks).workshop.checkOut.rounds[0]?.totals).toBeNull()
  })
  test('only a facilitator closes, and once', () => {
    for (const actor of [cem, guest, server])
      given(...promises, opened, ...marks)
        .when(actor, close)
        .thenRefused('not-allowed')
    given(...promises, opened, closed(null))
      .when(ben, close)
      .thenRefused('already-done')
    given(...promises)
      .when(ana, close)
      .thenRefused('already-done')
  })
  test('a browser, which knows its own mark only, waits for the server', () => {
    const { workshop } = given(...promises, opened, ...marks)
    const context = { actor: ana, now: noon, present: [] }
    expect(decide(redactWorkshop(workshop, ana), close, context)).toMatchObject({ code: 'server-only' })
  })
})

describe('who sees what', () => {
  const event = marked(cem, 'not-kept', 'Das Telefon klingelte.')
  const { workshop } = given(...promises, opened, event, marked(dana, 'kept'))
  test('everyone sees their own mark', () => {
    expect(redact(event, cem)).toEqual(event)
    expect(openRound(redactWorkshop(workshop, cem).checkOut)?.round.marks[cem.personId]).toEqual({
      mark: 'not-kept',
      sentence: 'Das Telefon klingelte.',
    })
  })
  test('all others, facilitators too, see that there is one', () => {
    for (const viewer of [ana, dana, guest]) {
      expect(redact(event, viewer)).toEqual({
        type: 'check-out.marked',
        personId: cem.personId,
        at: noon,
      })
      const { round } = openRound(redactWorkshop(workshop, viewer).checkOut) ?? {}
      expect(round?.marks[cem.personId]).toEqual({ mark: null, sentence: null })
    }
  })
})

describe('across sessions', () => {
  const started = (number: number, at: number): Event => ({
    type: 'session.started',
    number,
    at,
    present: [],
  })
  const first = [started(1, noon - 100), ...promises]
  test('the end of a session closes its check-out, with totals where there are enough', () => {
    const events = given(...first, opened, marked(cem, 'kept'))
      .when(ana, { type: 'session.end', number: 1 })
      .events()
    expect(events.map(({ type }) => type)).toEqual(['check-out.closed', 'session.ended'])
  })
  test('the next one begins by asking about the promises of the last, which all may answer anew', () => {
    const next = given(
      ...first,
      opened,
      marked(cem, 'kept'),
      closed(null),
      { type: 'session.ended', number: 1, at: noon - 1 },
      { type: 'session.prepared', items: [], at: noon },
    ).when(ana, { type: 'session.start' })
    expect(next.events().at(-1)).toEqual({ type: 'check-out.opened', about: 'earlier', at: noon })
    const { checkIn } = next.after()
    expect(Object.keys(checkIn.earlier)).toHaveLength(participants.length)
    expect(checkIn.commitments).toEqual({})
    const answered = next.next().when(cem, { ...kept, round: 2 })
    expect(answered.after().checkOut.rounds[1]?.marks[cem.personId]?.mark).toBe('kept')
    // Its own promises may be asked about, too, at its end.
    const own = answered.next().when(cem, { type: 'check-in.promise', promise: 'Heute wirklich.' })
    const asked = own.next().when(ana, open)
    expect(asked.events().map(({ type }) => type)).toEqual(['check-out.closed', 'check-out.opened'])
  })
  describe('asks about the same promises twice only half a day apart: the difference of two totals is one person’s answer', () => {
    const hour = 3_600_000
    const startAt = (at: number, totals: Parameters<typeof closed>[0]) =>
      given(
        ...first,
        opened,
        ...participants.map((one) => marked(one, 'kept')),
        closed(totals),
        { type: 'session.ended', number: 1, at: noon + 1 },
        { type: 'session.prepared', items: [], at: noon + 2 },
      )
        .at(at)
        .when(ana, { type: 'session.start' })
    const total = { kept: participants.length, partly: 0, notKept: 0 }
    const types = (scene: ReturnType<typeof startAt>) => scene.events().map(({ type }) => type)

    test('a session right after the last one begins without the question', () => {
      expect(types(startAt(noon + hour, total))).toEqual(['session.started'])
      expect(types(startAt(noon + 12 * hour - 1, total))).toEqual(['session.started'])
    })
    test('and nobody can ask it by hand', () => {
      startAt(noon + hour, total)
        .next()
        .when(ana, { type: 'check-out.open', about: 'earlier' })
        .thenRefused('too-similar')
    })
    test('half a day later it is asked, and at once where no total was shown', () => {
      expect(types(startAt(noon + 12 * hour, total))).toContain('check-out.opened')
      expect(types(startAt(noon + hour, null))).toContain('check-out.opened')
    })
  })
  test('without promises it just begins', () => {
    const next = given(
      started(1, noon - 100),
      { type: 'session.ended', number: 1, at: noon - 1 },
      { type: 'session.prepared', items: [], at: noon },
    ).when(ana, { type: 'session.start' })
    expect(next.events().map(({ type }) => type)).toEqual(['session.started'])
  })
})
