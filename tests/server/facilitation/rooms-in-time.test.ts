// What rooms do by the clock: close polls whose time is over, once; let idle rooms go; gather changes of the directory.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Log } from '#server/log.ts'
import { silentLog } from '#server/log.ts'
import type { DirectoryChange } from '#shared/facilitation/protocol.ts'
import {
  ana,
  bo,
  fay,
  foundedRooms,
  oda,
  openPoll,
  type RoomForTest,
  roomsOver,
  workshopId,
} from './room-for-test.ts'

const closedEvents = (published: { event: { type: string } }[]) =>
  published.filter(({ event }) => event.type === 'poll.closed')

/** Answered behind everything that has rung so far: what must not have happened would have happened by then. */
const settled = ({ submit }: RoomForTest) => submit(oda, { type: 'hand.raise' })

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

test('a poll closes by itself when its time is over, and not before', async () => {
  const room = await foundedRooms()
  const { submit, published, rooms } = room
  await submit(fay, openPoll('open', 60_000))
  await vi.advanceTimersByTimeAsync(59_999)
  await settled(room)
  expect((await rooms.state(workshopId)).workshop.polls).toMatchObject([{ state: 'open' }])
  await vi.advanceTimersByTimeAsync(1)
  await expect.poll(() => closedEvents(published)).toHaveLength(1)
})

test('a poll whose clock was set back closes at its time by the new clock', async () => {
  let setBackMs = 0
  const room = await foundedRooms({ now: () => Date.now() - setBackMs })
  const { published } = room
  await room.submit(fay, openPoll('open', 60_000))
  setBackMs = 5_000
  await vi.advanceTimersByTimeAsync(64_999)
  await settled(room)
  expect(closedEvents(published)).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  await expect.poll(() => closedEvents(published)).toHaveLength(1)
})

test('a poll that a facilitator has closed is not closed again', async () => {
  const room = await foundedRooms()
  const { submit, published, rooms, storage } = room
  await submit(fay, openPoll('open', 60_000))
  const [poll] = (await rooms.state(workshopId)).workshop.polls
  if (!poll) throw new Error('The poll did not open.')
  await submit(fay, { type: 'poll.close', pollId: poll.pollId })
  await vi.advanceTimersByTimeAsync(120_000)
  await settled(room)
  expect(closedEvents(published)).toHaveLength(1)
  expect(await storage.facilitation.reply(workshopId, null, `time-up:${poll.pollId}`)).toBeNull()
})

test('a poll whose time ended while the server was down is closed when the workshop is asked for again', async () => {
  const first = await foundedRooms()
  await first.submit(fay, openPoll('open', 60_000))
  await first.rooms.close()
  vi.setSystemTime(Date.now() + 3_600_000)
  const second = await roomsOver(first.storage)
  await second.rooms.state(workshopId)
  await vi.advanceTimersByTimeAsync(1)
  await expect.poll(() => closedEvents(second.published)).toHaveLength(1)
})

test('a poll goes on after a restart and closes at the time it was opened for', async () => {
  const first = await foundedRooms()
  await first.submit(fay, openPoll('open', 60_000))
  await vi.advanceTimersByTimeAsync(20_000)
  await first.rooms.close()
  const second = await roomsOver(first.storage)
  await second.rooms.state(workshopId)
  await vi.advanceTimersByTimeAsync(39_999)
  await settled(second)
  expect(closedEvents(second.published)).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  await expect.poll(() => closedEvents(second.published)).toHaveLength(1)
})

test('two nodes whose clocks ring at once close a poll once', async () => {
  const here = await foundedRooms()
  await here.submit(fay, openPoll('open', 60_000))
  const there = await roomsOver(here.storage)
  await there.rooms.state(workshopId)
  await vi.advanceTimersByTimeAsync(60_000)
  const stored = async () =>
    (await here.storage.facilitation.read(workshopId, 0)).map(({ event }) => ({ event }))
  await expect.poll(async () => closedEvents(await stored())).toHaveLength(1)
  const [poll] = (await here.rooms.state(workshopId)).workshop.polls
  await here.rooms.close()
  await there.rooms.close()
  // One command id, whichever node rang first: its reply is the reply to both.
  expect(await here.storage.facilitation.reply(workshopId, null, `time-up:${poll?.pollId}`)).toMatchObject({
    ok: true,
  })
  expect(closedEvents(await stored())).toHaveLength(1)
})

