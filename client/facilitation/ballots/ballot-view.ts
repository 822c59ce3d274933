// What a person sees of their own ballot: where it stands, what they chose, and the audit.
import { hexToBytes } from '@noble/hashes/utils.js'
import type { StoredBallot } from '#client/facilitation/ballots/stored-ballot.ts'
import type { AuditCheck } from '#shared/ballots/audit-checks.ts'
import { ballotCode } from '#shared/ballots/ballot.ts'
import { decodeBody, isBlank } from '#shared/ballots/body.ts'
import { fourWords, keyWords } from '#shared/ballots/fingerprint.ts'
import type { Me } from '#shared/facilitation/protocol.ts'
import type { Answer } from '#shared/facilitation/questions.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import type { Tally } from '#shared/facilitation/tally.ts'

/**
 * Where one's own ballot stands.
 * - `requesting-token`: the ballot is being fetched; happens by itself, whether one votes or not
 * - `ready`: one may vote
 * - `sealed-waiting`: cast and kept on this device; on its way, or waiting in the box for others
 * - `acknowledged`: stored on the server; may be changed while the poll is open
 * - `lost-token`: this person received a ballot before, on another device or before the browser's storage was cleared
 * - `could-mark-you`: the server's proof did not hold: voting is refused
 * - `not-eligible`: facilitators, observers, people who came too late
 * - `closed`: nothing can be done any more: closed, or closing without a ballot of ours
 */
type BallotStatus =
  | 'requesting-token'
  | 'ready'
  | 'sealed-waiting'
  | 'acknowledged'
  | 'lost-token'
  | 'could-mark-you'
  | 'not-eligible'
  | 'closed'

/** `counted`: one's own ballot is among the counted ones. False without a failed check for whoever had none there. */
type AuditResult = { ok: boolean; failedCheck?: AuditCheck; counted: boolean; ballots: number }

/** What the audit found, and what was counted. */
export type Audited = {
  audit: AuditResult
  tally: Tally | null
  codes: readonly string[]
  written: readonly WrittenBallot[]
}
export type WrittenBallot = { t: string; text: string }

export type BallotView = {
  status: BallotStatus
  /** The choice cast last; null before, and for a ballot that stayed blank. Never marked in the result. */
  chosen: Answer | null
  /** What is written and waits on this device for the close; null for nothing. */
  draft: Answer | null
  /** Like "K7Q-X42"; null before there is a ballot. */
  ballotCode: string | null
  /** Four words made of the poll's public key: everyone must see the same. */
  keyWords: readonly string[]
  /** Four words made of the hash of what was counted; null before the poll is closed. */
  resultWords: readonly string[] | null
  /** null before the poll is closed and for as long as the audit runs. */
  audit: AuditResult | null
  tally: Tally | null
  /** The codes of all counted ballots, sorted, to look one's own up; empty before. */
  codes: readonly string[]
  /** The texts of a poll that asks for one, each with its ballot, in the order that all browsers have; empty before. */
  written: readonly WrittenBallot[]
  /** False where the browser keeps nothing (private window): a reload would lose the ballot. Say so before voting. */
  isKept: boolean
  /** Set when the box refused one's ballot for good, which an honest server never does: its words. */
  problem: string | null
}

export function viewBallot({
  poll,
  me,
  row,
  audited,
  isKept,
  problem,
}: {
  poll: SecretPoll
  me: Me
  row: StoredBallot | null
  audited: Audited | null
  isKept: boolean
  problem: string | null
}): BallotView {
  return {
    status: statusOf(poll, me, row),
    chosen: choiceOf(row, poll),
    draft: row?.draft ?? null,
    ballotCode: row && row.token === 'issued' ? ballotCode(hexToBytes(row.t)) : null,
    keyWords: keyWords(hexToBytes(poll.pk)),
    resultWords: poll.bundleHash === null ? null : fourWords(hexToBytes(poll.bundleHash)),
    audit: audited?.audit ?? null,
    tally: audited?.tally ?? null,
    codes: audited?.codes ?? noCodes,
    written: audited?.written ?? noTexts,
    isKept,
    problem,
  }
}

const noCodes: readonly string[] = []
const noTexts: readonly WrittenBallot[] = []

function statusOf(poll: SecretPoll, me: Me, row: StoredBallot | null): BallotStatus {
  if (poll.state === 'closed') return 'closed'
  if (me.role !== 'participant') return 'not-eligible'
  if (!row || row.token === 'asked') return poll.state === 'open' ? 'requesting-token' : 'closed'
  if (row.token === 'lost') return 'lost-token'
  if (row.token === 'refused') return 'not-eligible'
  if (row.token === 'marked') return 'could-mark-you'
  const last = row.sent.at(-1)
  if (!last) return poll.state === 'open' ? 'ready' : 'closed'
  return last.rev === row.acknowledgedRev ? 'acknowledged' : 'sealed-waiting'
}

function choiceOf(row: StoredBallot | null, { asks }: SecretPoll): Answer | null {
  const last = row?.sent.at(-1)
  const choice = last ? decodeBody(hexToBytes(last.body), asks) : null
  return choice && !isBlank(choice) ? choice : null
}
