// All boards that somebody is on: loaded from storage when needed, compacted when long or idle, let go when left.
import { setTimeout as delay } from 'node:timers/promises'
import type * as Y from 'yjs'
import { Board } from '#server/board/board.ts'
import { Compactor } from '#server/board/compactor.ts'
import { Contents } from '#server/board/contents.ts'
import { scanUpdate } from '#server/board/scan-update.ts'
import { Turns } from '#server/board/turns.ts'
import { upgradeOf } from '#server/board/upgrade.ts'
import type { Log } from '#server/log.ts'
import type { BoardStore } from '#server/storage/storage.ts'
import type { PersonId, WorkshopId } from '#shared/ids.ts'

type Parts = { storage: BoardStore; log: Log; now?: () => number }

export const createBoards = (parts: Parts): Boards => new Boards(parts)

const longTail = 2000
const longTailBytes = 2 * 1024 * 1024
/** Worth compacting once nobody has written for `idleMs`. */
const idleTail = 50
const idleMs = 2000
const liveDocumentMs = 60_000
const emptyMs = 30_000
const sweepMs = 1000
const quietPauseMs = 10
/** Browsers come back within seconds; a laptop that was switched off with the server may take a minute. */
const authorsReturnMs = 60_000

export class Boards {
  readonly #storage: BoardStore
  readonly #log: Log
  readonly #now: () => number
  readonly #startedAt: number
  readonly #loading = new Map<WorkshopId, Promise<Board>>()
  readonly #loaded = new Map<WorkshopId, Board>()
  readonly #turns: Turns
  readonly #compactor = new Compactor()
  readonly #compacting = new Map<Board, Promise<void>>()
  readonly #sweep: NodeJS.Timeout
  /** Deleted ones. Few, and their ids never come again. */
  readonly #gone = new Set<WorkshopId>()
  #isClosed = false

