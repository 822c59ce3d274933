// Reactions: gathered, counted, told to all without a name, kept nowhere, and never too many.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createReactions, gatherMs } from '#server/facilitation/reactions.ts'
import type { ReactionCounts } from '#shared/facilitation/reactions.ts'
import { WorkshopId } from '#shared/ids.ts'
import { enter, gatewayOver } from './gateway-for-test.ts'
import { ana, bo, fay, foundedRooms, oda, person, workshopId } from './room-for-test.ts'

describe('gathering', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
  afterEach(() => void vi.useRealTimers())

  function gather() {
    const told: [WorkshopId, ReactionCounts][] = []
    const clock = { now: 0 }
    const reactions = createReactions(
      (id, counts) => told.push([id, counts]),
      () => clock.now,
    )
    return { told, clock, reactions }
  }

  test('what comes within a second is told together, as counts and nothing else', () => {
    const { told, reactions } = gather()
    reactions.take(workshopId, person(1), 'heart')
    reactions.take(workshopId, person(2), 'heart')
    reactions.take(workshopId, person(2), 'slower')
    expect(told).toEqual([])
    vi.advanceTimersByTime(gatherMs)
    expect(told).toEqual([[workshopId, { heart: 2, slower: 1 }]])
    vi.advanceTimersByTime(gatherMs)
    expect(told).toHaveLength(1)
  })
  test('workshops do not hear each other', () => {
    const { told, reactions } = gather()
    const other = WorkshopId.parse('w00000000002')
    reactions.take(workshopId, person(1), 'yes')
    reactions.take(other, person(1), 'laugh')
    vi.advanceTimersByTime(gatherMs)
    expect(told).toEqual([
      [workshopId, { yes: 1 }],
      [other, { laugh: 1 }],
    ])
  })
  test('one person has five in five seconds; the others keep theirs', () => {
    const { told, clock, reactions } = gather()
    for (let count = 0; count < 20; count++) reactions.take(workshopId, person(1), 'applause')
    reactions.take(workshopId, person(2), 'applause')
    vi.advanceTimersByTime(gatherMs)
    clock.now = 5_000
    reactions.take(workshopId, person(1), 'applause')
    vi.advanceTimersByTime(gatherMs)
    expect(told.map(([, counts]) => counts)).toEqual([{ applause: 6 }, { applause: 1 }])
  })
  test('nothing is told after the end', () => {
    const { told, reactions } = gather()
    reactions.take(workshopId, person(1), 'heart')
    reactions.close()
    vi.advanceTimersByTime(gatherMs)
    expect(told).toEqual([])
  })
})

test('everyone in the room sees them, nobody by whom, and the log has nothing of it', async () => {
  const room = await foundedRooms()
  const gateway = { ...room, ...(await gatewayOver(room)) }
  const browsers = [await enter(gateway, fay), await enter(gateway, ana), await enter(gateway, bo)]
  const seen = browsers.map(({ socket }) => {
    const counts: ReactionCounts[] = []
    socket.on('reactions', (more) => counts.push(more))
    return counts
  })
  browsers[1]?.socket.emit('reaction', 'applause')
  browsers[0]?.socket.emit('reaction', 'applause')
  await expect
    .poll(() => seen, { timeout: 5_000 })
    .toEqual([[{ applause: 2 }], [{ applause: 2 }], [{ applause: 2 }]])
  expect(room.published).toEqual([])
})

test('an observer only watches', async () => {
  const room = await foundedRooms()
  const gateway = { ...room, ...(await gatewayOver(room)) }
  const [watcher, sender] = [await enter(gateway, oda), await enter(gateway, ana)]
  const seen: ReactionCounts[] = []
  watcher.socket.on('reactions', (more) => seen.push(more))
  watcher.socket.emit('reaction', 'heart')
  // Answered behind it, so the heart has been there before the laughter is sent.
  await watcher.socket.emitWithAck('time')
  sender.socket.emit('reaction', 'laugh')
  await expect.poll(() => seen, { timeout: 5_000 }).toEqual([{ laugh: 1 }])
  expect(gateway.bugs).toEqual([])
})
