// Sessions: planned, started, ended, taken back, and the next one with an agenda of its own.
import { describe, expect, test } from 'vitest'
import type { NewItem } from '#shared/facilitation/agenda-items.ts'
import { Command } from '#shared/facilitation/commands.ts'
import type { Event } from '#shared/facilitation/events.ts'
import { isSessionOver, runningSession } from '#shared/facilitation/sessions.ts'
import { ItemId } from '#shared/ids.ts'
import {
  ana,
  ben,
  cem,
  closing,
  dana,
  everyone,
  fold,
  founding,
  given,
  guest,
  mapping,
  minute,
  noon,
  opening,
  sales,
  server,
  stranger,
  welcome,
} from './scene.ts'

const item: NewItem = { itemId: ItemId.parse('neu'), kind: 'discussion', minutes: 5, title: 'Weiter' }
const started: Event[] = [
  { type: 'session.started', number: 1, at: noon, present: [ana.personId] },
  { type: 'agenda.started', itemId: welcome, at: noon },
]
const ended: Event[] = [
  { type: 'agenda.ended', at: noon + 10 * minute },
  { type: 'session.ended', number: 1, at: noon + 10 * minute },
]
const prepared: Event = { type: 'session.prepared', items: [item], at: noon + 20 * minute }
const second: Event = { type: 'session.started', number: 2, at: noon + 30 * minute, present: [] }
const end: Command = { type: 'session.end', number: 1 }
const prepare: Command = { type: 'session.prepare', number: 2, items: [item] }

test.each<Command>([
  { type: 'session.plan', startsAt: noon },
  { type: 'session.start' },
  end,
  { type: 'session.reopen', number: 1 },
  prepare,
])('only a facilitator sends $type', (command) => {
  for (const actor of [cem, guest, server])
    given(...started)
      .when(actor, command)
      .thenRefused('not-allowed')
})

describe('planning', () => {
  const plan: Command = { type: 'session.plan', startsAt: noon + 30 * minute }
  test('says when the session is to start, and can be taken back', () => {
    const scene = given().when(ana, plan)
    scene.thenHappened({ type: 'session.planned', startsAt: noon + 30 * minute })
    const none = scene.next().when(ben, { type: 'session.plan', startsAt: null })
    expect(none.after().sessions.plannedFor).toBeNull()
    scene.next().when(ana, plan).thenRefused('already-done')
  })
  test('is over when the session starts', () => {
    expect(
      fold([...opening, { type: 'session.planned', startsAt: noon }, ...started]).sessions.plannedFor,
    ).toBeNull()
  })
  test('means the next session while one is running, and outlasts its end', () => {
    const planned = given(...started).when(ana, plan)
    planned.thenHappened({ type: 'session.planned', startsAt: noon + 30 * minute })
    expect(planned.next().when(ana, end).after().sessions.plannedFor).toBe(noon + 30 * minute)
  })
})

describe('starting', () => {
  test('starts the agenda, and notes who is there', () => {
    given()
      .present(dana, cem, ana, cem)
      .when(ana, { type: 'session.start' })
      .thenHappened(
        {
          type: 'session.started',
          number: 1,
          at: noon,
          present: [ana, cem, dana].map((who) => who.personId),
        },
        { type: 'agenda.started', itemId: welcome, at: noon },
      )
  })
  test('needs no agenda', () => {
    given({ ...founding, type: 'workshop.created', items: [], at: noon })
      .present()
      .when(ana, { type: 'session.start' })
      .thenHappened({ type: 'session.started', number: 1, at: noon, present: [] })
  })
  test('two facilitators at once start one session', () => {
    const first = given().when(ana, { type: 'session.start' })
    first.next().when(ben, { type: 'session.start' }).thenRefused('already-done')
  })
  test('an old log without sessions reads as session 1, started with its agenda', () => {
    const { sessions } = fold([...opening, { type: 'agenda.started', itemId: welcome, at: noon }])
    // Nobody noted who was there; whoever had joined by then counts.
    const attended = everyone.map(({ personId }) => personId)
    expect(sessions.all).toEqual([
      { number: 1, startedAt: noon, endedAt: null, attended, agenda: null, archive: null },
    ])
  })
})

