// Putting a backup in place: also where what is to be replaced cannot be opened any more, and never under a running server.
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { databaseIn, makeBackup, restoreBackup } from '#server/cli/copies.ts'
import { silentLog } from '#server/log.ts'
import { openSqlite } from '#server/storage/sqlite.ts'

let folder: string
let dataDir: string
let copies: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'runde-copies-'))
  dataDir = join(folder, 'data')
  copies = join(folder, 'copies')
  const storage = await open()
  await makeBackup({ dataDir, folder: copies, force: false }, (path) => storage.backup(path))
  await storage.close()
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const open = () => openSqlite(databaseIn(dataDir), { log: silentLog, lockTimeoutMs: 50 })
const restore = () => restoreBackup({ dataDir, folder: copies, force: true }, silentLog)

test('a backup takes the place of a database that is damaged, and nothing of that one’s journal stays', async () => {
  await writeFile(databaseIn(dataDir), 'no database any more')
  await writeFile(`${databaseIn(dataDir)}-boards-1`, 'what it had not taken in')
  await restore()
  expect(await readdir(dataDir)).toEqual(['runde.db'])
  await (await open()).close()
})

test('a backup takes the place of a database of a newer version, which says itself that this is the way back', async () => {
  const database = new DatabaseSync(databaseIn(dataDir))
  database.exec('pragma user_version = 9999')
  database.close()
  await expect(open()).rejects.toThrow('restore an older backup')
  await restore()
  await (await open()).close()
})

test('a database that a server has open is not replaced', async () => {
  const storage = await open()
  await expect(restore()).rejects.toThrow('in use by another process')
  await storage.close()
})

test('no backup is made in the folder that everything is kept in, nor is that one put in its own place', async () => {
  const storage = await open()
  const backup = makeBackup({ dataDir, folder: join(dataDir, '.'), force: true }, (path) =>
    storage.backup(path),
  )
  await expect(backup).rejects.toThrow('choose another folder')
  await storage.close()
  const itself = restoreBackup({ dataDir, folder: dataDir, force: true }, silentLog)
  await expect(itself).rejects.toThrow('choose another folder')
})
