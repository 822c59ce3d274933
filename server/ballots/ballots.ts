// The ballot box: makes keys, issues one token per participant, takes ballots that no token can be linked to, seals the poll.
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Router } from 'express'
import { createAddressLimiter } from '#server/ballots/address-limiter.ts'
import { type After, afterReal } from '#server/ballots/after.ts'
import { createArithmetic } from '#server/ballots/arithmetic.ts'
import { createBoxes } from '#server/ballots/boxes.ts'
import { type BallotRooms, createClosing, discardWait, sealWait } from '#server/ballots/closing.ts'
import { createIssuedLists, issuedWait } from '#server/ballots/issued-lists.ts'
import { type Cast, refuse } from '#server/ballots/poll-box.ts'
import { createRoutes } from '#server/ballots/routes.ts'
import { createWaits } from '#server/ballots/waits.ts'
import type { Log } from '#server/log.ts'
import type { BallotRow, BallotStore } from '#server/storage/storage.ts'
import { bodyLengthOf } from '#shared/ballots/body.ts'
import type { Manifest } from '#shared/ballots/bundle.ts'
import { cameBackSince, mayReceiveBallot } from '#shared/ballots/eligibility.ts'
import { isElement, makeNullifier } from '#shared/ballots/token.ts'
import { findSecretPoll, type Opening } from '#shared/facilitation/ballot-plane.ts'
import type { PollKeys } from '#shared/facilitation/poll-form.ts'
import type { Issued, Me, TokenReply, TokenRequest } from '#shared/facilitation/protocol.ts'
import { PollId, type WorkshopId } from '#shared/ids.ts'

export type Ballots = {
  /** Makes and stores the keys of polls before their opening is decided, one for each. */
  prepare(workshopId: WorkshopId, openings: readonly Opening[]): Promise<PollKeys[]>
  /** One token per participant and poll (BALLOT 4.2); the same request gets the same token again. */
  token(seat: { workshopId: WorkshopId } & Me, request: TokenRequest): Promise<TokenReply>
  /** Who has received a ballot of each poll that is running. */
  issued(workshopId: WorkshopId): Issued[]
  /** At most every 2 s per poll. */
  onIssued(listener: (workshopId: WorkshopId, issued: Issued) => void): () => void
  /** `POST` and `GET /b/:pollId`, to be mounted at /b before every other middleware. */
  routes(): Router
  /** The exact bytes that were published, with this hash if one is asked for (hex); null before the close. */
  bundle(pollId: PollId, bundleHash?: string | null): Promise<Uint8Array | null>
  /** Follows the log from now on, and finishes what a stopped process left unfinished. */
  serve(rooms: BallotRooms): void
  /** Their workshop is gone, and they with it. */
  forget(pollIds: readonly PollId[]): void
  /** Stores the ballots that wait for a fifth one: a voter whose browser is closed would not send again. */
  close(): Promise<void>
}

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
  const boxes = createBoxes({ storage, arithmetic, log })
  const waits = createWaits({ after, log })
  const issuedLists = createIssuedLists(waits)
  let rooms: BallotRooms | null = null
  let isClosed = false

  const bundle: Ballots['bundle'] = (pollId, bundleHash = null) =>
    storage.bundle(pollId, bundleHash === null ? null : hexToBytes(bundleHash))
  const router = createRoutes({ cast, bundle, mayCast: createAddressLimiter(now), after, log })

  async function prepareOne(
    workshopId: WorkshopId,
    { mode, asked, blanksCount }: Opening,
  ): Promise<PollKeys> {
    const pollId = PollId.parse(bytesToHex(makeNullifier().subarray(0, 16)))
    const keys = await arithmetic.makeKeys()
    if (mode === 'anonymous') {
      const rules = { bodyBytes: bodyLengthOf(asked.asks), ...(blanksCount ? { blanksCount } : {}) }
      const manifest: Manifest = { version: 1, mode, ...asked, ...rules }
      await storage.createPoll({
        pollId,
        workshopId,
        manifest: utf8ToBytes(JSON.stringify(manifest)),
        ...keys,
      })
      waits.start(discardWait(pollId), discardAfterMs, () => storage.discardPoll(pollId))
    }
    return { pollId, pk: bytesToHex(keys.pk), receiptPk: bytesToHex(keys.receiptPk) }
  }

  async function token(seat: { workshopId: WorkshopId } & Me, request: TokenRequest): Promise<TokenReply> {
    const box = await boxes.of(request.pollId)
    if (!rooms || box?.workshopId !== seat.workshopId)
      return no('not-open', 'There is no such poll in this workshop.')
    const { workshop } = await rooms.state(seat.workshopId)
    const poll = findSecretPoll(workshop, request.pollId)
    if (poll?.state !== 'open' || !box.isOpen())
      return no('not-open', 'This poll is closed; ballots are no longer handed out.')
    const person = workshop.people[seat.personId]
    // Their name is on the list of those who received one, which their browser is to know.
    if (cameBackSince(poll, person) && box.issuedTo().includes(seat.personId)) return issuedBefore
    if (!mayReceiveBallot(poll, person))
      return no('not-eligible', 'Only participants who came early enough receive a ballot.')
    const blinded = hexToBytes(request.blinded)
    // Before the row is kept: an element that can never be evaluated must not use up somebody's only token.
    if (!isElement(blinded)) return no('invalid', 'The blinded element is not one of the group.')
    const stored = await storage.issue(request.pollId, seat.personId, blinded)
    if (stored === 'other') return issuedBefore
    box.addIssued(seat.personId)
    issuedLists.announce(seat.workshopId, request.pollId)
    const { evaluated, proof } = await arithmetic.evaluate(box.keys, blinded)
    return { ok: true, evaluated: bytesToHex(evaluated), proof: bytesToHex(proof) }
  }

  async function cast(pollId: PollId, ballot: BallotRow): Promise<Cast> {
    if (isClosed) return refuse('not-stored')
    const box = await boxes.of(pollId)
    if (box) return box.cast(ballot)
    return refuse((await storage.poll(pollId)) ? 'poll-closed' : 'poll-unknown')
  }

  return {
    prepare: (workshopId, openings) =>
      Promise.all(openings.map((opening) => prepareOne(workshopId, opening))),
    token,
    issued: issuedLists.of,
    onIssued: issuedLists.on,
    routes: () => router,
    bundle,
    serve(served) {
      rooms = served
      const parts = { rooms: served, storage, arithmetic, boxes, issuedLists, waits, log, now }
      const closing = createClosing(parts)
      served.onStored((workshopId, _seq, events) => closing.follow(workshopId, events))
      closing.resume().catch((error: unknown) => log.bug('ballots.not-resumed', error))
    },
    forget(pollIds) {
      for (const pollId of pollIds) {
        for (const wait of [discardWait, sealWait, issuedWait]) waits.cancel(wait(pollId))
        boxes.forget(pollId)
        issuedLists.end(pollId)
      }
    },
    async close() {
      isClosed = true
      waits.close()
      await boxes.finishAll()
      await arithmetic.settled() // receipts that were asked for again
      await arithmetic.close()
    },
  }
}

const issuedBefore: TokenReply = {
  ok: false,
  code: 'already-issued',
  message: 'This person has received a ballot before, in another browser or before its storage was cleared.',
}

const no = (code: Extract<TokenReply, { ok: false }>['code'], message: string): TokenReply => ({
  ok: false,
  code,
  message,
})