  constructor({ storage, log, now = Date.now }: Parts) {
    this.#storage = storage
    this.#log = log
    this.#now = now
    this.#startedAt = now()
    this.#turns = new Turns({
      append: (entries) => storage.append(entries),
      lost: (boards) => this.#abandon(boards),
      log,
    })
    this.#sweep = setInterval(() => this.sweep(), sweepMs).unref()
  }

  /** First contents, an update of the server's own: nothing happens where there are any. Resolves when durable. */
  async found(workshopId: WorkshopId, update: Uint8Array): Promise<void> {
    const board = await this.open(workshopId)
    if (board.isBlank) await takeOwn(board, [update])
  }

  /**
   * An edit of the server's own, also while nobody is there. `change` sees the board as it stands and gets a fresh client
   * id; each of its transactions becomes an update, and they go the way of everybody's: checked, stored, sent. Resolves
   * when stored; then it may be that only some of them are, if it rejects.
   */
  async write(workshopId: WorkshopId, change: (doc: Y.Doc) => void): Promise<void> {
    const board = await this.open(workshopId)
    await takeOwn(board, board.edit(change))
  }

  /** An update of the server's own that builds on nothing. The same one again changes nothing. Resolves when stored. */
  async add(workshopId: WorkshopId, update: Uint8Array): Promise<void> {
    await takeOwn(await this.open(workshopId), [update])
  }

  /** Everything that is stored, as one Yjs V1 update; without contents the empty update. */
  async read(workshopId: WorkshopId): Promise<Uint8Array> {
    return (await this.state(workshopId)).bytes
  }

  /** As `read`, and how many updates that is: while the number is the same, so is the board. */
  async state(workshopId: WorkshopId): Promise<{ bytes: Uint8Array; seq: number }> {
    const { contents } = await this.open(workshopId)
    const seq = contents.lastSeq
    if (contents.tail.length === 0) return { bytes: contents.snapshot?.bytes ?? Uint8Array.of(0, 0), seq }
    const compacted = await this.#compactor.compact(contents.updates())
    if (!compacted)
      throw new Error(`The board of workshop ${workshopId} builds on updates that are not there.`)
    return { bytes: compacted.bytes, seq }
  }

  /** Whoever joins in the same turn keeps it loaded. */
  async open(workshopId: WorkshopId): Promise<Board> {
    if (this.#isClosed) throw new Error('The boards are closed.')
    if (this.#gone.has(workshopId)) throw new Error(`Workshop ${workshopId} was deleted.`)
    const loaded = this.#loaded.get(workshopId) ?? this.#loading.get(workshopId)
    if (loaded) return loaded
    const loading = this.#load(workshopId)
    this.#loading.set(workshopId, loading)
    return loading.finally(() => this.#loading.delete(workshopId))
  }

  claimClient(workshopId: WorkshopId, clientId: number, personId: PersonId): Promise<PersonId> {
    return this.#storage.claimClient(workshopId, clientId, personId)
  }

  loadedCount(): number {
    return this.#loaded.size
  }

  /** Compacts what is long or idle, lets go of what nobody needs. Called every second. */
  sweep(): void {
    for (const board of this.#loaded.values()) {
      if (isWorthCompacting(board)) this.#compact(board)
      if (board.msSinceWrite() > liveDocumentMs) board.releaseLiveDocument()
      if (board.msEmpty() > emptyMs && board.isQuiet && !this.#compacting.has(board)) {
        this.#loaded.delete(board.workshopId)
      }
    }
  }

  /** The workshop is gone: everybody is sent away, what is under way ends, and nobody opens it again. */
  async forget(workshopId: WorkshopId): Promise<void> {
    this.#gone.add(workshopId)
    await this.#loading.get(workshopId)?.catch(() => {}) // told to whoever opened it
    const board = this.#loaded.get(workshopId)
    if (!board) return
    board.closeMembers('This workshop was deleted.')
    // Not for the turns to end: while others write, they never do.
    while (!board.isQuiet) await delay(quietPauseMs)
    await this.#compacting.get(board)
    this.#loaded.delete(workshopId)
  }

  /** Sends everybody away, stores what they have sent, ends the compaction thread. */
  async close(): Promise<void> {
    this.#isClosed = true
    clearInterval(this.#sweep)
    await Promise.allSettled(this.#loading.values())
    for (const board of this.#loaded.values())
      board.closeMembers('The server is restarting; come back in a moment.')
    await this.#turns.drain()
    await Promise.all(this.#compacting.values())
    await this.#compactor.close()
  }

  async #load(workshopId: WorkshopId): Promise<Board> {
    const contents = new Contents(await this.#storage.load(workshopId))
    const board = new Board(workshopId, contents, {
      wake: this.#turns.wake,
      now: this.#now,
      mayStillCome: () => this.#storage.endedUntimely && this.#now() - this.#startedAt < authorsReturnMs,
    })
    await this.#upgrade(board)
    this.#loaded.set(workshopId, board)
    return board
  }

  async #upgrade(board: Board): Promise<void> {
    const { workshopId } = board
    const upgrade = upgradeOf(board.contents.updates())
    if (upgrade.kind === 'none') return
    if (upgrade.kind === 'failed') {
      this.#log.warn('board.not-upgraded', { workshopId, reason: upgrade.reason })
    } else {
      await takeOwn(board, [upgrade.update])
      this.#log.info('board.upgraded', { workshopId, bytes: upgrade.update.length })
    }
  }

  #abandon(boards: readonly Board[]): void {
    for (const board of boards) {
      // It may have been read anew already.
      if (this.#loaded.get(board.workshopId) === board) this.#loaded.delete(board.workshopId)
      board.abandon()
    }
  }

  #compact(board: Board): void {
    if (this.#compacting.has(board)) return
    const work = this.#compactStored(board)
      .catch((error: unknown) => {
        this.#log.bug('board.compaction-failed', error, { workshopId: board.workshopId })
      })
      .finally(() => this.#compacting.delete(board))
    this.#compacting.set(board, work)
  }

  // The old rows stay until the snapshot is committed; what is written in the meantime stays behind it as its tail.
  async #compactStored({ workshopId, contents }: Board): Promise<void> {
    const upTo = contents.lastSeq
    const compacted = await this.#compactor.compact(contents.updates())
    if (!compacted) throw new Error('The stored updates build on updates that are not there.')
    const { bytes, vector, deletes } = compacted
    await this.#storage.compact(workshopId, { bytes, upTo })
    contents.compact({ bytes, upTo, vector, deletes })
    this.#log.info('board.compacted', { workshopId, upTo, bytes: bytes.length })
  }
}

// Each in an async function of its own, so that one that is refused leaves no other's failure unheard.
async function takeOwn(board: Board, updates: readonly Uint8Array[]): Promise<void> {
  const take = async (update: Uint8Array): Promise<void> => {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const scan = scanUpdate(update, { maxStructs: Number.MAX_SAFE_INTEGER })
    board.take(null, update, scan, {
      saved: resolve,
      lost: () => reject(new Error('The server’s own change to the board could not be stored.')),
    })
    await promise
  }
  await Promise.all(updates.map(take))
}

function isWorthCompacting(board: Board): boolean {
  const { tail, tailBytes } = board.contents
  if (tail.length > longTail || tailBytes > longTailBytes) return true
  return tail.length > idleTail && board.msSinceWrite() > idleMs
}
