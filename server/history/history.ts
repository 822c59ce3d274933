// The history of a board: states kept by name or as the agenda moves on, to look at and to go back to.
import { randomBytes } from 'node:crypto'
import * as Y from 'yjs'
import { done, type Outcome, refuse } from '#server/http/answer.ts'
import type { Log } from '#server/log.ts'
import type { HistoryRow, HistoryStore } from '#server/storage/storage.ts'
import { type BoardRecord, readRecords } from '#shared/board/document.ts'
import type { HistoryEntry } from '#shared/board/history.ts'
import { restoreRecords } from '#shared/board/restore.ts'
import type { Event } from '#shared/facilitation/events.ts'
import type { Workshop } from '#shared/facilitation/workshop.ts'
import type { PersonId, WorkshopId } from '#shared/ids.ts'

type HistoryBoards = {
  /** The state as one Yjs V1 update, and how many updates the board has had. */
  state(workshopId: WorkshopId): Promise<{ bytes: Uint8Array; seq: number }>
  write(workshopId: WorkshopId, change: (doc: Y.Doc) => void): Promise<void>
}
type HistoryRooms = {
  state(workshopId: WorkshopId): Promise<{ workshop: Workshop }>
  onStored(listener: (workshopId: WorkshopId, seq: number, events: Event[]) => void): () => void
}

export type BoardHistory = {
  /** Newest first. */
  list(workshopId: WorkshopId): Promise<HistoryEntry[]>
  bytes(workshopId: WorkshopId, entryId: string): Promise<Outcome<Uint8Array>>
  keep(workshopId: WorkshopId, personId: PersonId, name: string): Promise<Outcome<{ entry: HistoryEntry }>>
  /** Only what somebody has named: the others go by themselves. */
  forget(workshopId: WorkshopId, entryId: string): Promise<Outcome<Record<string, never>>>
  /** Answers with the state that was kept just before: going back from going back is restoring that one. */
  restore(
    workshopId: WorkshopId,
    personId: PersonId,
    entryId: string,
  ): Promise<Outcome<{ entry: HistoryEntry }>>
  /** Keeps a state whenever an agenda item begins, and when the agenda or the session ends. */
  follow(rooms: HistoryRooms): void
  /** Waits for what is being kept of this board. */
  settled(workshopId: WorkshopId): Promise<void>
  /** Waits for what is being kept. */
  close(): Promise<void>
}

const mostNamed = 100
/** Of those that nobody named; the oldest go. */
const mostAutomatic = 50
/** The results compare sessions by the board as each of them left it, so these do not go with the others. */
const mostEnds = 100

type Parts = { storage: HistoryStore; boards: HistoryBoards; log: Log; now: () => number }
type Reason = Pick<HistoryEntry, 'kind'> &
  Partial<Pick<HistoryEntry, 'name' | 'itemTitle' | 'personId'>> & {
    /** Of an end: when its session began. What an earlier one left is not its end, even where nothing has changed since. */
    since?: number
  }

