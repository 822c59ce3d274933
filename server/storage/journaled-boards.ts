// Boards behind a journal: an update is written at once, durable soon, and folded into the database in the background.
import type { Log } from '#server/log.ts'
import { BoardJournal } from '#server/storage/board-journal.ts'
import { StorageError } from '#server/storage/database.ts'
import type { JournalFile, OpenJournalFile } from '#server/storage/journal-file.ts'
import { Folding } from '#server/storage/journal-folding.ts'
import { headOf, replayJournal } from '#server/storage/journal-replay.ts'
import type { Appended, BoardEntry, BoardStore, StoredBoard } from '#server/storage/storage.ts'
import type { WorkshopId } from '#shared/ids.ts'

const defaultFoldAfterMs = 1000
/** As much waits in the journal before it is folded at once, and before nothing more is taken. */
const foldAtBytes = 4 * 1024 * 1024
const maxBytes = 64 * 1024 * 1024

export type JournaledBoards = {
  store: BoardStore
  /** Throws while the journal takes nothing. */
  check(): void
  /**
   * Nothing more is taken of this board; resolves when all of it that was taken lies in the database, and can be deleted
   * there: an update that came behind its board would stop the folding for all.
   */
  end(workshopId: WorkshopId): Promise<void>
  /** Resolves when all that is written by now lies in the database. */
  settle(): Promise<void>
  /** Folds what is left and removes the journal; where that fails it stays, for the next start. */
  close(): Promise<void>
}

type Setting = {
  /** Where everything ends up. */
  boards: BoardStore
  /** Of the journal: beside the database, and named after it. */
  paths: readonly [string, string]
  openFile: OpenJournalFile
  log: Log
  /** For tests. */
  foldAfterMs?: number
}

/** First folds what an earlier process left behind. Rejects with a sentence when that cannot be read. */
export async function openJournaledBoards({
  boards,
  paths,
  openFile,
  log,
  foldAfterMs = defaultFoldAfterMs,
}: Setting): Promise<JournaledBoards> {
  const [first, second] = [await openFile(paths[0]), await openFile(paths[1])]
  const files = [first.file, second.file] as const
  const left = [
    { path: paths[0], found: first.found },
    { path: paths[1], found: second.found },
  ]
  try {
    await replayJournal(left, boards, log)
    for (const file of files) await file.empty()
  } catch (error) {
    for (const file of files) await file.close({ remove: false })
    throw error
  }
  const journaled = new Journaled(boards, files, { log, foldAfterMs })
  return {
    store: {
      endedUntimely: left.some(({ found }) => found !== null),
      load: (workshopId) => journaled.load(workshopId),
      append: (entries) => journaled.append(entries),
      compact: (workshopId, snapshot) => journaled.compact(workshopId, snapshot),
      claimClient: (workshopId, clientId, personId) => boards.claimClient(workshopId, clientId, personId),
    },
    check: () => journaled.check(),
    end: (workshopId) => journaled.end(workshopId),
    settle: () => journaled.settle(),
    close: () => journaled.close(),
  }
}

class Journaled {
  readonly #boards: BoardStore
  readonly #log: Log
  readonly #journal: BoardJournal
  readonly #folding: Folding
  /** Of every board that was read or written: the `seq` of its last update. */
  readonly #heads = new Map<WorkshopId, number>()
  /** Boards of which nothing is taken any more. Few, and their ids never come again. */
  readonly #ended = new Set<WorkshopId>()
  #closed: Promise<void> | null = null

  constructor(
    boards: BoardStore,
    files: readonly [JournalFile, JournalFile],
    { log, foldAfterMs }: { log: Log; foldAfterMs: number },
  ) {
    this.#boards = boards
    this.#log = log
    this.#journal = new BoardJournal(files, (error) => this.#folding.distrust(error))
    this.#folding = new Folding({ journal: this.#journal, boards, log, afterMs: foldAfterMs })
  }

