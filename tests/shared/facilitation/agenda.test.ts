// The agenda and its clock: one step at a time, two facilitators at once, pauses that do not count.
import { describe, expect, test } from 'vitest'
import { isFinished, remainingMs, tookMs } from '#shared/facilitation/agenda.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import type { Event } from '#shared/facilitation/events.ts'
import { ItemId } from '#shared/ids.ts'
import {
  ana,
  ben,
  cem,
  closing,
  dana,
  fold,
  founding,
  given,
  guest,
  mapping,
  minute,
  noon,
  opening,
  server,
  welcome,
} from './scene.ts'

const started: Event = { type: 'agenda.started', itemId: welcome, at: noon }
const toMapping: Event = { type: 'agenda.advanced', itemId: mapping, at: noon + 3 * minute }
const toClosing: Event = { type: 'agenda.advanced', itemId: closing, at: noon + 13 * minute }
const paused = (at: number): Event => ({ type: 'agenda.paused', at })
const resumed = (at: number): Event => ({ type: 'agenda.resumed', at })
const agendaAfter = (...events: Event[]) => fold([...opening, ...events]).agenda

test.each<[string, Command]>([
  ['start', { type: 'agenda.start' }],
  ['advance', { type: 'agenda.advance', fromItemId: welcome }],
  ['extend', { type: 'agenda.extend', itemId: welcome, addMs: minute }],
  ['shorten', { type: 'agenda.shorten', itemId: welcome, takeMs: minute }],
  ['begin an item of', { type: 'agenda.begin', itemId: closing, fromItemId: welcome }],
  ['pause', { type: 'agenda.pause' }],
  ['resume', { type: 'agenda.resume' }],
])('only a facilitator may %s the agenda', (_, command) => {
  for (const actor of [cem, guest, server]) given(started).when(actor, command).thenRefused('not-allowed')
})

describe('starting', () => {
  test('begins with the first item, and starts a session', () => {
    given()
      .present(cem, ana)
      .when(ana, { type: 'agenda.start' })
      .thenHappened(
        { type: 'session.started', number: 1, at: noon, present: [ana.personId, cem.personId] },
        started,
      )
  })
  test('within a session starts no other', () => {
    given({ type: 'session.started', number: 1, at: noon - minute, present: [] })
      .when(ana, { type: 'agenda.start' })
      .thenHappened(started)
  })
  test('happens once', () => {
    given(started).when(ben, { type: 'agenda.start' }).thenRefused('already-done')
  })
  test('happens once, also after the end', () => {
    given(started, toMapping, toClosing, { type: 'agenda.ended', at: noon + 20 * minute })
      .when(ana, { type: 'agenda.start' })
      .thenRefused('already-done')
  })
  test('needs an agenda', () => {
    // An empty board has no agenda; its facilitator is told so.
    given({ ...founding, type: 'workshop.created', items: [], at: noon })
      .when(ana, { type: 'agenda.start' })
      .thenRefused('not-found')
  })
})

describe('advancing', () => {
  test('takes one step', () => {
    given(started)
      .at(noon + 3 * minute)
      .when(ana, { type: 'agenda.advance', fromItemId: welcome })
      .thenHappened(toMapping)
  })
  test('two facilitators pressing "next" at once take one step', () => {
    const first = given(started).when(ana, { type: 'agenda.advance', fromItemId: welcome })
    expect(first.after().agenda.current?.itemId).toBe(mapping)
    first.next().when(ben, { type: 'agenda.advance', fromItemId: welcome }).thenRefused('already-done')
  })
  test('from the last item ends the agenda', () => {
    const scene = given(started, toMapping, toClosing).when(ana, {
      type: 'agenda.advance',
      fromItemId: closing,
    })
    scene.thenHappened({ type: 'agenda.ended', at: noon })
    expect(scene.after().agenda).toMatchObject({ current: null, endedAt: noon })
  })
  test('needs a running agenda', () => {
    given().when(ana, { type: 'agenda.advance', fromItemId: welcome }).thenRefused('not-now')
  })
  test('empties the queue and frees the floor', () => {
    given(
      started,
      { type: 'hand.raised', personId: cem.personId, at: noon },
      { type: 'hand.called', personId: cem.personId, at: noon },
      { type: 'hand.raised', personId: dana.personId, at: noon },
    )
      .at(noon + minute)
      .when(ana, { type: 'agenda.advance', fromItemId: welcome })
      .thenHappened(
        { type: 'agenda.advanced', itemId: mapping, at: noon + minute },
        { type: 'floor.yielded', personId: cem.personId, at: noon + minute },
        { type: 'hand.all-lowered' },
      )
  })
  test('that was refused leaves the queue alone', () => {
    given(started, { type: 'hand.raised', personId: cem.personId, at: noon })
      .when(ana, { type: 'agenda.advance', fromItemId: mapping })
      .thenRefused('already-done')
  })
})