export function createHistory({ storage, boards, log, now }: Parts): BoardHistory {
  /** What is being kept, by workshop. */
  const keeping = new Map<Promise<unknown>, WorkshopId>()
  /** The latest to keep a state, by workshop: two at once would both find that nothing has been kept yet. */
  const turns = new Map<WorkshopId, Promise<unknown>>()
  let stop = () => {}

  function keepState(workshopId: WorkshopId, entryId: string, reason: Reason): Promise<HistoryEntry | null> {
    const kept = (turns.get(workshopId) ?? Promise.resolve()).then(() =>
      keepInTurn(workshopId, entryId, reason),
    )
    const turn = kept
      .catch(() => {}) // told to whoever asked for it
      .finally(() => turns.get(workshopId) === turn && turns.delete(workshopId))
    turns.set(workshopId, turn)
    return kept
  }

  /** Where nothing has changed since the newest state, that one is the answer; a name is always kept, and so is an end. */
  async function keepInTurn(
    workshopId: WorkshopId,
    entryId: string,
    { kind, name = null, itemTitle = null, personId = null, since = 0 }: Reason,
  ): Promise<HistoryEntry | null> {
    // Before the board is taken: all that was on it by then is in the state, and the results go by that.
    const at = now()
    const { bytes, seq } = await boards.state(workshopId)
    const same = (await storage.list(workshopId)).filter(({ boardSeq }) => boardSeq === seq)
    const isItsEnd = (entry: HistoryRow) => entry.kind === kind && entry.at >= since
    const kept = kind === 'agenda-ends' ? same.find(isItsEnd) : same[0]
    if (kind !== 'named' && kept) return entryOf(kept)
    if (seq === 0) return null
    const entry: HistoryEntry = { entryId, kind, name, itemTitle, personId, at }
    await storage.add({ ...entry, workshopId, boardSeq: seq }, bytes)
    await forgetOldest(workshopId)
    return entry
  }

  async function forgetOldest(workshopId: WorkshopId): Promise<void> {
    const { ends = [], automatic = [] } = Object.groupBy(await storage.list(workshopId), ({ kind }) =>
      kind === 'agenda-ends' ? 'ends' : kind === 'named' ? 'named' : 'automatic',
    )
    const old = [...automatic.slice(mostAutomatic), ...ends.slice(mostEnds)].map(({ entryId }) => entryId)
    if (old.length > 0) await storage.remove(workshopId, old)
  }

  async function keepAtEvent(workshopId: WorkshopId, seq: number, event: Event, rooms: HistoryRooms) {
    const entryId = `event-${seq}` // the same from every node: it is kept once
    if (event.type === 'agenda.ended' || event.type === 'session.ended') {
      const { all } = (await rooms.state(workshopId)).workshop.sessions
      await keepState(workshopId, entryId, { kind: 'agenda-ends', since: all.at(-1)?.startedAt ?? 0 })
    } else if (event.type === 'agenda.started' || event.type === 'agenda.advanced') {
      const { items } = (await rooms.state(workshopId)).workshop.agenda
      const itemTitle = items.find(({ itemId }) => itemId === event.itemId)?.title ?? null
      await keepState(workshopId, entryId, { kind: 'item-begins', itemTitle })
    }
  }

  return {
    async list(workshopId) {
      // Whoever asks right after an item has begun finds its state.
      await Promise.all([...keeping].filter(([, of]) => of === workshopId).map(([work]) => work))
      return (await storage.list(workshopId)).map(entryOf)
    },

    async bytes(workshopId, entryId) {
      const bytes = await storage.bytes(workshopId, entryId)
      return bytes ? done(bytes) : unknown
    },

    async keep(workshopId, personId, name) {
      const named = (await storage.list(workshopId)).filter(({ kind }) => kind === 'named')
      if (named.length >= mostNamed)
        return refuse(
          409,
          'full',
          `A board keeps ${mostNamed} named states; this one has that many. Delete one first.`,
        )
      const entry = await keepState(workshopId, freshId(), { kind: 'named', name, personId })
      return entry ? done({ entry }) : refuse(409, 'empty', 'The board is empty; there is nothing to keep.')
    },

    async forget(workshopId, entryId) {
      const entry = (await storage.list(workshopId)).find((one) => one.entryId === entryId)
      if (!entry) return unknown
      if (entry.kind !== 'named')
        return refuse(409, 'not-named', 'Only states that somebody has named can be deleted.')
      await storage.remove(workshopId, [entryId])
      return done({})
    },

    async restore(workshopId, personId, entryId) {
      const bytes = await storage.bytes(workshopId, entryId)
      if (!bytes) return unknown
      const target = recordsIn(bytes)
      const entry = await keepState(workshopId, freshId(), { kind: 'before-restore', personId })
      if (!entry) return unknown
      await boards.write(workshopId, (doc) => restoreRecords(doc, target))
      log.info('history.restored', { workshopId, entryId })
      return done({ entry })
    },

    follow(rooms) {
      stop = rooms.onStored((workshopId, seq, events) => {
        for (const [at, event] of events.entries()) {
          const work = keepAtEvent(workshopId, seq + at, event, rooms)
            .catch((error: unknown) => void log.bug('history.not-kept', error, { workshopId, seq: seq + at }))
            .finally(() => keeping.delete(work))
          keeping.set(work, workshopId)
        }
      })
    },

    async settled(workshopId) {
      await turns.get(workshopId)
    },

    async close() {
      stop()
      await Promise.all(keeping.keys())
    },
  }
}

const unknown = refuse(
  404,
  'state-unknown',
  'This state of the board is not kept any more; load the list again.',
)
const freshId = (): string => randomBytes(12).toString('hex')

function recordsIn(bytes: Uint8Array): Map<string, BoardRecord> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, bytes)
  const records = readRecords(doc)
  doc.destroy()
  return records
}

const entryOf = ({ workshopId: _, boardSeq: __, ...entry }: HistoryRow): HistoryEntry => entry
