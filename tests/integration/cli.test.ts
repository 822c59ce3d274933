// `npm run runde` as a process of its own, with the server stopped and beside it while it runs.
import { spawn } from 'node:child_process'
import { copyFile, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CreatedWorkshop } from '#shared/access/api.ts'
import { DepartmentId } from '#shared/ids.ts'
import { createWorkshop, joinByLink, type RunningServer, startServer } from '#tests/support/server.ts'

const service = DepartmentId.parse('service')
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
/** A link that begins with another address, on the server that runs now. */
const hereOf = (link: string) => link.replace(/^https?:\/\/[^/]+/, server.origin)
const serveAgain = async () => {
  server = await startServer({ dataDir })
}
/** Whether the links open it on the server that runs now. */
const opens = async ({ links }: CreatedWorkshop) => {
  return joinByLink(hereOf(links.participant)).then(
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

/** The same whether a server runs or not: `stop` ends it, or does not. */
const eitherWay = test.each<[string, () => Promise<unknown>]>([
  ['beside a running server', async () => {}],
  ['while none runs', () => server.end()],
])

eitherWay('%s a person is listed and erased, and somebody unknown is not', async (_how, stop) => {
  const bo = await joinByLink(workshop.links.participant, { name: 'Bo', department: service })
  await stop()
  const { out } = await runde('list', workshop.id)
  expect(out).toMatch(/^\S{16} {2}facilitator {5}Ana$/m)
  expect(out).toMatch(new RegExp(`^${bo.personId}  participant     Bo, \\S+$`, 'm'))
  expect(await runde('erase', workshop.id, `${bo.personId}`, '--yes')).toMatchObject({
    code: 0,
    out: `${bo.personId} is erased from ${workshop.id}, with everything that was theirs alone.\n`,
    problem: '',
  })
  expect((await runde('list', workshop.id)).out).not.toContain('Bo')
  expect(await runde('erase', workshop.id, `${bo.personId}`, '--yes')).toMatchObject({
    code: 1,
    problem: `${bo.personId} has been erased from ${workshop.id} before.\n`,
  })
  const nobody = '0'.repeat(16)
  for (const what of ['erase', 'seat'])
    expect(await runde(what, workshop.id, nobody, '--yes')).toMatchObject({ code: 1, out: '' })
  expect(await runde('erase', '0'.repeat(12), nobody, '--yes')).toMatchObject({
    code: 1,
    problem: `There is no workshop ${'0'.repeat(12)} here; list shows them.\n`,
  })
})

eitherWay('%s somebody gets a link, and is who they were', async (_how, stop) => {
  const bo = await joinByLink(workshop.links.participant, { name: 'Bo' })
  await stop()
  const made = await runde('seat', workshop.id, `${bo.personId}`)
  expect(made).toMatchObject({ code: 0, problem: '' })
  if (server.process.exitCode !== null) await serveAgain()
  expect(await joinByLink(hereOf(made.out.trim().split('\n').at(-1) ?? ''))).toMatchObject({
    personId: bo.personId,
    name: 'Bo',
  })
})

eitherWay(
  '%s a workshop is taken out, deleted, and brought in with a link for each person',
  async (_how, stop) => {
    const bo = await joinByLink(workshop.links.participant, { name: 'Bo', department: service })
    await stop()
    expect(await runde('export', workshop.id, 'out.json')).toMatchObject({ code: 0, problem: '' })
    expect(await runde('delete', workshop.id, '--yes')).toMatchObject({ code: 0, problem: '' })
    expect((await runde('list')).out).toBe('There are no workshops.\n')
    expect(await runde('delete', workshop.id, '--yes')).toMatchObject({ code: 1 })
    const brought = await runde('import', 'out.json')
    expect(brought).toMatchObject({ code: 0, problem: '' })
    if (server.process.exitCode !== null) await serveAgain()
    expect(await opens(workshop)).toBeNull()
    const link = /^Bo {2}\S+ {2}(\S+)$/m.exec(brought.out)?.[1] ?? ''
    expect(await joinByLink(hereOf(link))).toMatchObject({
      personId: bo.personId,
      name: 'Bo',
      department: 'service',
    })
    await expect(joinByLink(hereOf(link))).rejects.toThrow('for one use')
  },
)

test('who is in a workshop that is deleted beside them is told', async () => {
  const { workshopId, cookie } = await joinByLink(workshop.links.participant)
  await runde('delete', workshop.id, '--yes')
  const answer = await fetch(`${server.origin}/api/workshops/${workshopId}/seat`, { headers: { cookie } })
  expect(answer.status).toBe(401)
})

test('beside a running server a backup is made, and only restore wants it stopped', async () => {
  expect(await runde('import', 'nowhere.json')).toMatchObject({
    code: 1,
    problem: expect.stringContaining('cannot be read (ENOENT)'),
  })
  expect(await runde('export', workshop.id, 'nowhere/out.json')).toMatchObject({
    code: 1,
    problem: expect.stringContaining('cannot be written (ENOENT)'),
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