describe('attendance', () => {
  test('has those who were there at the start, who joined and who came back', () => {
    const { sessions } = fold([
      ...opening,
      ...started,
      {
        type: 'person.joined',
        personId: stranger.personId,
        role: 'participant',
        departmentId: sales,
        at: noon,
      },
      { type: 'session.attended', personId: cem.personId },
    ])
    expect(runningSession(sessions)?.attended).toEqual([ana, stranger, cem].map(({ personId }) => personId))
  })
  test('is noted by the server, once, and only while a session is running', () => {
    const attend: Command = { type: 'session.attend', personId: cem.personId }
    given(...started)
      .when(server, attend)
      .thenHappened({ type: 'session.attended', personId: cem.personId })
    given(...started)
      .when(cem, attend)
      .thenRefused('not-allowed')
    given(...started, { type: 'session.attended', personId: cem.personId })
      .when(server, attend)
      .thenRefused('already-done')
    given().when(server, attend).thenRefused('not-now')
  })
})

describe('ending', () => {
  test('ends the agenda and every turn to speak', () => {
    given(
      ...started,
      { type: 'hand.raised', personId: cem.personId, at: noon },
      { type: 'hand.called', personId: cem.personId, at: noon },
      { type: 'hand.raised', personId: dana.personId, at: noon },
    )
      .at(noon + minute)
      .when(ana, end)
      .thenHappened(
        { type: 'agenda.ended', at: noon + minute },
        { type: 'floor.yielded', personId: cem.personId, at: noon + minute },
        { type: 'hand.all-lowered' },
        { type: 'session.ended', number: 1, at: noon + minute },
      )
  })
  test('after the agenda has ended ends the session alone', () => {
    given(...started, { type: 'agenda.ended', at: noon })
      .when(ana, end)
      .thenHappened({ type: 'session.ended', number: 1, at: noon })
  })
  test('happens once, and not to the session after', () => {
    given(...started, ...ended)
      .when(ben, end)
      .thenRefused('already-done')
    given(...started, ...ended, prepared, second)
      .when(ben, end)
      .thenRefused('already-done')
    given().when(ana, end).thenRefused('already-done')
  })
  test('makes it over, until another one begins', () => {
    const isOver = (...events: Event[]) => isSessionOver(fold([...opening, ...events]).sessions)
    expect([isOver(), isOver(...started)]).toEqual([false, false])
    expect([isOver(...started, ...ended), isOver(...started, ...ended, prepared)]).toEqual([true, true])
    expect(isOver(...started, ...ended, prepared, second)).toBe(false)
  })
  test('waits for an open poll', () => {
    const poll: Event = {
      type: 'poll.opened',
      mode: 'open',
      pollId: '0'.repeat(32) as never,
      question: 'Wie war es?',
      questionKey: 'wie',
      phase: 'end',
      scale: { min: 1, max: 5, lowLabel: 'a', highLabel: 'b' },
      at: noon,
      closesAt: null,
      eligible: [],
    }
    given(...started, poll)
      .when(ana, end)
      .thenRefused('not-now')
  })
})

describe('taking an end back', () => {
  const reopen: Command = { type: 'session.reopen', number: 1 }
  test('goes on with the item that was running', () => {
    const scene = given(...started, ...ended)
      .at(noon + 11 * minute)
      .when(ben, reopen)
    scene.thenHappened(
      { type: 'session.reopened', number: 1, at: noon + 11 * minute },
      { type: 'agenda.advanced', itemId: welcome, at: noon + 11 * minute },
    )
    const { agenda, sessions } = scene.after()
    expect(agenda).toMatchObject({ endedAt: null, current: { itemId: welcome, beforeMs: 10 * minute } })
    expect(runningSession(sessions)?.number).toBe(1)
  })
  test('is possible until something else has begun', () => {
    given(...started)
      .when(ana, reopen)
      .thenRefused('not-now')
    given(...started, ...ended, prepared)
      .when(ana, reopen)
      .thenRefused('not-now')
    given().when(ana, reopen).thenRefused('not-now')
  })
})

