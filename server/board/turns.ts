// Once per turn of the event loop: one append for all boards that were written to, one write per socket.
import type { Board } from '#server/board/board.ts'
import type { Log } from '#server/log.ts'
import type { BoardStore } from '#server/storage/storage.ts'

type Work = {
  append: BoardStore['append']
  /** These boards' last updates may or may not be stored: their memory is worth nothing any more. */
  lost: (boards: readonly Board[]) => void
  log: Log
}

/**
 * What is written goes out to the others; what is durable is acknowledged. While a write is under way, new updates queue
 * for the next one: the slower the storage, the larger the groups. Each board's updates are stored in the order in which
 * they were taken.
 */
export class Turns {
  readonly #work: Work
  readonly #woken = new Set<Board>()
  readonly #queued = new Set<Board>()
  #isArmed = false
  #isWriting = false
  /** How many appends are not durable yet; `saving` ends with the last of them. */
  #unsaved = 0
  #saving: Promise<void> = Promise.resolve()

  constructor(work: Work) {
    this.#work = work
  }

  readonly wake = (board: Board): void => {
    this.#woken.add(board)
    if (!this.#isArmed) setImmediate(this.#turn)
    this.#isArmed = true
  }

  /** Resolves when nothing waits to be stored or sent. */
  async drain(): Promise<void> {
    while (this.#isArmed || this.#unsaved > 0)
      await (this.#isArmed ? new Promise(setImmediate) : this.#saving)
  }

  readonly #turn = (): void => {
    this.#isArmed = false
    const boards = [...this.#woken]
    this.#woken.clear()
    for (const board of boards) if (board.hasQueued) this.#queued.add(board)
    this.#store()
    // Where storage writes at once, this comes right after it, and one write per socket takes everything along.
    queueMicrotask(() => {
      for (const board of boards) board.flush()
    })
  }

  #store(): void {
    if (this.#isWriting || this.#queued.size === 0) return
    const boards = [...this.#queued]
    this.#queued.clear()
    const { written, durable } = this.#work.append(boards.flatMap((board) => board.startWriting()))
    this.#isWriting = true
    written.then(
      (outcome) => this.#finishWriting(boards, outcome === 'stored' ? null : 'somebody else wrote first'),
      (error: unknown) => this.#finishWriting(boards, error),
    )
    this.#unsaved++
    this.#saving = durable.then(
      (outcome) => this.#finishSaving(boards, outcome === 'stored' ? null : 'somebody else wrote first'),
      (error: unknown) => this.#finishSaving(boards, error),
    )
  }

  #finishWriting(boards: readonly Board[], failure: unknown): void {
    this.#isWriting = false
    if (failure === null) {
      for (const board of boards) {
        board.finishWriting()
        board.flush()
      }
    } else this.#lose(boards, failure)
    this.#store()
  }

  #finishSaving(boards: readonly Board[], failure: unknown): void {
    this.#unsaved--
    if (failure === null) for (const board of boards) board.finishSaving()
    else this.#lose(boards, failure)
  }

  /** What is in memory may differ from what is stored. */
  #lose(boards: readonly Board[], failure: unknown): void {
    const left = boards.filter((board) => !board.isAbandoned)
    if (left.length === 0) return
    this.#work.log.warn('board.not-stored', { boards: left.length, reason: String(failure) })
    this.#work.lost(left)
  }
}
