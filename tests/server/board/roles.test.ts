// Who changes role or is sent out while their board is open: every connection of theirs follows at once, and nobody else's.
import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { changeRecord, readRecord, recordsOf } from '#shared/board/document.ts'
import { hasLock } from '#shared/board/locks.ts'
import { closeCodes } from '#shared/board/protocol.ts'
import { WorkshopId } from '#shared/ids.ts'
import { addSticky, contentsOf, docOf, updatesOf } from './sample-records.ts'
import { ana, type Browser, bo, closed, serveBoard, workshopId } from './serve-board.ts'

function setLock({ doc }: Pick<Browser, 'doc'>, isLocked: boolean): void {
  const entry = recordsOf(doc).get('shape:note')
  const record = readRecord(entry)
  if (!entry || !record) throw new Error('The note is not there.')
  doc.transact(() => changeRecord(entry, record, { ...record, isLocked }))
}
const isLocked = ({ doc }: Pick<Browser, 'doc'>) => hasLock(recordsOf(doc).get('shape:note'))
const ending = ({ provider }: Browser) => new Promise((resolve) => provider.once('closed', resolve))

/** bo leads; ana takes part, in two windows. */
async function openBoard() {
  const server = await serveBoard()
  const host = await server.browser({ as: bo, seat: 'facilitator' })
  const windows = [await server.browser(), await server.browser()] as const
  addSticky(host.doc, 'note')
  for (const { doc } of windows) await expect.poll(() => contentsOf(doc)).toHaveProperty('shape:note')
  return { server, host, windows }
}

test('promoted, a person sets locks on the connections that are open; demoted, on none of them', async () => {
  const { server, host, windows } = await openBoard()
  const [one, other] = windows
  server.gateway.changeRole(workshopId, ana, 'facilitator')
  setLock(one, true)
  await expect.poll(() => isLocked(host)).toBe(true)
  await expect.poll(() => isLocked(other)).toBe(true)
  setLock(other, false)
  await expect.poll(() => isLocked(host)).toBe(false)
  server.gateway.changeRole(workshopId, ana, 'participant')
  for (const window of windows) {
    const end = ending(window)
    setLock(window, true)
    expect(await end).toMatchObject({ code: closeCodes.refused })
  }
  expect(isLocked(host)).toBe(false)
  expect(isLocked({ doc: server.store.stored(workshopId) })).toBe(false)
  addSticky(host.doc, 'after')
  await expect.poll(() => contentsOf(server.store.stored(workshopId))).toHaveProperty('shape:after')
})

test('somebody else’s promotion, or one in another workshop, changes nothing', async () => {
  const { server, host, windows } = await openBoard()
  const elsewhere = WorkshopId.parse('e1sewherexyz')
  server.gateway.changeRole(workshopId, bo, 'facilitator')
  server.gateway.changeRole(elsewhere, ana, 'facilitator')
  server.gateway.changeRole(elsewhere, bo, 'participant')
  const end = ending(windows[0])
  setLock(windows[0], true)
  expect(await end).toMatchObject({ code: closeCodes.refused })
  setLock(host, true)
  await expect.poll(() => isLocked({ doc: server.store.stored(workshopId) })).toBe(true)
})

test('a removed person’s connections are closed, what they still send is not stored, and the others go on', async () => {
  const { server, host, windows } = await openBoard()
  for (const { provider } of windows) provider.disconnect()
  const socket = server.socket(`as=${ana}`)
  await new Promise((resolve) => socket.once('open', resolve))
  await expect.poll(() => server.gateway.connectionCount()).toBe(2)
  const doc = docOf(Y.encodeStateAsUpdate(server.store.stored(workshopId)))
  const [late] = updatesOf(doc, () => addSticky(doc, 'late'))
  const frame = encoding.createEncoder()
  for (const part of [0, 2]) encoding.writeVarUint(frame, part)
  encoding.writeVarUint8Array(frame, late ?? Uint8Array.of())

  const end = closed(socket)
  server.gateway.end(workshopId, ({ personId }) => personId === ana)
  socket.send(encoding.toUint8Array(frame)) // she has not heard of it yet
  expect(await end).toMatchObject({ code: closeCodes.unauthorised, reason: expect.stringContaining('seat') })
  await expect.poll(() => server.gateway.connectionCount()).toBe(1)
  addSticky(host.doc, 'after')
  await expect.poll(() => contentsOf(server.store.stored(workshopId))).toHaveProperty('shape:after')
  expect(contentsOf(server.store.stored(workshopId))).not.toHaveProperty('shape:late')
  expect(contentsOf(host.doc)).not.toHaveProperty('shape:late')
})
