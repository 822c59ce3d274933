// Backups: a folder with the whole database in one file and the server's key beside it, made whole or not at all.
import { copyFile, mkdir, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Refused } from '#server/cli/asks.ts'
import type { Log } from '#server/log.ts'
import { openSqlite } from '#server/storage/sqlite.ts'
import { isInUse, problemWithFile } from '#server/storage/sqlite-file.ts'

const databaseName = 'runde.db'
const keyName = 'server.key'
export const databaseIn = (folder: string): string => join(folder, databaseName)

/** `copy` writes the database to a path. Rejects with a sentence. */
export async function makeBackup(
  { dataDir, folder, force }: { dataDir: string; folder: string; force: boolean },
  copy: (path: string) => Promise<void>,
): Promise<void> {
  await refuseOwn(folder, dataDir)
  const target = databaseIn(folder)
  if (!force && (await exists(target)))
    throw new Refused(`There is a backup in ${folder} already; choose another folder, or add --force.`)
  await mkdir(folder, { recursive: true })
  const draft = `${target}.part`
  await rm(draft, { force: true })
  try {
    await copy(draft)
    await makeDurable(draft)
    await copyKey(dataDir, folder)
    await rename(draft, target)
  } finally {
    await rm(draft, { force: true })
  }
}

/** Rejects with a sentence, and changes nothing then. */
export async function restoreBackup(
  { dataDir, folder, force }: { dataDir: string; folder: string; force: boolean },
  log: Log,
): Promise<void> {
  const [source, target] = [databaseIn(folder), databaseIn(dataDir)]
  if (!(await exists(source)))
    throw new Refused(`There is no backup in ${folder}: it has no ${databaseName}.`)
  await refuseOwn(folder, dataDir)
  const isThere = await exists(target)
  if (isThere && !force)
    throw new Refused(
      `${dataDir} holds workshops already; add --force to put the backup in their place, or set DATA_DIR to another folder.`,
    )
  await mkdir(dataDir, { recursive: true })
  const draft = `${target}.part`
  try {
    await copyFile(source, draft)
    const problem = problemWithFile(draft)
    if (problem !== null) throw new Refused(`The backup in ${folder} cannot be used: ${problem}`)
    if (isThere) await letGoOf(target, log)
    await makeDurable(draft)
    // Before the backup is there: after a crash in between, the next start would take them for its own.
    for (const rest of ['-wal', '-shm', '-boards-1', '-boards-2'])
      await rm(`${target}${rest}`, { force: true })
    await rename(draft, target)
    await copyKey(folder, dataDir)
  } finally {
    for (const rest of ['', '-wal', '-shm']) await rm(`${draft}${rest}`, { force: true })
  }
}

/**
 * Taken and let go in order: a running server is noticed, and nothing stands only in a journal. One that cannot be opened,
 * damaged or of a newer version, is what a backup is for.
 */
async function letGoOf(target: string, log: Log): Promise<void> {
  const storage = await openSqlite(target, { log }).catch((error: unknown) => {
    if (isInUse(target)) throw error
    return null
  })
  await storage?.close()
}

/** A copy in its own place would take the file away under the server that has it open. */
async function refuseOwn(folder: string, dataDir: string): Promise<void> {
  const [one, other] = await Promise.all(
    [folder, dataDir].map((path) => realpath(path).catch(() => resolve(path))),
  )
  if (one === other)
    throw new Refused(
      `${folder} is where everything is kept, and no place for a copy; choose another folder.`,
    )
}

/** Where the key is a variable of the operator's, there is no file of it. */
async function copyKey(from: string, to: string): Promise<void> {
  if (!(await exists(join(from, keyName)))) return
  await copyFile(join(from, keyName), join(to, keyName))
}

async function makeDurable(path: string): Promise<void> {
  const handle = await open(path, 'r+')
  await handle.sync().finally(() => handle.close())
}

export const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )
