// The journal in front of the boards: what is seen survives the process, what is called saved survives the power.
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { type Log, silentLog } from '#server/log.ts'
import { openJournaledBoards } from '#server/storage/journaled-boards.ts'
import type { BoardEntry } from '#server/storage/storage.ts'
import { MemoryStore } from '#tests/server/board/serve-board.ts'
import { bytesOf, someBytes, workshopNumber } from './contract.ts'
import { JournalDisk } from './journal-disk.ts'

const workshopId = workshopNumber(1)
const other = workshopNumber(2)
const entry = (seq: number, text = `update ${seq}`, of = workshopId): BoardEntry => ({
  workshopId: of,
  seq,
  update: bytesOf(text),
})

type Started = { disk?: JournalDisk; database?: MemoryStore; foldAfterMs?: number }

/** A process on this disk and this database. It is left as it is when a test starts another one on copies of them. */
async function start({
  disk = new JournalDisk(),
  database = new MemoryStore(),
  foldAfterMs = 1000,
}: Started = {}) {
  const facts: string[] = []
  const log: Log = { ...silentLog, warn: (fact) => facts.push(fact) }
  const paths = ['boards-1', 'boards-2'] as const
  const opened = await openJournaledBoards({ boards: database, paths, openFile: disk.open, log, foldAfterMs })
  onTestFinished(async () => {
    disk.syncFailure = null
    database.failure = null
    await opened.close()
  })
  const textsOf = async (id = workshopId) => {
    const { snapshot, tail } = await opened.store.load(id)
    return [...(snapshot ? [snapshot.bytes] : []), ...tail.map(({ update }) => update)].map((bytes) =>
      Buffer.from(bytes).toString(),
    )
  }
  const inDatabase = () => database.boards.get(workshopId)?.tail.length ?? 0
  return { ...opened, disk, database, facts, textsOf, inDatabase }
}

const isSettled = async (promise: Promise<unknown>): Promise<boolean> => {
  const pending = Symbol('pending')
  const settled = Promise.race([promise, new Promise((resolve) => setImmediate(resolve, pending))])
  return (await settled.catch(() => 'rejected')) !== pending
}

test('an append is written when it returns, and read back at once', async () => {
  const { store, disk, textsOf } = await start()
  await store.load(workshopId)
  store.append([entry(1)])
  expect(disk.bytes().includes('update 1')).toBe(true)
  expect(await textsOf()).toEqual(['update 1'])
})

test('nothing is durable before a sync has ended that began after it was written', async () => {
  const { store, disk } = await start()
  await store.load(workshopId)
  const gate = Promise.withResolvers<void>()
  disk.gate = gate.promise
  const first = store.append([entry(1)])
  expect(await first.written).toBe('stored')
  await expect.poll(() => disk.history).toContain('sync')
  const second = store.append([entry(2)])
  expect(await isSettled(first.durable)).toBe(false)
  gate.resolve()
  expect(await first.durable).toBe('stored')
  // The sync under way began before the second was written.
  expect(await isSettled(second.durable)).toBe(false)
  expect(await second.durable).toBe('stored')
  expect(disk.history).toEqual(['empty', 'empty', 'write', 'sync', 'write', 'synced', 'sync', 'synced'])
})

test('updates that come close together share one sync', async () => {
  const { store, disk } = await start()
  await store.load(workshopId)
  const appended = Array.from({ length: 20 }, (_, index) => store.append([entry(index + 1)]))
  await Promise.all(appended.map(({ durable }) => durable))
  expect(disk.history.filter((step) => step === 'sync')).toHaveLength(1)
})

test('an append of nothing waits until everything written before it is durable', async () => {
  const { store, disk } = await start()
  await store.load(workshopId)
  expect(await store.append([]).durable).toBe('stored')
  const gate = Promise.withResolvers<void>()
  disk.gate = gate.promise
  store.append([entry(1)])
  await expect.poll(() => disk.history).toContain('sync')
  const nothing = store.append([])
  expect(await isSettled(nothing.durable)).toBe(false)
  gate.resolve()
  expect(await nothing.durable).toBe('stored')
})

