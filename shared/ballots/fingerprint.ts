// Four words for people to compare aloud or across screens.
import { sha256 } from '@noble/hashes/sha2.js'
import { words } from '#shared/ballots/words.ts'

/**
 * The first four bytes of `hash` as words. 32 bits: enough for two screens that show different things to be noticed, not
 * against somebody who searches for a second key with the same words; that is what the full comparison in the audit is for.
 */
export const fourWords = (hash: Uint8Array): readonly string[] =>
  [...hash.subarray(0, 4)].map((byte) => words[byte] ?? '')

/** The words shown under an open poll. `pk` is the poll's public key as the log names it, 32 bytes. */
export const keyWords = (pk: Uint8Array): readonly string[] => fourWords(sha256(pk))
