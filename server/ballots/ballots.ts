// The ballot box: makes keys, issues one token per participant, takes ballots that no token can be linked to, seals the poll.
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Router } from 'express'
import { createAddressLimiter } from '#server/ballots/address-limiter.ts'
import { type After, afterReal } from '#server/ballots/after.ts'
import { createArithmetic } from '#server/ballots/arithmetic.ts'
import { type Cast, createPollBox, type PollBox, refuse } from '#server/ballots/poll-box.ts'
import { createRoutes } from '#server/ballots/routes.ts'
import { type Sealed, sealPoll } from '#server/ballots/seal.ts'
import type { Log } from '#server/log.ts'
import type { BallotRow, BallotStore, PollRow } from '#server/storage/storage.ts'
import { bodyBytes } from '#shared/ballots/body.ts'
import { hashBundle, type Manifest, readBundle } from '#shared/ballots/bundle.ts'
import { mayReceiveBallot } from '#shared/ballots/eligibility.ts'
import { isElement, makeNullifier, makePollKeys } from '#shared/ballots/token.ts'
import type { Actor } from '#shared/facilitation/decision.ts'
import {
  findPoll,
  graceMs,
  type PollCommand,
  type PollKeys,
  type SecretPoll,
} from '#shared/facilitation/polls.ts'
import type { Issued, Me, Reply, TokenReply, TokenRequest } from '#shared/facilitation/protocol.ts'
import type { Command, Event, Workshop } from '#shared/facilitation/workshop.ts'
import { PollId, type WorkshopId } from '#shared/ids.ts'

/** What the ballot box needs of the facilitation plane. */
type BallotRooms = {
  state(workshopId: WorkshopId): Promise<{ workshop: Workshop }>
  submit(
    workshopId: WorkshopId,
    order: { actor: Actor; commandId: string | null; command: Command },
  ): Promise<Reply>
  onStored(listener: (workshopId: WorkshopId, seq: number, events: Event[]) => void): () => void
}

export type Ballots = {
  /** Makes and stores the keys of a poll before it is decided. */
  prepare(workshopId: WorkshopId, command: Extract<PollCommand, { type: 'poll.open' }>): Promise<PollKeys>
  /** One token per participant and poll (BALLOT 4.2); the same request gets the same token again. */
  token(seat: { workshopId: WorkshopId } & Me, request: TokenRequest): Promise<TokenReply>
  /** Who has received a ballot of the poll that is running; null without one. */
  issued(workshopId: WorkshopId): Issued | null
  /** At most every 2 s per workshop. */
  onIssued(listener: (workshopId: WorkshopId, issued: Issued) => void): () => void
  /** `POST` and `GET /b/:pollId`, to be mounted at /b before every other middleware. */
  routes(): Router
  /** The exact bytes that were published; null before the close. */
  bundle(pollId: PollId): Promise<Uint8Array | null>
  /** Follows the log from now on, and finishes what a stopped process left unfinished. */
  serve(rooms: BallotRooms): void
  /** Stores the ballots that wait for a fifth one: a voter whose browser is closed would not send again. */
  close(): Promise<void>
}

/** How often the list of those who received a ballot is sent at most: single arrivals are not to be watched. */
export const issuedEveryMs = 2000
const retrySealMs = 2000
/** A poll whose keys were made and which was not opened within this time was refused. */
const discardAfterMs = 60_000

