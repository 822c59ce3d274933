// What is signed and checked of a ballot: the MAC made with the token, and the server's receipt.
import { ed25519 } from '@noble/curves/ed25519.js'
import { equalBytes } from '@noble/curves/utils.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256, sha512 } from '@noble/hashes/sha2.js'
import { concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import type { PollId } from '#shared/ids.ts'

/** `t` 32 bytes, `rev` 0 to 255 (the highest counts), `body` of the poll's fixed length. */
export type Revision = { t: Uint8Array; rev: number; body: Uint8Array }

/** Only whoever holds the token `y` can make it: 32 bytes. */
export const ballotMac = (y: Uint8Array, pollId: PollId, ballot: Revision): Uint8Array =>
  hmac(sha512, y, bytesOf('ballot|', pollId, ballot)).slice(0, 32)

/** In constant time. */
export const isMacRight = (mac: Uint8Array, y: Uint8Array, pollId: PollId, ballot: Revision): boolean =>
  equalBytes(mac, ballotMac(y, pollId, ballot))

/** The server's word that it has stored this ballot: 64 bytes, the same each time. */
export const signReceipt = (receiptSk: Uint8Array, pollId: PollId, ballot: Revision): Uint8Array =>
  ed25519.sign(bytesOf('receipt|', pollId, ballot), receiptSk)

export function isReceiptRight(
  receipt: Uint8Array,
  receiptPk: Uint8Array,
  pollId: PollId,
  ballot: Revision,
): boolean {
  try {
    return ed25519.verify(receipt, bytesOf('receipt|', pollId, ballot), receiptPk)
  } catch {
    return false // not even a signature
  }
}

// Digits and consonants that are not taken for one another, and make no words.
const codeLetters = '23456789BCDFGHJKLMNPQRSTVWXZ'

/** A ballot's short name, made from its nullifier: "K7Q-X42". Only its owner knows it before the close. */
export function ballotCode(t: Uint8Array): string {
  // 12 bytes for six letters: taking the remainder favours no letter that anyone could notice.
  const digest = sha256(concatBytes(utf8ToBytes('ballot-code|'), t))
  const view = new DataView(digest.buffer, digest.byteOffset)
  const letters = [0, 2, 4, 6, 8, 10].map((at) => codeLetters[view.getUint16(at) % codeLetters.length])
  return `${letters.slice(0, 3).join('')}-${letters.slice(3).join('')}`
}

const bytesOf = (kind: string, pollId: PollId, { t, rev, body }: Revision): Uint8Array =>
  concatBytes(utf8ToBytes(kind), hexToBytes(pollId), t, Uint8Array.of(rev), body)
