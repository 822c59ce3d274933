// Takes what stands in the journal into the database, in the background, and empties the journal's files behind it.
import type { Log } from '#server/log.ts'
import type { BoardJournal, Segment } from '#server/storage/board-journal.ts'
import type { BoardStore } from '#server/storage/storage.ts'

type Setting = {
  journal: BoardJournal
  /** Where everything ends up. */
  boards: BoardStore
  log: Log
  /** After this long at most, what is written lies in the database, and nothing of it in the journal. */
  afterMs: number
}

export class Folding {
  readonly #setting: Setting
  #underWay: Promise<void> | null = null
  #timer: NodeJS.Timeout | null = null
  #isEnding = false
  #distrusted: string | null = null

  constructor(setting: Setting) {
    this.#setting = setting
  }

  /** Set while nobody can say what is on the disk: until everything is folded and the files are empty. */
  get distrusted(): string | null {
    return this.#distrusted
  }

  /** Something was written; `isMuch`: it does not wait for more. */
  wake(isMuch: boolean): void {
    this.#foldIn(isMuch ? 0 : this.#setting.afterMs)
  }

  /** A write or a sync has failed. Nothing may be written until this is over. */
  distrust(error: unknown): void {
    this.#distrusted = reasonOf(error)
    this.#setting.log.warn('storage.journal-failed', { reason: this.#distrusted })
    this.#foldIn(0)
  }

  /** One at a time: whoever asks during one gets that one. */
  fold(): Promise<void> {
    this.#underWay ??= this.#fold().finally(() => {
      this.#underWay = null
    })
    return this.#underWay
  }

  /** Folds what is left, and nothing after it. Rejects when the database does not take it. */
  async end(): Promise<void> {
    this.#isEnding = true
    if (this.#timer) clearTimeout(this.#timer)
    while (!this.#setting.journal.isEmpty || this.#distrusted !== null) await this.fold()
  }

  #foldIn(ms: number): void {
    if (this.#isEnding || (this.#timer && ms > 0)) return
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = setTimeout(this.#foldAndGoOn, ms).unref()
  }

  readonly #foldAndGoOn = (): void => {
    const { journal, log, afterMs } = this.#setting
    this.#timer = null
    this.fold().then(
      () => {
        if (this.#distrusted !== null) this.#foldIn(0)
        else if (!journal.isEmpty) this.#foldIn(afterMs)
      },
      (error: unknown) => {
        log.warn('storage.fold-failed', { reason: reasonOf(error) })
        this.#foldIn(afterMs)
      },
    )
  }

  async #fold(): Promise<void> {
    const { journal } = this.#setting
    if (this.#distrusted !== null) {
      await this.#settle(journal.older)
      await this.#settle(journal.newer)
      this.#distrusted = null
      return
    }
    // What an earlier attempt left comes first.
    if (journal.older.isEmpty) journal.turnOver()
    await this.#settle(journal.older)
  }

  async #settle(segment: Segment): Promise<void> {
    if (segment.entries.length > 0) {
      if ((await this.#setting.boards.append(segment.entries).durable) !== 'stored')
        throw new Error('what stands in the journal does not follow the database')
      segment.entries = []
    }
    await segment.empty()
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
