// The seam between the stores, written once in SQL, and an engine: atomic batches of statements with conditions.

/** What a column holds: integers (safe ones), text and bytes; truth values are 0 and 1. */
export type Value = null | number | string | Uint8Array
export type Row = Record<string, Value>

/**
 * One statement. `sql` is SQL that SQLite and PostgreSQL read alike, with `?` for each value and no `?` elsewhere.
 * `mustChange`: unless exactly so many rows change, the whole batch is undone and its answer names this statement.
 */
export type Statement = { sql: string; values: readonly Value[]; mustChange?: number }

export type Outcome =
  /** `rows[i]` and `changes[i]` belong to statement i. */
  | { ok: true; rows: readonly (readonly Row[])[]; changes: readonly number[] }
  | { ok: false; failedAt: number }

export type Database = {
  /**
   * Runs the statements in this order as one transaction: all of them, or none. Batches take effect in the order in
   * which they were given. Resolves after the commit. Rejects with a `StorageError` when the engine cannot.
   */
  batch(statements: readonly Statement[]): Promise<Outcome>
  /** After this, what was deleted or overwritten before stands nowhere in the engine's files. */
  purge(): Promise<void>
  /** Copies all that is committed into a new file, while other work goes on. Rejects with a `StorageError`. */
  backup(path: string): Promise<void>
  /** Waits for what is under way, then lets go of the file. */
  close(): Promise<void>
}

/** The engine could not do what was asked: disk full, file gone, constraint broken. Nothing of the batch is stored. */
export class StorageError extends Error {
  override name = 'StorageError'
}

/** The rows of one read. */
export async function readRows(database: Database, sql: string, ...values: Value[]): Promise<readonly Row[]> {
  const [rows] = await readAll(database, [{ sql, values }])
  return rows ?? []
}

/** Several reads that see the same moment. */
export async function readAll(
  database: Database,
  statements: readonly Statement[],
): Promise<readonly (readonly Row[])[]> {
  const outcome = await database.batch(statements)
  return outcome.ok ? outcome.rows : []
}

/** For writes that cannot conflict: what may not fail throws. */
export async function write(database: Database, ...statements: Statement[]): Promise<void> {
  const outcome = await database.batch(statements)
  if (!outcome.ok)
    throw new StorageError(
      `This changed another number of rows than it must: ${statements[outcome.failedAt]?.sql}`,
    )
}