test('killed between writing and folding, a process loses nothing that it had written', async () => {
  const { store, disk } = await start()
  await store.append([entry(1), entry(1, 'elsewhere', other)]).written
  store.append([entry(2)])
  const next = await start({ disk: disk.copy() })
  expect(next.store.endedUntimely).toBe(true)
  expect(await next.textsOf()).toEqual(['update 1', 'update 2'])
  expect(await next.textsOf(other)).toEqual(['elsewhere'])
  expect(next.disk.bytes()).toHaveLength(0)
  expect(await next.store.append([entry(3)]).durable).toBe('stored')
})

test('the same journal folded twice gives every update once', async () => {
  const { store, disk } = await start()
  await store.append([entry(1)]).written
  store.append([entry(2)])
  const again = disk.copy()
  const database = new MemoryStore()
  await start({ disk, database })
  const third = await start({ disk: again, database })
  expect(await third.textsOf()).toEqual(['update 1', 'update 2'])
  expect(await third.store.append([entry(3)]).durable).toBe('stored')
})

test('after a loss of power what was durable is there, and what was half written is cut off', async () => {
  const { store, disk } = await start()
  await store.append([entry(1), entry(1, 'elsewhere', other)]).durable
  const gate = Promise.withResolvers<void>()
  disk.gate = gate.promise
  store.append([entry(2), entry(2, 'also lost', other)])
  store.append([entry(3)])
  for (const left of [0, 1, 20, 60]) {
    const next = await start({ disk: disk.afterPowerLoss(left) })
    expect(await next.textsOf()).toEqual(['update 1'])
    expect(await next.textsOf(other)).toEqual(['elsewhere'])
    expect(next.facts).toEqual(left > 0 ? ['storage.journal-cut'] : [])
    expect(await next.store.append([entry(2, 'again')]).durable).toBe('stored')
  }
  gate.resolve()
})

test('what stands behind a gap is cut off too: nobody was told that it is saved', async () => {
  const earlier = await start()
  await earlier.store.append([entry(1)]).written
  earlier.store.append([entry(2)])
  const later = await start({ disk: earlier.disk.copy() })
  later.store.append([entry(3)])
  // The file with the second update was lost with the power, the one with the third was not.
  const disk = new JournalDisk()
  const first = await start()
  await first.store.append([entry(1)]).written
  disk.put('boards-1', first.disk.bytes())
  disk.put('boards-2', later.disk.bytes())
  const next = await start({ disk })
  expect(await next.textsOf()).toEqual(['update 1'])
  expect(next.facts).toEqual(['storage.journal-gap'])
})

test('a journal of a newer version is refused with a sentence and left as it is', async () => {
  const disk = new JournalDisk()
  disk.put('boards-2', Buffer.from('runde-boards 2\nsomething'))
  await expect(start({ disk })).rejects.toThrow('boards-2 was written by a newer version of Runde')
  expect(disk.bytes().toString()).toContain('something')
})

test('what is folded stands in the database and no longer in the journal, in a second or two', async () => {
  const { store, disk, inDatabase, textsOf } = await start()
  await store.append([entry(1, 'what customers told us')]).durable
  expect(disk.bytes().includes('customers')).toBe(true)
  await expect.poll(inDatabase).toBe(1)
  await expect.poll(() => disk.bytes().length).toBe(0)
  expect(await textsOf()).toEqual(['what customers told us'])
  expect(await store.append([entry(2)]).durable).toBe('stored')
})

test('an orderly end folds everything and takes the journal away', async () => {
  const { store, disk, close, inDatabase, database } = await start()
  await store.append([entry(1)]).written
  await close()
  expect(inDatabase()).toBe(1)
  expect(disk.files.size).toBe(0)
  expect((await start({ disk, database })).store.endedUntimely).toBe(false)
  await expect(store.append([entry(2)]).written).rejects.toThrow('the storage is closed')
})

