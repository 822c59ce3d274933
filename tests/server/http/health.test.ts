// Whether the process lives and can serve, told truthfully.
import { afterEach, expect, test } from 'vitest'
import { createMetrics, measureSockets } from '#server/http/health.ts'
import { openApp, refusalOf, type TestApp } from '#tests/support/app.ts'

let app: TestApp
afterEach(() => app.close())

test('a server that can store is alive and ready', async () => {
  app = await openApp()
  expect((await app.ask('GET', '/healthz')).json).toEqual({ status: 'ok' })
  expect((await app.ask('GET', '/readyz')).json).toEqual({ status: 'ready' })
})

test('a server whose storage cannot write is alive and not ready', async () => {
  app = await openApp({ app: { ping: () => Promise.reject(new Error('disk full')) } })
  expect((await app.ask('GET', '/healthz')).status).toBe(200)
  const answer = await app.ask('GET', '/readyz')
  expect(answer.status).toBe(503)
  expect(refusalOf(answer)).toBe('storage-unavailable')
})

test('a storage that does not answer is not waited for without end', async () => {
  app = await openApp({ app: { ping: () => new Promise(() => {}) } })
  expect(refusalOf(await app.ask('GET', '/readyz'))).toBe('storage-unavailable')
})

test('a server that is stopping is not ready', async () => {
  app = await openApp({ app: { isDraining: () => true } })
  expect(refusalOf(await app.ask('GET', '/readyz'))).toBe('stopping')
})

test('the figures say how many sockets are open now, and how many messages were bad since the start', async () => {
  const metrics = createMetrics()
  let boards = 1
  measureSockets(metrics, {
    board: { connectionCount: () => boards },
    facilitation: { figures: () => ({ connections: 3, badMessages: 4 }) },
  })
  app = await openApp({ app: { metrics } })
  await app.ask('GET', '/metrics')
  boards = 2
  const { text } = await app.ask('GET', '/metrics')
  expect(text).toContain('runde_sockets{plane="board"} 2')
  expect(text).toContain('runde_sockets{plane="facilitation"} 3')
  expect(text).toContain('runde_bad_messages_total 4')
})
