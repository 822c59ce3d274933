// The journal: board updates in two files, written before anybody sees them, made durable in groups, emptied in turn.
import type { JournalFile } from '#server/storage/journal-file.ts'
import { encodeRecord } from '#server/storage/journal-records.ts'
import type { BoardEntry } from '#server/storage/storage.ts'
import type { WorkshopId } from '#shared/ids.ts'

/**
 * How long a write waits for others that one sync will do for. "Saved" is said that much later, which nobody sees, and
 * busy boards ask the disk fifty times a second at most, where they would ask it for every edit.
 */
const gatherMs = 20

/** One file and what stands in it. */
export class Segment {
  readonly file: JournalFile
  entries: BoardEntry[] = []
  bytes = 0
  /** Something was written since the last sync began. */
  isUnsynced = false

  constructor(file: JournalFile) {
    this.file = file
  }

  get isEmpty(): boolean {
    return this.bytes === 0 && this.entries.length === 0
  }

  /** Its entries have gone elsewhere. */
  async empty(): Promise<void> {
    await this.file.empty()
    this.bytes = 0
    this.isUnsynced = false
  }
}

/** New updates go into one file while the other, older one is folded into the database and emptied. */
export class BoardJournal {
  #older: Segment
  #newer: Segment
  readonly #failed: (error: unknown) => void
  /** What the next sync will make durable, and what the one under way does. */
  #gathering: PromiseWithResolvers<void> | null = null
  #syncing: Promise<void> | null = null

  /** `failed` hears of every sync that did not succeed: nobody knows what is on the disk then. */
  constructor(files: readonly [JournalFile, JournalFile], failed: (error: unknown) => void) {
    this.#older = new Segment(files[0])
    this.#newer = new Segment(files[1])
    this.#failed = failed
  }

  get older(): Segment {
    return this.#older
  }
  get newer(): Segment {
    return this.#newer
  }
  get bytes(): number {
    return this.#older.bytes + this.#newer.bytes
  }
  get isEmpty(): boolean {
    return this.#older.isEmpty && this.#newer.isEmpty
  }

  entriesOf(workshopId: WorkshopId): BoardEntry[] {
    return [...this.#older.entries, ...this.#newer.entries].filter((entry) => entry.workshopId === workshopId)
  }

  /** Throws when the disk does not take it; what the file then holds behind its last record is worth nothing. */
  write(entries: readonly BoardEntry[]): void {
    const segment = this.#newer
    const record = encodeRecord(entries, segment.bytes === 0)
    segment.file.write(record, segment.bytes)
    segment.bytes += record.length
    segment.entries.push(...entries)
    segment.isUnsynced = true
  }

  /** Resolves when everything written so far is durable. */
  durable(): Promise<void> {
    if (this.#older.isUnsynced || this.#newer.isUnsynced) {
      if (!this.#gathering) {
        this.#gathering = Promise.withResolvers()
        if (!this.#syncing) setTimeout(this.#sync, gatherMs)
      }
      return this.#gathering.promise
    }
    return this.#syncing ?? Promise.resolve()
  }

  /** From here on new updates go into the other file, which must be empty. */
  turnOver(): void {
    const { older, newer } = this
    this.#older = newer
    this.#newer = older
  }

  async close(end: { remove: boolean }): Promise<void> {
    await this.#syncing?.catch(() => {}) // whoever waits for it has been told
    await Promise.all([this.#older.file.close(end), this.#newer.file.close(end)])
  }

  readonly #sync = (): void => {
    const group = this.#gathering
    if (!group) return
    this.#gathering = null
    this.#syncing = group.promise
    this.#syncBoth().then(
      () => {
        group.resolve()
        this.#syncing = null
        if (this.#gathering) setTimeout(this.#sync, gatherMs)
      },
      (error: unknown) => {
        this.#failed(error)
        group.reject(error)
        this.#gathering?.reject(error)
        this.#gathering = null
        this.#syncing = null
      },
    )
  }

  // The older first: what is durable has no gaps before it.
  async #syncBoth(): Promise<void> {
    for (const segment of [this.#older, this.#newer]) {
      if (!segment.isUnsynced) continue
      segment.isUnsynced = false
      await segment.file.sync()
    }
  }
}
