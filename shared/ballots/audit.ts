// Every browser's own count and check of a closed poll (BALLOT 4.6): nobody has to believe the server.
import { equalBytes } from '@noble/curves/utils.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import type { AuditCheck } from '#shared/ballots/audit-checks.ts'
import { isMacRight } from '#shared/ballots/ballot.ts'
import { type Bundle, hashBundle, readBundle } from '#shared/ballots/bundle.ts'
import { isKeyPair, redeemToken } from '#shared/ballots/token.ts'
import { type PollQuestion, questionOf } from '#shared/facilitation/poll-form.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import type { PersonId } from '#shared/ids.ts'

/** What this browser knows by itself about its own ballot. Hex, as in the bundle. */
type OwnBallot = {
  t: string
  /** Every revision that was sent, oldest first. */
  sent: readonly { rev: number; body: string }[]
  /** The highest revision whose receipt came; null for none. */
  acknowledgedRev: number | null
}

export type AuditInput = {
  /** The bytes that were fetched. */
  bundle: Uint8Array
  /** As the facilitation log has it, not as the bundle says. */
  poll: SecretPoll
  /** `asked`: whether this person asked for a ballot; null when this browser cannot know (another device, storage cleared). */
  me: { personId: PersonId; asked: boolean | null; ballot: OwnBallot | null }
  /** Called between ballots, so that a browser stays responsive; a ballot takes about a millisecond. */
  breathe?: () => Promise<void>
}

/** `counted`: one's own ballot is there. False without a failed check for whoever cast none that was acknowledged. */
export type AuditOutcome = {
  ok: boolean
  failedCheck?: AuditCheck
  counted: boolean
  /** null when the bytes are not what the log names, or no bundle. */
  bundle: Bundle | null
}

export async function audit({ bundle: bytes, poll, me, breathe }: AuditInput): Promise<AuditOutcome> {
  const refuted = (failedCheck: AuditCheck, bundle: Bundle | null = null): AuditOutcome => ({
    ok: false,
    failedCheck,
    counted: false,
    bundle,
  })
  if (bytesToHex(hashBundle(bytes)) !== poll.bundleHash) return refuted('bundle-hash')
  const bundle = readBundle(bytes)
  if (!bundle || !isAbout(bundle, poll)) return refuted('bundle-form')
  if (bundle.pk !== poll.pk || bundle.receiptPk !== poll.receiptPk) return refuted('public-key', bundle)
  if (!bundle.suppressed) {
    if (!isKeyPair(hexToBytes(bundle.k), hexToBytes(bundle.pk))) return refuted('published-key', bundle)
    for (const ballot of bundle.ballots) {
      if (!isMadeWith(bundle.k, bundle, ballot)) return refuted('ballot-macs', bundle)
      await breathe?.()
    }
  }
  if (!isStrictlySorted(bundle.ballots.map(({ t }) => t))) return refuted('one-ballot-per-token', bundle)
  if (!isStrictlySorted(bundle.issued) || bundle.ballots.length > bundle.issued.length)
    return refuted('ballots-within-issued', bundle)
  if (me.asked !== null && bundle.issued.includes(me.personId) !== me.asked)
    return refuted('issued-to-me', bundle)
  const mine = findMine(bundle, me.ballot)
  if (mine === 'wrong') return refuted('my-ballot', bundle)
  return { ok: true, counted: mine === 'counted', bundle }
}

function isAbout(bundle: Bundle, poll: SecretPoll): boolean {
  return (
    bundle.pollId === poll.pollId &&
    bundle.minimumGroup === poll.minimumGroup &&
    bundle.suppressed === poll.suppressed &&
    (bundle.manifest.blanksCount ?? false) === poll.blanksCount &&
    asked(questionOf(bundle.manifest)) === asked(poll)
  )
}

// In a fixed order of fields: how an object was made must not matter here.
const asked = ({ question, hint, questionKey, phase, asks }: PollQuestion): string =>
  JSON.stringify([question, hint ?? null, questionKey, phase, inOrder(asks)])

const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, inside]) => [name, inOrder(inside)])
}

type Published = Extract<Bundle, { suppressed: false }>
function isMadeWith(k: string, { pollId }: Published, ballot: Published['ballots'][number]): boolean {
  const t = hexToBytes(ballot.t)
  const y = redeemToken(hexToBytes(k), pollId, t)
  return isMacRight(hexToBytes(ballot.mac), y, pollId, { t, rev: ballot.rev, body: hexToBytes(ballot.body) })
}

/** Sorted without a repetition: two ballots of one token stand beside each other. */
const isStrictlySorted = (values: readonly string[]): boolean =>
  values.every((value, index) => index === 0 || (values[index - 1] ?? '') < value)

/**
 * The acknowledged revision must be there, or one sent after it whose receipt was lost on the way. A ballot whose
 * receipt never came may be there or not; if it is, then as it was sent.
 */
function findMine(bundle: Bundle, mine: OwnBallot | null): 'counted' | 'absent' | 'wrong' {
  if (!mine) return 'absent'
  const acknowledged = mine.acknowledgedRev
  if (bundle.suppressed) {
    if (bundle.ballots.some(({ t }) => t === mine.t)) return 'counted'
    return acknowledged === null ? 'absent' : 'wrong'
  }
  const found = bundle.ballots.find(({ t }) => t === mine.t)
  if (!found) return acknowledged === null ? 'absent' : 'wrong'
  const sent = mine.sent.find(({ rev }) => rev === found.rev)
  if (!sent || !equalBytes(hexToBytes(sent.body), hexToBytes(found.body))) return 'wrong'
  return found.rev >= (acknowledged ?? 0) ? 'counted' : 'wrong'
}