test('updates go on being taken while older ones are folded, and are read in their order', async () => {
  const { store, database, textsOf, inDatabase } = await start()
  const gate = Promise.withResolvers<void>()
  await store.append([entry(1)]).durable
  database.gate = gate.promise
  await expect.poll(() => database.appends).toBe(1)
  expect(await store.append([entry(2)]).durable).toBe('stored')
  expect(await textsOf()).toEqual(['update 1', 'update 2'])
  gate.resolve()
  await expect.poll(inDatabase).toBe(2)
  expect(await textsOf()).toEqual(['update 1', 'update 2'])
})

test('what is called saved does not stand behind something in the other file that is not', async () => {
  const database = new MemoryStore()
  const { store, disk } = await start({ database, foldAfterMs: 0 })
  await store.load(workshopId)
  const gate = Promise.withResolvers<void>()
  database.gate = gate.promise
  store.append([entry(1)])
  await expect.poll(() => database.appends, { interval: 1 }).toBe(1)
  expect(await store.append([entry(2)]).durable).toBe('stored')
  const next = await start({ disk: disk.afterPowerLoss() })
  expect(await next.textsOf()).toEqual(['update 1', 'update 2'])
  gate.resolve()
})

test('a snapshot of what stands in the journal only is put in its place', async () => {
  const { store, disk, textsOf } = await start()
  await store.append([entry(1), entry(2)]).written
  store.append([entry(3)])
  await store.compact(workshopId, { bytes: bytesOf('1 and 2'), upTo: 2 })
  expect(await textsOf()).toEqual(['1 and 2', 'update 3'])
  expect(disk.bytes().length).toBe(0)
  expect(await store.append([entry(4)]).durable).toBe('stored')
})

test('when a sync fails nothing is called saved; once folded, all that was written is, and new updates are taken', async () => {
  const { store, disk, check, facts, textsOf, inDatabase } = await start()
  await store.append([entry(1)]).durable
  disk.syncFailure = 'input/output error'
  const doubtful = store.append([entry(2)])
  expect(await doubtful.written).toBe('stored')
  await expect(doubtful.durable).rejects.toThrow('input/output error')
  expect(check).toThrow('input/output error')
  await expect(store.append([entry(3)]).written).rejects.toThrow('takes nothing')
  disk.syncFailure = null
  await expect.poll(inDatabase).toBe(2)
  expect(await textsOf()).toEqual(['update 1', 'update 2'])
  await expect.poll(() => store.append([entry(3)]).durable.catch(() => 'refused')).toBe('stored')
  expect(facts).toEqual(['storage.journal-failed'])
})

test('a full disk refuses an append whole, keeps what it had, and takes it when there is room again', async () => {
  const { store, disk, textsOf } = await start()
  await store.append([entry(1)]).durable
  disk.room = 50
  const refused = store.append([entry(2), entry(1, 'elsewhere', other)])
  await expect(refused.written).rejects.toThrow('no space left')
  await expect(refused.durable).rejects.toThrow('no space left')
  disk.room = null
  await expect.poll(() => store.append([entry(2, 'again')]).durable.catch(() => 'refused')).toBe('stored')
  expect(await textsOf()).toEqual(['update 1', 'again'])
  const next = await start({ disk: disk.copy(), database: await databaseLike(store) })
  expect(await next.textsOf()).toEqual(['update 1', 'again'])
  expect(await next.textsOf(other)).toEqual([])
})

test('a database that takes nothing leaves the journal as it is, and the next start folds it', async () => {
  const { store, disk, database, close, facts } = await start()
  database.failure = { reason: 'the disk is full', stores: false }
  await store.append([entry(1)]).durable
  await expect.poll(() => facts).toContain('storage.fold-failed')
  expect(await store.append([entry(2)]).durable).toBe('stored')
  await close()
  expect(facts).toContain('storage.journal-kept')
  const next = await start({ disk })
  expect(await next.textsOf()).toEqual(['update 1', 'update 2'])
})

