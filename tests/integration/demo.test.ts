// `npm run demo` as a person uses it: it says where to go, people are there, and it goes as it came.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { simulatePerson } from '#client/simulated/person.ts'
import { createWorkshop, type RunningServer, startServer } from '#tests/support/server.ts'

let folder: string
let demos: ChildProcess[]
let servers: RunningServer[]
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'runde-demo-test-'))
  demos = []
  servers = []
})
afterEach(async () => {
  for (const demo of demos) if (demo.exitCode === null) demo.kill('SIGKILL')
  for (const server of servers) await server.clear()
  await rm(folder, { recursive: true, force: true })
})

function startDemo(...args: string[]): { demo: ChildProcess; said: () => string } {
  const demo = spawn(process.execPath, ['server/demo/main.ts', ...args], {
    env: { ...process.env, PORT: '0', HOST: 'localhost', TMPDIR: folder, DATA_DIR: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  demos.push(demo)
  let said = ''
  for (const stream of [demo.stdout, demo.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  return { demo, said: () => said }
}

test('the sample workshop runs with its people, is led by whoever comes, and leaves nothing behind', async () => {
  const { demo, said } = startDemo('--people', '6', '--language', 'en')
  await expect.poll(said, { timeout: 60_000 }).toContain('All are in.')
  const link = /Lead it:\s+(\S+)/.exec(said())?.[1] ?? ''
  const report = (error: unknown) => expect.unreachable(String(error))
  const { room, leave, board } = await simulatePerson({ link, name: 'Ada', withBoard: true, report })
  const { confirmed, names } = room.store.getState()
  expect(confirmed.info.title).toBe('Becoming a customer')
  expect(confirmed.agenda.startedAt).not.toBeNull()
  expect(Object.values(names)).toEqual(expect.arrayContaining(['Mara', 'Aylin', 'Farid', 'Ada']))
  expect(board?.shapes().filter(({ type }) => type === 'touchpoint')).toHaveLength(22)
  // Six participants and whoever leads now: the one who began has handed over.
  await expect.poll(() => room.store.getState().present.length, { timeout: 60_000 }).toBe(7)
  leave()

  const ended = once(demo, 'close')
  demo.kill('SIGINT')
  expect(await ended).toEqual([0, null])
  expect(await readdir(folder)).toEqual([])
  await expect(fetch(new URL(link).origin)).rejects.toThrow()
})

test('people come into a workshop of one’s own, and leave it when told to', async () => {
  const server = await startServer()
  servers.push(server)
  const { links } = await createWorkshop(server.origin)
  const { demo, said } = startDemo('--people', '3', '--join', links.participant)
  await expect.poll(said, { timeout: 60_000 }).toContain('3 simulated people are in the workshop.')
  const report = (error: unknown) => expect.unreachable(String(error))
  const { room, leave } = await simulatePerson({ link: links.facilitator, name: 'Ada', report })
  await expect.poll(() => room.store.getState().present).toHaveLength(4)
  const ended = once(demo, 'close')
  demo.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
  await expect.poll(() => room.store.getState().present).toHaveLength(1)
  leave()
})

test.each([
  [['--people', 'many'], '--people takes a number.'],
  [['--join', 'nowhere'], '--join takes a link for participants'],
  [['--loud'], "Unknown option '--loud'"],
])('a wrong argument ends it with a sentence: %s', async (args, sentence) => {
  const { demo, said } = startDemo(...args)
  expect(await once(demo, 'close')).toEqual([1, null])
  expect(said()).toContain(sentence)
  expect(said()).toContain('npm run demo')
})
