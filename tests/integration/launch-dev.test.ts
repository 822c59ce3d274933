// npm run dev: the same server, watched, with the browser's half made on the fly.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import { type RunningServer, startServer } from '#tests/support/server.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

let server: RunningServer | undefined
afterEach(async () => {
  // The watcher hands this signal on to the server that it started; killed, it would leave it behind.
  await server?.end('SIGTERM')
  await server?.clear()
})

test('the watched server of npm run dev starts its worker threads and serves the sources', async () => {
  const { scripts } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'))
  const [program, ...args] = scripts.dev.split(' ')
  expect(program).toBe('node')
  server = await startServer({ args })
  expect(await (await fetch(`${server.origin}/readyz`)).json()).toEqual({ status: 'ready' })
  expect(await (await fetch(`${server.origin}/main.tsx`)).text()).toContain('quiet-zod')
})