  async load(workshopId: WorkshopId): Promise<StoredBoard> {
    // What is folded meanwhile stands in one of the two, or in both,
    const before = this.#journal.entriesOf(workshopId)
    const { snapshot, tail } = await this.#boards.load(workshopId)
    const head = headOf({ snapshot, tail })
    const written = [...before, ...this.#journal.entriesOf(workshopId)]
    const unfolded = new Map(
      written.filter(({ seq }) => seq > head).map((entry) => [entry.seq, entry.update]),
    )
    const behind = [...unfolded].map(([seq, update]) => ({ seq, update: new Uint8Array(update) }))
    const board = { snapshot, tail: [...tail, ...behind] }
    // unless it was written meanwhile, too.
    if (headOf(board) < (this.#heads.get(workshopId) ?? 0)) return this.load(workshopId)
    this.#heads.set(workshopId, headOf(board))
    return board
  }

  append(entries: readonly BoardEntry[]): Appended {
    const unknown = entries.find(({ workshopId }) => !this.#heads.has(workshopId))
    if (!unknown) return this.#appendNow(entries)
    const appended = this.load(unknown.workshopId).then(() => this.append(entries))
    return {
      written: appended.then(({ written }) => written),
      durable: appended.then(({ durable }) => durable),
    }
  }

  async compact(workshopId: WorkshopId, snapshot: { bytes: Uint8Array; upTo: number }): Promise<void> {
    const isCovered = ({ seq }: BoardEntry) => seq <= snapshot.upTo
    while (this.#journal.entriesOf(workshopId).some(isCovered)) await this.#folding.fold()
    await this.#boards.compact(workshopId, snapshot)
  }

  async end(workshopId: WorkshopId): Promise<void> {
    this.#ended.add(workshopId)
    while (this.#journal.entriesOf(workshopId).length > 0) await this.#folding.fold()
    this.#heads.delete(workshopId)
  }

  /** What is under way empties the older file, and the next one turns to the newer. */
  async settle(): Promise<void> {
    if (this.#closed !== null) throw new StorageError('Nothing can be copied: the storage is closed.')
    await this.#folding.fold()
    await this.#folding.fold()
  }

  check(): void {
    if (this.#closed !== null) throw new StorageError('Nothing can be stored: the storage is closed.')
    const { distrusted } = this.#folding
    if (distrusted !== null) throw new StorageError(`The journal of the boards takes nothing: ${distrusted}.`)
    if (this.#journal.bytes > maxBytes)
      throw new StorageError('The journal of the boards is full: the database does not take what is in it.')
  }

  close(): Promise<void> {
    this.#closed ??= this.#close()
    return this.#closed
  }

  async #close(): Promise<void> {
    await this.#journal.durable().catch(() => {}) // whoever waits for it has been told
    const isFolded = await this.#folding.end().then(
      () => true,
      (error: unknown) => {
        this.#log.warn('storage.journal-kept', { reason: String(error) })
        return false
      },
    )
    await this.#journal.close({ remove: isFolded })
  }

  // Without a break between the checks and the write: nobody else can come in between.
  #appendNow(entries: readonly BoardEntry[]): Appended {
    try {
      if (!this.#follows(entries)) {
        const conflict = Promise.resolve('conflict' as const)
        return { written: conflict, durable: conflict }
      }
      this.#write(entries)
    } catch (error) {
      const failure = Promise.reject(error)
      return { written: failure, durable: failure }
    }
    const durable = this.#journal.durable().then(() => 'stored' as const)
    return { written: Promise.resolve('stored'), durable }
  }

  #follows(entries: readonly BoardEntry[]): boolean {
    const heads = new Map<WorkshopId, number>()
    return entries.every(({ workshopId, seq }) => {
      if (this.#ended.has(workshopId)) return false
      const head = heads.get(workshopId) ?? this.#heads.get(workshopId) ?? 0
      heads.set(workshopId, seq)
      return seq === head + 1
    })
  }

  #write(entries: readonly BoardEntry[]): void {
    this.check()
    if (entries.length === 0) return
    try {
      this.#journal.write(entries)
    } catch (error) {
      this.#folding.distrust(error)
      throw error
    }
    for (const { workshopId, seq } of entries) this.#heads.set(workshopId, seq)
    this.#folding.wake(this.#journal.bytes > foldAtBytes)
  }
}
