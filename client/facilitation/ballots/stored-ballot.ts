// What a browser keeps of one person's ballot in one poll, and the store that keeps it.
import type { Answer } from '#shared/facilitation/questions.ts'
import type { PersonId, PollId } from '#shared/ids.ts'

export type BallotKey = { pollId: PollId; personId: PersonId }

/** All bytes as lower-case hex. */
export type StoredBallot = BallotKey & {
  /** The poll's public key, as the log named it when the ballot was made. */
  pk: string
  /** The nullifier: whoever knows it knows the ballot, so it leaves this browser only with the ballot itself. */
  t: string
  /** Blinding and blinded element, until the token is there. */
  r: string | null
  blinded: string | null
  /** The token, until the poll has been audited. */
  y: string | null
  /**
   * `asked`: no answer yet. `lost`: this person received a token elsewhere. `refused`: not eligible.
   * `marked`: the proof did not hold; `evidence` has what the server answered.
   */
  token: 'asked' | 'issued' | 'lost' | 'refused' | 'marked'
  evidence: { evaluated: string; proof: string } | null
  /**
   * What this person has written and not cast yet: cast when the poll closes, in place of a blank. Missing for none, and
   * where whoever answers casts at once.
   */
  draft?: Answer
  /** Every revision that may have left this browser, oldest first. */
  sent: readonly { rev: number; body: string; mac: string }[]
  acknowledgedRev: number | null
  receipt: string | null
  /** By this browser's clock, epoch milliseconds: rows are dropped a day later. */
  createdAt: number
}

export type BallotStore = {
  /** False when nothing outlives the page: then a reload loses the ballot. */
  readonly isLasting: boolean
  read(key: BallotKey): Promise<StoredBallot | null>
  /** Adds the row, or gives back the one that another tab of this person added first. Resolves when it is kept. */
  addOnce(ballot: StoredBallot): Promise<StoredBallot>
  /** Reads, edits and writes in one transaction. Null when there is no such row. */
  change(key: BallotKey, edit: (ballot: StoredBallot) => StoredBallot): Promise<StoredBallot | null>
  /** Another tab of this browser has changed a row. */
  onForeignChange(listener: (key: BallotKey) => void): () => void
}

export const keepForMs = 24 * 60 * 60 * 1000
