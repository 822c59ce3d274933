// The rooms: one command at a time; decided, stored, published, answered, in that order and once.
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { Log } from '#server/log.ts'
import { silentLog } from '#server/log.ts'
import type { FacilitationLog } from '#server/storage/storage.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import type { Event } from '#shared/facilitation/events.ts'
import { apply, emptyWorkshop } from '#shared/facilitation/workshop.ts'
import { WorkshopId } from '#shared/ids.ts'
import {
  ana,
  bo,
  fay,
  found,
  foundedRooms,
  losingAnswers,
  lower,
  memoryStorage,
  oda,
  openPoll,
  person,
  raise,
  roomsOver,
  server,
  types,
  withAppend,
  workshopId,
} from './room-for-test.ts'

test('an accepted command is published once and answered with the seq of its last event', async () => {
  const { submit, published, rooms } = await foundedRooms()
  expect(await submit(ana, raise)).toEqual({ ok: true, seq: 6 })
  expect(published).toMatchObject([{ seq: 6, event: { type: 'hand.raised', personId: ana.personId } }])
  const { seq, workshop } = await rooms.state(workshopId)
  expect(seq).toBe(6)
  expect(workshop.hands.queue).toMatchObject([{ personId: ana.personId }])
})

test('nothing is published, answered or visible before it is stored; then it is published before the answer', async () => {
  const storage = await memoryStorage()
  await found(await roomsOver(storage))
  const gate = Promise.withResolvers<void>()
  const reached = Promise.withResolvers<void>()
  const order: string[] = []
  const { rooms, submit } = await roomsOver(
    withAppend(storage, async (batch) => {
      reached.resolve()
      await gate.promise
      const outcome = await storage.facilitation.append(batch)
      order.push('stored')
      return outcome
    }),
  )
  rooms.onStored(() => order.push('published'))
  const reply = submit(ana, raise).then(() => order.push('answered'))
  await reached.promise
  expect(order).toEqual([])
  expect((await rooms.state(workshopId)).workshop.hands.queue).toEqual([])
  gate.resolve()
  await reply
  expect(order).toEqual(['stored', 'published', 'answered'])
})

test('when the storage fails nothing has happened, and the same command may come again', async () => {
  const storage = await memoryStorage()
  await found(await roomsOver(storage))
  let isBroken = true
  const { rooms, submit, published } = await roomsOver(
    withAppend(storage, async (batch) => {
      if (isBroken) throw new Error('disk full')
      return storage.facilitation.append(batch)
    }),
  )
  const commandId = randomUUID()
  await expect(submit(ana, raise, commandId)).rejects.toThrow('disk full')
  expect(published).toEqual([])
  expect((await rooms.state(workshopId)).workshop.hands.queue).toEqual([])
  isBroken = false
  expect(await submit(ana, raise, commandId)).toEqual({ ok: true, seq: 6 })
  expect(types(published)).toEqual(['hand.raised'])
})

test('a command that was stored although the storage said it failed happens once', async () => {
  const storage = await memoryStorage()
  await found(await roomsOver(storage))
  const losing = losingAnswers(storage)
  const { submit, published } = await roomsOver(losing.storage)
  const commandId = randomUUID()
  await expect(submit(ana, raise, commandId)).rejects.toThrow('connection lost')
  losing.isBack = true
  expect(await submit(ana, raise, commandId)).toEqual({ ok: true, seq: 6 })
  expect(types(published)).toEqual(['hand.raised'])
  expect(await storage.facilitation.read(workshopId, 5)).toHaveLength(1)
})

test('after a failed write the next command is decided upon what is really stored', async () => {
  const storage = await memoryStorage()
  await found(await roomsOver(storage))
  const losing = losingAnswers(storage)
  const { submit, published } = await roomsOver(losing.storage)
  await expect(submit(ana, raise)).rejects.toThrow('connection lost')
  losing.isBack = true
  // Ana's hand is up, whatever the storage said.
  expect(await submit(ana, lower)).toEqual({ ok: true, seq: 7 })
  expect(types(published)).toEqual(['hand.raised', 'hand.lowered'])
})

test('the same command again, even at the same moment, has one effect and one reply', async () => {
  const { submit, published } = await foundedRooms()
  const commandId = randomUUID()
  const replies = await Promise.all([1, 2, 3].map(() => submit(ana, raise, commandId)))
  expect(replies).toEqual([1, 2, 3].map(() => ({ ok: true, seq: 6 })))
  await submit(ana, lower)
  expect(await submit(ana, raise, commandId)).toEqual({ ok: true, seq: 6 })
  expect(types(published)).toEqual(['hand.raised', 'hand.lowered'])
})

test('a command keeps its first reply after a restart, accepted or refused', async () => {
  const first = await foundedRooms()
  const [accepted, refused] = [randomUUID(), randomUUID()]
  await first.submit(ana, raise, accepted)
  const refusal = await first.submit(ana, raise, refused)
  expect(refusal).toMatchObject({ ok: false, code: 'already-done' })
  await first.submit(ana, lower)
  await first.rooms.close()
  const second = await roomsOver(first.storage)
  expect(await second.submit(ana, raise, accepted)).toEqual({ ok: true, seq: 6 })
  expect(await second.submit(ana, raise, refused)).toEqual(refusal)
  expect(second.published).toEqual([])
  expect((await second.rooms.state(workshopId)).workshop.hands.queue).toEqual([])
})

