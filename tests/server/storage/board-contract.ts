// What every storage promises about boards.
import { describe, expect, test } from 'vitest'
import type { BoardEntry, Storage } from '#server/storage/storage.ts'
import { bytesOf, fresh, type OpenStorage, personNumber, someBytes, workshopNumber } from './contract.ts'

const workshopId = workshopNumber(1)
const other = workshopNumber(2)
const entry = (seq: number, text = `update ${seq}`, of = workshopId) => ({
  workshopId: of,
  seq,
  update: bytesOf(text),
})

/** As whoever waits until it is durable. */
const append = (storage: Storage, entries: BoardEntry[]) => storage.board.append(entries).durable

export function boardContract(engine: string, open: OpenStorage): void {
  describe(`boards in ${engine}`, () => {
    test('an unknown board is empty', async () => {
      const { storage } = await fresh(open)
      expect(await storage.board.load(workshopId)).toEqual({ snapshot: null, tail: [] })
    })

    test('updates come back byte for byte in their order, also after a restart', async () => {
      const { storage, reopened } = await fresh(open)
      const updates = Array.from({ length: 30 }, (_, index) => someBytes(index * 37))
      for (const [index, update] of updates.entries())
        expect(await append(storage, [{ workshopId, seq: index + 1, update }])).toBe('stored')
      const tail = updates.map((update, index) => ({ seq: index + 1, update }))
      expect((await (await reopened()).board.load(workshopId)).tail).toEqual(tail)
    })

    test('an update that is a view of a larger pool is stored without the pool', async () => {
      const { storage } = await fresh(open)
      const pool = Buffer.from('before|the update|after')
      await append(storage, [{ workshopId, seq: 1, update: pool.subarray(7, 17) }])
      expect((await storage.board.load(workshopId)).tail).toEqual([{ seq: 1, update: bytesOf('the update') }])
    })

    test('the caller keeps the bytes it gave', async () => {
      const { storage } = await fresh(open)
      const update = bytesOf('kept')
      await append(storage, [{ workshopId, seq: 1, update }])
      expect(update).toEqual(bytesOf('kept'))
    })

    test('an update of several megabytes is kept whole', async () => {
      const { storage } = await fresh(open)
      const update = someBytes(8 * 1024 * 1024)
      await append(storage, [{ workshopId, seq: 1, update }])
      const { tail } = await storage.board.load(workshopId)
      expect(tail[0] && Buffer.compare(tail[0].update, update)).toBe(0)
    })

    test('one append takes entries of many workshops, several of one among them', async () => {
      const { storage } = await fresh(open)
      const entries = [entry(1), entry(1, 'elsewhere', other), entry(2)]
      expect(await append(storage, entries)).toBe('stored')
      expect((await storage.board.load(workshopId)).tail.map(({ seq }) => seq)).toEqual([1, 2])
      expect((await storage.board.load(other)).tail).toEqual([{ seq: 1, update: bytesOf('elsewhere') }])
    })

    test('a conflict in one workshop stores nothing of the append', async () => {
      const { storage } = await fresh(open)
      await append(storage, [entry(1)])
      expect(await append(storage, [entry(1, 'elsewhere', other), entry(1, 'late')])).toBe('conflict')
      expect((await storage.board.load(other)).tail).toEqual([])
      expect((await storage.board.load(workshopId)).tail).toEqual([{ seq: 1, update: bytesOf('update 1') }])
    })

    test('a gap is a conflict', async () => {
      const { storage } = await fresh(open)
      expect(await append(storage, [entry(2)])).toBe('conflict')
      expect(await append(storage, [entry(1), entry(3)])).toBe('conflict')
      expect((await storage.board.load(workshopId)).tail).toEqual([])
    })

    test('a snapshot stands in place of the updates it covers and no others', async () => {
      const { storage, reopened } = await fresh(open)
      await append(storage, [entry(1), entry(2), entry(3)])
      await storage.board.compact(workshopId, { bytes: bytesOf('1 and 2'), upTo: 2 })
      const expected = {
        snapshot: { bytes: bytesOf('1 and 2'), upTo: 2 },
        tail: [{ seq: 3, update: bytesOf('update 3') }],
      }
      expect(await storage.board.load(workshopId)).toEqual(expected)
      expect(await (await reopened()).board.load(workshopId)).toEqual(expected)
    })

    test('a seq that was compacted away is still taken', async () => {
      const { storage } = await fresh(open)
      await append(storage, [entry(1), entry(2)])
      await storage.board.compact(workshopId, { bytes: bytesOf('all'), upTo: 2 })
      expect(await append(storage, [entry(1, 'again')])).toBe('conflict')
      expect(await append(storage, [entry(2, 'again')])).toBe('conflict')
      expect(await append(storage, [entry(3)])).toBe('stored')
    })

    test('a snapshot that comes late does not replace a newer one', async () => {
      const { storage } = await fresh(open)
      await append(storage, [entry(1), entry(2), entry(3)])
      await storage.board.compact(workshopId, { bytes: bytesOf('newer'), upTo: 3 })
      await storage.board.compact(workshopId, { bytes: bytesOf('older'), upTo: 1 })
      expect((await storage.board.load(workshopId)).snapshot).toEqual({ bytes: bytesOf('newer'), upTo: 3 })
    })

    test('a client id stays with the first person who used it, in its workshop', async () => {
      const { storage, reopened } = await fresh(open)
      const [ana, bo] = [personNumber(1), personNumber(2)]
      const clientId = 4_294_967_295 // the largest Yjs makes
      expect(await storage.board.claimClient(workshopId, clientId, ana)).toBe(ana)
      expect(await storage.board.claimClient(workshopId, clientId, bo)).toBe(ana)
      expect(await storage.board.claimClient(workshopId, 7, bo)).toBe(bo)
      expect(await storage.board.claimClient(other, clientId, bo)).toBe(bo)
      expect(await (await reopened()).board.claimClient(workshopId, clientId, bo)).toBe(ana)
    })
  })
}
