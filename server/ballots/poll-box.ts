// The ballot box of one poll: takes ballots, holds them until five are there, stores them sorted, then acknowledges.
import { equalBytes } from '@noble/curves/utils.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { Arithmetic } from '#server/ballots/arithmetic.ts'
import type { Log } from '#server/log.ts'
import type { BallotRow, BallotStore } from '#server/storage/storage.ts'
import { isMacRight } from '#shared/ballots/ballot.ts'
import { decodeBody } from '#shared/ballots/body.ts'
import type { FinalCastError } from '#shared/ballots/cast-protocol.ts'
import type { Question } from '#shared/facilitation/questions.ts'
import type { PersonId, PollId, WorkshopId } from '#shared/ids.ts'

/** Ballots are written in groups of at least so many, so that no write is one person's (BALLOT 4.3). */
const batchSize = 5

export type CastOutcome =
  | { ok: true; receipt: Uint8Array }
  | { ok: false; code: FinalCastError | 'not-stored'; message: string }
/** Checked and refused, or taken: `stored` resolves when the ballot is durable, or superseded, or has to be sent again. */
export type Cast = { refused: Extract<CastOutcome, { ok: false }> } | { stored: Promise<CastOutcome> }

export type PollKeysHeld = { sk: Uint8Array; pk: Uint8Array; receiptSk: Uint8Array }
export type PollBox = {
  readonly workshopId: WorkshopId
  readonly pollId: PollId
  readonly keys: PollKeysHeld
  readonly isOpen: () => boolean
  /** Sorted by id. */
  issuedTo(): PersonId[]
  addIssued(personId: PersonId): void
  cast(ballot: BallotRow): Promise<Cast>
  /** The poll is closing: nothing waits for a fifth ballot any more, no token is issued; ballots are still taken. */
  close(): Promise<void>
  /** Writes what is pending, after what is being checked has joined it. Rejects when it could not be stored; it stays pending then. */
  finish(): Promise<void>
  /** No ballot is taken from now on; resolves when everything that was taken is stored. */
  shut(): Promise<void>
}

type Held = {
  row: BallotRow
  isStored: boolean
  stored: Promise<CastOutcome>
  settle: (outcome: CastOutcome) => void
}

