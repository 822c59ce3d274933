// From the closing of a poll to its seal in the log, also when the process ended anywhere on the way.
import { bytesToHex } from '@noble/hashes/utils.js'
import type { Arithmetic } from '#server/ballots/arithmetic.ts'
import type { Boxes } from '#server/ballots/boxes.ts'
import type { IssuedLists } from '#server/ballots/issued-lists.ts'
import { type Sealed, sealPoll } from '#server/ballots/seal.ts'
import type { Waits } from '#server/ballots/waits.ts'
import type { Log } from '#server/log.ts'
import type { BallotStore, PollRow } from '#server/storage/storage.ts'
import { hashBundle, readBundle } from '#shared/ballots/bundle.ts'
import { ballotStepOf, findSecretPoll, sealCommand } from '#shared/facilitation/ballot-plane.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import type { Actor } from '#shared/facilitation/decision.ts'
import type { Event } from '#shared/facilitation/events.ts'
import { graceMs } from '#shared/facilitation/polls.ts'
import type { Reply } from '#shared/facilitation/protocol.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import type { Workshop } from '#shared/facilitation/workshop.ts'
import type { PollId, WorkshopId } from '#shared/ids.ts'

/** What the ballot box needs of the facilitation plane. */
export type BallotRooms = {
  state(workshopId: WorkshopId): Promise<{ workshop: Workshop }>
  submit(
    workshopId: WorkshopId,
    order: { actor: Actor; commandId: string | null; command: Command },
  ): Promise<Reply>
  onStored(listener: (workshopId: WorkshopId, seq: number, events: Event[]) => void): () => void
}

const retrySealMs = 2000
/** The name of the wait after which a poll that was not opened is forgotten. */
export const discardWait = (pollId: PollId): string => `discard ${pollId}`

export const sealWait = (pollId: PollId): string => `seal ${pollId}`

export type Closing = {
  /** Does what the log says of secret polls. */
  follow(workshopId: WorkshopId, events: readonly Event[]): void
  /** Finishes what a stopped process left unfinished. */
  resume(): Promise<void>
}

export function createClosing({
  rooms,
  storage,
  arithmetic,
  boxes,
  issuedLists,
  waits,
  log,
  now,
}: {
  rooms: BallotRooms
  storage: BallotStore
  arithmetic: Arithmetic
  boxes: Boxes
  issuedLists: IssuedLists
  waits: Waits
  log: Log
  now: () => number
}): Closing {
  function follow(workshopId: WorkshopId, events: readonly Event[]): void {
    for (const event of events) {
      const step = ballotStepOf(event)
      if (!step) continue
      const { pollId } = step
      if (step.step === 'opened') {
        waits.cancel(discardWait(pollId))
        start(pollId).catch(report('ballots.not-started', pollId))
      } else if (step.step === 'closing') {
        beginClosing(workshopId, pollId, step.graceEndsAt).catch(report('ballots.not-closing', pollId))
      } else {
        boxes.forget(pollId)
        issuedLists.end(pollId)
      }
    }
  }

  async function start(pollId: PollId): Promise<void> {
    const box = await boxes.of(pollId)
    if (box) issuedLists.begin(box)
  }

  async function beginClosing(workshopId: WorkshopId, pollId: PollId, graceEndsAt: number): Promise<void> {
    waits.start(sealWait(pollId), Math.max(0, graceEndsAt - now()), () => seal(workshopId, pollId))
    const box = await boxes.of(pollId)
    await Promise.all([storage.setClosing(pollId), box?.close()])
  }

  /** Seals and tells the log. Whatever fails is tried again: the poll stays `closing` in the log until it is through. */
  async function seal(workshopId: WorkshopId, pollId: PollId): Promise<void> {
    try {
      const box = await boxes.of(pollId)
      await box?.shut()
      const row = await storage.poll(pollId)
      const poll = findSecretPoll((await rooms.state(workshopId)).workshop, pollId)
      if (!row && !poll) return // deleted with its workshop
      if (!row) throw new Error(`Poll ${pollId} is closing and has no keys.`)
      if (!poll) throw new Error(`Poll ${pollId} is not a secret poll of its workshop.`)
      const sealed =
        (await sealedBefore(row)) ?? (await sealPoll(row, poll.minimumGroup, { storage, arithmetic }))
      await tell(workshopId, pollId, sealed)
    } catch (error) {
      log.bug('ballots.not-sealed', error, { pollId })
      waits.start(sealWait(pollId), retrySealMs, () => seal(workshopId, pollId))
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

  async function tell(workshopId: WorkshopId, pollId: PollId, sealed: Sealed): Promise<void> {
    const { suppressed, issuedTo } = sealed
    const actor: Actor = { personId: null, role: 'server' }
    const { workshop } = await rooms.state(workshopId)
    const bundleHash = bytesToHex(sealed.bundleHash)
    const command = sealCommand(workshop, { pollId, bundleHash, suppressed, issuedTo })
    const reply = await rooms.submit(workshopId, { actor, commandId: null, command })
    if (!reply.ok && reply.code !== 'already-done')
      throw new Error(`The log refused the seal of poll ${pollId}: ${reply.message}`)
    await storage.setClosed(pollId)
    log.info('ballots.sealed', { workshopId, pollId, issued: issuedTo.length, suppressed })
  }

  async function resumePoll({ workshopId, pollId, state }: PollRow): Promise<void> {
    if (waits.has(discardWait(pollId))) return // its opening is being decided at this moment
    const poll = findSecretPoll((await rooms.state(workshopId)).workshop, pollId)
    if (!poll) return storage.discardPoll(pollId)
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
    await start(pollId)
    issuedLists.announce(workshopId, pollId)
    // Ballots that waited in the stopped process's memory are sent again, at the latest after the longest backoff of 8 s.
    if (poll.state === 'closing')
      await beginClosing(workshopId, pollId, Math.max(poll.graceEndsAt ?? 0, now() + graceMs))
  }

  const report = (fact: string, what: string) => (error: unknown) => {
    log.bug(fact, error, { what })
  }

  return {
    follow,
    async resume() {
      try {
        for (const row of await storage.unfinished())
          await resumePoll(row).catch(report('ballots.not-resumed', row.pollId))
      } catch (error) {
        report('ballots.not-resumed', 'all')(error)
      }
    },
  }
}
