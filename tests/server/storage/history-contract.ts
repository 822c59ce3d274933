// What every storage promises about kept states of a board.
import { describe, expect, test } from 'vitest'
import type { HistoryRow } from '#server/storage/storage.ts'
import { bytesOf, fresh, type OpenStorage, personNumber, someBytes, workshopNumber } from './contract.ts'

const workshopId = workshopNumber(1)
const entry = (number: number, change: Partial<HistoryRow> = {}): HistoryRow => ({
  ...{ workshopId, entryId: `event-${number}`, kind: 'item-begins', name: null, itemTitle: 'Sammeln' },
  ...{ personId: null, at: number, boardSeq: number, ...change },
})

export function historyContract(engine: string, open: OpenStorage): void {
  describe(`the history in ${engine}`, () => {
    test('states are listed newest first, each with its bytes, also after a restart', async () => {
      const { storage, reopened } = await fresh(open)
      const named = entry(2, {
        kind: 'named',
        name: 'Vor der Pause',
        personId: personNumber(1),
        itemTitle: null,
      })
      const bytes = someBytes(200_000)
      await storage.history.add(entry(1), bytesOf('one'))
      await storage.history.add(named, bytes)
      await storage.history.add(entry(3, { workshopId: workshopNumber(2) }), bytesOf('elsewhere'))
      const later = await reopened()
      expect(await later.history.list(workshopId)).toEqual([named, entry(1)])
      expect(await later.history.bytes(workshopId, 'event-2')).toEqual(bytes)
      expect(await later.history.bytes(workshopId, 'event-3')).toBeNull()
    })

    test('an id is kept once, as it was first', async () => {
      const { storage } = await fresh(open)
      expect(await storage.history.add(entry(1), bytesOf('first'))).toBe(true)
      expect(await storage.history.add(entry(1, { itemTitle: 'anders' }), bytesOf('second'))).toBe(false)
      expect(await storage.history.list(workshopId)).toEqual([entry(1)])
      expect(await storage.history.bytes(workshopId, 'event-1')).toEqual(bytesOf('first'))
    })

    test('what is removed is gone, the rest stays', async () => {
      const { storage } = await fresh(open)
      for (const number of [1, 2, 3]) await storage.history.add(entry(number), bytesOf('state'))
      await storage.history.remove(workshopId, ['event-1', 'event-3', 'event-9'])
      expect(await storage.history.list(workshopId)).toEqual([entry(2)])
      await storage.history.remove(workshopNumber(2), ['event-2'])
      expect(await storage.history.bytes(workshopId, 'event-2')).toEqual(bytesOf('state'))
    })
  })
}
