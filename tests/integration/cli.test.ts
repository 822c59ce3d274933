// `npm run runde` as a process of its own, with the server stopped and beside it while it runs.
import { spawn } from 'node:child_process'
import { copyFile, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CreatedWorkshop } from '#shared/access/api.ts'
import { createWorkshop, joinByLink, type RunningServer, startServer } from '#tests/support/server.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
let folder: string
let dataDir: string
let server: RunningServer
let workshop: CreatedWorkshop

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'runde-cli-'))
  dataDir = join(folder, 'data')
  server = await startServer({ dataDir })
  workshop = await createWorkshop(server.origin, { title: 'Glasfaser', template: 'support-case' })
  await joinByLink(workshop.links.facilitator, { name: 'Ana' })
})
afterEach(async () => {
  await server.clear()
  await rm(folder, { recursive: true, force: true })
})

type Ended = { code: number | null; out: string; problem: string }
function runde(...args: string[]): Promise<Ended> {
  const env = { ...process.env, DATA_DIR: dataDir, INIT_CWD: folder, PUBLIC_URL: 'https://runde.example.org' }
  const child = spawn(process.execPath, ['server/cli/main.ts', ...args], { cwd: root, env })
  const ended: Ended = { code: null, out: '', problem: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (ended.out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (ended.problem += text))
  return new Promise((resolve) => child.once('close', (code) => resolve({ ...ended, code })))
}
const serveAgain = async () => {
  server = await startServer({ dataDir })
}
/** Whether the links open it on the server that runs now. */
const opens = async ({ links }: CreatedWorkshop) => {
  const link = links.participant.replace(/^https?:\/\/[^/]+/, server.origin)
  return joinByLink(link).then(
    ({ workshopId }) => workshopId,
    () => null,
  )
}

test('a workshop goes out into a file, is deleted, and comes in again as an equal one', async () => {
  await server.end()
  expect((await runde('list')).out).toMatch(
    new RegExp(`^${workshop.id}  ${workshop.code}  \\d{4}-\\d\\d-\\d\\d  Glasfaser\n$`),
  )
  expect(await runde('export', workshop.id)).toMatchObject({ code: 0, problem: '' })
  const file = join(folder, 'Glasfaser.runde.json')
  expect(await readFile(file, 'utf8')).toContain('"Ana"')

  const again = await runde('export', workshop.id, 'Glasfaser.runde.json')
  expect(again).toMatchObject({ code: 1, problem: expect.stringContaining('exists already') })

  expect(await runde('delete', workshop.id, '--yes')).toMatchObject({ code: 0 })
  expect((await runde('list')).out).toBe('There are no workshops.\n')
  expect(await runde('delete', workshop.id, '--yes')).toMatchObject({
    code: 1,
    problem: `There is no workshop ${workshop.id} here; list shows them.\n`,
  })

  const brought = await runde('import', 'Glasfaser.runde.json')
  expect(brought).toMatchObject({ code: 0, problem: '' })
  const link = /^participant +(\S+)$/m.exec(brought.out)?.[1] ?? ''
  expect(link).toMatch(/^https:\/\/runde\.example\.org\/w\/[0-9a-z]{12}#/)
  await serveAgain()
  expect(await opens(workshop)).toBeNull()
  expect(await opens({ ...workshop, links: { ...workshop.links, participant: link } })).not.toBeNull()
})

test('beside a running server a backup is made, and nothing else is touched', async () => {
  for (const args of [
    ['list'],
    ['export', workshop.id],
    ['delete', workshop.id, '--yes'],
    ['import', 'package.json'],
  ])
    expect(await runde(...args)).toMatchObject({
      code: 1,
      problem: expect.stringContaining('in use by another process'),
    })
  expect(await runde('backup', 'copies')).toMatchObject({ code: 0, problem: '' })
  expect((await readdir(join(folder, 'copies'))).sort()).toEqual(['runde.db', 'server.key'])
  expect(await opens(workshop)).toBe(workshop.id)
  expect(await runde('restore', 'copies', '--force')).toMatchObject({
    code: 1,
    problem: expect.stringContaining('in use by another process'),
  })

  const later = await createWorkshop(server.origin, { title: 'Danach' })
  const again = await runde('backup', 'copies')
  expect(again).toMatchObject({ code: 1, problem: expect.stringContaining('There is a backup in') })

  await server.end()
  const refused = await runde('restore', 'copies')
  expect(refused).toMatchObject({ code: 1, problem: expect.stringContaining('holds workshops already') })
  expect(await runde('restore', 'copies', '--force')).toMatchObject({ code: 0, problem: '' })
  await serveAgain()
  expect(await opens(workshop)).toBe(workshop.id)
  expect(await opens(later)).toBeNull()
})

test('a backup goes into an empty folder, and one of a stopped server is as good', async () => {
  await server.end('SIGKILL')
  expect(await runde('backup', 'copies')).toMatchObject({ code: 0 })
  await rm(dataDir, { recursive: true })
  expect(await runde('list')).toMatchObject({ code: 1, problem: expect.stringContaining('no workshops in') })
  expect(await runde('restore', 'copies')).toMatchObject({ code: 0, problem: '' })
  await serveAgain()
  expect(await opens(workshop)).toBe(workshop.id)
})

test('a backup that was cut off or is something else is not put in place', async () => {
  await server.end()
  await runde('backup', 'whole')
  await runde('backup', 'cut')
  await truncate(join(folder, 'cut', 'runde.db'), 20_000)
  await runde('backup', 'other')
  await writeFile(join(folder, 'other', 'runde.db'), 'not a database, whatever it is called')
  for (const name of ['cut', 'other', 'missing'])
    expect(await runde('restore', name, '--force')).toMatchObject({
      code: 1,
      problem: expect.stringMatching(/cannot be used|no backup/),
    })
  expect((await runde('list')).out).toContain('Glasfaser')
  expect((await readdir(dataDir)).filter((name) => name.includes('.part'))).toEqual([])
})

test('a file that was cut off is refused with the place, and makes nothing', async () => {
  await server.end()
  await runde('export', workshop.id, 'whole.json')
  await copyFile(join(folder, 'whole.json'), join(folder, 'cut.json'))
  await truncate(join(folder, 'cut.json'), 5_000)
  expect(await runde('import', 'cut.json')).toMatchObject({
    code: 1,
    problem: expect.stringContaining('cut off after'),
  })
  expect(await runde('import', 'nowhere.json')).toMatchObject({
    code: 1,
    problem: expect.stringContaining('cannot be read (ENOENT)'),
  })
  expect((await runde('list')).out.trim().split('\n')).toHaveLength(1)
})

test('what is not understood ends with 2 and says what there is', async () => {
  const answer = await runde('explode')
  expect(answer).toMatchObject({ code: 2, out: '' })
  expect(answer.problem).toContain('backup <folder>')
  expect(await runde()).toMatchObject({ code: 0, out: expect.stringContaining('backup <folder>') })
})
