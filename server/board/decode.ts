// Reading bytes that a stranger sent: to the last byte, no number beyond what JavaScript counts exactly.
import * as decoding from 'lib0/decoding'
import { malformed } from '#server/board/refusal.ts'

export type Decoder = decoding.Decoder

/** Reads all of `bytes`; throws a `FrameRefusal` where they end too early or go on after the end. */
export function decodeWhole<T>(what: string, bytes: Uint8Array, read: (decoder: Decoder) => T): T {
  const decoder = decoding.createDecoder(bytes)
  const value = orMalformed(what, () => read(decoder))
  if (decoding.hasContent(decoder)) throw malformed(`This ${what} goes on after its end.`)
  return value
}

export function readUint(decoder: Decoder): number {
  const value = decoding.readVarUint(decoder)
  if (!Number.isSafeInteger(value)) throw malformed('A number in this message is too large.')
  return value
}

/** Yjs draws client ids from 32 random bits. */
export function readClientId(decoder: Decoder): number {
  const clientId = readUint(decoder)
  if (clientId > 0xff_ff_ff_ff) throw malformed('A client id in this message is larger than 32 bits.')
  return clientId
}

export const readBytes = (decoder: Decoder): Uint8Array => decoding.readVarUint8Array(decoder)

/** One byte; lib0 itself would answer `undefined` behind the end. */
export function readByte(decoder: Decoder): number {
  const byte = decoder.arr[decoder.pos++]
  if (byte === undefined) throw malformed('This message is cut off.')
  return byte
}

export function skipBytes(decoder: Decoder, count: number): void {
  decoder.pos += count
  if (decoder.pos > decoder.arr.length) throw malformed('This message is cut off.')
}

// lib0 throws plain errors of its own at the end of the bytes; anything more particular is a bug of ours and goes on.
function orMalformed<T>(what: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    const isDecodingError = error instanceof Error && error.constructor === Error
    throw isDecodingError ? malformed(`This ${what} is cut off.`) : error
  }
}
