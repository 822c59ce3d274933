// The outbox: the first goes at once, a burst goes together, replies go behind their events.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createOutbox } from '#server/facilitation/outbox.ts'
import type { Event } from '#shared/facilitation/events.ts'

const event = (at: number): Event => ({ type: 'agenda.paused', at })

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

function openOutbox() {
  const sent: unknown[] = []
  const outbox = createOutbox((seq, events) => sent.push([seq, events.length]))
  return { outbox, sent }
}

test('after a quiet moment an event and its reply go at once', () => {
  const { outbox, sent } = openOutbox()
  outbox.events(1, [event(1), event(2)])
  outbox.reply(() => sent.push('reply'))
  expect(sent).toEqual([[1, 2], 'reply'])
})

test('what follows within the pause goes together, replies behind their events', () => {
  const { outbox, sent } = openOutbox()
  outbox.events(1, [event(1)])
  sent.length = 0
  outbox.events(2, [event(2)])
  outbox.reply(() => sent.push('reply 2'))
  outbox.events(3, [event(3), event(4)])
  outbox.reply(() => sent.push('reply 4'))
  expect(sent).toEqual([])
  vi.advanceTimersByTime(15)
  expect(sent).toEqual([[2, 3], 'reply 2', 'reply 4'])
})

test('a reply for which nothing waits, as every refusal in quiet, does not wait', () => {
  const { outbox, sent } = openOutbox()
  outbox.events(1, [event(1)])
  outbox.reply(() => sent.push('refusal'))
  expect(sent).toEqual([[1, 1], 'refusal'])
})

test('after a burst there is quiet again, and the next event goes at once', () => {
  const { outbox, sent } = openOutbox()
  outbox.events(1, [event(1)])
  outbox.events(2, [event(2)])
  vi.advanceTimersByTime(15)
  vi.advanceTimersByTime(15)
  expect(vi.getTimerCount()).toBe(0)
  outbox.events(3, [event(3)])
  expect(sent).toEqual([
    [1, 1],
    [2, 1],
    [3, 1],
  ])
})

test('flushing sends what waits and nothing twice', () => {
  const { outbox, sent } = openOutbox()
  outbox.events(1, [event(1)])
  outbox.events(2, [event(2)])
  outbox.reply(() => sent.push('reply'))
  outbox.flush()
  outbox.flush()
  vi.advanceTimersByTime(100)
  expect(sent).toEqual([[1, 1], [2, 1], 'reply'])
})
