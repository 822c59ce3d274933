// A person's own ballot in one secret poll, for the poll card: where it stands, casting, changing, and the audit.
import type { AuditCheck } from '#shared/ballots/audit-checks.ts'
import type { SecretPoll } from '#shared/facilitation/polls.ts'
import type { Me, TokenReply, TokenRequest } from '#shared/facilitation/protocol.ts'

/**
 * Where one's own ballot stands.
 * - `requesting-token`: the ballot is being fetched; happens by itself, whether one votes or not
 * - `ready`: one may vote
 * - `sealed-waiting`: cast and kept on this device; on its way, or waiting in the box for others
 * - `acknowledged`: stored on the server; may be changed while the poll is open
 * - `lost-token`: this person received a ballot before, on another device or before the browser's storage was cleared
 * - `could-mark-you`: the server's proof did not hold: voting is refused
 * - `not-eligible`: facilitators, observers, people who came too late
 * - `closed`: the poll is closing (`poll.state`) without a ballot of ours on its way, or closed
 */
export type BallotStatus =
  | 'requesting-token'
  | 'ready'
  | 'sealed-waiting'
  | 'acknowledged'
  | 'lost-token'
  | 'could-mark-you'
  | 'not-eligible'
  | 'closed'

/** `counted`: one's own ballot is among the counted ones (false as well for who had none). */
export type AuditResult = { ok: boolean; failedCheck?: AuditCheck; counted: boolean; ballots: number }

/** What was counted, once the poll is closed, the bundle is here and its hash is that of the log. */
export type Tally = {
  /** `counts[0]` for the lowest step. */
  counts: readonly number[]
  /** Ballots with a choice; `blank` counts the others. */
  votes: number
  blank: number
  mean: number | null
  /** Standard deviation of the choices. */
  spread: number | null
}

export type Ballot = {
  status: BallotStatus
  /** The choice cast last; null before, and null for a ballot that stayed blank. Never shown on the result. */
  chosen: number | null
  /** Casts, or changes what was cast. 1 to 5. Does nothing when the status does not allow it. */
  cast: (value: number) => void
  /** Like "K7Q-X42"; null before there is a ballot. */
  ballotCode: string | null
  /** Four words made of the poll's public key: everyone must see the same. */
  keyWords: readonly string[]
  /** Four words made of the hash of what was counted; null before the poll is closed. */
  resultWords: readonly string[] | null
  /** null before the poll is closed or for as long as the audit runs. */
  audit: AuditResult | null
  tally: Tally | null
  /** False where the browser keeps nothing (private window): a reload would lose the ballot. Say so before voting. */
  isKept: boolean
}

/** How the ballot asks for its token: `poll.token` over the facilitation socket. Rejects when there is no connection. */
export type RequestToken = (request: TokenRequest) => Promise<TokenReply>

export declare function useBallot(poll: SecretPoll, me: Me, requestToken: RequestToken): Ballot
/** Mounted once in the room, wherever the poll card is: polls run and close also while their card is out of sight. */
export declare function useBallotKeeper(
  polls: readonly SecretPoll[],
  me: Me,
  requestToken: RequestToken,
): void
