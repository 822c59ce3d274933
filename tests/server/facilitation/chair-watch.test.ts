// The facilitator loses the connection: when everyone is told, once, also across a restart, on a clock the test holds.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  ana,
  bo,
  fay,
  foundedRooms,
  oda,
  type RoomForTest,
  roomsOver,
  server,
  types,
  workshopId,
} from './room-for-test.ts'

const ofChair = ({ published }: RoomForTest) => types(published).filter((type) => type.startsWith('chair.'))
/** Answered behind everything that has rung so far. */
const settled = ({ submit }: RoomForTest) => submit(oda, { type: 'door.lock' })
const chairOf = async ({ rooms }: RoomForTest) => (await rooms.state(workshopId)).workshop.chair
const seconds = 1000

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** A session is running; the facilitator and a participant are connected. */
async function running() {
  const room = await foundedRooms()
  const arrive = ({ personId }: typeof ana) => room.rooms.arrive(workshopId, personId)
  const leaves = { fay: arrive(fay), ana: arrive(ana) }
  await room.submit(fay, { type: 'session.start' })
  return { ...room, arrive, leaves }
}

test('everyone is told a minute after the facilitator has gone, and not before', async () => {
  const room = await running()
  room.leaves.fay()
  await vi.advanceTimersByTimeAsync(59_999)
  await settled(room)
  expect(ofChair(room)).toEqual([])
  const since = Date.now() - 59_999
  await vi.advanceTimersByTimeAsync(1)
  await expect.poll(() => ofChair(room)).toEqual(['chair.missed'])
  expect(await chairOf(room)).toEqual({ missingSince: since, takenBy: null, absences: 1 })
  await vi.advanceTimersByTimeAsync(600 * seconds)
  await settled(room)
  expect(ofChair(room)).toEqual(['chair.missed'])
})

test('a reload is no absence: the minute begins anew each time', async () => {
  const room = await running()
  room.leaves.fay()
  await vi.advanceTimersByTimeAsync(50 * seconds)
  const leave = room.arrive(fay)
  leave()
  await vi.advanceTimersByTimeAsync(50 * seconds)
  await settled(room)
  expect(ofChair(room)).toEqual([])
  await vi.advanceTimersByTimeAsync(10 * seconds)
  await expect.poll(() => ofChair(room)).toEqual(['chair.missed'])
})

test('nobody is told of an empty room, nor outside of a session', async () => {
  const room = await running()
  room.leaves.fay()
  room.leaves.ana()
  await vi.advanceTimersByTimeAsync(120 * seconds)
  const quiet = await foundedRooms()
  quiet.rooms.arrive(workshopId, ana.personId)
  await vi.advanceTimersByTimeAsync(120 * seconds)
  for (const one of [room, quiet]) {
    await settled(one)
    expect(ofChair(one)).toEqual([])
  }
})

test('who comes back is told of, whether somebody leads in their place or not', async () => {
  const room = await running()
  await room.submit(fay, { type: 'person.promote', personId: ana.personId })
  room.leaves.fay()
  await vi.advanceTimersByTimeAsync(60 * seconds)
  await expect.poll(() => ofChair(room)).toEqual(['chair.missed'])
  await room.submit({ ...ana, role: 'facilitator' }, { type: 'chair.take' })
  room.arrive(fay)
  await expect.poll(() => ofChair(room)).toEqual(['chair.missed', 'chair.taken', 'chair.returned'])
  expect(await chairOf(room)).toEqual({ missingSince: null, takenBy: ana.personId, absences: 1 })
})

test('who leads in somebody’s place is missed like them', async () => {
  const room = await running()
  await room.submit(fay, { type: 'person.promote', personId: ana.personId })
  room.arrive(bo)
  room.leaves.fay()
  await vi.advanceTimersByTimeAsync(60 * seconds)
  await expect.poll(() => ofChair(room)).toHaveLength(1)
  await room.submit({ ...ana, role: 'facilitator' }, { type: 'chair.take' })
  room.leaves.ana()
  await vi.advanceTimersByTimeAsync(60 * seconds)
  await expect.poll(() => ofChair(room)).toEqual(['chair.missed', 'chair.taken', 'chair.missed'])
})

test('a restart counts anew, and tells nobody twice', async () => {
  const first = await running()
  first.leaves.fay()
  await vi.advanceTimersByTimeAsync(30 * seconds)
  await first.rooms.close()
  const second = await roomsOver(first.storage)
  await second.rooms.state(workshopId)
  second.rooms.arrive(workshopId, ana.personId)
  await vi.advanceTimersByTimeAsync(59 * seconds)
  expect(ofChair(second)).toEqual([])
  await vi.advanceTimersByTimeAsync(1 * seconds)
  await expect.poll(() => ofChair(second)).toEqual(['chair.missed'])
  await second.rooms.close()
  const third = await roomsOver(first.storage)
  await third.rooms.state(workshopId)
  third.rooms.arrive(workshopId, ana.personId)
  await vi.advanceTimersByTimeAsync(120 * seconds)
  await settled(third)
  expect(ofChair(third)).toEqual([])
  third.rooms.arrive(workshopId, fay.personId)
  await expect.poll(() => ofChair(third)).toEqual(['chair.returned'])
})

test('two nodes that notice it at once tell it once', async () => {
  const first = await running()
  const second = await roomsOver(first.storage)
  await second.rooms.state(workshopId)
  second.rooms.arrive(workshopId, bo.personId)
  first.leaves.fay()
  await vi.advanceTimersByTimeAsync(61 * seconds)
  await settled(second)
  const { events } = (await first.rooms.eventsAfter(workshopId, 0)) ?? { events: [] }
  const log = await first.storage.facilitation.read(workshopId, 0)
  expect(log.filter(({ event }) => event.type === 'chair.missed')).toHaveLength(1)
  expect(events.length).toBeLessThanOrEqual(log.length)
})

test('a participant cannot say it in the server’s place', async () => {
  const room = await running()
  const since = Date.now()
  expect(await room.submit(ana, { type: 'chair.miss', since })).toMatchObject({
    ok: false,
    code: 'not-allowed',
  })
  expect(await room.submit(server, { type: 'chair.miss', since })).toMatchObject({
    ok: false,
    code: 'not-now',
  })
})
