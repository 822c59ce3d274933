// The agenda and its clock: one step at a time, two facilitators at once, pauses that do not count.
import { describe, expect, test } from 'vitest'
import { remainingMs } from '#shared/facilitation/agenda.ts'
import type { Command, Event } from '#shared/facilitation/workshop.ts'
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
  ['pause', { type: 'agenda.pause' }],
  ['resume', { type: 'agenda.resume' }],
])('only a facilitator may %s the agenda', (_, command) => {
  for (const actor of [cem, guest, server]) given(started).when(actor, command).thenRefused('not-allowed')
})

describe('starting', () => {
  test('begins with the first item', () => {
    given().when(ana, { type: 'agenda.start' }).thenHappened(started)
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

describe('what has been', () => {
  test('keeps when each item was and how long the clock stood', () => {
    const agenda = agendaAfter(started, paused(noon + minute), resumed(noon + 2 * minute), toMapping, {
      type: 'agenda.ended',
      at: noon + 10 * minute,
    })
    expect(agenda.done).toEqual([
      { itemId: welcome, startedAt: noon, endedAt: noon + 3 * minute, pausedMs: minute },
      { itemId: mapping, startedAt: noon + 3 * minute, endedAt: noon + 10 * minute, pausedMs: 0 },
    ])
  })
  test('an item that ends while the clock stands was paused to its end', () => {
    const agenda = agendaAfter(started, paused(noon + minute), toMapping)
    expect(agenda.done[0]).toMatchObject({ pausedMs: 2 * minute })
    expect(agenda.current).toMatchObject({ itemId: mapping, pausedAt: null, pausedMs: 0 })
  })
})
