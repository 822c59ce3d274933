// What lies in the sealed ballots of a workshop: counted only where the bytes are those whose hash the log names.
import { bytesToHex } from '@noble/hashes/utils.js'
import { type Bundle, hashBundle, readBundle } from '#shared/ballots/bundle.ts'
import { fourWords } from '#shared/ballots/fingerprint.ts'
import { shuffledAnswers, tallyBundle } from '#shared/ballots/tally.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import type { Workshop } from '#shared/facilitation/workshop.ts'
import type { PollId } from '#shared/ids.ts'
import type { SealedConcerns } from '#shared/results/concern-results.ts'
import type { SealedPoll } from '#shared/results/poll-results.ts'

export type SealedBallots = {
  /** The bytes that were sealed; null for a poll that has none. */
  bundle(pollId: PollId, bundleHash?: string | null): Promise<Uint8Array | null>
}
export type FetchedBundle = {
  pollId: PollId
  holds: 'answers' | 'concerns'
  /** As the log has it. */
  bundleHash: string | null
  bytes: Uint8Array | null
}

/** Of everything that has been released. */
export function fetchBundles(
  { polls, concerns }: Pick<Workshop, 'polls' | 'concerns'>,
  ballots: SealedBallots,
): Promise<FetchedBundle[]> {
  const fetch = async ({ pollId, bundleHash }: SecretPoll, holds: FetchedBundle['holds']) => ({
    pollId,
    holds,
    bundleHash,
    bytes: await ballots.bundle(pollId, bundleHash),
  })
  const secret = polls.filter((poll) => poll.mode === 'anonymous')
  return Promise.all([
    ...secret.filter(isReleased).map((poll) => fetch(poll, 'answers')),
    ...concerns
      .map(({ poll }) => poll)
      .filter(isReleased)
      .map((poll) => fetch(poll, 'concerns')),
  ])
}

type Sealed = { sealed: Map<PollId, SealedPoll>; sealedConcerns: Map<PollId, SealedConcerns> }

/** A bundle is unreadable when the bytes are missing or not those whose hash the log names: a changed result is never reported. */
export function countSealed(bundles: readonly FetchedBundle[]): Sealed & { unreadable: PollId[] } {
  const counted: Sealed = { sealed: new Map(), sealedConcerns: new Map() }
  const unreadable: PollId[] = []
  for (const { pollId, holds, bundleHash, bytes } of bundles) {
    const hash = bytes && hashBundle(bytes)
    const bundle = bytes && hash && bytesToHex(hash) === bundleHash ? readBundle(bytes) : null
    const words = hash ? fourWords(hash) : []
    const answers = bundle && holds === 'answers' ? answersIn(bundle, words) : null
    const concerns = bundle && holds === 'concerns' ? concernsIn(bundle, words) : null
    if (answers) counted.sealed.set(pollId, answers)
    else if (concerns) counted.sealedConcerns.set(pollId, concerns)
    else unreadable.push(pollId)
  }
  return { ...counted, unreadable }
}

const isReleased = ({ state, suppressed }: SecretPoll): boolean => state === 'closed' && !suppressed

function answersIn(bundle: Bundle, auditWords: readonly string[]): SealedPoll | null {
  const tally = tallyBundle(bundle)
  return tally && { tally, auditWords }
}

function concernsIn(bundle: Bundle, auditWords: readonly string[]): SealedConcerns | null {
  const ballots = shuffledAnswers(bundle)
  if (!ballots) return null
  const written = ballots.flatMap(({ t, answer }) => (answer?.[0] === 'text' ? [{ t, text: answer[1] }] : []))
  return { written, without: ballots.length - written.length, auditWords }
}
