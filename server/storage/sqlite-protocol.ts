// What the two threads of the SQLite engine say to each other.
import type { Row, Value } from '#server/storage/database.ts'

export type OpenOptions = {
  /** A path, or ":memory:". */
  file: string
  /** How long to wait for another process to let go of the file. */
  lockTimeoutMs: number
  /** Test seam: a disk that takes this long to commit. */
  commitDelayMs: number
}

/**
 * `statement` counts the SQL texts sent so far, so that each text crosses once; `mustChange` is -1 for any number.
 * Bytes are copies of their own: structured clone would copy the whole pool that a Buffer is a view of.
 */
export type Step = { statement: number; mustChange: number; values: readonly Value[] }
export type Job = { kind: 'batch'; steps: readonly Step[] } | { kind: 'purge' }

/** To the worker: everything that gathered while it was busy. Answered with one `Answers` of the same length. */
export type Work = { texts: readonly string[]; jobs: readonly Job[] }

export type Answer =
  | { kind: 'done'; rows: readonly (readonly Row[])[]; changes: readonly number[] }
  | { kind: 'undone'; failedAt: number }
  | { kind: 'failed'; message: string }
export type Answers = { kind: 'answers'; answers: readonly Answer[] }

/** From the worker, once, after it has started. */
export type Opened = { kind: 'opened' } | { kind: 'refused'; message: string }

/** To the worker, beside its work and in any order with it. Answered with one `BackedUp` of the same id. */
export type BackUp = { kind: 'back-up'; id: number; path: string }
/** `problem` null: the copy is whole. */
export type BackedUp = { kind: 'backed-up'; id: number; problem: string | null }
