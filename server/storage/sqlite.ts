// Opens the default storage: one SQLite file and beside it the journal of the boards, nothing to install.
import type { Log } from '#server/log.ts'
import { type OpenJournalFile, openJournalFile } from '#server/storage/journal-file.ts'
import { openJournaledBoards } from '#server/storage/journaled-boards.ts'
import { createSqlStorage } from '#server/storage/sql-storage.ts'
import { openEngine } from '#server/storage/sqlite-engine.ts'
import type { Storage } from '#server/storage/storage.ts'

export type SqliteOptions = {
  log: Log
  /** How long to wait for a server that is just stopping to let go of the file. */
  lockTimeoutMs?: number
  /** Test seam: a disk that takes this long to commit. */
  commitDelayMs?: number
  /** Test seam: files that fail or wait. */
  openFile?: OpenJournalFile
}

/**
 * `file` is a path, or ":memory:" for a test. Rejects with a sentence when the file belongs to another program, to a
 * newer version, or is in use by another process.
 */
export async function openSqlite(
  file: string,
  { log, lockTimeoutMs = 3_000, commitDelayMs = 0, openFile = openJournalFile }: SqliteOptions,
): Promise<Storage> {
  // Whoever has the database's lock has the journal too.
  const database = await openEngine({ file, lockTimeoutMs, commitDelayMs }, log)
  const storage = createSqlStorage(database)
  if (file === ':memory:') return storage
  try {
    const paths = [`${file}-boards-1`, `${file}-boards-2`] as const
    const boards = await openJournaledBoards({ boards: storage.board, paths, openFile, log })
    return {
      ...storage,
      board: boards.store,
      wholes: {
        ...storage.wholes,
        async erase(workshopId) {
          await boards.end(workshopId)
          await storage.wholes.erase(workshopId)
        },
      },
      async ping() {
        boards.check()
        await storage.ping()
      },
      async backup(path) {
        await boards.settle()
        await storage.backup(path)
      },
      async close() {
        await boards.close()
        await storage.close()
      },
    }
  } catch (error) {
    await database.close()
    throw error
  }
}