test('two people who happen on one command id are two commands', async () => {
  const { submit, published } = await foundedRooms()
  const commandId = randomUUID()
  expect(await submit(ana, raise, commandId)).toEqual({ ok: true, seq: 6 })
  expect(await submit(bo, raise, commandId)).toEqual({ ok: true, seq: 7 })
  expect(published).toHaveLength(2)
})

test('commands of the server cannot be sent by people', async () => {
  const { submit } = await foundedRooms()
  const joining: Command = {
    type: 'person.join',
    personId: person(9),
    role: 'facilitator',
    departmentId: null,
  }
  expect(await submit(fay, joining)).toMatchObject({ ok: false, code: 'not-allowed' })
  expect(await submit({ personId: person(8), role: 'facilitator' }, raise)).toMatchObject({
    ok: false,
    code: 'not-allowed',
  })
  expect(await submit({ personId: ana.personId, role: 'facilitator' }, raise)).toMatchObject({
    ok: false,
    code: 'not-allowed',
  })
})

test('another node’s writing is caught up with, published, and decided upon', async () => {
  const here = await foundedRooms()
  const there = await roomsOver(here.storage)
  await there.submit(ana, raise)
  expect(await here.submit(bo, raise)).toEqual({ ok: true, seq: 7 })
  expect(here.published.map(({ seq }) => seq)).toEqual([6, 7])
  // Here it still looks as if Bo's hand were down; the rules are asked again behind what was missed.
  expect(await there.submit(bo, raise)).toMatchObject({ ok: false, code: 'already-done' })
  expect(there.published).toEqual(here.published)
})

test('however two nodes interleave, both end in the state of the log, without a gap or a repetition', async () => {
  const step = fc.record({
    node: fc.integer({ min: 0, max: 1 }),
    who: fc.integer({ min: 0, max: 1 }),
    up: fc.boolean(),
  })
  const storage = await memoryStorage()
  let run = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      run += 1
      const id = WorkshopId.parse(`w${String(run).padStart(11, '0')}`)
      const nodes = await Promise.all([roomsOver(storage), roomsOver(storage)])
      for (const { rooms } of nodes) await rooms.state(id) // both are awake before anything happens
      const submitTo = (node: number, actor: typeof ana | typeof server, command: Command) =>
        nodes[node]?.rooms.submit(id, { actor, commandId: randomUUID(), command })
      for (const actor of [ana, bo])
        await submitTo(0, server, {
          type: 'person.join',
          personId: actor.personId,
          role: 'participant',
          departmentId: null,
        })
      const replies = await Promise.all(
        steps.map(({ node, who, up }) => submitTo(node, who === 0 ? ana : bo, up ? raise : lower)),
      )
      const log = await storage.facilitation.read(id, 0)
      const folded = log.reduce((workshop, { event }) => apply(workshop, event), emptyWorkshop)
      expect(replies.filter((reply) => reply?.ok)).toHaveLength(log.length - 2)
      for (const { rooms, published } of nodes) {
        const { seq, workshop } = await rooms.state(id)
        expect(workshop).toEqual(published.reduce((all, { event }) => apply(all, event), emptyWorkshop))
        expect(published.map((one) => one.seq)).toEqual(Array.from({ length: seq }, (_, index) => index + 1))
        if (seq === log.length) expect(workshop).toEqual(folded)
      }
      expect(Math.max(...nodes.map(({ published }) => published.length))).toBe(log.length)
    }),
    { numRuns: 25 },
  )
})

test('a poll’s keys are made once, by the server, and only when it would open', async () => {
  const { submit, preparePolls, rooms } = await foundedRooms()
  expect(await submit(ana, openPoll('open'))).toMatchObject({ ok: false, code: 'not-allowed' })
  expect(await submit(fay, openPoll('anonymous'))).toMatchObject({ ok: false, code: 'group-too-small' })
  expect(preparePolls).not.toHaveBeenCalled()
  const commandId = randomUUID()
  expect(await submit(fay, openPoll('open'), commandId)).toMatchObject({ ok: true })
  expect(preparePolls).toHaveBeenCalledTimes(1)
  const made = await preparePolls.mock.results[0]?.value
  expect((await rooms.state(workshopId)).workshop.polls).toMatchObject([{ pollId: made[0].pollId }])
})

test('a poll that is opened again by the same command, after a restart, makes no second keys', async () => {
  const first = await foundedRooms()
  const [commandId, command] = [randomUUID(), openPoll('open')]
  const reply = await first.submit(fay, command, commandId)
  await first.rooms.close()
  const second = await roomsOver(first.storage)
  const [poll] = (await second.rooms.state(workshopId)).workshop.polls
  if (!poll) throw new Error('The poll did not open.')
  await second.submit(fay, { type: 'poll.close', pollId: poll.pollId }) // so that the rules would let another open
  expect(await second.submit(fay, command, commandId)).toEqual(reply)
  expect(second.preparePolls).not.toHaveBeenCalled()
})

