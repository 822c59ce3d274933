// SQLite files in a folder of their own that goes away with the test file.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { silentLog } from '#server/log.ts'
import { openSqlite } from '#server/storage/sqlite.ts'
import type { Storage } from '#server/storage/storage.ts'

export type SqliteFolder = {
  path(place: string): string
  open(place: string): Promise<Storage>
  /** Everything that is on the disk of this place: the file and what lies beside it. */
  bytesOnDisk(place: string): Buffer
}

export function sqliteFolder(): SqliteFolder {
  const folder = mkdtempSync(join(tmpdir(), 'runde-storage-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const path = (place: string) => join(folder, `${place}.sqlite`)
  return {
    path,
    open: (place) => openSqlite(path(place), { log: silentLog, lockTimeoutMs: 0 }),
    bytesOnDisk: (place) =>
      Buffer.concat(
        readdirSync(folder)
          .filter((name) => name.startsWith(place))
          .map((name) => readFileSync(join(folder, name))),
      ),
  }
}
