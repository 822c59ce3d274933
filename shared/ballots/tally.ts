// Counts the ballots of a closed poll.

import { hexToBytes } from '@noble/hashes/utils.js'
import { decodeBody } from '#shared/ballots/body.ts'
import type { Bundle } from '#shared/ballots/bundle.ts'

export type Tally = {
  /** How often each step was chosen; `counts[0]` for the lowest. */
  counts: readonly number[]
  /** Ballots with a choice. */
  votes: number
  /** Ballots without one. */
  blank: number
  /** null without votes. */
  mean: number | null
  /** Standard deviation of the choices, over all of them; null without votes. */
  spread: number | null
}

/** null for a suppressed poll: its ballots are not kept. */
export function tally(bundle: Bundle): Tally | null {
  if (bundle.suppressed) return null
  const counts = [0, 0, 0, 0, 0]
  let votes = 0
  for (const ballot of bundle.ballots) {
    const choice = decodeBody(hexToBytes(ballot.body))
    if (choice?.[0] !== 'scale') continue
    const index = choice[1] - 1
    counts[index] = (counts[index] ?? 0) + 1
    votes += 1
  }
  return { counts, votes, blank: bundle.ballots.length - votes, ...describe(counts) }
}

/** Also for the counts of an open poll. */
export function describe(counts: readonly number[]): { mean: number | null; spread: number | null } {
  const votes = counts.reduce((sum, count) => sum + count, 0)
  if (votes === 0) return { mean: null, spread: null }
  const mean = counts.reduce((sum, count, index) => sum + count * (index + 1), 0) / votes
  const variance = counts.reduce((sum, count, index) => sum + count * (index + 1 - mean) ** 2, 0) / votes
  return { mean, spread: Math.sqrt(variance) }
}
