// A workshop in a real server, with something of it in every store and on a board that is being edited, is deleted: no file of the data folder holds a byte of it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { createConnection } from '#client/facilitation/connection.ts'
import { openRoom } from '#client/facilitation/room-store.ts'
import type { CreatedWorkshop } from '#shared/access/api.ts'
import { RoundId } from '#shared/ids.ts'
import { BoardEditor } from '#tests/support/board-editor.ts'
import { sampleImages } from '#tests/support/sample-images.ts'
import {
  createWorkshop,
  type Guest,
  joinByLink,
  type RunningServer,
  startServer,
} from '#tests/support/server.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const patience = { timeout: 60_000 }
/** In no other workshop, and in nothing that the server writes by itself. */
const word = 'Kornblumenfeld'
const roundId = RoundId.parse('c'.repeat(32))
let server: RunningServer
let workshop: CreatedWorkshop
let host: Guest
let guest: Guest
let editor: BoardEditor
let needles: Record<string, Buffer>

beforeEach(async () => {
  server = await startServer()
  onTestFinished(() => server.clear())
  workshop = await createWorkshop(server.origin, { title: `${word} Titel`, template: 'support-case' })
  const other = await createWorkshop(server.origin, { title: 'Wer bleibt' })
  await joinByLink(other.links.participant)
  host = await joinByLink(workshop.links.facilitator, { name: `${word} Name` })
  guest = await joinByLink(workshop.links.participant)
  await fillIt()
  needles = {
    word: Buffer.from(word),
    host: Buffer.from(`${host.personId}`),
    guest: Buffer.from(`${guest.personId}`),
    code: Buffer.from(workshop.code),
    image: Buffer.from(sampleImages.png.subarray(-70, -20)),
  }
  // Were one of them nowhere now, its absence would say nothing later.
  await expect.poll(traces, patience).toEqual(Object.keys(needles))
})

/** Which of the needles stand in any file of the data folder. */
async function traces(): Promise<string[]> {
  const disk = Buffer.concat(await filesIn(server.dataDir))
  return Object.keys(needles).filter((name) => disk.includes(needles[name] ?? word))
}
async function filesIn(folder: string): Promise<Buffer[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => readFile(join(entry.parentPath, entry.name)).catch(() => Buffer.alloc(0))),
  )
}
const ask = async (who: Guest, method: string, path: string, body?: BodyInit) => {
  const type = body instanceof Uint8Array ? 'application/octet-stream' : 'application/json'
  const response = await fetch(`${server.origin}/api/workshops/${workshop.id}${path}`, {
    method,
    headers: { authorization: `Bearer ${who.seatToken}`, 'content-type': type },
    ...(body === undefined ? {} : { body }),
  })
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
}

async function fillIt(): Promise<void> {
  const transport = createConnection({
    origin: server.origin,
    handshake: { workshopId: workshop.id, seat: 'facilitator' },
    headers: { cookie: host.cookie, origin: server.origin },
  })
  const room = openRoom({ transport, localNow: Date.now, makeCommandId: () => crypto.randomUUID() })
  onTestFinished(() => room.close())
  await expect.poll(() => room.store.getState().status, patience).toBe('online')
  await room.send({ type: 'silence.start', roundId, withNames: false })
  const content = { kind: null, stageId: null, laneId: null, departmentId: null }
  const draft = JSON.stringify({ text: `${word} Notiz`, ...content })
  await ask(guest, 'PUT', `/silence/${roundId}/drafts/${crypto.randomUUID()}`, draft)
  await ask(guest, 'POST', '/images', sampleImages.png as BodyInit)
  await ask(host, 'POST', '/history', JSON.stringify({ name: `${word} Stand` }))
  await ask(host, 'PUT', '/webhook', JSON.stringify({ url: `https://${word.toLowerCase()}.example.org/` }))
  await ask(host, 'POST', `/people/${guest.personId}/seat`)
  await ask(guest, 'POST', '/personal-link')
  editor = new BoardEditor(guest, word)
  await editor.connect(server.origin)
  onTestFinished(() => editor.disconnect())
  editor.write()
  await expect.poll(() => editor.acknowledged.size, patience).toBe(1)
}

/** Somebody draws before and goes on until they are sent out, so that the journal of the boards has some of it, too. */
async function whileDrawing(deed: () => Promise<unknown>): Promise<void> {
  const pen = setInterval(() => editor.write(), 5)
  onTestFinished(() => clearInterval(pen))
  const before = editor.acknowledged.size
  await expect.poll(() => editor.acknowledged.size, patience).toBeGreaterThan(before)
  await deed()
  clearInterval(pen)
}
async function journaledBytes(): Promise<number> {
  const names = (await readdir(server.dataDir)).filter((name) => name.includes('-boards-'))
  const files = await Promise.all(names.map((name) => stat(join(server.dataDir, name))))
  return files.reduce((sum, { size }) => sum + size, 0)
}
async function runde(...args: string[]): Promise<void> {
  const env = { ...process.env, DATA_DIR: server.dataDir }
  const child = spawn(process.execPath, ['server/cli/main.ts', ...args], { cwd: root, env })
  const [code] = await once(child, 'exit')
  expect(code).toBe(0)
}

test.each([
  ['its facilitator', () => ask(host, 'DELETE', '', JSON.stringify({ title: `${word} Titel` }))],
  ['the operator', () => runde('delete', workshop.id, '--yes')],
])(
  '%s deletes it while the server runs, and not even its id is left after the next start',
  async (_who, deed) => {
    await whileDrawing(deed)
    expect(await traces()).toEqual([])
    await server.end()
    expect(await traces()).toEqual([])
    needles = { id: Buffer.from(workshop.id), word: Buffer.from(word), others: Buffer.from('Wer bleibt') }
    server = await startServer({ dataDir: server.dataDir })
    await expect.poll(traces, patience).toEqual(['others'])
  },
)

test('the operator deletes it after the server was killed, which left a journal', async () => {
  await whileDrawing(() => server.end('SIGKILL'))
  expect(await journaledBytes()).toBeGreaterThan(0)
  await runde('delete', workshop.id, '--yes')
  needles = { ...needles, id: Buffer.from(workshop.id) }
  expect(await traces()).toEqual([])
})
