// The board without a browser: one plain socket that says what a test wants it to say, and reads what the server has.
import { once } from 'node:events'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as syncProtocol from 'y-protocols/sync'
import * as Y from 'yjs'
import { messageSync } from '#shared/board/protocol.ts'
import type { Guest } from '#tests/support/server.ts'

/**
 * Opens the board as this guest, sends `update` (if any) as the stock provider would, then asks for the whole document:
 * frames are handled in order, so the answer shows what the server has made of the update.
 */
export async function askBoard(origin: string, guest: Guest, update?: Uint8Array): Promise<Y.Doc> {
  const address = `${origin.replace('http', 'ws')}/board/${guest.workshopId}?seat=${guest.role}`
  const socket = new WebSocket(address, { headers: { cookie: guest.cookie, origin } })
  const doc = new Y.Doc()
  const answered = Promise.withResolvers<void>()
  socket.on('message', (data: Buffer) => {
    const decoder = decoding.createDecoder(data)
    if (decoding.readVarUint(decoder) !== messageSync) return
    const answer = encoding.createEncoder()
    const kind = syncProtocol.readSyncMessage(decoder, answer, doc, 'server')
    if (kind === syncProtocol.messageYjsSyncStep2) answered.resolve()
  })
  socket.on('close', (code, reason) => answered.reject(new Error(`the board closed: ${code} ${reason}`)))
  socket.on('error', answered.reject)
  await once(socket, 'open')
  if (update) socket.send(updateFrame(update))
  socket.send(frame((encoder) => syncProtocol.writeSyncStep1(encoder, doc)))
  try {
    await answered.promise
  } finally {
    socket.removeAllListeners('close').close()
  }
  return doc
}

/** As the stock provider sends it. */
export const updateFrame = (update: Uint8Array): Uint8Array =>
  frame((encoder) => syncProtocol.writeUpdate(encoder, update))

function frame(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageSync)
  write(encoder)
  return encoding.toUint8Array(encoder)
}
