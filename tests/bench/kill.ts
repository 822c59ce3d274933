// Workload: the server is killed the moment somebody has seen the last edit; is it there after the restart?
import { rm } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { boardAddress } from '#tests/bench/our-server.ts'
import { joinBoard } from '#tests/bench/sync.ts'
import { Editor, eachMark } from '#tests/bench/traffic.ts'
import { createWorkshop, joinByLink, startServer } from '#tests/support/server.ts'

export type KillCount = { kills: number; seen: number; lost: number }

const edits = 20
const pauseMs = 20

export async function killAfterSeen(kills: number): Promise<KillCount> {
  let lost = 0
  for (let attempt = 0; attempt < kills; attempt++) lost += await killOnce()
  return { kills, seen: kills * edits, lost }
}

/** Returns how many edits that somebody had seen are gone. */
async function killOnce(): Promise<number> {
  const first = await startServer()
  const { links } = await createWorkshop(first.origin)
  const guests = await Promise.all([joinByLink(links.participant), joinByLink(links.participant)])
  const [writer, reader] = await Promise.all(
    guests.map((guest) => joinBoard(boardAddress(first.origin, guest))),
  )
  if (!writer || !reader) throw new Error('two people')
  writer.client.onClose = () => {}
  reader.client.onClose = () => {}
  const killed = new Promise<unknown>((resolve) => {
    reader.client.onMessage = (payload) =>
      eachMark(payload, (_kind, _who, count) => {
        if (count === edits) resolve(first.end('SIGKILL'))
      })
  })
  const editor = new Editor(0)
  for (let count = 1; count <= edits; count++) {
    writer.client.send(editor.edit(count))
    await delay(pauseMs)
  }
  await killed
  const again = await startServer({ dataDir: first.dataDir })
  const [guest] = guests
  const seen = await lastMark(boardAddress(again.origin, guest))
  await again.end('SIGKILL')
  await rm(first.dataDir, { recursive: true, force: true })
  return edits - seen
}

/** The highest count that a newcomer is told of. */
async function lastMark(address: ReturnType<typeof boardAddress>): Promise<number> {
  let highest = 0
  const { client } = await joinBoard(address, (payload) =>
    eachMark(payload, (_kind, _who, count) => {
      highest = Math.max(highest, count)
    }),
  )
  client.end()
  return highest
}
