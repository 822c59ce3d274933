// Commands of one workshop that wait at the same time: stored in one commit, decided as if one by one.
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Event } from '#shared/facilitation/events.ts'
import {
  ana,
  bo,
  fay,
  found,
  foundedRooms,
  lower,
  memoryStorage,
  openPoll,
  raise,
  roomsOver,
  types,
  withAppend,
  workshopId,
} from './room-for-test.ts'

test('commands that wait together are stored in one go, each decided upon the ones before it', async () => {
  const storage = await memoryStorage()
  await found(await roomsOver(storage))
  let atOnce = 0
  let mostAtOnce = 0
  const { submit, published } = await roomsOver(
    withAppend(storage, async (batch) => {
      atOnce += 1
      mostAtOnce = Math.max(mostAtOnce, atOnce)
      const outcome = await storage.facilitation.append(batch)
      atOnce -= 1
      return outcome
    }),
  )
  const replies = await Promise.all([
    submit(fay, raise),
    submit(ana, raise),
    submit(ana, raise),
    submit(ana, lower),
    submit(bo, raise),
    submit(fay, { type: 'hand.call', personId: bo.personId }),
    submit(fay, { type: 'hand.call', personId: bo.personId }),
  ])
  expect(replies.map((reply) => (reply.ok ? reply.seq : reply.code))).toEqual([
    6,
    7,
    'already-done',
    8,
    9,
    10,
    'not-found',
  ])
  expect(published.map(({ seq }) => seq)).toEqual([6, 7, 8, 9, 10])
  expect(mostAtOnce).toBe(4)
})

test('when one of many that wait together cannot be stored, it alone fails and the others are answered truly', async () => {
  const storage = await memoryStorage()
  await found(await roomsOver(storage))
  const isBos = (event: Event | undefined) => event?.type === 'hand.raised' && event.personId === bo.personId
  const { rooms, submit, published } = await roomsOver(
    withAppend(storage, async (batch) => {
      if (isBos(batch.events[0])) throw new Error('disk full')
      return storage.facilitation.append(batch)
    }),
  )
  const outcomes = await Promise.allSettled([
    submit(fay, raise),
    submit(ana, raise),
    submit(bo, raise),
    submit(bo, raise),
    submit(bo, lower),
    submit(ana, lower),
  ])
  expect(outcomes).toMatchObject([
    { value: { ok: true, seq: 6 } },
    { value: { ok: true, seq: 7 } },
    { status: 'rejected' },
    { status: 'rejected' }, // tried for itself, not refused for a hand that never went up
    { value: { ok: false, code: 'not-found' } },
    { value: { ok: true, seq: 8 } },
  ])
  expect(types(published)).toEqual(['hand.raised', 'hand.raised', 'hand.lowered'])
  expect((await rooms.state(workshopId)).workshop.hands.queue).toMatchObject([{ personId: fay.personId }])
})

test('a repeated command among many that wait together gets its first reply and disturbs none of them', async () => {
  const first = await foundedRooms()
  const commandId = randomUUID()
  await first.submit(ana, raise, commandId)
  await first.submit(ana, lower)
  await first.rooms.close()
  const { submit, published } = await roomsOver(first.storage)
  const replies = await Promise.all([
    submit(fay, raise),
    submit(bo, raise),
    submit(ana, raise, commandId),
    submit(bo, lower),
  ])
  expect(replies).toEqual([
    { ok: true, seq: 8 },
    { ok: true, seq: 9 },
    { ok: true, seq: 6 },
    { ok: true, seq: 10 },
  ])
  expect(types(published)).toEqual(['hand.raised', 'hand.raised', 'hand.lowered'])
})

test('a poll that opens in the middle of a flood of commands is decided in its turn', async () => {
  const { submit, published } = await foundedRooms()
  const replies = await Promise.all([
    submit(ana, raise),
    submit(bo, raise),
    submit(fay, openPoll('open')),
    submit(fay, openPoll('open')),
    submit(ana, lower),
  ])
  expect(replies.map((reply) => (reply.ok ? reply.seq : reply.code))).toEqual([6, 7, 8, 'not-now', 9])
  expect(types(published)).toEqual(['hand.raised', 'hand.raised', 'poll.opened', 'hand.lowered'])
})

test('commands that wait together after a failed write are decided upon what is really stored', async () => {
  const storage = await memoryStorage()
  await found(await roomsOver(storage))
  let losesAnswer = true
  const { submit, published } = await roomsOver(
    withAppend(storage, async (batch) => {
      const outcome = await storage.facilitation.append(batch)
      if (losesAnswer) throw new Error('connection lost')
      return outcome
    }),
  )
  const first = submit(ana, raise)
  const rest = [submit(ana, lower), submit(bo, raise)]
  await expect(first).rejects.toThrow('connection lost')
  losesAnswer = false
  expect(await Promise.all(rest)).toEqual([
    { ok: true, seq: 7 },
    { ok: true, seq: 8 },
  ])
  expect(types(published)).toEqual(['hand.raised', 'hand.lowered', 'hand.raised'])
})
