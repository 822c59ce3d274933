// Silent writing on the server: keeps each writer's notes, tells the room how many there are, places them when revealed.
import { setTimeout as delay } from 'node:timers/promises'
import type { Seated } from '#server/access/seat.ts'
import { done, type Outcome, refuse } from '#server/http/answer.ts'
import type { Log } from '#server/log.ts'
import { type CountsFor, createTallies } from '#server/silence/tallies.ts'
import type { DraftRow, SilenceStore } from '#server/storage/storage.ts'
import { canEditBoard } from '#shared/access/role.ts'
import type { Event } from '#shared/facilitation/events.ts'
import { findRound, writingRound } from '#shared/facilitation/silence.ts'
import type { Workshop } from '#shared/facilitation/workshop.ts'
import type { PersonId, RoundId, WorkshopId } from '#shared/ids.ts'
import type { SilentCounts } from '#shared/silence/counts.ts'
import { type Draft, type DraftId, maxDrafts, type SilentState } from '#shared/silence/drafts.ts'

type SilentRooms = {
  state(workshopId: WorkshopId): Promise<{ workshop: Workshop }>
  onStored(listener: (workshopId: WorkshopId, seq: number, events: Event[]) => void): () => void
}

/** What silent writing needs of the boards; nothing goes there before a round is revealed. */
export type SilentBoard = {
  /** The update that puts the notes on the board under ids that nobody has seen; it builds on nothing. */
  placing(workshopId: WorkshopId, drafts: readonly DraftRow[], withNames: boolean): Promise<Uint8Array>
  /** Applies it, at most once however often it comes, and lays out the maps that it touches. */
  place(workshopId: WorkshopId, placing: Uint8Array): Promise<void>
}

export type Silence = {
  state(seat: Seated): Promise<SilentState>
  /** Null while no round is on. */
  counts(workshopId: WorkshopId, personId: PersonId): Promise<SilentCounts | null>
  put(seat: Seated, roundId: RoundId, draft: Draft): Promise<Outcome<{ roundId: RoundId; draftId: DraftId }>>
  remove(seat: Seated, roundId: RoundId, draftId: DraftId): Promise<Outcome<Record<string, never>>>
  /** Fires some seconds after notes were written, whoever wrote them. */
  onCounts(listener: (workshopId: WorkshopId, countsFor: CountsFor) => void): () => void
  /** Follows the log from now on, and finishes what a stopped process left unfinished. */
  serve(rooms: SilentRooms): Promise<void>
  /** Waits for notes that are being placed. */
  close(): Promise<void>
}

const retryMs = 2000
/** After the reveal what is just being typed still comes in: the browsers send it when they hear of it. */
const usualGraceMs = 1500

type Parts = {
  storage: SilenceStore
  board: SilentBoard
  log: Log
  graceMs?: number
  /** For tests. */
  random?: () => number
}

