// A thread that works off jobs: started with the first one, replaced when it dies, keeping no process alive.
import { Worker } from 'node:worker_threads'

export type JobMessage<Job> = { id: number; job: Job }
export type JobAnswer<Result> =
  | { id: number; ok: true; result: Result }
  | { id: number; ok: false; error: unknown }

/** `file` says by `answerJobs` what it does; a message carries no types, so both have to name the same. */
export class JobThread<Job, Result> {
  readonly #file: URL
  #worker: Worker | null = null
  #lastId = 0
  readonly #waiting = new Map<number, PromiseWithResolvers<Result>>()

  constructor(file: URL) {
    this.#file = file
  }

  /** Rejects with what the job threw, and when the thread ends. */
  run(job: Job): Promise<Result> {
    const id = ++this.#lastId
    const answer = Promise.withResolvers<Result>()
    this.#waiting.set(id, answer)
    this.#start().postMessage({ id, job } satisfies JobMessage<Job>)
    return answer.promise
  }

  async close(): Promise<void> {
    await this.#worker?.terminate()
  }

  #start(): Worker {
    if (this.#worker) return this.#worker
    const worker = new Worker(this.#file)
    worker.unref()
    worker.on('message', (answer: JobAnswer<Result>) => {
      const waiting = this.#waiting.get(answer.id)
      this.#waiting.delete(answer.id)
      if (answer.ok) waiting?.resolve(answer.result)
      else waiting?.reject(answer.error)
    })
    // The jobs of a thread that fails are told so; the next one starts another.
    worker.on('error', (error) => this.#fail(worker, error))
    worker.on('exit', () => this.#fail(worker, new Error('The thread has ended.')))
    this.#worker = worker
    return worker
  }

  /** One that fails ends a moment later, when the next one may be at work already. */
  #fail(worker: Worker, error: unknown): void {
    if (worker !== this.#worker) return
    this.#worker = null
    const waiting = [...this.#waiting.values()]
    this.#waiting.clear()
    for (const answer of waiting) answer.reject(error)
  }
}

/** A message carries the whole memory block behind a view; small buffers are views into a large shared one. */
export const ownBytes = (bytes: Uint8Array): Uint8Array => Uint8Array.prototype.slice.call(bytes)
