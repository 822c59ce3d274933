// The `Database` over a SQLite file in a worker thread: gathers batches while a commit is under way, sends them as one message.
import { Worker } from 'node:worker_threads'
import type { Log } from '#server/log.ts'
import {
  type Database,
  type Outcome,
  type Statement,
  StorageError,
  type Value,
} from '#server/storage/database.ts'
import type {
  Answer,
  Answers,
  BackedUp,
  BackUp,
  Job,
  Opened,
  OpenOptions,
  Step,
  Work,
} from '#server/storage/sqlite-protocol.ts'

type Waiting = { job: Job; settle: (answer: Answer) => void }

/** Rejects with a sentence when the file is not ours to use. */
export async function openEngine(options: OpenOptions, log: Log): Promise<Database> {
  const worker = new Worker(new URL('./sqlite-worker.ts', import.meta.url), { workerData: options })
  await opened(worker)
  return new SqliteEngine(worker, log)
}

function opened(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.once('message', (message: Opened) => {
      worker.off('error', reject)
      if (message.kind === 'opened') resolve()
      else reject(new StorageError(message.message))
    })
  })
}

class SqliteEngine implements Database {
  readonly #worker: Worker
  readonly #log: Log
  readonly #statements = new Map<string, number>()
  #newTexts: string[] = []
  #waiting: Waiting[] = []
  /** What the worker has and has not answered; empty when it is idle. */
  #underWay: Waiting[] = []
  #flushPlanned = false
  #ended: string | null = null
  #drained: (() => void) | null = null
  readonly #backups = new Map<number, PromiseWithResolvers<void>>()
  #lastBackup = 0

  constructor(worker: Worker, log: Log) {
    this.#worker = worker
    this.#log = log
    worker.on('message', (message: Answers | BackedUp) => {
      if (message.kind === 'answers') this.#settle(message.answers)
      else this.#endBackup(message)
    })
    worker.on('error', (error) => {
      const errorId = this.#log.bug('storage.worker-died', error)
      this.#end(`the storage thread ended with error ${errorId}; restart the server`)
    })
    worker.on('exit', () => this.#end('the storage is closed'))
  }

  async batch(statements: readonly Statement[]): Promise<Outcome> {
    const answer = await this.#ask({
      kind: 'batch',
      steps: statements.map((statement) => this.#step(statement)),
    })
    if (answer.kind === 'undone') return { ok: false, failedAt: answer.failedAt }
    return { ok: true, rows: answer.rows, changes: answer.changes }
  }

  async purge(): Promise<void> {
    await this.#ask({ kind: 'purge' })
  }

  backup(path: string): Promise<void> {
    if (this.#ended !== null)
      return Promise.reject(new StorageError(`Nothing can be copied: ${this.#ended}.`))
    const id = ++this.#lastBackup
    const done = Promise.withResolvers<void>()
    this.#backups.set(id, done)
    this.#worker.postMessage({ kind: 'back-up', id, path } satisfies BackUp)
    return done.promise
  }

  async close(): Promise<void> {
    if (this.#ended !== null) return
    await Promise.allSettled([...this.#backups.values()].map(({ promise }) => promise))
    const exited = new Promise<void>((resolve) => {
      this.#worker.once('exit', () => resolve())
    })
    if (this.#underWay.length > 0 || this.#waiting.length > 0)
      await new Promise<void>((resolve) => {
        this.#drained = resolve
      })
    if (this.#ended === null) this.#worker.postMessage('close')
    this.#ended = 'the storage is closed'
    await exited
  }

  #step({ sql, values, mustChange = -1 }: Statement): Step {
    let statement = this.#statements.get(sql)
    if (statement === undefined) {
      statement = this.#statements.size
      this.#statements.set(sql, statement)
      this.#newTexts.push(sql)
    }
    return { statement, mustChange, values: values.map(compact) }
  }

  #ask(job: Job): Promise<Exclude<Answer, { kind: 'failed' }>> {
    return new Promise((resolve, reject) => {
      if (this.#ended !== null) return reject(new StorageError(`Nothing can be stored: ${this.#ended}.`))
      const settle = (answer: Answer) =>
        answer.kind === 'failed'
          ? reject(new StorageError(`The database refused: ${answer.message}.`))
          : resolve(answer)
      this.#waiting.push({ job, settle })
      this.#planFlush()
    })
  }

  // One message at a time: the first goes at once, the rest gather while it commits and then share one commit.
  #planFlush(): void {
    if (this.#flushPlanned || this.#underWay.length > 0 || this.#waiting.length === 0) return
    this.#flushPlanned = true
    queueMicrotask(() => this.#flush())
  }

  #flush(): void {
    this.#flushPlanned = false
    if (this.#ended !== null) return
    this.#underWay = this.#waiting
    this.#waiting = []
    const work: Work = { texts: this.#newTexts, jobs: this.#underWay.map(({ job }) => job) }
    this.#newTexts = []
    this.#worker.postMessage(work)
  }

  #settle(answers: readonly Answer[]): void {
    const answered = this.#underWay
    this.#underWay = []
    answered.forEach(({ settle }, index) => {
      settle(answers[index] ?? { kind: 'failed', message: 'no answer came' })
    })
    this.#planFlush()
    if (this.#underWay.length === 0 && this.#waiting.length === 0) this.#drained?.()
  }

  #endBackup({ id, problem }: BackedUp): void {
    const done = this.#backups.get(id)
    this.#backups.delete(id)
    if (problem === null) done?.resolve()
    else done?.reject(new StorageError(`The copy could not be made: ${problem}.`))
  }

  #end(why: string): void {
    this.#ended ??= why
    for (const id of [...this.#backups.keys()])
      this.#endBackup({ kind: 'backed-up', id, problem: this.#ended })
    const lost = [...this.#underWay, ...this.#waiting]
    this.#underWay = []
    this.#waiting = []
    for (const { settle } of lost) settle({ kind: 'failed', message: this.#ended })
    this.#drained?.()
  }
}

/** A view of a pool (every Buffer is one) becomes bytes of its own; a clone would carry the whole pool across. */
const compact = (value: Value): Value =>
  value instanceof Uint8Array && value.byteLength !== value.buffer.byteLength ? new Uint8Array(value) : value