export function createSilence({
  storage,
  board,
  log,
  graceMs = usualGraceMs,
  random = Math.random,
}: Parts): Silence {
  const tallies = createTallies({ storage, log, random })
  /** One at a time per round: a note is placed once because of the storage, and not twice at once because of this. */
  const ending = new Map<RoundId, Promise<void>>()
  let rooms: SilentRooms | null = null
  let stop = () => {}
  let isClosed = false

  async function workshopOf(workshopId: WorkshopId): Promise<Workshop> {
    if (!rooms) throw new Error('Silent writing is not served yet.')
    return (await rooms.state(workshopId)).workshop
  }
  const silenceOf = async (workshopId: WorkshopId) => (await workshopOf(workshopId)).silence
  const roundOf = async (workshopId: WorkshopId) => writingRound(await silenceOf(workshopId))

  async function writing(seat: Seated, roundId: RoundId): Promise<Outcome<PersonId>> {
    const { personId, role, workshopId } = seat
    if (personId === null || !canEditBoard(role))
      return refuse(403, 'not-allowed', 'Observers see how many silent notes there are and write none.')
    const round = findRound(await silenceOf(workshopId), roundId)
    // Storage knows when the last note was taken.
    return round && round.state !== 'cancelled' ? done(personId) : over
  }

  async function finish(workshopId: WorkshopId, roundId: RoundId, waitMs: number): Promise<void> {
    const round = findRound(await silenceOf(workshopId), roundId)
    if (!round || round.state === 'writing') return
    if (round.state === 'revealed' && waitMs > 0) await delay(waitMs)
    tallies.forget(workshopId)
    // The order makes every step one that can be taken again: nothing more is taken; the update is fixed, and with it
    // every note's new id; the board has it; it is forgotten.
    const kept = await storage.close(workshopId, roundId)
    if (kept === 'done') return
    if (round.state === 'revealed') {
      const placing = kept ?? (await fixPlacing(workshopId, roundId, round.withNames))
      if (placing === 'done') return
      await board.place(workshopId, placing)
    }
    await storage.finish(workshopId, roundId)
    log.info('silence.ended', { workshopId, roundId, state: round.state })
  }

  async function fixPlacing(workshopId: WorkshopId, roundId: RoundId, withNames: boolean) {
    const drafts = await storage.drafts(workshopId, roundId)
    if (drafts.length === 0) return Uint8Array.of(0, 0)
    return storage.keepPlacing(workshopId, roundId, await board.placing(workshopId, drafts, withNames))
  }

  /** Tries until it succeeds or the process ends; the next one goes on where it stopped. */
  function end(workshopId: WorkshopId, roundId: RoundId, waitMs = 0): void {
    if (ending.has(roundId)) return
    const work = finish(workshopId, roundId, waitMs)
      .catch((error: unknown) => {
        if (isClosed) return
        log.bug('silence.not-placed', error, { workshopId, roundId })
        setTimeout(() => end(workshopId, roundId), retryMs).unref()
      })
      .finally(() => ending.delete(roundId))
    ending.set(roundId, work)
  }

  function onStored(workshopId: WorkshopId, _seq: number, events: Event[]): void {
    for (const event of events)
      if (event.type === 'silence.revealed' || event.type === 'silence.cancelled')
        end(workshopId, event.roundId, graceMs)
  }

  return {
    async state({ workshopId, personId }) {
      const { silence, people } = await workshopOf(workshopId)
      const round = writingRound(silence)
      if (!round || personId === null) return { roundId: null, drafts: [] }
      const { roundId, startedAt } = round
      // Hidden from all but their writer: also from whoever came back as them by a facilitator's link. They are placed all the same.
      if ((people[personId]?.takenUpAt ?? 0) >= startedAt) return { roundId, drafts: [] }
      const rows = await storage.draftsOf(workshopId, roundId, personId)
      return { roundId, drafts: rows.map(draftOf) }
    },

    async counts(workshopId, personId) {
      const round = await roundOf(workshopId)
      return round ? (await tallies.counts(workshopId, round.roundId))(personId) : null
    },

    async put(seat, roundId, draft) {
      const { workshopId } = seat
      const writer = await writing(seat, roundId)
      if (!writer.ok) return writer
      const row = { ...draft, workshopId, roundId, personId: writer.value }
      const outcome = await storage.put(row, maxDrafts)
      if (outcome === 'closed') return over
      if (outcome === 'full')
        return refuse(409, 'full', `One person can write ${maxDrafts} notes in a round; delete one first.`)
      tallies.changed(workshopId, roundId)
      return done({ roundId, draftId: draft.draftId })
    },

    async remove(seat, roundId, draftId) {
      const { workshopId } = seat
      const writer = await writing(seat, roundId)
      if (!writer.ok) return writer
      const outcome = await storage.remove({ workshopId, roundId, personId: writer.value, draftId })
      if (outcome === 'closed') return over
      tallies.changed(workshopId, roundId)
      return done({})
    },

    onCounts: tallies.onCounts,

    async serve(served) {
      rooms = served
      stop = served.onStored(onStored)
      for (const { workshopId, roundId } of await storage.unfinished()) end(workshopId, roundId)
    },

    async close() {
      isClosed = true
      stop()
      tallies.close()
      await Promise.all(ending.values())
    },
  }
}

const over = refuse(409, 'not-now', 'This round of silent writing is over; nothing more is taken.')

const draftOf = ({ workshopId: _, roundId: __, personId: ___, ...draft }: DraftRow): Draft => draft
