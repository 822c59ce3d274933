// A server whose clock a test moves, with the sample workshop on it, and everything that its browsers need to follow.
import type { CreatedWorkshop } from '#shared/access/api.ts'
import { sample, sampleTemplateId } from '#shared/sample/sample.ts'
import { sampleBoard } from '#shared/sample/sample-board.ts'
import { type Cable, layCable } from '#tests/support/cable.ts'
import { startMovedServer } from '#tests/support/moved-server.ts'
import { createWorkshop, type RunningServer } from '#tests/support/server.ts'

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
  const server = await startMovedServer()
  const cable = await layCable(server.origin)
  const { links } = await createWorkshop(server.origin, {
    title: sample.title.de,
    language: 'de',
    template: sampleTemplateId,
    board: sampleBoard('de'),
  })
  return {
    server,
    cable,
    links,
    async pass(minutes) {
      await server.pass(minutes)
      cable.pullOut()
      cable.plugIn()
    },
    async clear() {
      await cable.close()
      await server.clear()
    },
  }
}
