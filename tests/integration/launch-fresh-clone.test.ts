// The first command on a fresh clone, under the oldest Node that is promised: installs, builds, serves, stops in order.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'runde-clone-'))
const clone = join(folder, 'runde')

/** What a person's shell has: nothing of the npm that runs this test, and none of its Node. */
const environment = Object.fromEntries([
  ...Object.entries(process.env).filter(([name]) => !/^(npm_|NODE|VITEST|CI$|INIT_CWD$)/i.test(name)),
  [
    'PATH',
    (process.env.PATH ?? '')
      .split(delimiter)
      .filter((entry) => !entry.includes('node_modules'))
      .join(delimiter),
  ],
  ['PORT', '0'],
  ['npm_config_prefer_offline', 'true'],
])

beforeAll(() => {
  execFileSync('git', ['clone', '--quiet', root, clone])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Started = { child: ChildProcess; origin: string; output: () => string; closed: Promise<unknown> }

async function npmStart(): Promise<Started> {
  const child = spawn('npm', ['start'], { cwd: clone, env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
  let written = ''
  const opened = Promise.withResolvers<string>()
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      written += text
      const address = /^Runde is open: (\S+)$/m.exec(written)?.[1]
      if (address) opened.resolve(address)
    })
  // `close` comes when nobody holds its output any more: then the server itself has ended, not only npm.
  const closed = once(child, 'close')
  closed.then(() => opened.reject(new Error(`npm start ended:\n${written}`)), opened.reject)
  return { child, origin: await opened.promise, output: () => written, closed }
}

test('npm start on a fresh clone serves, shows what it does, and SIGTERM ends it in order', async () => {
  const { child, origin, output, closed } = await npmStart()
  expect(await (await fetch(`${origin}/readyz`)).json()).toEqual({ status: 'ready' })
  const page = await (await fetch(origin)).text()
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(page)?.[1]
  expect((await fetch(`${origin}${script}`)).status).toBe(200)
  expect(output()).toContain('Installing packages')
  expect(output()).toContain('Building the browser part')
  child.kill('SIGTERM')
  await closed
  expect(output()).toContain('server.stopped')
  await expect(fetch(`${origin}/readyz`)).rejects.toThrow()
}, 600_000)

test('the second start finds everything in place', async () => {
  const { child, output, closed } = await npmStart()
  child.kill('SIGTERM')
  await closed
  expect(output()).not.toContain('Installing')
  expect(output()).not.toContain('Building')
  expect(output()).toContain('server.stopped')
})

test('the clone uses the hooks of the project', () => {
  const path = execFileSync('git', ['config', 'core.hooksPath'], { cwd: clone, encoding: 'utf8' })
  expect(path.trim()).toBe('.githooks')
})
