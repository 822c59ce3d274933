// Frames from the server to browsers, made once and written to many sockets as they are.
import * as encoding from 'lib0/encoding'
import { messageAwareness, messageStored, messageSync } from '#shared/board/protocol.ts'

/** y-protocols/sync: what stands behind `messageSync`. */
export const syncStep1 = 0
export const syncStep2 = 1
export const syncUpdate = 2

/** RFC 6455, section 5.2: one whole message of bytes, nothing reserved set. */
const finalBinary = 0x82

/** One whole unmasked WebSocket message around `parts`. */
export function frame(...parts: readonly Uint8Array[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  const bytes = Buffer.allocUnsafe(headerLength(length) + length)
  let at = writeHeader(bytes, length)
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

function headerLength(length: number): number {
  if (length < 126) return 2
  return length < 65_536 ? 4 : 10
}

function writeHeader(bytes: Buffer, length: number): number {
  bytes[0] = finalBinary
  if (length < 126) {
    bytes[1] = length
    return 2
  }
  if (length < 65_536) {
    bytes[1] = 126
    return bytes.writeUInt16BE(length, 2)
  }
  bytes[1] = 127
  return bytes.writeBigUInt64BE(BigInt(length), 2)
}

function encodeUint(value: number): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, value)
  return encoding.toUint8Array(encoder)
}

const updateHead = Uint8Array.of(messageSync, syncUpdate)
const syncStep1Head = Uint8Array.of(messageSync, syncStep1)
const awarenessHead = Uint8Array.of(messageAwareness)
const storedHead = encodeUint(messageStored)
const emptyUpdate = Uint8Array.of(0, 0)

/** The bytes of the browser's message are the bytes that go out: no update is decoded and encoded again. */
export const updateFrame = (update: Uint8Array): Buffer =>
  frame(updateHead, encodeUint(update.length), update)

/** The update inside a frame that `updateFrame` made: a view, no copy. */
export const updateInFrame = (bytes: Buffer, updateLength: number): Uint8Array =>
  bytes.subarray(bytes.length - updateLength)

export const syncStep1Frame = (stateVector: Uint8Array): Buffer =>
  frame(syncStep1Head, encodeUint(stateVector.length), stateVector)

/** Tells the browser that it now has everything; the contents went out as updates before it. */
export const syncDoneFrame: Buffer = frame(
  Uint8Array.of(messageSync, syncStep2, emptyUpdate.length),
  emptyUpdate,
)

/** How many of this connection's update frames are committed. */
export const storedFrame = (count: number): Buffer => frame(storedHead, encodeUint(count))

/** Presence entries, each as `presenceEntry` makes it. */
export function presenceFrame(entries: readonly Uint8Array[]): Buffer {
  const count = encodeUint(entries.length)
  const length = entries.reduce((sum, entry) => sum + entry.length, count.length)
  return frame(awarenessHead, encodeUint(length), count, ...entries)
}

/** What the stock provider needs to see every 30 s: a message that changes nothing. */
export const keepAliveFrame: Buffer = presenceFrame([])

/** One entry of an awareness message (y-protocols/awareness): whose, its clock, its state as JSON. */
export function presenceEntry(clientId: number, clock: number, state: string): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, clientId)
  encoding.writeVarUint(encoder, clock)
  encoding.writeVarString(encoder, state)
  return encoding.toUint8Array(encoder)
}
