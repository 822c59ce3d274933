// Reads boards for the results in a thread of its own: one of 2,000 cards takes longer than the server may stand still.
import { JobThread, ownBytes } from '#server/job-thread.ts'
import type { BoardModel } from '#shared/board/model.ts'
import type { KeptTouchpoints } from '#shared/results/kept-boards.ts'

export type ReadingJob = { update: Uint8Array; only: 'everything' | 'touchpoints' }
export type Reading = BoardModel | KeptTouchpoints

export class BoardReader {
  readonly #thread = new JobThread<ReadingJob, Reading>(new URL('./board-reader-worker.ts', import.meta.url))

  // What a job answers is what it asks for; messages carry no types.
  board(update: Uint8Array): Promise<BoardModel> {
    return this.#read(update, 'everything') as Promise<BoardModel>
  }

  touchpoints(update: Uint8Array): Promise<KeptTouchpoints> {
    return this.#read(update, 'touchpoints') as Promise<KeptTouchpoints>
  }

  close(): Promise<void> {
    return this.#thread.close()
  }

  /** The whole board as one Yjs V1 update. */
  #read(update: Uint8Array, only: ReadingJob['only']): Promise<Reading> {
    return this.#thread.run({ update: ownBytes(update), only })
  }
}
