// When items are on, and when it will all be over.
import { expect, test } from 'vitest'
import { endForecast, itemsNotDone, itemTimes, totalMinutes } from '#shared/facilitation/agenda-times.ts'
import type { Event } from '#shared/facilitation/events.ts'
import { closing, fold, mapping, minute, noon, opening, welcome } from './scene.ts'

const agendaAfter = (...events: Event[]) => fold([...opening, ...events]).agenda
const started: Event = { type: 'agenda.started', itemId: welcome, at: noon }
const to = (itemId: typeof welcome, minutes: number): Event => ({
  type: 'agenda.advanced',
  itemId,
  at: noon + minutes * minute,
})
/** As minutes after noon. */
const times = (agenda: ReturnType<typeof agendaAfter>, plannedFor: number | null, now: number) =>
  [...itemTimes(agenda, plannedFor, noon + now * minute)].map(([itemId, { from, to: until }]) => [
    itemId,
    (from - noon) / minute,
    (until - noon) / minute,
  ])

test('before the start items follow one another from the planned start on', () => {
  expect(times(agendaAfter(), noon + 30 * minute, 0)).toEqual([
    [welcome, 30, 33],
    [mapping, 33, 43],
    [closing, 43, 45],
  ])
})

test('without a planned start nothing is said', () => {
  expect(times(agendaAfter(), null, 0)).toEqual([])
})

test('while it runs: as it went, until its time is up, and one after the other', () => {
  expect(times(agendaAfter(started, to(mapping, 5)), null, 6)).toEqual([
    [welcome, 0, 5],
    [mapping, 5, 15],
    [closing, 15, 17],
  ])
})

test('an item that runs over moves all that come', () => {
  expect(times(agendaAfter(started), null, 4)).toEqual([
    [welcome, 0, 4],
    [mapping, 4, 14],
    [closing, 14, 16],
  ])
})

test('of what was left out nothing is said, and to what is come back to its first beginning stays', () => {
  expect(times(agendaAfter(started, to(closing, 1)), null, 1).map(([itemId]) => itemId)).toEqual([
    welcome,
    closing,
  ])
  const back = agendaAfter(started, to(mapping, 2), to(welcome, 4))
  expect(times(back, null, 4)).toEqual([
    [welcome, 0, 5],
    [mapping, 5, 13], // two of its ten minutes are gone
    [closing, 13, 15],
  ])
})

test('the end is later by what runs over, what stands still and what was added', () => {
  const laterBy = (agenda: ReturnType<typeof agendaAfter>, now: number) => {
    const forecast = endForecast(agenda, noon + now * minute)
    return forecast && [(forecast.endsAt - noon) / minute, forecast.laterMs / minute]
  }
  expect(laterBy(agendaAfter(), 0)).toBeNull()
  expect(laterBy(agendaAfter(started), 2)).toEqual([15, 0])
  expect(laterBy(agendaAfter(started), 7)).toEqual([19, 4])
  expect(laterBy(agendaAfter(started, { type: 'agenda.paused', at: noon + minute }), 6)).toEqual([20, 5])
  expect(
    laterBy(agendaAfter(started, { type: 'agenda.extended', itemId: welcome, addedMs: minute }), 2),
  ).toEqual([16, 1])
  expect(laterBy(agendaAfter(started, to(mapping, 1)), 1)).toEqual([13, -2])
  const added: Event = {
    type: 'item.added',
    item: { itemId: 'neu' as never, kind: 'break', minutes: 5, title: 'Pause' },
    afterItemId: closing,
  }
  expect(laterBy(agendaAfter(started, added), 2)).toEqual([20, 5])
  expect(laterBy(agendaAfter(started, { type: 'agenda.ended', at: noon }), 2)).toBeNull()
})

test('what was not done is what no turn was taken for', () => {
  expect(itemsNotDone(agendaAfter(started, to(closing, 1))).map(({ itemId }) => itemId)).toEqual([
    mapping,
    closing,
  ])
  expect(totalMinutes(agendaAfter().items)).toBe(15)
})