test('a poll that could not be closed is closed at the next try', async () => {
  const bugs: string[] = []
  const log: Log = { ...silentLog, bug: (fact) => String(bugs.push(fact)) }
  const { storage, submit } = await foundedRooms()
  let isBroken = false
  const facilitation: typeof storage.facilitation = {
    ...storage.facilitation,
    append: async (batch) => {
      if (isBroken) throw new Error('disk full')
      return storage.facilitation.append(batch)
    },
  }
  await submit(fay, openPoll('open', 60_000))
  const second = await roomsOver({ ...storage, facilitation }, { log })
  await second.rooms.state(workshopId)
  isBroken = true
  await vi.advanceTimersByTimeAsync(60_000)
  await expect.poll(() => bugs).toContain('poll.time-up-failed')
  isBroken = false
  await vi.advanceTimersByTimeAsync(1_000)
  await expect.poll(() => closedEvents(second.published)).toHaveLength(1)
})

test('a room that nobody uses is let go and read again; one that somebody is in, or a clock runs for, stays', async () => {
  const { storage, submit, rooms } = await foundedRooms({ idleMs: 10_000 })
  const read = vi.spyOn(storage.facilitation, 'read')
  await vi.advanceTimersByTimeAsync(9_000)
  await rooms.state(workshopId)
  expect(read).toHaveBeenCalledTimes(0)
  await vi.advanceTimersByTimeAsync(30_000)
  await rooms.state(workshopId)
  expect(read).toHaveBeenCalledTimes(1)

  const leave = rooms.arrive(workshopId, ana.personId)
  await vi.advanceTimersByTimeAsync(30_000)
  await rooms.state(workshopId)
  expect(read).toHaveBeenCalledTimes(1)

  leave()
  await submit(fay, openPoll('open', 60_000))
  await vi.advanceTimersByTimeAsync(30_000)
  await rooms.state(workshopId)
  expect(read).toHaveBeenCalledTimes(1)
})

test('a person is here while at least one of their connections is', async () => {
  const { rooms } = await foundedRooms()
  const [first, second] = [rooms.arrive(workshopId, ana.personId), rooms.arrive(workshopId, ana.personId)]
  rooms.arrive(workshopId, bo.personId)
  expect(rooms.present(workshopId)).toEqual([ana.personId, bo.personId])
  first()
  first() // said twice, counted once
  expect(rooms.present(workshopId)).toEqual([ana.personId, bo.personId])
  second()
  expect(rooms.present(workshopId)).toEqual([bo.personId])
})

test('changes of the directory gather into one, with changed names and everyone who is here', async () => {
  const { rooms } = await foundedRooms()
  const told: DirectoryChange[] = []
  rooms.onDirectory((_, change) => told.push(change))
  await rooms.setName(workshopId, ana.personId, 'Ana')
  await rooms.setName(workshopId, bo.personId, 'Bo')
  rooms.arrive(workshopId, bo.personId)
  const leave = rooms.arrive(workshopId, ana.personId)
  leave()
  expect(told).toEqual([])
  await vi.advanceTimersByTimeAsync(250)
  expect(told).toEqual([{ names: { [ana.personId]: 'Ana', [bo.personId]: 'Bo' }, present: [bo.personId] }])
  expect(await rooms.directory(workshopId)).toEqual(told[0])
})

test('an erased name is told as an empty one and is in no directory any more', async () => {
  const { rooms, storage } = await foundedRooms()
  const told: DirectoryChange[] = []
  rooms.onDirectory((_, change) => told.push(change))
  await rooms.setName(workshopId, ana.personId, 'Ana')
  await rooms.setName(workshopId, ana.personId, null)
  await vi.advanceTimersByTimeAsync(250)
  expect(told).toEqual([{ names: { [ana.personId]: '' }, present: [] }])
  expect((await rooms.directory(workshopId)).names).toEqual({})
  expect(await storage.people.names(workshopId)).toEqual({})
})
