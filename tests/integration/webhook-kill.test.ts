// kill -9 around the end of a session: every end that is in the log is posted, under one id, however the server died.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { silentLog } from '#server/log.ts'
import { openSqlite } from '#server/storage/sqlite.ts'
import type { WorkshopId } from '#shared/ids.ts'
import { openGuestRoom } from '#tests/support/guest-room.ts'
import { does } from '#tests/support/lead-room.ts'
import { createWorkshop, joinByLink, type RunningServer, startServer } from '#tests/support/server.ts'

const patience = { timeout: 30_000 }
/** After the command went out: before it is stored, while it is, right after it is answered. */
const killsAfterMs = [0, 1, 2, 3, 4, 6, 9, 14]

test('no end of a session loses its post, and one that was on its way comes again under the same id', async () => {
  let onPost = async (_id: string) => {}
  const posted: string[] = []
  const receiver = createServer((request, response) => {
    const id = String(request.headers['webhook-id'])
    posted.push(id)
    request.resume()
    void onPost(id).then(() => response.writeHead(204).end())
  }).listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  onTestFinished(() => {
    receiver.closeAllConnections()
    receiver.close()
  })
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/in` // a TCP server's address is one

  const env = { WEBHOOK_TRUSTED_HOSTS: '127.0.0.1' }
  let server: RunningServer = await startServer({ env })
  onTestFinished(() => server.clear())
  const { origin, dataDir } = server
  const port = new URL(origin).port
  const restart = async () => {
    await server.end('SIGKILL')
    server = await startServer({ dataDir, env: { ...env, PORT: port } })
  }
  const { id: workshopId, links } = await createWorkshop(origin)
  const guest = await joinByLink(links.facilitator, { name: 'Ana' })
  const set = await fetch(`${origin}/api/workshops/${workshopId}/webhook`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${guest.seatToken}` },
    body: JSON.stringify({ url }),
  })
  expect(set.status).toBe(200)
  const room = openGuestRoom(guest, { origin, seat: 'facilitator' })
  onTestFinished(() => room.close())

  await does(room, { type: 'session.start' })
  for (const afterMs of killsAfterMs) {
    const answered = room.send({ type: 'session.end', number: 1 }) // sent until it is answered
    await pause(afterMs)
    await restart()
    expect(await answered).toMatchObject({ ok: true })
    await does(room, { type: 'session.reopen', number: 1 })
  }

  // One is taken by its receiver, and the server killed before it hears so.
  let cut: string | null = null
  onPost = async (id) => {
    if (cut !== null) return
    cut = id
    await server.end('SIGKILL')
  }
  await does(room, { type: 'session.end', number: 1 })
  await expect.poll(() => cut, patience).not.toBeNull()
  await restart()
  await expect.poll(() => posted.filter((id) => id === cut).length, patience).toBeGreaterThan(1)
  await expect.poll(() => new Set(posted).size, patience).toBe(killsAfterMs.length + 1)
  await server.end('SIGTERM')
  expect([...new Set(posted)].sort()).toEqual((await endsIn(dataDir, workshopId)).sort())
}, 240_000)

async function endsIn(dataDir: string, workshopId: WorkshopId): Promise<string[]> {
  const storage = await openSqlite(join(dataDir, 'runde.db'), { log: silentLog })
  const log = await storage.facilitation.read(workshopId, 0)
  await storage.close()
  return log.flatMap(({ seq, event }) => (event.type === 'session.ended' ? [`${workshopId}-${seq}`] : []))
}
