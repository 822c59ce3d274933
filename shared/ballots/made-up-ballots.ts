// Secret polls that are over, with real keys and ballots, without a server or voters: for workshops that are made up whole:
// the sample's past, and those of tests.
import { bytesToHex, randomBytes } from '@noble/hashes/utils.js'
import { ballotMac, signReceipt } from '#shared/ballots/ballot.ts'
import { blank, bodyLengthOf, encodeBody } from '#shared/ballots/body.ts'
import { type Bundle, bundleBytes, hashBundle } from '#shared/ballots/bundle.ts'
import { makeNullifier, makePollKeys, type PollKeyPairs, redeemToken } from '#shared/ballots/token.ts'
import { type PollKeys, questionOf } from '#shared/facilitation/poll-form.ts'
import { Answer, isAnswerTo } from '#shared/facilitation/questions.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import { PollId } from '#shared/ids.ts'

type SealedBallots = {
  bundle: Uint8Array
  bundleHash: string
  suppressed: boolean
  /** The ballots' names, in the order of the answers. */
  nullifiers: string[]
}
export type BallotMaker = {
  keys(): PollKeys
  /** Everyone who might answer got a ballot; null is a blank one. */
  seal(poll: SecretPoll, answers: readonly (Answer | null)[]): SealedBallots
}

export function createBallotMaker(): BallotMaker {
  const pairs = new Map<PollId, PollKeyPairs>()
  return {
    keys() {
      const pair = makePollKeys()
      const pollId = PollId.parse(bytesToHex(randomBytes(16)))
      pairs.set(pollId, pair)
      return { pollId, pk: bytesToHex(pair.pk), receiptPk: bytesToHex(pair.receiptPk) }
    },
    seal(poll, answers) {
      const pair = pairs.get(poll.pollId)
      if (!pair) throw new Error(`Poll ${poll.pollId} has other keys.`)
      const ballots = answers.map((answer) => ballotOf(poll, pair, answer))
      const counting = poll.blanksCount ? answers.length : answers.filter((answer) => answer !== null).length
      const suppressed = counting < poll.minimumGroup
      const bundle = bundleBytes(bundleOf(poll, pair, { ballots, suppressed }))
      const bundleHash = bytesToHex(hashBundle(bundle))
      return { bundle, bundleHash, suppressed, nullifiers: ballots.map(({ t }) => t) }
    },
  }
}

type Ballot = Extract<Bundle, { suppressed: false }>['ballots'][number]

function ballotOf(
  { pollId, asks }: SecretPoll,
  { sk, receiptSk }: PollKeyPairs,
  answer: Answer | null,
): Ballot {
  // A ballot box would not take it, and a count would pass over it: a made-up workshop would miss it without a word.
  if (answer && !(Answer.safeParse(answer).success && isAnswerTo(asks, answer)))
    throw new Error(`No answer to a ${asks.kind} question: ${JSON.stringify(answer)}`)
  const t = makeNullifier()
  const revision = { t, rev: 0, body: encodeBody(answer ?? blank, asks) }
  return {
    t: bytesToHex(t),
    rev: 0,
    body: bytesToHex(revision.body),
    mac: bytesToHex(ballotMac(redeemToken(sk, pollId, t), pollId, revision)),
    receipt: bytesToHex(signReceipt(receiptSk, pollId, revision)),
  }
}

function bundleOf(
  poll: SecretPoll,
  { sk }: PollKeyPairs,
  { ballots, suppressed }: { ballots: readonly Ballot[]; suppressed: boolean },
): Bundle {
  const { pollId, minimumGroup, pk, receiptPk, eligible, blanksCount } = poll
  const sorted = ballots.toSorted((one, other) => (one.t < other.t ? -1 : 1))
  const published = {
    version: 1 as const,
    pollId,
    manifest: {
      version: 1 as const,
      mode: 'anonymous' as const,
      ...questionOf(poll),
      bodyBytes: bodyLengthOf(poll.asks),
      ...(blanksCount ? { blanksCount } : {}),
    },
    minimumGroup,
    pk,
    receiptPk,
    issued: eligible.toSorted(),
  }
  return suppressed
    ? { ...published, suppressed, ballots: sorted.map(({ t }) => ({ t })) }
    : { ...published, suppressed, k: bytesToHex(sk), ballots: sorted }
}
