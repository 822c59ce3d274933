// The end of a poll: what is published of it, or that too few answered for anything to be.
import { bytesToHex } from '@noble/hashes/utils.js'
import type { Arithmetic } from '#server/ballots/arithmetic.ts'
import { manifestOf } from '#server/ballots/boxes.ts'
import type { BallotRow, BallotStore, PollRow } from '#server/storage/storage.ts'
import { decodeBody, isBlank } from '#shared/ballots/body.ts'
import { type Bundle, bundleBytes, hashBundle } from '#shared/ballots/bundle.ts'
import { questionOf } from '#shared/facilitation/poll-form.ts'
import type { Question } from '#shared/facilitation/questions.ts'
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
  const manifest = manifestOf(poll)
  const { asks } = questionOf(manifest)
  // Where everyone sends a ballot whether they have something to say or not, the group is all of them.
  const group = manifest.blanksCount ? ballots : ballots.filter(hasAnswer(asks))
  const suppressed = group.length < minimumGroup
  const published = {
    version: 1 as const,
    pollId,
    manifest,
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

const hasAnswer =
  (asks: Question) =>
  ({ body }: BallotRow): boolean => {
    const choice = decodeBody(body, asks)
    return choice !== null && !isBlank(choice)
  }

const publish =
  (receipts: Uint8Array[]) =>
  ({ t, rev, body, mac }: BallotRow, index: number) => ({
    t: bytesToHex(t),
    rev,
    body: bytesToHex(body),
    mac: bytesToHex(mac),
    receipt: bytesToHex(receipts[index] ?? new Uint8Array()),
  })
