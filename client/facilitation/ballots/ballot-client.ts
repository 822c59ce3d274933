// A person's ballot in one poll, from asking for it to the audit; no framework, so that simulated voters run the same code.
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import type { BallotBoxClient } from '#client/facilitation/ballots/ballot-box-client.ts'
import { type Audited, type BallotView, viewBallot } from '#client/facilitation/ballots/ballot-view.ts'
import { auditPoll } from '#client/facilitation/ballots/own-audit.ts'
import type { Pace } from '#client/facilitation/ballots/pace.ts'
import type { BallotKey, BallotStore, StoredBallot } from '#client/facilitation/ballots/stored-ballot.ts'
import { ballotMac, isReceiptRight } from '#shared/ballots/ballot.ts'
import { blank, type Choice, encodeBody } from '#shared/ballots/body.ts'
import { blindToken, finishToken, makeNullifier } from '#shared/ballots/token.ts'
import { graceMs } from '#shared/facilitation/polls.ts'
import type { Me, TokenReply, TokenRequest } from '#shared/facilitation/protocol.ts'
import { type Answer, isAnswerTo, type Question } from '#shared/facilitation/questions.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'

/** How the ballot asks for its token: `poll.token` over the facilitation socket. Rejects when there is no connection. */
export type RequestToken = (request: TokenRequest) => Promise<TokenReply>

const askWithinMs = 1500
const castWithinMs = 8000
const backoffMs = [1000, 2000, 4000, 8000]

export type BallotClient = {
  view(): BallotView
  subscribe(listener: () => void): () => void
  /** The log has more to say about this poll. */
  update(poll: SecretPoll): void
  /** Casts, or changes what was cast. Does nothing unless the poll is open, a token is here and the answer fits. */
  cast(answer: Answer): void
  /**
   * Keeps an answer on this device, to be cast when the poll closes in place of a blank; null forgets it. Resolves with
   * whether it is kept. Nothing leaves the browser before: when somebody wrote says as much as who did.
   */
  draft(answer: Answer | null): Promise<boolean>
  stop(): void
}

