// Opens the SQLite file for one server alone, sets it up to be durable and forgetful, and brings its tables up to date.
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { OpenOptions } from '#server/storage/sqlite-protocol.ts'
import { applicationId, migrations } from '#server/storage/sqlite-schema.ts'

type OpenedFile = { ok: true; database: DatabaseSync } | { ok: false; message: string }

export function openFile({ file, lockTimeoutMs }: OpenOptions): OpenedFile {
  let database: DatabaseSync | undefined
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
    database = new DatabaseSync(file, { timeout: lockTimeoutMs, enableForeignKeyConstraints: true })
    // Exclusive, and before the first read: one server per file, told at once; and the index of the write-ahead log
    // lives in memory instead of a shared file.
    database.exec('pragma locking_mode = exclusive')
    database.exec('pragma journal_mode = wal')
    database.exec('pragma synchronous = full')
    database.exec('pragma secure_delete = on')
    database.exec('pragma temp_store = memory')
    database.exec('begin immediate; commit') // takes the lock even when there is nothing to migrate
    const problem = migrate(database, file)
    if (problem === null) {
      truncateLog(database) // a crash may have come between a purge's commit and its checkpoint
      return { ok: true, database }
    }
    database.close()
    return { ok: false, message: problem }
  } catch (error) {
    database?.close()
    return { ok: false, message: explain(file, error) }
  }
}

/** Null, or the sentence that says why this file is not for us. */
function migrate(database: DatabaseSync, file: string): string | null {
  const version = pragma(database, 'user_version')
  const owner = pragma(database, 'application_id')
  if (owner !== applicationId && (owner !== 0 || version !== 0 || !isEmpty(database)))
    return `${file} is a database of another program; set DATA_DIR to another folder.`
  if (version > migrations.length)
    return `${file} was written by a newer version of Runde (schema ${version}, this version knows ${migrations.length}); update Runde or restore an older backup.`
  migrations.slice(version).forEach((step, index) => {
    const next = version + index + 1
    database.exec(
      `begin immediate; ${step}; pragma application_id = ${applicationId}; pragma user_version = ${next}; commit`,
    )
  })
  return null
}

/** Whether another process has this file, whatever is in it. */
export function isInUse(file: string): boolean {
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(file)
    database.exec('begin immediate; rollback')
    return false
  } catch (error) {
    return isLocked(error)
  } finally {
    database?.close()
  }
}

/** Null, or the sentence that says why nobody could go on with this copy. */
export function problemWithFile(file: string): string | null {
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(file)
    if (pragma(database, 'application_id') !== applicationId) return 'it is no database of Runde.'
    const version = pragma(database, 'user_version')
    if (version > migrations.length)
      return `it was written by a newer version of Runde (schema ${version}, this version knows ${migrations.length}); update Runde first.`
    const check = database.prepare('pragma integrity_check(1)').get()?.integrity_check
    return check === 'ok' ? null : 'it is damaged or was cut off.'
  } catch {
    return 'it is damaged or was cut off.'
  } finally {
    database?.close()
  }
}

/** Moves the write-ahead log into the file and cuts it to nothing. True when nobody held it up. */
export function truncateLog(database: DatabaseSync): boolean {
  return database.prepare('pragma wal_checkpoint(truncate)').get()?.busy === 0
}

const pragma = (database: DatabaseSync, name: 'user_version' | 'application_id'): number =>
  Number(database.prepare(`pragma ${name}`).get()?.[name])

const isEmpty = (database: DatabaseSync): boolean =>
  database.prepare('select 1 from sqlite_schema limit 1').get() === undefined

function explain(file: string, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error)
  if (isLocked(error))
    return `${file} is in use by another process; stop the other server or give this one its own DATA_DIR.`
  if (/not a database/.test(reason))
    return `${file} is not a SQLite database; move it away or set DATA_DIR to another folder.`
  return `${file} cannot be opened: ${reason}. Check that the folder exists and that this user may write there.`
}

const isLocked = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('database is locked')