export function createBallots({
  storage,
  log,
  now,
  after = afterReal,
}: {
  storage: BallotStore
  log: Log
  now: () => number
  after?: After
}): Ballots {
  const arithmetic = createArithmetic(log)
  const boxes = new Map<PollId, Promise<PollBox | null>>()
  const running = new Map<WorkshopId, PollBox>()
  /** Waits by name, so that nothing is waited for twice and `close` can cancel them. */
  const waits = new Map<string, () => void>()
  const listeners = new Set<(workshopId: WorkshopId, issued: Issued) => void>()
  let rooms: BallotRooms | null = null
  let isClosed = false

  const router = createRoutes({ cast, bundle, mayCast: createAddressLimiter(now), after, log })

  async function prepare(
    workshopId: WorkshopId,
    { mode, question, questionKey, phase, scale }: Extract<PollCommand, { type: 'poll.open' }>,
  ): Promise<PollKeys> {
    const pollId = PollId.parse(bytesToHex(makeNullifier().subarray(0, 16)))
    const keys = makePollKeys()
    // An open poll takes its id from here and uses no keys.
    if (mode === 'anonymous') {
      const manifest: Manifest = { version: 1, mode, question, questionKey, phase, scale, bodyBytes }
      await storage.createPoll({
        pollId,
        workshopId,
        manifest: utf8ToBytes(JSON.stringify(manifest)),
        ...keys,
      })
      wait(`discard ${pollId}`, discardAfterMs, () => storage.discardPoll(pollId))
    }
    return { pollId, pk: bytesToHex(keys.pk), receiptPk: bytesToHex(keys.receiptPk) }
  }

  async function token(seat: { workshopId: WorkshopId } & Me, request: TokenRequest): Promise<TokenReply> {
    const box = await boxOf(request.pollId)
    if (!rooms || box?.workshopId !== seat.workshopId)
      return no('not-open', 'There is no such poll in this workshop.')
    const { workshop } = await rooms.state(seat.workshopId)
    const poll = findPoll(workshop.polls, request.pollId)
    if (poll?.mode !== 'anonymous' || poll.state !== 'open' || !box.isOpen())
      return no('not-open', 'This poll is closed; ballots are no longer handed out.')
    if (!mayReceiveBallot(poll, workshop.people[seat.personId]))
      return no('not-eligible', 'Only participants who came early enough receive a ballot.')
    const blinded = hexToBytes(request.blinded)
    // Before the row is kept: an element that can never be evaluated must not use up somebody's only token.
    if (!isElement(blinded)) return no('invalid', 'The blinded element is not one of the group.')
    const stored = await storage.issue(request.pollId, seat.personId, blinded)
    if (stored === 'other')
      return no(
        'already-issued',
        'This person has received a ballot before, in another browser or before its storage was cleared.',
      )
    box.addIssued(seat.personId)
    announceIssued(seat.workshopId)
    const { evaluated, proof } = await arithmetic.evaluate(box.keys, blinded)
    return { ok: true, evaluated: bytesToHex(evaluated), proof: bytesToHex(proof) }
  }

  async function cast(pollId: PollId, ballot: BallotRow): Promise<Cast> {
    if (isClosed) return refuse('not-stored')
    const box = await boxOf(pollId)
    if (box) return box.cast(ballot)
    return refuse((await storage.poll(pollId)) ? 'poll-closed' : 'poll-unknown')
  }

  async function bundle(pollId: PollId): Promise<Uint8Array | null> {
    const row = await storage.poll(pollId)
    return row?.bundle ?? null
  }

  /** null for a poll that is unknown or sealed. */
  function boxOf(pollId: PollId): Promise<PollBox | null> {
    const known = boxes.get(pollId)
    if (known) return known
    const loading = load(pollId)
    boxes.set(pollId, loading)
    const forget = () => boxes.delete(pollId)
    loading.then((box) => box ?? forget(), forget)
    return loading
  }

  async function load(pollId: PollId): Promise<PollBox | null> {
    const row = await storage.poll(pollId)
    if (!row?.sk || !row.receiptSk || (row.state !== 'open' && row.state !== 'closing')) return null
    const { workshopId, state, pk, sk, receiptSk } = row
    const [issued, ballots] = await Promise.all([storage.issuedTo(pollId), storage.ballots(pollId)])
    const keys = { pk, sk, receiptSk }
    return createPollBox({ workshopId, pollId, keys, state, issued, ballots, storage, arithmetic, log })
  }

  function follow(workshopId: WorkshopId, events: Event[]): void {
    for (const event of events) {
      switch (event.type) {
        case 'poll.opened-secret':
          cancelWait(`discard ${event.pollId}`)
          start(workshopId, event.pollId).catch(report('ballots.not-started', event.pollId))
          break
        case 'poll.closing':
          beginClosing(workshopId, event.pollId, event.graceEndsAt).catch(
            report('ballots.not-closing', event.pollId),
          )
          break
        case 'poll.sealed':
          boxes.delete(event.pollId)
          if (running.get(workshopId)?.pollId === event.pollId) running.delete(workshopId)
          break
      }
    }
  }

  async function start(workshopId: WorkshopId, pollId: PollId): Promise<void> {
    const box = await boxOf(pollId)
    if (box) running.set(workshopId, box)
  }

  async function beginClosing(workshopId: WorkshopId, pollId: PollId, graceEndsAt: number): Promise<void> {
    wait(`seal ${pollId}`, Math.max(0, graceEndsAt - now()), () => seal(workshopId, pollId))
    const box = await boxOf(pollId)
    await Promise.all([storage.setClosing(pollId), box?.close()])
  }

  /** Seals and tells the log. Whatever fails is tried again: the poll stays `closing` in the log until it is through. */
  async function seal(workshopId: WorkshopId, pollId: PollId): Promise<void> {
    if (isClosed || !rooms) return
    try {
      const box = await boxOf(pollId)
      await box?.shut()
      const row = await storage.poll(pollId)
      if (!row) throw new Error(`Poll ${pollId} is closing and has no keys.`)
      const poll = findPoll((await rooms.state(workshopId)).workshop.polls, pollId)
      if (poll?.mode !== 'anonymous') throw new Error(`Poll ${pollId} is not a secret poll of its workshop.`)
      const sealed =
        (await sealedBefore(row)) ?? (await sealPoll(row, poll.minimumGroup, { storage, arithmetic }))
      await tell(rooms, workshopId, pollId, sealed)
    } catch (error) {
      log.bug('ballots.not-sealed', error, { pollId })
      wait(`seal ${pollId}`, retrySealMs, () => seal(workshopId, pollId))
    }
  }

  /** The process ended between the seal and the log: what was published stands. */
  async function sealedBefore({ pollId, bundle: bytes }: PollRow): Promise<Sealed | null> {
    if (!bytes) return null
    const published = readBundle(bytes)
    if (!published) throw new Error(`The bundle of poll ${pollId} cannot be read.`)
    const { suppressed, issued } = published
    return { bundleHash: hashBundle(bytes), suppressed, issuedTo: issued }
  }

  async function tell(
    { submit }: BallotRooms,
    workshopId: WorkshopId,
    pollId: PollId,
    { bundleHash, suppressed, issuedTo }: Sealed,
  ): Promise<void> {
    const actor: Actor = { personId: null, role: 'server' }
    const command = {
      type: 'poll.seal' as const,
      pollId,
      bundleHash: bytesToHex(bundleHash),
      suppressed,
      issuedTo,
    }
    const reply = await submit(workshopId, { actor, commandId: null, command })
    if (!reply.ok && reply.code !== 'already-done')
      throw new Error(`The log refused the seal of poll ${pollId}: ${reply.message}`)
    await storage.setClosed(pollId)
    log.info('ballots.sealed', { workshopId, pollId, issued: issuedTo.length, suppressed })
  }

  async function resume(): Promise<void> {
    for (const row of await storage.unfinished())
      await resumePoll(row).catch(report('ballots.not-resumed', row.pollId))
  }

  async function resumePoll({ workshopId, pollId, state }: PollRow): Promise<void> {
    if (!rooms || waits.has(`discard ${pollId}`)) return // its opening is being decided at this moment
    const poll = findPoll((await rooms.state(workshopId)).workshop.polls, pollId)
    if (poll?.mode !== 'anonymous') return storage.discardPoll(pollId)
    await resumeSecret(workshopId, poll, state)
  }

  async function resumeSecret(
    workshopId: WorkshopId,
    poll: SecretPoll,
    state: PollRow['state'],
  ): Promise<void> {
    const { pollId } = poll
    if (poll.state === 'closed') return storage.setClosed(pollId)
    if (state === 'sealed') return seal(workshopId, pollId)
    await start(workshopId, pollId)
    announceIssued(workshopId)
    // Ballots that waited in the stopped process's memory are sent again, at the latest after the longest backoff of 8 s.
    if (poll.state === 'closing')
      await beginClosing(workshopId, pollId, Math.max(poll.graceEndsAt ?? 0, now() + graceMs))
  }

  function announceIssued(workshopId: WorkshopId): void {
    const name = `issued ${workshopId}`
    if (waits.has(name)) return
    wait(name, issuedEveryMs, async () => {
      const list = issued(workshopId)
      if (list) for (const listener of listeners) listener(workshopId, list)
    })
  }

  function issued(workshopId: WorkshopId): Issued | null {
    const box = running.get(workshopId)
    return box ? { pollId: box.pollId, personIds: box.issuedTo() } : null
  }

  function wait(name: string, ms: number, run: () => Promise<void>): void {
    cancelWait(name)
    if (isClosed) return
    const cancel = after(ms, () => {
      waits.delete(name)
      run().catch(report('ballots.wait-failed', name))
    })
    waits.set(name, cancel)
  }

  function cancelWait(name: string): void {
    waits.get(name)?.()
    waits.delete(name)
  }

  const report = (fact: string, what: string) => (error: unknown) => {
    log.bug(fact, error, { what })
  }

  return {
    prepare,
    token,
    issued,
    onIssued(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    routes: () => router,
    bundle,
    serve(served) {
      rooms = served
      served.onStored((workshopId, _seq, events) => follow(workshopId, events))
      resume().catch(report('ballots.not-resumed', 'all'))
    },
    async close() {
      isClosed = true
      for (const cancel of waits.values()) cancel()
      waits.clear()
      await Promise.allSettled([...boxes.values()].map(async (box) => (await box)?.finish()))
      await arithmetic.settled() // receipts that were asked for again
      await arithmetic.close()
    },
  }
}

const no = (code: Extract<TokenReply, { ok: false }>['code'], message: string): TokenReply => ({
  ok: false,
  code,
  message,
})