describe('the clock', () => {
  test('counts down from the planned minutes and goes below zero', () => {
    const agenda = agendaAfter(started)
    expect(remainingMs(agenda, noon)).toBe(3 * minute)
    expect(remainingMs(agenda, noon + 2 * minute)).toBe(minute)
    expect(remainingMs(agenda, noon + 4 * minute)).toBe(-minute)
  })
  test('a browser whose clock is behind shows no more than was planned', () => {
    expect(remainingMs(agendaAfter(started), noon - 5 * minute)).toBe(3 * minute)
  })
  test('has nothing to count before the start and after the end', () => {
    expect(remainingMs(agendaAfter(), noon)).toBeNull()
    expect(remainingMs(agendaAfter(started, { type: 'agenda.ended', at: noon }), noon)).toBeNull()
  })
  test('is extended by a facilitator', () => {
    const scene = given(started).when(ana, { type: 'agenda.extend', itemId: welcome, addMs: minute })
    scene.thenHappened({ type: 'agenda.extended', itemId: welcome, addedMs: minute })
    expect(remainingMs(scene.after().agenda, noon)).toBe(4 * minute)
  })
  test('an item that is over is not extended', () => {
    given(started, toMapping)
      .when(ana, { type: 'agenda.extend', itemId: welcome, addMs: minute })
      .thenRefused('not-now')
  })
  test('the next item begins with its own time', () => {
    const extended: Event = { type: 'agenda.extended', itemId: welcome, addedMs: 5 * minute }
    expect(remainingMs(agendaAfter(started, extended, toMapping), noon + 3 * minute)).toBe(10 * minute)
  })
  test('stands while paused and goes on where it stood', () => {
    const standing = agendaAfter(started, paused(noon + minute))
    expect(remainingMs(standing, noon + 30 * minute)).toBe(2 * minute)
    const going = agendaAfter(started, paused(noon + minute), resumed(noon + 30 * minute))
    expect(remainingMs(going, noon + 31 * minute)).toBe(minute)
  })
  test('is paused once and resumed once', () => {
    given(started, paused(noon)).when(ben, { type: 'agenda.pause' }).thenRefused('already-done')
    given(started).when(ben, { type: 'agenda.resume' }).thenRefused('already-done')
  })
  test('is not paused or resumed while nothing runs', () => {
    given().when(ana, { type: 'agenda.pause' }).thenRefused('not-now')
    given().when(ana, { type: 'agenda.resume' }).thenRefused('not-now')
    given().when(ana, { type: 'agenda.extend', itemId: welcome, addMs: minute }).thenRefused('not-now')
  })
  test('pauses and resumes at the server’s time', () => {
    given(started)
      .at(noon + 1)
      .when(ana, { type: 'agenda.pause' })
      .thenHappened(paused(noon + 1))
    given(started, paused(noon))
      .at(noon + 2)
      .when(ana, { type: 'agenda.resume' })
      .thenHappened(resumed(noon + 2))
  })
})