export function createBallotClient({
  poll: asked,
  me,
  store,
  box,
  requestToken,
  pace,
  report,
}: {
  poll: SecretPoll
  me: Me
  store: BallotStore
  box: BallotBoxClient
  requestToken: RequestToken
  pace: Pace
  /** For bugs: nothing that is expected to happen comes here. */
  report: (error: unknown) => void
}): BallotClient {
  const key: BallotKey = { pollId: asked.pollId, personId: me.personId }
  const listeners = new Set<() => void>()
  const life = new AbortController()
  let poll = asked
  let row: StoredBallot | null = null
  let audited: Audited | null = null
  let problem: string | null = null
  let current = look()
  let isAsking = false
  let isAuditing = false
  /** The delivery under way; a newer revision takes its place. */
  let delivery: { abort: AbortController; rev: number; isWaitingToStart: boolean } | null = null
  let isRead = false

  const stopHearing = store.onForeignChange(({ pollId, personId }) => {
    if (pollId === key.pollId && personId === key.personId) run(reread())
  })
  run(reread())

  function look(): BallotView {
    return viewBallot({ poll, me, row, audited, isKept: store.isLasting, problem })
  }

  function show(): void {
    current = look()
    for (const listener of listeners) listener()
  }

  async function reread(): Promise<void> {
    row = await store.read(key)
    isRead = true
    show()
    proceed()
  }

  /** Starts whatever is due and not under way. Called after every change of the poll or of the row. */
  function proceed(): void {
    if (!isRead || life.signal.aborted) return
    if (poll.state === 'closed') {
      delivery?.abort.abort()
      if (!isAuditing && !audited) run(runAudit())
      return
    }
    if (me.role !== 'participant') return
    if (poll.state === 'open' && (!row || row.token === 'asked') && !isAsking) run(askForToken())
    if (poll.state === 'closing' && row?.y && row.sent.length === 0) run(write(lastRevision))
    const last = row?.sent.at(-1)
    if (last && isUndelivered() && !delivery)
      deliver(last.rev, poll.state === 'closing' ? graceMs / 2 : castWithinMs)
  }

  async function askForToken(): Promise<void> {
    isAsking = true
    try {
      row ??= await store.addOnce(newBallot(poll, me, pace.now()))
      show()
      await pace.wait(pace.randomBelow(askWithinMs), life.signal)
      for (let attempt = 0; row?.token === 'asked' && isOpen(); attempt += 1) {
        const { blinded } = row
        if (blinded === null) throw new Error('A ballot that is asked for has lost its blinded element.')
        const reply = await requestToken({ pollId: key.pollId, blinded }).catch(() => null)
        if (reply && (reply.ok || reply.code !== 'invalid')) await takeToken(reply)
        else await pace.wait(backoff(attempt), life.signal)
        if (reply && !reply.ok && reply.code === 'not-open') return // the log will say the same in a moment
      }
    } finally {
      isAsking = false
    }
    proceed()
  }

  async function takeToken(reply: TokenReply): Promise<void> {
    const isStillAsked = (ballot: StoredBallot) => ballot.token === 'asked' // or another tab was faster
    row = await store.change(key, (ballot) => (isStillAsked(ballot) ? withToken(ballot, reply) : ballot))
    show()
  }

  /** Writes the next revision, then sends it: what is shown as cast is kept on this device. */
  async function write(next: (ballot: StoredBallot, asks: Question) => StoredBallot): Promise<void> {
    row = await store.change(key, (ballot) => next(ballot, poll.asks))
    // What is on its way already goes there once: at the close, a ballot that was being written meanwhile stays as it is.
    if (delivery?.rev !== row?.sent.at(-1)?.rev) {
      delivery?.abort.abort()
      delivery = null
    }
    problem = null
    show()
    proceed()
  }

  function isUndelivered(): boolean {
    const last = row?.sent.at(-1)
    return last !== undefined && last.rev !== row?.acknowledgedRev && problem === null
  }

  function deliver(rev: number, withinMs: number): void {
    const mine = { abort: new AbortController(), rev, isWaitingToStart: true }
    delivery = mine
    const signal = AbortSignal.any([mine.abort.signal, life.signal])
    run(
      deliverUntilStored(withinMs, signal, () => {
        mine.isWaitingToStart = false
      }).finally(() => {
        if (delivery === mine) delivery = null
      }),
    )
  }

  async function deliverUntilStored(
    withinMs: number,
    signal: AbortSignal,
    started: () => void,
  ): Promise<void> {
    await pace.wait(pace.randomBelow(withinMs), signal)
    started()
    for (let attempt = 0; isUndelivered(); attempt += 1) {
      const last = row?.sent.at(-1)
      if (!row || !last) return
      const { t } = row
      const answer = await box.cast(key.pollId, { t, ...last }, signal)
      if (answer.kind === 'stored' && isReceiptFor(last, answer.receipt))
        await acknowledge(last.rev, answer.receipt)
      else if (answer.kind === 'refused') await beRefused(answer.code, answer.message, last.rev)
      else await pace.wait(backoff(attempt), signal)
    }
  }

  function isReceiptFor({ rev, body }: { rev: number; body: string }, receipt: string): boolean {
    if (!row) return false
    const ballot = { t: hexToBytes(row.t), rev, body: hexToBytes(body) }
    return isReceiptRight(hexToBytes(receipt), hexToBytes(poll.receiptPk), key.pollId, ballot)
  }

  async function acknowledge(rev: number, receipt: string): Promise<void> {
    row = await store.change(key, (ballot) =>
      rev > (ballot.acknowledgedRev ?? -1) ? { ...ballot, acknowledgedRev: rev, receipt } : ballot,
    )
    show()
  }

  async function beRefused(code: string, message: string, rev: number): Promise<void> {
    row = await store.read(key)
    // Another tab of this person has sent a newer revision: that one is delivered now.
    if (code === 'stale' && (row?.sent.at(-1)?.rev ?? 0) > rev) return
    problem = message
    show()
  }

  async function runAudit(): Promise<void> {
    isAuditing = true
    try {
      for (let attempt = 0; !audited; attempt += 1) {
        const bytes = await box.bundle(key.pollId, poll.bundleHash)
        const breathe = () => pace.wait(0, life.signal)
        const found = bytes && (await auditPoll({ bytes, poll, me, row, breathe }))
        // Something on the way may have answered in the server's place: nobody is accused after one try.
        if (found && (found.audit.failedCheck !== 'bundle-hash' || attempt >= 2)) audited = found
        else await pace.wait(backoff(attempt), life.signal)
      }
      // The token has done its work; what is left tells only which ballot was one's own.
      row = await store.change(key, (ballot) => ({ ...ballot, r: null, blinded: null, y: null }))
    } finally {
      isAuditing = false
    }
    show()
  }

  const isOpen = () => poll.state === 'open'

  function run(work: Promise<void>): void {
    work.catch((error: unknown) => {
      if (!(error instanceof Error && error.name === 'AbortError')) report(error)
    })
  }

  return {
    view: () => current,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    update(next) {
      const hasChanged = next.state !== poll.state || next.bundleHash !== poll.bundleHash
      poll = next
      if (!hasChanged) return
      // In the grace period there is less time than the ballot may have been going to wait.
      if (poll.state === 'closing' && delivery?.isWaitingToStart) {
        delivery.abort.abort()
        delivery = null
      }
      show()
      proceed()
    },
    cast(answer) {
      const isSame = JSON.stringify(current.chosen) === JSON.stringify(answer) && problem === null
      if (poll.state !== 'open' || !row?.y || isSame || (row.sent.at(-1)?.rev ?? 0) >= 255) return
      if (isAnswerTo(poll.asks, answer)) run(write((ballot, asks) => withRevision(ballot, answer, asks)))
    },
    async draft(answer) {
      if (poll.state !== 'open' || !row || (answer && !isAnswerTo(poll.asks, answer))) return false
      row = await store.change(key, (ballot) => withDraft(ballot, answer))
      show()
      return row !== null
    },
    stop() {
      stopHearing()
      life.abort()
    },
  }
}

