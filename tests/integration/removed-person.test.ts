// Somebody is sent out, made a co-facilitator, and a participant again, while their room and their board are open: the real server, all planes at once.
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import type { Room } from '#client/facilitation/room-store.ts'
import { ApiError, type CreatedWorkshop } from '#shared/access/api.ts'
import { changeRecord, readRecord, recordsOf } from '#shared/board/document.ts'
import { hasLock } from '#shared/board/locks.ts'
import { closeCodes } from '#shared/board/protocol.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import { contentsOf } from '#tests/server/board/sample-records.ts'
import { BoardEditor } from '#tests/support/board-editor.ts'
import { openGuestRoom } from '#tests/support/guest-room.ts'
import { trustQuestion } from '#tests/support/questions.ts'
import {
  createWorkshop,
  type Guest,
  joinByLink,
  type RunningServer,
  startServer,
} from '#tests/support/server.ts'

const patience = { timeout: 60_000 }
let server: RunningServer
let workshop: CreatedWorkshop
let host: Guest
let guest: Guest
let leading: Room
let taking: Room
beforeEach(async () => {
  server = await startServer({ env: { LOG_LEVEL: 'info' } })
  workshop = await createWorkshop(server.origin)
  host = await joinByLink(workshop.links.facilitator)
  guest = await joinByLink(workshop.links.participant)
  leading = await enter(host, 'facilitator')
  taking = await enter(guest, 'participant')
  return () => server.clear()
})

async function enter(who: Guest, seat: 'facilitator' | 'participant'): Promise<Room> {
  const room = openGuestRoom(who, { origin: server.origin, seat })
  onTestFinished(() => room.close())
  await expect.poll(() => room.store.getState().status, patience).toMatch(/^(online|ended)$/)
  return room
}
async function edit(who: Guest, name: string): Promise<BoardEditor> {
  const editor = new BoardEditor(who, name)
  await editor.connect(server.origin)
  onTestFinished(() => editor.disconnect())
  return editor
}
function openBoardSocket(who: Guest): WebSocket {
  const url = `${server.origin.replace('http', 'ws')}/board/${who.workshopId}?seat=participant`
  const socket = new WebSocket(url, { headers: { authorization: `Bearer ${who.seatToken}` } })
  onTestFinished(() => socket.terminate())
  return socket
}
const codeOf = (socket: WebSocket) => new Promise((resolve) => socket.once('close', resolve))
const does = async (command: Command) => expect(await leading.send(command)).toMatchObject({ ok: true })
const idOf = ({ personId }: Guest) => {
  if (!personId) throw new Error('This seat has a person.')
  return personId
}

test('a removed person’s command, vote and board update come to nothing, and no door lets them in again', async () => {
  const hosts = await edit(host, 'host')
  const guests = await edit(guest, 'guest')
  const socket = openBoardSocket(guest)
  await new Promise((resolve) => socket.once('open', resolve))
  const isClosed = codeOf(socket)
  guests.write()
  await expect.poll(() => contentsOf(hosts.doc), patience).toHaveProperty('shape:guest-0')
  await does({ type: 'poll.open', mode: 'open', questions: [trustQuestion], durationMs: null })
  const latest = (room: Room) => room.store.getState().confirmed.polls.at(-1)
  await expect.poll(() => latest(taking)?.pollId, patience).toBeDefined()
  const { pollId } = latest(leading) ?? {}
  if (!pollId) throw new Error('The poll is open.')
  expect(await taking.send({ type: 'poll.answer', pollId, answer: ['scale', 2] })).toMatchObject({ ok: true })

  await does({ type: 'person.remove', personId: idOf(guest) })
  // At the same moment, and from then on: whether they have heard of it or not.
  guests.write()
  void taking.send({ type: 'hand.raise' })
  void taking.send({ type: 'poll.answer', pollId, answer: ['scale', 5] })
  await expect.poll(() => taking.store.getState().ended, patience).toMatchObject({ code: 'removed' })
  expect(await isClosed).toBe(closeCodes.unauthorised)
  guests.write()

  expect((await enter(guest, 'participant')).store.getState().ended).toMatchObject({ code: 'removed' })
  expect(await codeOf(openBoardSocket(guest))).toBe(closeCodes.unauthorised)
  for (const [method, path] of [
    ['GET', 'seat'],
    ['POST', 'ticket'],
  ] as const) {
    const answer = await fetch(`${server.origin}/api/workshops/${guest.workshopId}/${path}`, {
      method,
      headers: { authorization: `Bearer ${guest.seatToken}` },
    })
    expect(ApiError.parse(await answer.json()).error.code).toBe('removed')
  }

  hosts.write()
  await expect.poll(() => hosts.acknowledged.has('shape:host-0'), patience).toBe(true)
  const reader = await edit(await joinByLink(workshop.links.observer), 'reader')
  expect(contentsOf(reader.doc)).toHaveProperty('shape:guest-0')
  for (const late of ['shape:guest-1', 'shape:guest-2'])
    expect(contentsOf(reader.doc)).not.toHaveProperty(late)
  await does({ type: 'poll.close', pollId })
  await expect.poll(() => latest(leading)?.state, patience).toBe('closed')
  expect(latest(leading)).toMatchObject({ results: [{ answer: ['scale', 2] }] })
  expect(leading.store.getState().confirmed.hands.queue).toEqual([])
})

test('a promotion and a demotion reach the board that is open', async () => {
  const hosts = await edit(host, 'host')
  const guests = await edit(guest, 'guest')
  guests.write()
  await expect.poll(() => contentsOf(hosts.doc), patience).toHaveProperty('shape:guest-0')
  const note = ({ doc }: BoardEditor) => recordsOf(doc).get('shape:guest-0')
  const setLock = (editor: BoardEditor, isLocked: boolean) => {
    const entry = note(editor)
    const record = readRecord(entry)
    if (!entry || !record) throw new Error('The note is not there.')
    editor.doc.transact(() => changeRecord(entry, record, { ...record, isLocked }))
  }
  await does({ type: 'person.promote', personId: idOf(guest) })
  setLock(guests, true)
  await expect.poll(() => hasLock(note(hosts)), patience).toBe(true)
  await expect.poll(() => taking.store.getState().me?.role, patience).toBe('facilitator')
  expect(await taking.send({ type: 'door.lock' })).toMatchObject({ ok: true })

  await does({ type: 'person.demote', personId: idOf(guest) })
  setLock(guests, false)
  await expect.poll(() => server.output(), patience).toContain('board.frame-refused')
  await expect.poll(() => taking.store.getState().me?.role, patience).toBe('participant')
  expect(await taking.send({ type: 'door.unlock' })).toMatchObject({ ok: false, code: 'not-allowed' })
  const reader = await edit(await joinByLink(workshop.links['co-facilitator']), 'reader')
  expect(hasLock(note(reader))).toBe(true)
})
