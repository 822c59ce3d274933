// What is dragged is written a few times a second only; meanwhile nothing that others do is lost or undone.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { flushWhenLeft } from '#client/board/binding/flush-when-left.ts'
import type { NoteShape, OwnShape, TouchpointShape } from '#shared/board/shapes.ts'
import {
  addNote,
  type Client,
  client,
  meet,
  move,
  moveAll,
  reparent,
  score,
  seed,
  shape,
  shapeId,
  shown,
  take,
  type,
  written,
} from './board-clients.ts'

const delivery = shapeId('touchpoint-delivery')
const frameMs = 1000 / 60
const latencyMs = 15
/** All that is under way has come; what is held back is still held back. */
const arrive = () => vi.advanceTimersByTime(latencyMs)

const two = (): [Client, Client] => {
  const state = seed()
  return [client(1, state), client(2, state)]
}
/** One frame of the screen, in which the pointer has gone on. */
const step = (at: Client, id: OwnShape['id'], x: number, y = 0) => {
  at.isDragging = true
  move(at, id, x, y)
}
const release = (at: Client) => {
  at.isDragging = false
  at.binding.flush()
}
/** How many messages `at` sends while `act` runs. */
const messagesOf = (at: Client, act: () => void) => {
  let sent = 0
  const count = (_update: Uint8Array, origin: unknown) => {
    if (origin !== 'network') sent++
  }
  at.doc.on('update', count)
  act()
  at.doc.off('update', count)
  return sent
}
/** What one writes reaches the other a moment later. */
const connect = (one: Client, other: Client) => {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const)
    from.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'network') setTimeout(() => Y.applyUpdate(to.doc, update, 'network'), latencyMs)
    })
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a drag of ten seconds sends at most fifteen messages a second', () => {
  const [ana] = two()
  const sent = messagesOf(ana, () => {
    for (let frame = 1; frame <= 600; frame++) {
      step(ana, delivery, frame)
      vi.advanceTimersByTime(frameMs)
    }
    release(ana)
  })
  expect(sent).toBeLessThanOrEqual(150)
  expect(sent).toBeGreaterThanOrEqual(50)
})

test('two people who drag one card send no more than each alone, and end equal', () => {
  const [ana, bo] = two()
  connect(ana, bo)
  let byBo = 0
  const byAna = messagesOf(ana, () => {
    byBo = messagesOf(bo, () => {
      for (let frame = 1; frame <= 600; frame++) {
        step(ana, delivery, frame)
        step(bo, delivery, -frame)
        vi.advanceTimersByTime(frameMs)
      }
      release(ana)
      arrive()
      release(bo)
      arrive()
    })
  })
  expect(byAna).toBeLessThanOrEqual(150)
  expect(byBo).toBeLessThanOrEqual(150)
  expect(shown(ana)).toEqual(shown(bo))
  expect(shape(ana, delivery).x).toBe(-600)
})

test('what others do elsewhere sends nothing of a drag', () => {
  const [ana, bo] = two()
  const note = addNote(bo, 'other')
  meet(ana, bo)
  connect(ana, bo)
  const sent = messagesOf(ana, () => {
    step(ana, delivery, 5)
    for (let at = 1; at <= 20; at++) type(bo, note, 'x'.repeat(at))
    arrive()
  })
  expect(sent).toBe(0)
  expect(shape<NoteShape>(ana, note).props.text).toBe('x'.repeat(20))
  expect(shape(ana, delivery).x).toBe(5)
})

test("somebody else's change to a card that is being dragged arrives, and the card stays under the pointer", () => {
  const [ana, bo] = two()
  connect(ana, bo)
  step(ana, delivery, 40)
  score(bo, delivery, { actual: 2 })
  move(bo, delivery, -500, -500)
  arrive()
  expect(shape<TouchpointShape>(ana, delivery)).toMatchObject({ x: 40, y: 0, props: { actual: 2 } })
  release(ana)
  arrive()
  for (const each of [ana, bo])
    expect(shape<TouchpointShape>(each, delivery)).toMatchObject({ x: 40, y: 0, props: { actual: 2 } })
})

test('a card that somebody deletes while it is dragged stays deleted', () => {
  const [ana, bo] = two()
  connect(ana, bo)
  step(ana, delivery, 40)
  bo.store.remove([delivery])
  arrive()
  expect(ana.store.has(delivery)).toBe(false)
  release(ana)
  arrive()
  for (const each of [ana, bo]) {
    expect(each.store.has(delivery)).toBe(false)
    expect(written(each)).not.toHaveProperty(delivery)
  }
})