describe('the next session', () => {
  test('is prepared with an agenda of its own, and the last one stays with its session', () => {
    const scene = given(...started, ...ended).when(ana, prepare)
    const { agenda, sessions } = scene.after()
    expect(agenda).toMatchObject({ items: [item], startedAt: null, endedAt: null, done: [] })
    expect(sessions.all[0]?.agenda?.items.map(({ itemId }) => itemId)).toEqual([welcome, mapping, closing])
    expect(sessions.all[0]?.agenda?.done).toHaveLength(1)
  })
  test('is prepared once, after an end, with items that are new', () => {
    given(...started, ...ended, prepared)
      .when(ben, prepare)
      .thenRefused('already-done')
    given(...started)
      .when(ana, prepare)
      .thenRefused('not-now')
    given().when(ana, prepare).thenRefused('already-done')
    const again: Command = { ...prepare, items: [{ ...item, itemId: mapping }] }
    given(...started, ...ended)
      .when(ana, again)
      .thenRefused('already-done')
    given(...started, ...ended, prepared)
      .when(ana, { type: 'item.add', item: { ...item, itemId: mapping }, afterItemId: null })
      .thenRefused('already-done')
  })
  test('starts only when it is prepared', () => {
    given(...started, ...ended)
      .when(ana, { type: 'session.start' })
      .thenRefused('not-now')
    given(...started, ...ended, prepared)
      .present()
      .when(ana, { type: 'session.start' })
      .thenHappened(
        { type: 'session.started', number: 2, at: noon, present: [] },
        { type: 'agenda.started', itemId: item.itemId, at: noon },
      )
  })
  test('begins with fresh commitments and speaking times, and keeps the people', () => {
    const before: Event[] = [
      ...started,
      { type: 'check-in.accepted', personId: cem.personId, promise: 'Zuhören.', at: noon },
      { type: 'hand.raised', personId: cem.personId, at: noon },
      { type: 'hand.called', personId: cem.personId, at: noon },
      { type: 'floor.yielded', personId: cem.personId, at: noon + minute },
      ...ended,
      prepared,
    ]
    const { hands, checkIn } = fold([...opening, ...before])
    expect(hands.spokenMs).toEqual({ [cem.personId]: minute })
    expect(Object.keys(checkIn.commitments)).toEqual([cem.personId])
    const after = fold([...opening, ...before, second])
    expect(after.hands.spokenMs).toEqual({})
    expect(after.checkIn).toMatchObject({ rules: founding.rules, commitments: {} })
    expect(Object.keys(after.people)).toHaveLength(9)
    expect(after.sessions.all).toMatchObject([
      { archive: { spokenMs: hands.spokenMs, rules: founding.rules, checkedIn: [cem.personId] } },
      { archive: null },
    ])
    expect(after.sessions.all[0]?.archive?.commitments).toEqual(checkIn.commitments)
  })
  test('counts whoever came early for it, and leaves to the last one only what was said until its end', () => {
    const accepted = (who: typeof cem, at: number): Event => ({
      type: 'check-in.accepted',
      personId: who.personId,
      promise: 'Zuhören.',
      at,
    })
    const { sessions, checkIn } = fold([
      ...opening,
      ...started,
      accepted(cem, noon),
      ...ended,
      prepared,
      accepted(dana, noon + 25 * minute),
      second,
    ])
    expect(sessions.all[0]?.archive).toMatchObject({ checkedIn: [cem.personId] })
    expect(Object.keys(sessions.all[0]?.archive?.commitments ?? {})).toEqual([cem.personId])
    expect(Object.keys(checkIn.commitments)).toEqual([dana.personId])
  })
  test('leaves the rounds of a check-out with the session in which they were held', () => {
    const round: Event[] = [
      { type: 'check-out.opened', about: 'session', at: noon },
      { type: 'check-out.closed', totals: { kept: 5, partly: 0, notKept: 0 }, at: noon },
    ]
    const third: Event = { type: 'session.started', number: 3, at: noon + 50 * minute, present: [] }
    const { sessions } = fold([
      ...opening,
      ...started,
      ...round,
      ...ended,
      prepared,
      second,
      { type: 'session.ended', number: 2, at: noon + 40 * minute },
      third,
    ])
    expect(sessions.all.map(({ archive }) => archive?.checkOuts)).toEqual([
      { from: 0, to: 1 },
      { from: 1, to: 1 },
      undefined,
    ])
  })
})

test('no item begins after the session has ended', () => {
  const running = given().when(ana, { type: 'session.start' }).next()
  const over = running.when(ana, { type: 'session.end', number: 1 }).next()
  over.when(ana, { type: 'agenda.begin', itemId: welcome, fromItemId: null }).thenRefused('not-now')
})

test('a session is planned for a time that calendars and results can hold', () => {
  const plannedFor = (time: string) =>
    Command.safeParse({ type: 'session.plan', startsAt: Date.parse(time) }).success
  expect(plannedFor('9999-12-31T23:59:59.999Z')).toBe(true)
  expect(plannedFor('+010000-01-01T00:00:00.000Z')).toBe(false)
})
