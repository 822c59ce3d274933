// The server as a process: what it says when it cannot start, how it ends, and what is still there afterwards.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { CurrentSeat } from '#shared/access/api.ts'
import {
  createWorkshop,
  joinByCode,
  joinByLink,
  type RunningServer,
  startServer,
} from '#tests/support/server.ts'

const running: RunningServer[] = []
afterEach(async () => {
  for (const server of running.splice(0)) await server.clear()
})
const start = async (options?: Parameters<typeof startServer>[0]) => {
  const server = await startServer(options)
  running.push(server)
  return server
}
const tryToStart = (env: Record<string, string>) =>
  spawnSync(process.execPath, ['server/main.ts'], {
    env: { ...process.env, LOG_LEVEL: 'silent', ...env },
    encoding: 'utf8',
  })

test('a wrong variable ends the start with a sentence and no stack', () => {
  const { status, stdout, stderr } = tryToStart({ PORT: 'http', LOG_LEVEL: 'loud' })
  expect(status).toBe(1)
  expect(stdout).toBe('')
  expect(stderr.trim().split('\n')).toEqual([
    'PORT must be a whole number from 0 to 65535, like 3000; 0 takes a free port.',
    'LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent.',
  ])
})

test('a port that is taken is named, and how to choose another', async () => {
  const first = await start()
  const second = tryToStart({
    PORT: new URL(first.origin).port,
    HOST: 'localhost',
    DATA_DIR: join(first.dataDir, 'other'),
  })
  expect(second.status).toBe(1)
  expect(second.stderr).toContain(`port ${new URL(first.origin).port} is taken by another program`)
})

test('two servers do not share a data folder', async () => {
  const first = await start()
  const second = tryToStart({ PORT: '0', DATA_DIR: first.dataDir })
  expect(second.status).toBe(1)
  expect(second.stderr).toContain('is in use by another process')
})

test('a damaged server key is named and not replaced', async () => {
  const first = await start()
  await first.end()
  writeFileSync(join(first.dataDir, 'server.key'), 'oops')
  const second = tryToStart({ PORT: '0', DATA_DIR: first.dataDir })
  expect(second.status).toBe(1)
  expect(second.stderr).toContain('server.key must hold 64 hexadecimal digits')
})

test.each(['SIGTERM', 'SIGINT'] as const)('%s ends it with 0', async (signal) => {
  const server = await start({ env: { LOG_LEVEL: 'info' } })
  expect(await server.end(signal)).toBe(0)
  expect(server.output()).toContain('server.stopped')
})

test('links, seats, names and invitations are there after a kill and a start', async () => {
  const first = await start()
  const { id, code, links } = await createWorkshop(first.origin, { title: 'Kept', template: 'support-case' })
  const host = await joinByLink(links.facilitator, { name: 'Hanna' })
  await first.end('SIGKILL')
  const second = await start({ dataDir: first.dataDir })

  const ask = (path: string) =>
    fetch(`${second.origin}/api/workshops/${id}${path}`, { headers: { cookie: host.cookie } }).then(
      (answer) => answer.json(),
    )
  expect(CurrentSeat.parse(await ask('/seat'))).toMatchObject({
    personId: host.personId,
    name: 'Hanna',
    title: 'Kept',
  })
  expect(await ask('/links')).toMatchObject({
    code,
    links: { participant: links.participant.replace(first.origin, second.origin) },
  })
  expect((await joinByLink(links.participant.replace(first.origin, second.origin))).role).toBe('participant')
  expect((await joinByCode(second.origin, id, code)).role).toBe('participant')
})

test('what no gateway takes is answered and not left hanging', async () => {
  const { origin } = await start()
  for (const path of ['/', '/chat', '/boardx', '/board/nonsense']) {
    const socket = new WebSocket(`${origin.replace('http', 'ws')}${path}`)
    const end = await new Promise<string>((resolve) => {
      for (const type of ['open', 'error'] as const) socket.addEventListener(type, () => resolve(type))
    })
    expect(end).toBe('error')
  }
  expect((await fetch(`${origin}/healthz`)).status).toBe(200)
})
