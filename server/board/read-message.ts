// One message from a browser, taken apart as far as the gateway needs it; anything else is malformed.
import { type Decoder, decodeWhole, readBytes, readClientId, readUint } from '#server/board/decode.ts'
import { syncStep1, syncStep2, syncUpdate } from '#server/board/frames.ts'
import { malformed } from '#server/board/refusal.ts'
import type { StateVector } from '#server/board/state-vector.ts'
import { messageAwareness, messageSync } from '#shared/board/protocol.ts'

/** y-websocket: the browser asks for everybody's presence. */
const messageQueryAwareness = 3

/** Views into the message's own bytes. */
export type Message =
  | { type: 'sync-step-1'; stateVector: StateVector }
  | { type: 'sync-step-2' | 'update'; update: Uint8Array }
  | { type: 'presence'; entries: PresenceEntry[] }
  | { type: 'query-presence' }
/** `state` is UTF-8 JSON, unread: most entries are echoes that are dropped by their id. */
export type PresenceEntry = { clientId: number; clock: number; state: Uint8Array }

/** Throws a `FrameRefusal` for bytes that are no message of the stock y-websocket protocol, or that go on after it. */
export const readMessage = (bytes: Uint8Array): Message => decodeWhole('message', bytes, read)

function read(decoder: Decoder): Message {
  const type = readUint(decoder)
  switch (type) {
    case messageSync:
      return readSync(decoder)
    case messageAwareness:
      return { type: 'presence', entries: decodeWhole('presence', readBytes(decoder), readEntries) }
    case messageQueryAwareness:
      return { type: 'query-presence' }
    default:
      throw malformed(`Messages of type ${type} are not part of the board protocol.`)
  }
}

function readSync(decoder: Decoder): Message {
  const type = readUint(decoder)
  const body = readBytes(decoder)
  switch (type) {
    case syncStep1:
      return { type: 'sync-step-1', stateVector: decodeWhole('state vector', body, readStateVector) }
    case syncStep2:
      return { type: 'sync-step-2', update: body }
    case syncUpdate:
      return { type: 'update', update: body }
    default:
      throw malformed(`Sync messages of type ${type} are not part of the board protocol.`)
  }
}

function readStateVector(decoder: Decoder): StateVector {
  const vector = new Map<number, number>()
  for (let left = readUint(decoder); left > 0; left--) vector.set(readClientId(decoder), readUint(decoder))
  return vector
}

function readEntries(decoder: Decoder): PresenceEntry[] {
  const entries: PresenceEntry[] = []
  for (let left = readUint(decoder); left > 0; left--) {
    entries.push({ clientId: readClientId(decoder), clock: readUint(decoder), state: readBytes(decoder) })
  }
  return entries
}