export function createPollBox({
  workshopId,
  pollId,
  keys,
  asks,
  state,
  issued,
  ballots,
  storage,
  arithmetic,
  log,
}: {
  workshopId: WorkshopId
  pollId: PollId
  keys: PollKeysHeld
  /** What was asked: a ballot has to answer it. */
  asks: Question
  state: 'open' | 'closing'
  issued: PersonId[]
  ballots: BallotRow[]
  storage: BallotStore
  arithmetic: Arithmetic
  log: Log
}): PollBox {
  let phase: 'open' | 'closing' | 'shut' = state
  const receivers = new Set(issued)
  /** The newest revision of each ballot, stored or not, by `t`. */
  const newest = new Map<string, Held>()
  for (const row of ballots) newest.set(bytesToHex(row.t), storedBefore(row))
  let pending = new Map<string, Held>()
  /** Ballots whose tokens are being checked at this moment. */
  const checking = new Set<Promise<Cast>>()
  // One write at a time: a later revision must never be overtaken by an earlier one. Never rejects.
  let writing: Promise<void> = Promise.resolve()

  function cast(row: BallotRow): Promise<Cast> {
    const checked = check(row)
    checking.add(checked)
    const forget = () => checking.delete(checked)
    checked.then(forget, forget)
    return checked
  }

  async function check(row: BallotRow): Promise<Cast> {
    if (phase === 'shut') return refuse('poll-closed')
    if (decodeBody(row.body, asks) === null) return refuse('invalid')
    const key = bytesToHex(row.t)
    if (row.rev < (newest.get(key)?.row.rev ?? 0)) return refuse('stale')
    const y = await arithmetic.redeem(keys.sk, pollId, row.t)
    // Everything below runs without a pause, so that two requests cannot pass the same check.
    if (isShut()) return refuse('poll-closed')
    if (!isMacRight(row.mac, y, pollId, row)) return refuse('forged')
    const before = newest.get(key)
    if (before && row.rev < before.row.rev) return refuse('stale')
    if (before && row.rev === before.row.rev)
      return equalBytes(before.row.body, row.body) ? { stored: again(before) } : refuse('other-body')
    if (!before && newest.size >= receivers.size) return refuse('too-many')
    const held = hold(row)
    newest.set(key, held)
    pending.get(key)?.settle(refuse('stale').refused)
    pending.set(key, held)
    flushGroup()
    return { stored: held.stored }
  }

  /** A stored ballot gets its receipt again; of a group that could not be stored, whoever asks again starts the next try. */
  function again(held: Held): Promise<CastOutcome> {
    if (held.isStored) return receipt(held.row)
    flushGroup()
    return held.stored
  }

  function flushGroup(): void {
    if (pending.size >= batchSize) flush().catch(() => {}) // logged; who waits for these ballots is told by their promises
  }

  async function receipt(row: BallotRow): Promise<CastOutcome> {
    const [signed] = await arithmetic.sign(keys.receiptSk, pollId, [row])
    if (!signed) throw new Error('The ballot arithmetic signed nothing.')
    return { ok: true, receipt: signed }
  }

  // The group is taken at once, not when its turn comes: else a second flush would find the few that came meanwhile.
  function flush(): Promise<void> {
    const group = pending
    pending = new Map()
    const written = writing.then(() => write(group))
    writing = written.catch(() => {})
    return written
  }

  async function write(group: Map<string, Held>): Promise<void> {
    if (group.size === 0) return
    const batch = [...group.entries()]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, held]) => held)
    const rows = batch.map(({ row }) => row)
    try {
      await storage.putBallots(pollId, rows)
    } catch (error) {
      takeBack(batch)
      log.bug('ballots.not-stored', error, { pollId })
      throw error
    }
    for (const held of batch) held.isStored = true
    await acknowledge(batch, rows)
  }

  async function acknowledge(batch: Held[], rows: BallotRow[]): Promise<void> {
    try {
      const receipts = await arithmetic.sign(keys.receiptSk, pollId, rows)
      batch.forEach((held, index) => {
        const signed = receipts[index]
        held.settle(signed ? { ok: true, receipt: signed } : refuse('not-stored').refused)
      })
    } catch (error) {
      // They are stored; whoever asks again gets the receipt then.
      for (const held of batch) held.settle(refuse('not-stored').refused)
      log.bug('ballots.not-signed', error, { pollId })
    }
  }

  /** The ballots stay in the box for the next write, under a promise of their own; who waits is told to ask again. */
  function takeBack(batch: Held[]): void {
    for (const held of batch) {
      held.settle(refuse('not-stored').refused)
      const key = bytesToHex(held.row.t)
      if (newest.get(key) !== held) continue // changed meanwhile: the newer one is pending
      const next = hold(held.row)
      newest.set(key, next)
      pending.set(key, next)
    }
  }

  const isShut = () => phase === 'shut'

  return {
    workshopId,
    pollId,
    keys,
    isOpen: () => phase === 'open',
    issuedTo: () => [...receivers].sort(),
    addIssued: (personId) => receivers.add(personId),
    cast,
    async close() {
      if (phase === 'open') phase = 'closing'
      await flush()
    },
    async finish() {
      await Promise.allSettled(checking)
      await flush()
    },
    async shut() {
      phase = 'shut'
      await writing // a group that cannot be stored is put back before this resolves
      await flush()
    },
  }
}

function hold(row: BallotRow): Held {
  const { promise, resolve } = Promise.withResolvers<CastOutcome>()
  return { row, isStored: false, stored: promise, settle: resolve }
}

function storedBefore(row: BallotRow): Held {
  return { ...hold(row), isStored: true }
}

const sentences: Record<FinalCastError | 'not-stored', string> = {
  'poll-unknown': 'There is no such poll.',
  'poll-closed': 'This poll is closed; ballots are no longer taken.',
  invalid: 'This ballot does not have the form that this poll asks for.',
  stale: 'A newer revision of this ballot is in the box; this one no longer counts.',
  forged: 'This ballot was not made with a token of this poll.',
  'other-body':
    'This revision of the ballot is in the box with another choice; send a change as the next revision.',
  'too-many': 'More ballots than tokens were issued would be in the box; this one is not taken.',
  'not-stored': 'The ballot could not be stored just now; send it again.',
}

export function refuse(code: FinalCastError | 'not-stored'): {
  refused: Extract<CastOutcome, { ok: false }>
} {
  return { refused: { ok: false, code, message: sentences[code] } }
}
