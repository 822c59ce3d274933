// Group commit: everything that waits becomes one transaction; where several batches wait, each is a savepoint in it.
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import type { Row, Value } from '#server/storage/database.ts'
import { truncateLog } from '#server/storage/sqlite-file.ts'
import type { Answer, Answers, Step, Work } from '#server/storage/sqlite-protocol.ts'

type Prepared = { statement: StatementSync; returnsRows: boolean }

const purgeAttempts = 100
const purgePauseMs = 20

/** `commitDelayMs` stands for a slow disk in tests; 0 otherwise. */
export function createGroupCommit(database: DatabaseSync, commitDelayMs: number): (work: Work) => Answers {
  const texts: string[] = []
  const prepared: Prepared[] = []

  function prepare(index: number): Prepared {
    const known = prepared[index]
    if (known) return known
    const statement = database.prepare(texts[index] ?? '')
    const made = { statement, returnsRows: statement.columns().length > 0 }
    prepared[index] = made
    return made
  }

  // Prepared, because `exec` would read these words again with every commit.
  const control = (sql: string) => {
    const statement = database.prepare(sql)
    return () => void statement.run()
  }
  const begin = control('begin immediate')
  const commit = control('commit')
  const rollBack = control('rollback')
  const setSavepoint = control('savepoint batch')
  const returnToSavepoint = control('rollback to batch')
  const releaseSavepoint = control('release batch')

  function runSteps(steps: readonly Step[]): Answer {
    const rows: Row[][] = []
    const changes: number[] = []
    for (const [index, step] of steps.entries()) {
      const { statement, returnsRows } = prepare(step.statement)
      const values = step.values as SQLInputValue[] // every Value is one; theirs are mutable arrays
      const found = returnsRows ? (statement.all(...values) as Record<string, Value>[]) : [] // no bigint: integers out of the safe range throw
      const changed = returnsRows ? found.length : Number(statement.run(...values).changes)
      if (step.mustChange >= 0 && changed !== step.mustChange) return { kind: 'undone', failedAt: index }
      rows.push(found)
      changes.push(changed)
    }
    return { kind: 'done', rows, changes }
  }

  function runBatch(steps: readonly Step[], undo: () => void): Answer {
    try {
      const answer = runSteps(steps)
      if (answer.kind === 'undone') undo()
      return answer
    } catch (error) {
      // A full disk undoes the whole transaction by itself; then there is nothing left to undo.
      if (database.isTransaction) undo()
      return failed(error)
    }
  }

  function commitGroup(): void {
    if (commitDelayMs > 0) pause(commitDelayMs)
    commit()
  }

  /** The usual case: the batch is the transaction. */
  function runAlone(steps: readonly Step[]): Answer {
    begin()
    const answer = runBatch(steps, rollBack)
    if (answer.kind === 'done') commitGroup()
    return answer
  }

  function runAmongOthers(steps: readonly Step[]): Answer {
    if (!database.isTransaction) throw new Error('the transaction was undone by the engine')
    setSavepoint()
    const answer = runBatch(steps, returnToSavepoint)
    if (database.isTransaction) releaseSavepoint()
    return answer
  }

  function runTogether(batches: readonly (readonly Step[])[]): Answer[] {
    const [only, ...others] = batches
    try {
      if (only && others.length === 0) return [runAlone(only)]
      begin()
      const answers = batches.map(runAmongOthers)
      commitGroup()
      return answers
    } catch (error) {
      if (database.isTransaction) rollBack()
      return batches.map(() => failed(error))
    }
  }

  return (work) => {
    texts.push(...work.texts)
    const batches = work.jobs.flatMap((job) => (job.kind === 'batch' ? [job.steps] : []))
    const answered = batches.length > 0 ? runTogether(batches) : []
    // A checkpoint fails inside a transaction; after the commit it also covers what was asked for before it.
    const purged = work.jobs.some((job) => job.kind === 'purge') ? purge(database) : null
    let next = 0
    const answers = work.jobs.map((job): Answer => {
      const answer = job.kind === 'batch' ? answered[next++] : purged
      return answer ?? { kind: 'failed', message: 'this work was not done' }
    })
    return { kind: 'answers', answers }
  }
}

function purge(database: DatabaseSync): Answer {
  try {
    for (let attempt = 0; attempt < purgeAttempts; attempt++) {
      if (truncateLog(database)) return { kind: 'done', rows: [], changes: [] }
      pause(purgePauseMs)
    }
    return { kind: 'failed', message: 'the write-ahead log could not be emptied: the file stayed busy' }
  } catch (error) {
    return failed(error)
  }
}

const failed = (error: unknown): Answer => ({
  kind: 'failed',
  message: error instanceof Error ? error.message : String(error),
})

/** Blocks this thread, and this thread only. */
function pause(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}
