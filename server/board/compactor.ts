// Makes one update out of many, in a thread of its own: a real document takes half a second where merging takes minutes.
import type { StateVector } from '#server/board/state-vector.ts'
import { JobThread, ownBytes } from '#server/job-thread.ts'

/** Null where something in the updates waits for what is not there: keep them as they are. */
export type Compacted = { bytes: Uint8Array; vector: StateVector; deletes: Uint8Array } | null
export type CompactionJob = readonly Uint8Array[]

export class Compactor {
  readonly #thread = new JobThread<CompactionJob, Compacted>(
    new URL('./compaction-worker.ts', import.meta.url),
  )

  /** `updates` oldest first. Rejects when the thread ends, and with what Yjs throws. */
  compact(updates: CompactionJob): Promise<Compacted> {
    return this.#thread.run(updates.map(ownBytes))
  }

  close(): Promise<void> {
    return this.#thread.close()
  }
}
