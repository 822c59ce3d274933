// The SQLite engine itself: group commit, failures, and files that are not ours to use.
import { writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { silentLog } from '#server/log.ts'
import { StorageError } from '#server/storage/database.ts'
import { openSqlite } from '#server/storage/sqlite.ts'
import { openEngine } from '#server/storage/sqlite-engine.ts'
import { bytesOf, personNumber, workshopNumber } from './contract.ts'
import { sqliteFolder } from './sqlite-for-test.ts'

const { open, path } = sqliteFolder()
const workshopId = workshopNumber(1)

const openDatabase = (place: string, commitDelayMs = 0) =>
  openEngine({ file: path(place), lockTimeoutMs: 0, commitDelayMs }, silentLog)
const setName = (person: number, name: string) => ({
  sql: 'insert into person_name (workshop_id, person_id, name) values (?, ?, ?)',
  values: [workshopId, personNumber(person), name],
})
const countNames = { sql: 'select count(*) as total from person_name', values: [] }

test('a batch that breaks is undone alone; its neighbours in the same commit are stored', async () => {
  const database = await openDatabase('neighbours')
  const [before, broken, wrong, after] = await Promise.allSettled([
    database.batch([setName(1, 'a')]),
    database.batch([setName(2, 'b'), setName(2, 'again')]),
    database.batch([{ sql: 'insert into nowhere values (?)', values: [1] }]),
    database.batch([setName(3, 'c')]),
  ])
  expect(before.status).toBe('fulfilled')
  expect(broken).toMatchObject({ status: 'rejected', reason: expect.any(StorageError) })
  expect(wrong).toMatchObject({ status: 'rejected', reason: expect.any(StorageError) })
  expect(after.status).toBe('fulfilled')
  expect(await database.batch([countNames])).toMatchObject({ rows: [[{ total: 2 }]] })
  await database.close()
})

test('a batch whose condition fails is undone and says which statement it was', async () => {
  const database = await openDatabase('condition')
  const change = { sql: `update person_name set name = 'x' where person_id = ?`, values: [personNumber(9)] }
  const outcome = await database.batch([setName(1, 'a'), { ...change, mustChange: 1 }])
  expect(outcome).toEqual({ ok: false, failedAt: 1 })
  expect(await database.batch([countNames])).toMatchObject({ rows: [[{ total: 0 }]] })
  await database.close()
})

test('a batch sees what the batches before it wrote', async () => {
  const database = await openDatabase('order')
  const answers = await Promise.all([
    database.batch([setName(1, 'a')]),
    database.batch([countNames]),
    database.batch([setName(2, 'b'), countNames]),
  ])
  expect(answers[1]).toMatchObject({ rows: [[{ total: 1 }]] })
  expect(answers[2]).toMatchObject({ rows: [[], [{ total: 2 }]], changes: [1, 1] })
  await database.close()
})

test('bytes come back as plain bytes', async () => {
  const database = await openDatabase('bytes')
  const sql = 'insert into board_snapshot (workshop_id, up_to, bytes) values (?, ?, ?)'
  await database.batch([{ sql, values: [workshopId, 1, Buffer.from('abc')] }])
  const outcome = await database.batch([{ sql: 'select bytes from board_snapshot', values: [] }])
  expect(outcome).toMatchObject({ rows: [[{ bytes: bytesOf('abc') }]] })
  await database.close()
})

test('an integer that JavaScript cannot hold is an error, never another number', async () => {
  const database = await openDatabase('integers')
  await expect(database.batch([{ sql: 'select 9007199254740993 as big', values: [] }])).rejects.toThrow(
    StorageError,
  )
  expect(await database.batch([{ sql: 'select 9007199254740991 as big', values: [] }])).toMatchObject({
    rows: [[{ big: Number.MAX_SAFE_INTEGER }]],
  })
  await database.close()
})

test('a slow commit does not hold up the event loop, and what gathers meanwhile shares the next one', async () => {
  const database = await openDatabase('slow', 200)
  let turn = 0
  let goesOn = true
  const nextTurn = () => {
    turn += 1
    if (goesOn) setImmediate(nextTurn)
  }
  nextTurn()
  const settledIn: number[] = []
  const write = async (person: number) => {
    await database.batch([setName(person, 'n')])
    settledIn.push(turn)
  }
  const first = write(0)
  await Promise.resolve() // it is on its way now
  await Promise.all([first, ...Array.from({ length: 99 }, (_, index) => write(index + 1))])
  goesOn = false
  // One commit for the first and one for the ninety-nine that gathered, and the loop turned during both.
  expect(settledIn).toHaveLength(100)
  expect(new Set(settledIn).size).toBe(2)
  expect(settledIn[0]).toBeGreaterThan(2)
  await database.close()
})

test('a full disk refuses what does not fit, undoes all of that commit, and takes what fits afterwards', async () => {
  const database = await openDatabase('full')
  const update = (seq: number, length: number) => ({
    sql: 'insert into board_update (workshop_id, seq, bytes) values (?, ?, ?)',
    values: [workshopId, seq, new Uint8Array(length)],
  })
  const limit = (pages: number) => database.batch([{ sql: `pragma max_page_count = ${pages}`, values: [] }])
  await limit(80)
  await database.batch([setName(1, 'warms the engine up')])
  const together = await Promise.allSettled([
    database.batch([setName(2, 'alone in its commit')]),
    database.batch([setName(3, 'b')]),
    database.batch([update(1, 4_000_000)]),
    database.batch([setName(4, 'd')]),
  ])
  const refused = together.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  expect(refused.length).toBeGreaterThan(0)
  for (const reason of refused) expect(reason).toBeInstanceOf(StorageError)
  const stored = together.length - refused.length
  expect(await database.batch([countNames])).toMatchObject({ rows: [[{ total: 1 + stored }]] })
  await limit(100_000)
  expect(await database.batch([update(1, 4_000_000), setName(5, 'e')])).toMatchObject({ ok: true })
  await database.close()
})

test('closing waits for what is under way and refuses what comes after', async () => {
  const database = await openDatabase('closing', 20)
  const write = database.batch([setName(1, 'a')])
  await database.close()
  expect(await write).toMatchObject({ ok: true })
  await expect(database.batch([countNames])).rejects.toThrow('Nothing can be stored: the storage is closed.')
  await database.close()
  const again = await openDatabase('closing')
  expect(await again.batch([countNames])).toMatchObject({ rows: [[{ total: 1 }]] })
  await again.close()
})

test('a file that another server uses is refused with a sentence', async () => {
  const first = await open('twice')
  await expect(open('twice')).rejects.toThrow(
    /twice\.sqlite is in use by another process; stop the other server/,
  )
  await first.ping()
  await first.close()
  await (await open('twice')).close()
})

test('a file from before knows who was erased by then', async () => {
  const [workshopId, personId] = [workshopNumber(1), personNumber(1)]
  const storage = await open('before')
  const erased = { type: 'person.erased' as const, personId, at: 7 }
  const rule = {
    type: 'check-in.accepted' as const,
    personId: personNumber(2),
    promise: '"person.erased"',
    at: 1,
  }
  await storage.facilitation.append({ workshopId, seq: 1, events: [rule, erased], answer: null })
  await storage.close()
  const file = new DatabaseSync(path('before'))
  file.exec('drop table erased_person; pragma user_version = 8')
  file.close()
  const later = await open('before')
  const kept = [1, 2].map((number) => ({ workshopId, personId: personNumber(number) }))
  expect(await later.wholes.gone(kept)).toEqual([{ workshopId, personId }])
  await later.close()
})

test('a file of a newer version is refused with a sentence and left as it is', async () => {
  await (await open('newer')).close()
  const file = new DatabaseSync(path('newer'))
  file.exec('pragma user_version = 99')
  file.close()
  await expect(open('newer')).rejects.toThrow(
    /newer\.sqlite was written by a newer version of Runde \(schema 99/,
  )
  const after = new DatabaseSync(path('newer'))
  expect(after.prepare('pragma user_version').get()).toEqual({ user_version: 99 })
  after.close()
})

test('a database of another program is refused and left as it is', async () => {
  const file = new DatabaseSync(path('foreign'))
  file.exec('create table recipes (title text)')
  file.close()
  await expect(open('foreign')).rejects.toThrow(/foreign\.sqlite is a database of another program/)
  const after = new DatabaseSync(path('foreign'))
  expect(after.prepare('select name from sqlite_schema').all()).toEqual([{ name: 'recipes' }])
  after.close()
})

test('a file that is no database is refused with a sentence', async () => {
  writeFileSync(path('letter'), 'Dear reader, '.repeat(1000))
  await expect(open('letter')).rejects.toThrow(/letter\.sqlite is not a SQLite database/)
})

test('a path that cannot be written is refused with a sentence', async () => {
  writeFileSync(path('a-file'), '')
  const inFile = `${path('a-file')}/runde.sqlite`
  await expect(openSqlite(inFile, { log: silentLog })).rejects.toThrow(
    /cannot be opened: .* Check that the folder/,
  )
})

test('a storage in memory works for tests', async () => {
  const storage = await openSqlite(':memory:', { log: silentLog })
  await storage.people.setName(workshopId, personNumber(1), 'Ana')
  await storage.people.setName(workshopId, personNumber(1), null)
  expect(await storage.people.names(workshopId)).toEqual({})
  await storage.ping()
  await storage.close()
})

test('ping fails when nothing can be written any more', async () => {
  const storage = await open('ping')
  await storage.ping()
  await storage.ping()
  await storage.close()
  await expect(storage.ping()).rejects.toThrow(StorageError)
})
