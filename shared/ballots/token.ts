// One ballot token: blinded by the browser, evaluated by the server, unblinded by the browser, redeemed with the ballot (RFC 9497, mode 0x01).
import { ed25519, ristretto255, ristretto255_oprf } from '@noble/curves/ed25519.js'
import { equalBytes } from '@noble/curves/utils.js'
import { concatBytes, hexToBytes, randomBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import type { PollId } from '#shared/ids.ts'

type Voprf = typeof ristretto255_oprf.voprf & {
  evaluate(secretKey: Uint8Array, input: Uint8Array): Uint8Array
}
// @noble/curves 2.4 has `evaluate` (RFC 9497, 3.3.2) in this mode too; only its type leaves it out.
const voprf = ristretto255_oprf.voprf as Voprf

/** The keys of one poll; every question has its own. All 32 bytes. */
export type PollKeyPairs = { pk: Uint8Array; sk: Uint8Array; receiptPk: Uint8Array; receiptSk: Uint8Array }

export function makePollKeys(): PollKeyPairs {
  const { secretKey: sk, publicKey: pk } = voprf.generateKeyPair()
  const { secretKey: receiptSk, publicKey: receiptPk } = ed25519.keygen()
  return { pk, sk, receiptPk, receiptSk }
}

/** The nullifier of a ballot: 32 random bytes, known to its owner alone until the poll is closed. */
export const makeNullifier = (): Uint8Array => randomBytes(32)

/** `r` stays in the browser; `blinded` goes to the server and says nothing about `t`. Both 32 bytes. */
export function blindToken(pollId: PollId, t: Uint8Array): { r: Uint8Array; blinded: Uint8Array } {
  const { blind: r, blinded } = voprf.blind(tokenInput(pollId, t))
  return { r, blinded }
}

/**
 * Server: the token for one blinded element, with the proof that it was made with the poll's one key.
 * Throws on an element that is not canonical or is the identity. `evaluated` 32 bytes, `proof` 64.
 */
export function evaluateBlinded(
  { sk, pk }: { sk: Uint8Array; pk: Uint8Array },
  blinded: Uint8Array,
): { evaluated: Uint8Array; proof: Uint8Array } {
  return voprf.blindEvaluate(sk, pk, blinded)
}

/** Browser: the token, 64 bytes. Throws unless the proof holds against the poll's public key. */
export function finishToken(
  pollId: PollId,
  mine: { t: Uint8Array; r: Uint8Array; blinded: Uint8Array; pk: Uint8Array },
  answer: { evaluated: Uint8Array; proof: Uint8Array },
): Uint8Array {
  const { evaluated, proof } = answer
  return voprf.finalize(tokenInput(pollId, mine.t), mine.r, evaluated, mine.blinded, mine.pk, proof)
}

/** Whoever has the key makes the same token from `t`: the server when a ballot comes, everyone after the close. */
export const redeemToken = (sk: Uint8Array, pollId: PollId, t: Uint8Array): Uint8Array =>
  voprf.evaluate(sk, tokenInput(pollId, t))

/** Whether `sk` is the secret half of `pk`. False for bytes that are no key at all. */
export function isKeyPair(sk: Uint8Array, pk: Uint8Array): boolean {
  try {
    const { Point } = ristretto255
    return equalBytes(Point.BASE.multiply(Point.Fn.fromBytes(sk)).toBytes(), pk)
  } catch {
    return false
  }
}

/** What the token is a function of: no other poll has the same input, so no token serves twice. */
const tokenInput = (pollId: PollId, t: Uint8Array): Uint8Array =>
  concatBytes(utf8ToBytes('ws-ballot-v1|'), hexToBytes(pollId), t)

/** Whether these 32 bytes are an element of the group: canonical, and not the identity. */
export function isElement(bytes: Uint8Array): boolean {
  try {
    return !ristretto255.Point.fromBytes(bytes).equals(ristretto255.Point.ZERO)
  } catch {
    return false
  }
}
