// Opens the default storage: one SQLite file, nothing to install.
import type { Log } from '#server/log.ts'
import { createSqlStorage } from '#server/storage/sql-storage.ts'
import { openEngine } from '#server/storage/sqlite-engine.ts'
import type { Storage } from '#server/storage/storage.ts'

export type SqliteOptions = {
  log: Log
  /** How long to wait for a server that is just stopping to let go of the file. */
  lockTimeoutMs?: number
  /** Test seam: a disk that takes this long to commit. */
  commitDelayMs?: number
}

/**
 * `file` is a path, or ":memory:" for a test. Rejects with a sentence when the file belongs to another program, to a
 * newer version, or is in use by another process.
 */
export async function openSqlite(
  file: string,
  { log, lockTimeoutMs = 3_000, commitDelayMs = 0 }: SqliteOptions,
): Promise<Storage> {
  return createSqlStorage(await openEngine({ file, lockTimeoutMs, commitDelayMs }, log))
}