describe('beginning an item out of turn', () => {
  const begin = (itemId: ItemId, fromItemId: ItemId | null): Command => ({
    type: 'agenda.begin',
    itemId,
    fromItemId,
  })

  test('jumps ahead, and what was left out can still begin later', () => {
    const scene = given(started).when(ana, begin(closing, welcome))
    scene.thenHappened({ type: 'agenda.advanced', itemId: closing, at: noon })
    expect(scene.after().agenda.done.map(({ itemId }) => itemId)).toEqual([welcome])
    const back = scene.next().when(ana, begin(mapping, closing))
    expect(back.after().agenda.current).toMatchObject({ itemId: mapping, beforeMs: 0 })
  })
  test('goes back to an item where its clock stood', () => {
    const extended: Event = { type: 'agenda.extended', itemId: welcome, addedMs: minute }
    const scene = given(started, extended, toMapping)
      .at(noon + 5 * minute)
      .when(ben, begin(welcome, mapping))
    const { agenda } = scene.after()
    expect(agenda.current).toMatchObject({ itemId: welcome, beforeMs: 3 * minute, addedMs: minute })
    expect(remainingMs(agenda, noon + 5 * minute)).toBe(minute)
    expect(remainingMs(agenda, noon + 7 * minute)).toBe(-minute)
    expect(isFinished(agenda, welcome)).toBe(false)
    expect(isFinished(agenda, mapping)).toBe(true)
  })
  test('counts all turns of an item together', () => {
    const back: Event = { type: 'agenda.advanced', itemId: welcome, at: noon + 5 * minute }
    const on: Event = { type: 'agenda.advanced', itemId: closing, at: noon + 6 * minute }
    expect(tookMs(agendaAfter(started, toMapping, back, on).done, welcome)).toBe(4 * minute)
  })
  test('two facilitators at once: the first one’s step counts', () => {
    const first = given(started).when(ana, { type: 'agenda.advance', fromItemId: welcome })
    first.next().when(ben, begin(closing, welcome)).thenRefused('already-done')
  })
  test('does not begin what runs, what is not there, or what has not started', () => {
    given(started).when(ana, begin(welcome, welcome)).thenRefused('already-done')
    given(started)
      .when(ana, begin(ItemId.parse('weg'), welcome))
      .thenRefused('not-found')
    given().when(ana, begin(welcome, null)).thenRefused('not-now')
  })
  test('frees the floor, as every step does', () => {
    given(started, { type: 'hand.raised', personId: cem.personId, at: noon })
      .when(ana, begin(closing, welcome))
      .thenHappened({ type: 'agenda.advanced', itemId: closing, at: noon }, { type: 'hand.all-lowered' })
  })
  test('takes up an agenda that has ended', () => {
    const scene = given(started, { type: 'agenda.ended', at: noon + minute })
      .at(noon + 2 * minute)
      .when(ana, begin(mapping, null))
    expect(scene.after().agenda).toMatchObject({ endedAt: null, current: { itemId: mapping } })
  })
})

describe('taking a minute away', () => {
  const shorten: Command = { type: 'agenda.shorten', itemId: welcome, takeMs: minute }

  test('leaves the item at least one minute', () => {
    const scene = given(started).when(ana, shorten)
    scene.thenHappened({ type: 'agenda.shortened', itemId: welcome, takenMs: minute })
    expect(remainingMs(scene.after().agenda, noon)).toBe(2 * minute)
    scene.next().when(ana, shorten).next().when(ana, shorten).thenRefused('not-now')
  })
  test('is for the running item only', () => {
    given(started, toMapping).when(ana, shorten).thenRefused('not-now')
    given().when(ana, shorten).thenRefused('not-now')
  })
})

describe('what has been', () => {
  test('keeps when each item was and how long the clock stood', () => {
    const agenda = agendaAfter(started, paused(noon + minute), resumed(noon + 2 * minute), toMapping, {
      type: 'agenda.ended',
      at: noon + 10 * minute,
    })
    expect(agenda.done).toEqual([
      { itemId: welcome, startedAt: noon, endedAt: noon + 3 * minute, pausedMs: minute, addedMs: 0 },
      { itemId: mapping, startedAt: noon + 3 * minute, endedAt: noon + 10 * minute, pausedMs: 0, addedMs: 0 },
    ])
  })
  test('an item that ends while the clock stands was paused to its end', () => {
    const agenda = agendaAfter(started, paused(noon + minute), toMapping)
    expect(agenda.done[0]).toMatchObject({ pausedMs: 2 * minute })
    expect(agenda.current).toMatchObject({ itemId: mapping, pausedAt: null, pausedMs: 0 })
  })
})