const backoff = (attempt: number): number => backoffMs[Math.min(attempt, backoffMs.length - 1)] ?? 0

function newBallot({ pollId, pk }: SecretPoll, { personId }: Me, createdAt: number): StoredBallot {
  const t = makeNullifier()
  const { r, blinded } = blindToken(pollId, t)
  const none = { y: null, evidence: null, sent: [], acknowledgedRev: null, receipt: null }
  const made = { t: bytesToHex(t), r: bytesToHex(r), blinded: bytesToHex(blinded) }
  return { pollId, personId, pk, ...made, ...none, token: 'asked', createdAt }
}

function withToken(ballot: StoredBallot, reply: TokenReply): StoredBallot {
  if (!reply.ok) {
    if (reply.code === 'already-issued') return { ...ballot, token: 'lost', r: null, blinded: null }
    if (reply.code === 'not-eligible') return { ...ballot, token: 'refused', r: null, blinded: null }
    return ballot
  }
  const { evaluated, proof } = reply
  if (ballot.r === null || ballot.blinded === null) return ballot
  const mine = {
    t: hexToBytes(ballot.t),
    r: hexToBytes(ballot.r),
    blinded: hexToBytes(ballot.blinded),
    pk: hexToBytes(ballot.pk),
  }
  try {
    const answer = { evaluated: hexToBytes(evaluated), proof: hexToBytes(proof) }
    const y = bytesToHex(finishToken(ballot.pollId, mine, answer))
    return { ...ballot, token: 'issued', y, r: null, blinded: null }
  } catch {
    // The proof does not hold against the key that everyone else sees: this token could be a mark.
    return { ...ballot, token: 'marked', evidence: { evaluated, proof } }
  }
}

function withDraft({ draft: _, ...ballot }: StoredBallot, answer: Answer | null): StoredBallot {
  return answer ? { ...ballot, draft: answer } : ballot
}

/** What is cast at the close by whoever has cast nothing before (perhaps in another tab). */
const lastRevision = (ballot: StoredBallot, asks: Question): StoredBallot =>
  ballot.sent.length > 0 ? ballot : withRevision(ballot, ballot.draft ?? blank, asks)

/** The next revision; unchanged without a token. */
function withRevision(ballot: StoredBallot, choice: Choice, asks: Question): StoredBallot {
  const last = ballot.sent.at(-1)
  if (ballot.y === null) return ballot
  const rev = last ? last.rev + 1 : 0
  const body = encodeBody(choice, asks)
  const mac = ballotMac(hexToBytes(ballot.y), ballot.pollId, { t: hexToBytes(ballot.t), rev, body })
  return { ...ballot, sent: [...ballot.sent, { rev, body: bytesToHex(body), mac: bytesToHex(mac) }] }
}
