// Frames from the server to browsers, made once and written to many sockets as they are.
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
  const bytes = emptyFrame(length)
  let at = bytes.length - length
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/** A message whose last `length` bytes have yet to be written. */
function emptyFrame(length: number): Buffer {
  const bytes = Buffer.allocUnsafe(headerLength(length) + length)
  writeHeader(bytes, length)
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

/** lib0's `writeVarUint`, into a buffer of the right length: seven bits in a byte, the lowest first. */
function writeUint(bytes: Buffer, value: number, at: number): number {
  let left = value
  let place = at
  for (; left > 127; left = Math.floor(left / 128)) bytes[place++] = 128 | (left % 128)
  bytes[place++] = left
  return place
}

function uintLength(value: number): number {
  let length = 1
  for (let left = value; left > 127; left = Math.floor(left / 128)) length++
  return length
}

/** The bytes of the browser's message are the bytes that go out: no update is decoded and encoded again. */
export const updateFrame = (update: Uint8Array): Buffer => syncFrame(syncUpdate, update)

export const syncStep1Frame = (stateVector: Uint8Array): Buffer => syncFrame(syncStep1, stateVector)

function syncFrame(kind: number, body: Uint8Array): Buffer {
  const length = 2 + uintLength(body.length) + body.length
  const bytes = emptyFrame(length)
  let at = bytes.length - length
  bytes[at++] = messageSync
  bytes[at++] = kind
  at = writeUint(bytes, body.length, at)
  bytes.set(body, at)
  return bytes
}

/** The update inside a frame that `updateFrame` made: a view, no copy. */
export const updateInFrame = (bytes: Buffer, updateLength: number): Uint8Array =>
  bytes.subarray(bytes.length - updateLength)

/** Tells the browser that it now has everything; the contents went out as updates before it. */
export const syncDoneFrame: Buffer = syncFrame(syncStep2, Uint8Array.of(0, 0)) // the empty update

/** How many of this connection's update frames are durable. */
export function storedFrame(count: number): Buffer {
  const length = uintLength(messageStored) + uintLength(count)
  const bytes = emptyFrame(length)
  writeUint(bytes, count, writeUint(bytes, messageStored, bytes.length - length))
  return bytes
}

/** Presence entries, each as `presenceEntry` makes it. */
export function presenceFrame(entries: readonly Uint8Array[]): Buffer {
  const bodyLength = entries.reduce((sum, entry) => sum + entry.length, uintLength(entries.length))
  const length = 1 + uintLength(bodyLength) + bodyLength
  const bytes = emptyFrame(length)
  let at = bytes.length - length
  bytes[at++] = messageAwareness
  at = writeUint(bytes, bodyLength, at)
  at = writeUint(bytes, entries.length, at)
  for (const entry of entries) {
    bytes.set(entry, at)
    at += entry.length
  }
  return bytes
}

/** What the stock provider needs to see every 30 s: a message that changes nothing. */
export const keepAliveFrame: Buffer = presenceFrame([])

/** One entry of an awareness message (y-protocols/awareness): whose, its clock, its state as JSON. */
export function presenceEntry(clientId: number, clock: number, state: string): Buffer {
  const stateLength = Buffer.byteLength(state)
  const head = uintLength(clientId) + uintLength(clock) + uintLength(stateLength)
  const bytes = Buffer.allocUnsafe(head + stateLength)
  const at = writeUint(bytes, stateLength, writeUint(bytes, clock, writeUint(bytes, clientId, 0)))
  bytes.write(state, at)
  return bytes
}
