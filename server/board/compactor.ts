// Makes one update out of many, in a thread of its own: a real document takes half a second where merging takes minutes.
import { Worker } from 'node:worker_threads'
import type { StateVector } from '#server/board/state-vector.ts'

/** `snapshot` is null where something in the updates waits for what is not there: keep them as they are. */
export type Compacted = { bytes: Uint8Array; vector: StateVector; deletes: Uint8Array } | null

export type CompactionJob = { id: number; updates: readonly Uint8Array[] }
export type CompactionAnswer = { id: number; compacted: Compacted; error: unknown }

/** The thread is started with the first job and keeps no process alive. */
export class Compactor {
  #worker: Worker | null = null
  #lastId = 0
  readonly #waiting = new Map<number, PromiseWithResolvers<Compacted>>()

  /** `updates` oldest first. Rejects when the thread ends, and with what Yjs throws. */
  compact(updates: readonly Uint8Array[]): Promise<Compacted> {
    const id = ++this.#lastId
    const answer = Promise.withResolvers<Compacted>()
    this.#waiting.set(id, answer)
    this.#start().postMessage({ id, updates: updates.map(copy) } satisfies CompactionJob)
    return answer.promise
  }

  async close(): Promise<void> {
    await this.#worker?.terminate()
  }

  #start(): Worker {
    if (this.#worker) return this.#worker
    const worker = new Worker(new URL('./compaction-worker.ts', import.meta.url))
    worker.unref()
    worker.on('message', ({ id, compacted, error }: CompactionAnswer) => {
      const answer = this.#waiting.get(id)
      this.#waiting.delete(id)
      if (error) answer?.reject(error)
      else answer?.resolve(compacted)
    })
    // A thread that fails is replaced with the next job; the jobs it had are told so.
    worker.on('error', (error) => this.#fail(error))
    worker.on('exit', () => this.#fail(new Error('The compaction thread has ended.')))
    this.#worker = worker
    return worker
  }

  #fail(error: unknown): void {
    this.#worker = null
    const waiting = [...this.#waiting.values()]
    this.#waiting.clear()
    for (const answer of waiting) answer.reject(error)
  }
}

// A message carries the whole memory block behind a view; small buffers are views into a large shared one.
const copy = (bytes: Uint8Array): Uint8Array => Uint8Array.prototype.slice.call(bytes)
