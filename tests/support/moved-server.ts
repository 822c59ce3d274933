// A server whose clock a test moves on.
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { type RunningServer, startServer } from '#tests/support/server.ts'

export type MovedServer = RunningServer & {
  /** Resolves when it is so much later on the server; browsers hear of it when they ask for the time. */
  pass(minutes: number): Promise<void>
}

export async function startMovedServer(): Promise<MovedServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'runde-moved-'))
  const file = join(dataDir, 'clock')
  const server = await startServer({
    dataDir,
    args: ['--import', './tests/support/moved-clock.ts', 'server/main.ts'],
    env: { MOVED_CLOCK: file },
  })
  let aheadMs = 0
  return {
    ...server,
    async pass(minutes) {
      aheadMs += minutes * 60_000
      await writeFile(file, String(aheadMs))
      server.process.kill('SIGUSR2')
      await expect.poll(() => readFile(`${file}.taken`, 'utf8').catch(() => '')).toBe(String(aheadMs))
    },
  }
}
