// The end of a poll: what is published of it, or that too few answered for anything to be.
import { bytesToHex } from '@noble/hashes/utils.js'
import type { Arithmetic } from '#server/ballots/arithmetic.ts'
import type { BallotRow, BallotStore, PollRow } from '#server/storage/storage.ts'
import { decodeBody } from '#shared/ballots/body.ts'
import { type Bundle, bundleBytes, hashBundle, Manifest } from '#shared/ballots/bundle.ts'
import { utf8ToText } from '#shared/ballots/utf8.ts'
import type { PersonId } from '#shared/ids.ts'

export type Sealed = { bundleHash: Uint8Array; suppressed: boolean; issuedTo: PersonId[] }

/**
 * Makes the bundle of everything that is stored and seals the poll with it. The box must be shut before. Resolves when
 * the keys are destroyed and the ballots lie in fresh storage, sorted.
 */
export async function sealPoll(
  poll: PollRow,
  minimumGroup: number,
  { storage, arithmetic }: { storage: BallotStore; arithmetic: Arithmetic },
): Promise<Sealed> {
  const { pollId, sk, receiptSk } = poll
  if (!sk || !receiptSk) throw new Error(`Poll ${pollId} has no keys left and no bundle.`)
  const issuedTo = await storage.issuedTo(pollId)
  const ballots = await storage.ballots(pollId)
  const suppressed = ballots.filter(hasChoice).length < minimumGroup
  const published = {
    version: 1 as const,
    pollId,
    manifest: Manifest.parse(JSON.parse(utf8ToText(poll.manifest))),
    minimumGroup,
    pk: bytesToHex(poll.pk),
    receiptPk: bytesToHex(poll.receiptPk),
    issued: issuedTo,
  }
  let bundle: Bundle
  if (suppressed) {
    bundle = { ...published, suppressed, ballots: ballots.map(({ t }) => ({ t: bytesToHex(t) })) }
  } else {
    const receipts = await arithmetic.sign(receiptSk, pollId, ballots)
    bundle = { ...published, suppressed, k: bytesToHex(sk), ballots: ballots.map(publish(receipts)) }
  }
  const bytes = bundleBytes(bundle)
  const bundleHash = hashBundle(bytes)
  await storage.seal(pollId, { bundle: bytes, bundleHash, suppressed })
  return { bundleHash, suppressed, issuedTo }
}

const hasChoice = ({ body }: BallotRow): boolean => decodeBody(body)?.[0] === 'scale'

const publish =
  (receipts: Uint8Array[]) =>
  ({ t, rev, body, mac }: BallotRow, index: number) => ({
    t: bytesToHex(t),
    rev,
    body: bytesToHex(body),
    mac: bytesToHex(mac),
    receipt: bytesToHex(receipts[index] ?? new Uint8Array()),
  })
