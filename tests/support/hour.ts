// A server whose clock a test moves, with the sample workshop on it, and everything that its browsers need to follow.
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CreatedWorkshop } from '#shared/access/api.ts'
import { sample, sampleTemplateId } from '#shared/sample/sample.ts'
import { sampleBoard } from '#shared/sample/sample-board.ts'
import { type Cable, layCable } from '#tests/support/cable.ts'
import { createWorkshop, type RunningServer, startServer } from '#tests/support/server.ts'

export type Hour = {
  server: RunningServer
  /** Between the server and all browsers. */
  cable: Cable
  links: CreatedWorkshop['links']
  /**
   * Moves the server's clock. Every browser loses its connection for a moment, comes back, and asks for the time, as after
   * a machine's sleep.
   */
  pass(minutes: number): Promise<void>
  clear(): Promise<void>
}

export async function openHour(): Promise<Hour> {
  const dataDir = await mkdtemp(join(tmpdir(), 'runde-hour-'))
  const file = join(dataDir, 'clock')
  const server = await startServer({
    dataDir,
    args: ['--import', './tests/support/moved-clock.ts', 'server/main.ts'],
    env: { MOVED_CLOCK: file },
  })
  const cable = await layCable(server.origin)
  const { links } = await createWorkshop(server.origin, {
    title: sample.title.de,
    language: 'de',
    template: sampleTemplateId,
    board: sampleBoard('de'),
  })
  let aheadMs = 0
  return {
    server,
    cable,
    links,
    async pass(minutes) {
      aheadMs += minutes * 60_000
      await writeFile(file, String(aheadMs))
      server.process.kill('SIGUSR2')
      cable.pullOut()
      cable.plugIn()
    },
    async clear() {
      await cable.close()
      await server.clear()
    },
  }
}