test('a new card of somebody else comes while one drags, and the drag goes on', () => {
  const [ana, bo] = two()
  connect(ana, bo)
  step(ana, delivery, 40)
  addNote(bo, 'new')
  arrive()
  step(ana, delivery, 60)
  expect(ana.store.has(shapeId('new'))).toBe(true)
  expect(shape(ana, delivery).x).toBe(60)
  release(ana)
  arrive()
  expect(shown(ana)).toEqual(shown(bo))
})

test('a card dragged into a group that somebody dissolves meanwhile lies on the page for both', () => {
  const [ana, bo] = two()
  const [group, note] = [addNote(ana, 'group'), addNote(ana, 'card')]
  meet(ana, bo)
  connect(ana, bo)
  step(ana, note, 10)
  reparent(ana, note, group)
  bo.store.remove([group])
  arrive()
  release(ana)
  arrive()
  expect(shape(ana, note).parentId).toBe('page:page')
  expect(shown(ana)).toEqual(shown(bo))
})

test('a cancelled drag leaves the card where it was, and what somebody else did to it', () => {
  const [ana, bo] = two()
  connect(ana, bo)
  const { x, y } = shape(ana, delivery)
  ana.undo.mark('drag')
  for (let frame = 1; frame <= 30; frame++) {
    step(ana, delivery, frame)
    vi.advanceTimersByTime(frameMs)
  }
  score(bo, delivery, { actual: 9 })
  arrive()
  ana.isDragging = false
  ana.undo.bailTo('drag')
  arrive()
  for (const each of [ana, bo])
    expect(shape<TouchpointShape>(each, delivery)).toMatchObject({ x, y, props: { actual: 9 } })
  expect([ana.undo.canUndo, ana.undo.canRedo]).toEqual([false, false])
})

test('a drag is one step to undo, however often it was written', () => {
  const [ana, bo] = two()
  connect(ana, bo)
  const before = shown(ana)
  ana.undo.mark('drag')
  for (let frame = 1; frame <= 60; frame++) {
    step(ana, delivery, frame)
    vi.advanceTimersByTime(frameMs)
    if (frame === 30) addNote(bo, 'between')
  }
  release(ana)
  ana.undo.undo()
  arrive()
  expect(shape(ana, delivery)).toMatchObject(before[delivery] ?? {})
  expect(ana.undo.canUndo).toBe(false)
  expect(shown(ana)).toEqual(shown(bo))
})

test('many cards dragged at once are written less often, and whole when the pointer comes up', () => {
  const [ana, bo] = two()
  const notes = Array.from({ length: 100 }, (_, at) => addNote(ana, `many-${at}`))
  meet(ana, bo)
  connect(ana, bo)
  const sent = messagesOf(ana, () => {
    ana.isDragging = true
    for (let frame = 1; frame <= 60; frame++) {
      moveAll(ana, notes, frame)
      vi.advanceTimersByTime(frameMs)
    }
  })
  expect(sent).toBeGreaterThan(0)
  expect(sent).toBeLessThanOrEqual(2)
  release(ana)
  arrive()
  expect(shown(ana)).toEqual(shown(bo))
  expect(shape(bo, notes[99] ?? delivery)).toMatchObject({ x: 60, y: 60 })
})

test('a drag while cut off merges when back, with what others did in the meantime', () => {
  const [ana, bo] = two()
  for (let frame = 1; frame <= 30; frame++) {
    step(ana, delivery, frame)
    vi.advanceTimersByTime(frameMs)
  }
  score(bo, delivery, { actual: 4 })
  addNote(bo, 'meanwhile')
  take(bo, ana)
  take(ana, bo)
  expect(shape<TouchpointShape>(ana, delivery)).toMatchObject({ x: 30, props: { actual: 4 } })
  step(ana, delivery, 31)
  release(ana)
  meet(ana, bo)
  expect(shown(ana)).toEqual(shown(bo))
  expect(shape(bo, delivery).x).toBe(31)
})

test('what is held back is written when the page is hidden or left', () => {
  const [ana] = two()
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  vi.stubGlobal('document', page)
  vi.stubGlobal('window', new EventTarget())
  const stop = flushWhenLeft(ana.binding)
  const leave = {
    hidden: () => {
      page.visibilityState = 'hidden'
      page.dispatchEvent(new Event('visibilitychange'))
    },
    left: () => window.dispatchEvent(new Event('pagehide')),
  }
  step(ana, delivery, 10)
  page.dispatchEvent(new Event('visibilitychange'))
  expect(written(ana)[delivery]).not.toMatchObject({ x: 10 })
  leave.hidden()
  expect(written(ana)[delivery]).toMatchObject({ x: 10 })
  step(ana, delivery, 20)
  leave.left()
  expect(written(ana)[delivery]).toMatchObject({ x: 20 })
  stop()
  vi.unstubAllGlobals()
})
