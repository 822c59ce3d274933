// A board as large as a workshop can make one: every cell of one map full of cards, sent to the server as a browser would.
import { once } from 'node:events'
import { WebSocket } from 'ws'
import { addRecord, recordsOf } from '#shared/board/document.ts'
import { MapEdit } from '#shared/board/map-edit.ts'
import { askBoard, updateFrame } from '#tests/support/board-wire.ts'
import type { Guest } from '#tests/support/server.ts'

const stages = 20
const lanes = ['customer-actions', 'touchpoints', 'pain-points', 'opportunities', 'evidence'] as const
const recordsPerUpdate = 100
const words = [
  'Waits for an answer',
  'Looks for the price and does not find it',
  'Calls, is passed on, and explains everything once more',
  'Signs',
] as const

/** Resolves when the server has all of it. */
export async function fillBoard(origin: string, guest: Guest, cards: number): Promise<void> {
  const doc = await askBoard(origin, guest)
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const shapes = mapOf(cards)
  for (let from = 0; from < shapes.length; from += recordsPerUpdate)
    doc.transact(() => {
      for (const shape of shapes.slice(from, from + recordsPerUpdate)) addRecord(recordsOf(doc), { ...shape })
    })
  const socket = new WebSocket(
    `${origin.replace('http', 'ws')}/board/${guest.workshopId}?seat=${guest.role}`,
    {
      headers: { cookie: guest.cookie, origin },
    },
  )
  await once(socket, 'open')
  for (const update of updates) socket.send(updateFrame(update))
  // Each question is answered after what was sent before it on this connection: asked until all of it is there.
  while (recordsOf(await askBoard(origin, guest)).size < recordsOf(doc).size);
  socket.close()
}

function mapOf(cards: number) {
  let made = 0
  const edit = new MapEdit({
    shapes: [],
    pageId: 'page:page',
    newId: () => `shape:${String(made++).padStart(21, '0')}`,
  })
  const map = edit.addMap('Everything', { x: 0, y: 0 })
  const stageIds = Array.from({ length: stages }, (_, at) => edit.addStage(map, `Stage ${at + 1}`))
  const laneIds = lanes.map((kind) => edit.addLane(map, { title: kind, kind }))
  for (let at = 0; at < cards; at++) {
    const [stageId, laneId] = [stageIds[at % stages], laneIds[Math.floor(at / stages) % lanes.length]]
    if (!stageId || !laneId) continue
    const text = words[at % words.length] ?? ''
    if (laneId === laneIds[1])
      edit.addTouchpoint(map, { stageId, laneId }, { title: text, channel: 'phone', actual: 3.5, target: 8 })
    else edit.addNote({ mapId: map, cell: { stageId, laneId } }, { text, departmentId: 'service' })
  }
  return edit.changes().put
}
