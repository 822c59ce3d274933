// What lies in the sealed ballots of a workshop: read only where the bytes are those whose hash the log names.
import { bytesToHex } from '@noble/hashes/utils.js'
import type { Log } from '#server/log.ts'
import { type Bundle, hashBundle, readBundle } from '#shared/ballots/bundle.ts'
import { fourWords } from '#shared/ballots/fingerprint.ts'
import { shuffledAnswers, tallyBundle } from '#shared/ballots/tally.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import type { Workshop } from '#shared/facilitation/workshop.ts'
import type { PollId, WorkshopId } from '#shared/ids.ts'
import type { SealedConcerns } from '#shared/results/concern-results.ts'
import type { SealedPoll } from '#shared/results/poll-results.ts'

export type SealedBallots = {
  /** The bytes that were sealed; null for a poll that has none. */
  bundle(pollId: PollId, bundleHash?: string | null): Promise<Uint8Array | null>
}
type Sealed = { sealed: Map<PollId, SealedPoll>; sealedConcerns: Map<PollId, SealedConcerns> }

export async function readSealed(
  workshopId: WorkshopId,
  { polls, concerns }: Pick<Workshop, 'polls' | 'concerns'>,
  { ballots, log }: { ballots: SealedBallots; log: Log },
): Promise<Sealed> {
  /** Null when the bytes are missing or not those whose hash the log names: a changed result is never reported. */
  async function read<Counted>(
    { pollId, bundleHash }: SecretPoll,
    count: (bundle: Bundle, auditWords: readonly string[]) => Counted | null,
  ): Promise<Counted | null> {
    const bytes = await ballots.bundle(pollId, bundleHash)
    const hash = bytes && hashBundle(bytes)
    const bundle = bytes && hash && bytesToHex(hash) === bundleHash ? readBundle(bytes) : null
    const counted = bundle && hash && count(bundle, fourWords(hash))
    if (!counted) log.warn('results.bundle-unreadable', { workshopId, pollId })
    return counted
  }

  const sealed: Sealed = { sealed: new Map(), sealedConcerns: new Map() }
  for (const poll of polls) {
    if (poll.mode !== 'anonymous' || !isReleased(poll)) continue
    const counted = await read(poll, pollIn)
    if (counted) sealed.sealed.set(poll.pollId, counted)
  }
  for (const { poll } of concerns) {
    const counted = isReleased(poll) ? await read(poll, concernsIn) : null
    if (counted) sealed.sealedConcerns.set(poll.pollId, counted)
  }
  return sealed
}

const isReleased = ({ state, suppressed }: SecretPoll): boolean => state === 'closed' && !suppressed

function pollIn(bundle: Bundle, auditWords: readonly string[]): SealedPoll | null {
  const tally = tallyBundle(bundle)
  return tally && { tally, auditWords }
}

function concernsIn(bundle: Bundle, auditWords: readonly string[]): SealedConcerns | null {
  const ballots = shuffledAnswers(bundle)
  if (!ballots) return null
  const written = ballots.flatMap(({ t, answer }) => (answer?.[0] === 'text' ? [{ t, text: answer[1] }] : []))
  return { written, without: ballots.length - written.length, auditWords }
}
