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
 * While an append is under way, new updates queue for the next one: the slower the disk, the larger the groups. Each
 * board's updates are stored in the order in which they were taken.
 */
export class Turns {
  readonly #work: Work
  readonly #woken = new Set<Board>()
  readonly #written = new Set<Board>()
  #isArmed = false
  #underWay: Promise<void> | null = null

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
    while (this.#isArmed || this.#underWay !== null) await (this.#underWay ?? new Promise(setImmediate))
  }

  readonly #turn = (): void => {
    this.#isArmed = false
    const boards = [...this.#woken]
    this.#woken.clear()
    for (const board of boards) if (board.hasQueued) this.#written.add(board)
    // The disk has the longer way: it starts before the sockets are written to.
    this.#store()
    for (const board of boards) board.flush()
  }

  #store(): void {
    if (this.#underWay || this.#written.size === 0) return
    const boards = [...this.#written]
    this.#written.clear()
    const entries = boards.flatMap((board) => board.startStoring())
    const stored = entries.length > 0 ? this.#work.append(entries) : Promise.resolve('stored' as const)
    this.#underWay = stored.then(
      (outcome) => this.#finish(boards, outcome === 'stored' ? null : 'somebody else wrote to this board'),
      (error: unknown) => this.#finish(boards, error),
    )
  }

  #finish(boards: readonly Board[], failure: unknown): void {
    this.#underWay = null
    if (failure === null) {
      for (const board of boards) board.finishStoring()
    } else {
      this.#work.log.warn('board.not-stored', { boards: boards.length, reason: String(failure) })
      this.#work.lost(boards)
    }
    this.#store()
  }
}
