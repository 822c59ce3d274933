// Everyone sees the same remaining time within 250 ms, whatever their own clocks say and however far away they are.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Transport, TransportListener } from '#client/facilitation/connection.ts'
import { openRoom, type Room } from '#client/facilitation/room-store.ts'
import { itemProgress } from '#client/facilitation/selectors.ts'
import type { Event } from '#shared/facilitation/events.ts'
import type { Workshop } from '#shared/facilitation/workshop.ts'
import { cem, fold, minute, noon, opening, welcome } from '#tests/shared/facilitation/scene.ts'

const toleranceMs = 250

beforeEach(() => {
  vi.useFakeTimers({ now: noon })
})
afterEach(() => {
  vi.useRealTimers()
})

/** The time on the server; a browser's own is this and its error. */
const serverNow = () => Date.now()

type Browser = {
  room: Room
  setClock: (errorMs: number) => void
  told: (event: Event) => void
  seq: () => number
}

/** `there` and `back`: how long messages travel, in milliseconds. */
function browser({ errorMs, there, back }: { errorMs: number; there: number; back: number }): Browser {
  let [error, listener] = [errorMs, null as TransportListener | null]
  const workshop: Workshop = fold([...opening, { type: 'agenda.started', itemId: welcome, at: noon }])
  let seq = opening.length + 1
  const travel = <T>(answer: () => T): Promise<T> =>
    new Promise((resolve) => {
      setTimeout(() => {
        const value = answer()
        setTimeout(() => resolve(value), back)
      }, there)
    })
  const transport: Transport = {
    open: (opened) => {
      listener = opened
    },
    close: () => {},
    react: () => {},
    presence: () => {},
    command: () => new Promise(() => {}),
    token: () => new Promise(() => {}),
    time: () => travel(serverNow),
    resume: () =>
      travel(() => ({
        kind: 'snapshot' as const,
        seq,
        workshop,
        me: cem,
        directory: { names: {}, present: [] },
        issued: [],
        silent: null,
        now: serverNow(),
      })),
  }
  const room = openRoom({
    transport,
    localNow: () => serverNow() + error,
    makeCommandId: () => crypto.randomUUID(),
  })
  listener?.connected()
  return {
    room,
    setClock: (errorMs) => {
      error = errorMs
    },
    told: (event) => {
      seq += 1
      const batch = { seq, events: [event], now: serverNow() }
      setTimeout(() => listener?.events(batch), back)
    },
    seq: () => seq,
  }
}

const remaining = ({ room }: Browser): number => {
  const progress = itemProgress(room.store.getState().view.agenda, room.serverNow())
  if (!progress) throw new Error('No item is running here.')
  return progress.leftMs
}
const truth = () => noon + 3 * minute - serverNow()

const wrong = [
  { errorMs: 5 * minute, there: 20, back: 20 },
  { errorMs: -5 * minute, there: 5, back: 60 },
  // One way slower than the other is what no clock can tell from being wrong.
  { errorMs: 5 * minute, there: 200, back: 30 },
  { errorMs: -24 * 60 * minute, there: 400, back: 350 },
  { errorMs: 0, there: 1, back: 1 },
]

test('browsers whose clocks are minutes off show the same, near and far', async () => {
  const browsers = wrong.map(browser)
  await vi.advanceTimersByTimeAsync(5_000)
  for (const one of browsers) expect(Math.abs(remaining(one) - truth())).toBeLessThanOrEqual(toleranceMs)
  const shown = browsers.map(remaining)
  expect(Math.max(...shown) - Math.min(...shown)).toBeLessThanOrEqual(toleranceMs)
  for (const { room } of browsers) room.close()
})

test('a clock that jumps is found out with the next message, and nobody sees a wrong time for long', async () => {
  const browsers = wrong.map(browser)
  await vi.advanceTimersByTimeAsync(30_000)
  for (const [place, one] of browsers.entries()) one.setClock(place % 2 === 0 ? -5 * minute : 7 * minute)
  for (const one of browsers) one.told({ type: 'hand.raised', personId: cem.personId, at: serverNow() })
  await vi.advanceTimersByTimeAsync(2_500)
  for (const one of browsers) expect(Math.abs(remaining(one) - truth())).toBeLessThanOrEqual(toleranceMs)
  for (const { room } of browsers) room.close()
})

test('without any message it is found out within a minute', async () => {
  const browsers = wrong.map(browser)
  await vi.advanceTimersByTimeAsync(10_000)
  for (const one of browsers) one.setClock(3 * minute)
  await vi.advanceTimersByTimeAsync(minute + 2_000)
  for (const one of browsers) expect(Math.abs(remaining(one) - truth())).toBeLessThanOrEqual(toleranceMs)
  for (const { room } of browsers) room.close()
})

test('a network that is slow all the time is asked for the time now and then, not with every message', async () => {
  const slow = browser({ errorMs: 0, there: 3_000, back: 3_000 })
  const asked = vi.spyOn(globalThis, 'setTimeout')
  await vi.advanceTimersByTimeAsync(40_000)
  asked.mockClear()
  for (let message = 0; message < 20; message += 1) {
    slow.told(
      message % 2 === 0
        ? { type: 'hand.raised', personId: cem.personId, at: serverNow() }
        : { type: 'hand.lowered', personId: cem.personId },
    )
    await vi.advanceTimersByTimeAsync(250)
  }
  const messagesOfOurs = 20
  expect(asked.mock.calls.length - messagesOfOurs).toBeLessThan(3 * 5 * 2)
  slow.room.close()
})