test('when keys cannot be made, the poll does not open and the next command goes on', async () => {
  const preparePolls = vi.fn().mockRejectedValue(new Error('no randomness'))
  const { submit, published } = await foundedRooms({ preparePolls })
  await expect(submit(fay, openPoll('open'))).rejects.toThrow('no randomness')
  expect(await submit(ana, raise)).toMatchObject({ ok: true })
  expect(types(published)).toEqual(['hand.raised'])
})

test('a listener’s bug is reported and keeps the event from nobody', async () => {
  const bugs: string[] = []
  const log: Log = { ...silentLog, bug: (fact) => String(bugs.push(fact)) }
  const { rooms, submit } = await foundedRooms({ log })
  const told: number[] = []
  rooms.onStored(() => {
    throw new Error('a bug')
  })
  rooms.onStored((_, seq) => told.push(seq))
  expect(await submit(ana, raise)).toEqual({ ok: true, seq: 6 })
  expect(told).toEqual([6])
  expect(bugs).toEqual(['facilitation.listener-failed'])
})

test('who asks for what they missed gets exactly that, or is told to take the state', async () => {
  const { rooms, submit } = await foundedRooms()
  await submit(ana, raise)
  const missed = await rooms.eventsAfter(workshopId, 4)
  expect(missed?.seq).toBe(6)
  expect(missed?.events.map(({ type }) => type)).toEqual(['person.joined', 'hand.raised'])
  expect(await rooms.eventsAfter(workshopId, 6)).toEqual({ seq: 6, events: [] })
  expect(await rooms.eventsAfter(workshopId, 7)).toBeNull()
})

test('what happened too long ago is answered with the state', async () => {
  const storage = await memoryStorage()
  await found(await roomsOver(storage))
  const events: Event[] = Array.from({ length: 5_000 }, (_, at) =>
    at % 2 === 0
      ? { type: 'hand.raised', personId: ana.personId, at }
      : { type: 'hand.lowered', personId: ana.personId },
  )
  await storage.facilitation.append({ workshopId, seq: 6, events, answer: null })
  const { rooms } = await roomsOver(storage)
  expect(await rooms.eventsAfter(workshopId, 10)).toBeNull()
  expect((await rooms.eventsAfter(workshopId, 4_990))?.events).toHaveLength(15)
})

test('a workshop of very many events is loaded', async () => {
  const storage = await memoryStorage()
  const event: Event = { type: 'hand.all-lowered' }
  const read = async () => Array.from({ length: 200_000 }, (_, index) => ({ seq: index + 1, event }))
  const { rooms } = await roomsOver({ ...storage, facilitation: { ...storage.facilitation, read } })
  expect((await rooms.state(workshopId)).seq).toBe(200_000)
  expect((await rooms.eventsAfter(workshopId, 199_990))?.events).toHaveLength(10)
})

test('a flood in one workshop is refused and holds up no other', async () => {
  const { rooms, submit } = await foundedRooms()
  const flood = Array.from({ length: 1_500 }, () => submit(oda, raise))
  const elsewhere = await rooms.submit(WorkshopId.parse('w00000000002'), {
    actor: server,
    commandId: null,
    command: { type: 'person.join', personId: person(1), role: 'observer', departmentId: null },
  })
  expect(elsewhere).toEqual({ ok: true, seq: 1 })
  const codes = (await Promise.all(flood)).map((reply) => !reply.ok && reply.code)
  expect(codes.filter((code) => code === 'busy')).toHaveLength(499)
  expect(codes.filter((code) => code === 'not-allowed')).toHaveLength(1_001) // one is being answered, the others wait
  expect(await submit(ana, raise)).toMatchObject({ ok: true })
})

test('closing answers what is under way and takes nothing more', async () => {
  const { rooms, submit } = await foundedRooms()
  await rooms.state(workshopId)
  const replies = [submit(ana, raise), submit(bo, raise)]
  await Promise.resolve()
  await rooms.close()
  expect(await Promise.all(replies)).toEqual([
    { ok: true, seq: 6 },
    { ok: true, seq: 7 },
  ])
  await expect(submit(ana, lower)).rejects.toThrow(/stopping/)
})

test('a room whose loading failed is loaded again when it is asked for again', async () => {
  const storage = await memoryStorage()
  await found(await roomsOver(storage))
  let isBroken = true
  const read: FacilitationLog['read'] = async (...asked) => {
    if (isBroken) throw new Error('disk gone')
    return storage.facilitation.read(...asked)
  }
  const { submit } = await roomsOver({ ...storage, facilitation: { ...storage.facilitation, read } })
  await expect(submit(ana, raise)).rejects.toThrow('disk gone')
  isBroken = false
  expect(await submit(ana, raise)).toEqual({ ok: true, seq: 6 })
})
