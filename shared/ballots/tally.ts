// Counts the ballots of a closed poll.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js'
import { decodeBody, isBlank } from '#shared/ballots/body.ts'
import type { Bundle } from '#shared/ballots/bundle.ts'
import { questionOf } from '#shared/facilitation/poll-form.ts'
import type { Answer } from '#shared/facilitation/questions.ts'
import { type Tally, tally } from '#shared/facilitation/tally.ts'

/** null for a suppressed poll: its ballots are not kept. */
export function tallyBundle(bundle: Bundle): Tally | null {
  const ballots = shuffledAnswers(bundle)
  return (
    ballots &&
    tally(
      questionOf(bundle.manifest).asks,
      ballots.map(({ answer }) => answer),
    )
  )
}

/** `answer` is null for a blank. */
export type CountedBallot = { t: string; answer: Answer | null }

/**
 * In an order that everyone has and nobody chose: by a hash of each ballot together with the key that is published now.
 * In the order of `t` in the bundle, whoever picks a small one would be read first.
 */
export function shuffledAnswers(bundle: Bundle): CountedBallot[] | null {
  if (bundle.suppressed) return null
  const { asks } = questionOf(bundle.manifest)
  const k = hexToBytes(bundle.k)
  return bundle.ballots
    .flatMap(({ t, body }) => {
      const choice = decodeBody(hexToBytes(body), asks)
      if (!choice) return [] // the server takes none of these; whatever it is, it is not an answer
      const key = bytesToHex(sha256(concatBytes(k, hexToBytes(t))))
      return [{ key, t, answer: isBlank(choice) ? null : choice }]
    })
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ t, answer }) => ({ t, answer }))
}
