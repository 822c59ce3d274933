// What happens twice has one effect: two facilitators press the same button, and an answer is lost on its way.
import { expect, onTestFinished, test, vi } from 'vitest'
import { createConnection } from '#client/facilitation/connection.ts'
import { openRoom } from '#client/facilitation/room-store.ts'
import { ItemId } from '#shared/ids.ts'
import { layCable } from '#tests/support/cable.ts'
import { enter, gatewayOver } from './gateway-for-test.ts'
import { ana, fay, foundedRooms, person, server, types, workshopId } from './room-for-test.ts'

const patience = { timeout: 20_000 }

test('two facilitators who press “next” at once take one step, and the later one is told', async () => {
  const room = await foundedRooms()
  const cora = { personId: person(9), role: 'facilitator' } as const
  await room.submit(server, { type: 'person.join', ...cora, isCo: true, departmentId: null })
  await room.submit(fay, { type: 'agenda.start' })
  const gateway = await gatewayOver(room)
  const [fays, coras] = [await enter(gateway, fay), await enter(gateway, cora)]
  for (const browser of [fays, coras]) await browser.resume(null)
  const next = { type: 'agenda.advance', fromItemId: ItemId.parse('one') } as const
  const replies = await Promise.all([fays.command(next), coras.command(next)])
  expect(replies.map(({ ok }) => ok).sort()).toEqual([false, true])
  expect(replies.find(({ ok }) => !ok)).toMatchObject({ code: 'already-done' })
  expect(types(room.published).filter((type) => type === 'agenda.advanced')).toHaveLength(1)
  expect((await room.rooms.state(workshopId)).workshop.agenda.current?.itemId).toBe('two')
})

test('a command whose answer was lost with the connection is sent again and has one effect', async () => {
  const room = await foundedRooms()
  const submit = vi.fn(room.rooms.submit)
  const gateway = await gatewayOver({ rooms: { ...room.rooms, submit } })
  const cable = await layCable(gateway.url)
  onTestFinished(() => cable.close())
  const transport = createConnection({
    origin: cable.origin,
    handshake: { workshopId, seat: 'participant' },
    headers: { 'x-seat': `participant ${ana.personId}` },
  })
  const browser = openRoom({ transport, localNow: Date.now, makeCommandId: () => crypto.randomUUID() })
  onTestFinished(() => browser.close())
  await expect.poll(() => browser.store.getState().status, patience).toBe('online')
  // Stored, and cut before anybody can be told.
  const stop = room.rooms.onStored(() => cable.pullOut())
  const answer = browser.send({ type: 'hand.raise' })
  await expect.poll(() => browser.store.getState().status, patience).not.toBe('online')
  stop()
  cable.plugIn()
  expect(await answer).toMatchObject({ ok: true })
  const raising = submit.mock.calls.filter(([, { command }]) => command.type === 'hand.raise')
  expect(raising).toHaveLength(2)
  expect(raising[1]?.[1].commandId).toBe(raising[0]?.[1].commandId)
  expect(types(room.published)).toEqual(['hand.raised'])
  await expect.poll(() => browser.store.getState().confirmed.hands.queue, patience).toHaveLength(1)
})