type Happening = 'append' | 'append to both' | 'wait for the disk' | 'fold' | 'kill' | 'lose power'
const happenings = fc.array(
  fc.oneof(
    { arbitrary: fc.constantFrom<Happening>('append', 'append to both'), weight: 4 },
    { arbitrary: fc.constantFrom<Happening>('wait for the disk', 'fold', 'kill', 'lose power'), weight: 3 },
  ),
  { maxLength: 25 },
)

test('whatever happens when, what was written survives the process, what was durable the power, in its order', async () => {
  await fc.assert(
    fc.asyncProperty(happenings, async (steps) => {
      let disk = new JournalDisk()
      let database = new MemoryStore()
      const open = () => {
        const paths = ['boards-1', 'boards-2'] as const
        return openJournaledBoards({
          boards: database,
          paths,
          openFile: disk.open,
          log: silentLog,
          foldAfterMs: 0,
        })
      }
      let { store, close } = await open()
      const ids = [workshopId, other]
      const written = new Map(ids.map((id) => [id, [] as string[]]))
      const durable = new Map(ids.map((id) => [id, 0]))
      const last: Promise<unknown>[] = []
      let count = 0
      let process = 1
      const append = async (to: typeof ids) => {
        const entries = to.map((id) => entry((written.get(id)?.length ?? 0) + 1, `text ${++count}`, id))
        const appended = store.append(entries)
        expect(await appended.written).toBe('stored')
        for (const { workshopId: id, update } of entries)
          written.get(id)?.push(Buffer.from(update).toString())
        const heights = to.map((id) => [id, written.get(id)?.length ?? 0] as const)
        const by = process
        last.push(
          appended.durable.then(() => {
            if (by !== process) return
            for (const [id, height] of heights) durable.set(id, Math.max(durable.get(id) ?? 0, height))
          }),
        )
      }
      const read = async (id: typeof workshopId) =>
        (await store.load(id)).tail.map(({ update }) => Buffer.from(update).toString())
      for (const step of steps) {
        if (step === 'append') await append([workshopId])
        if (step === 'append to both') await append(ids)
        if (step === 'wait for the disk') await last.at(-1)
        if (step === 'fold') await new Promise((resolve) => setImmediate(resolve))
        if (step === 'kill' || step === 'lose power') {
          disk = step === 'kill' ? disk.copy() : disk.afterPowerLoss()
          database = database.afterPowerLoss(0)
          const promised = new Map(durable)
          const before = { close }
          process++
          ;({ store, close } = await open())
          for (const id of ids) {
            const found = await read(id)
            const all = written.get(id) ?? []
            expect(found).toEqual(all.slice(0, found.length))
            expect(found.length).toBeGreaterThanOrEqual(promised.get(id) ?? 0)
            if (step === 'kill') expect(found).toEqual(all)
            written.set(id, found)
            durable.set(id, found.length)
          }
          await before.close() // on the disk of before, which nobody sees any more
        }
      }
      for (const id of ids) expect(await read(id)).toEqual(written.get(id))
      await close()
      for (const id of ids) expect(database.boards.get(id)?.tail.length ?? 0).toBe(written.get(id)?.length)
    }),
    { numRuns: 60 },
  )
})

test('much at once is folded without waiting', async () => {
  const { store, inDatabase } = await start()
  await store.load(workshopId)
  store.append([{ workshopId, seq: 1, update: someBytes(5 * 1024 * 1024) }])
  await expect.poll(inDatabase, { interval: 5 }).toBe(1)
})

/** A database that holds what is stored by now. */
async function databaseLike(store: { load: MemoryStore['load'] }): Promise<MemoryStore> {
  const database = new MemoryStore()
  const { tail } = await store.load(workshopId)
  const [first] = tail
  if (first) await database.append([{ workshopId, ...first }]).durable
  return database
}
