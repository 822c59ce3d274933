// What every storage promises about silent notes.
import { describe, expect, test } from 'vitest'
import type { DraftRow } from '#server/storage/storage.ts'
import { RoundId } from '#shared/ids.ts'
import { DraftId } from '#shared/silence/drafts.ts'
import { bytesOf, fresh, type OpenStorage, personNumber, workshopNumber } from './contract.ts'

const workshopId = workshopNumber(1)
const roundId = RoundId.parse('0'.repeat(31).concat('1'))
const other = RoundId.parse('0'.repeat(31).concat('2'))
const ana = personNumber(1)
const bo = personNumber(2)
const draftId = (number: number) =>
  DraftId.parse(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`)
const draft = (number: number, personId = ana, text = `Notiz ${number}`): DraftRow => ({
  ...{ workshopId, roundId, personId, draftId: draftId(number), text },
  ...{ kind: null, stageId: 'shape:stage-a', laneId: 'shape:lane-b', departmentId: null },
})

export function silenceContract(engine: string, open: OpenStorage): void {
  describe(`silent notes in ${engine}`, () => {
    test('a note is its writer’s, also after a restart', async () => {
      const { storage, reopened } = await fresh(open)
      expect(await storage.silence.put(draft(1), 100)).toBe('kept')
      expect(await storage.silence.put(draft(2, bo), 100)).toBe('kept')
      const later = await reopened()
      expect(await later.silence.draftsOf(workshopId, roundId, ana)).toEqual([draft(1)])
      expect(await later.silence.drafts(workshopId, roundId)).toEqual([draft(1), draft(2, bo)])
      expect(await later.silence.drafts(workshopId, other)).toEqual([])
    })

    test('the same id is the same note; of two writers it is two', async () => {
      const { storage } = await fresh(open)
      await storage.silence.put(draft(1, ana, 'erst'), 100)
      await storage.silence.put(draft(1, bo, 'anders'), 100)
      await storage.silence.put(
        { ...draft(1, ana, 'dann'), kind: 'evidence', stageId: null, laneId: null },
        100,
      )
      expect(await storage.silence.draftsOf(workshopId, roundId, ana)).toEqual([
        { ...draft(1, ana, 'dann'), kind: 'evidence', stageId: null, laneId: null },
      ])
      expect(await storage.silence.draftsOf(workshopId, roundId, bo)).toEqual([draft(1, bo, 'anders')])
    })

    test('whoever has as many as there may be can change them and write no more', async () => {
      const { storage } = await fresh(open)
      await storage.silence.put(draft(1), 2)
      await storage.silence.put(draft(2), 2)
      expect(await storage.silence.put(draft(3), 2)).toBe('full')
      expect(await storage.silence.put(draft(2, ana, 'anders'), 2)).toBe('kept')
      expect(await storage.silence.put(draft(3, bo), 2)).toBe('kept')
      await storage.silence.remove({ workshopId, roundId, personId: ana, draftId: draftId(1) })
      expect(await storage.silence.put(draft(3), 2)).toBe('kept')
    })

    test('a hundred at once do not get past the limit', async () => {
      const { storage } = await fresh(open)
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, (_, at) => storage.silence.put(draft(at), 10)),
      )
      expect(outcomes.filter((outcome) => outcome === 'kept')).toHaveLength(10)
      expect(await storage.silence.drafts(workshopId, roundId)).toHaveLength(10)
    })

    test('nobody deletes another’s note', async () => {
      const { storage } = await fresh(open)
      await storage.silence.put(draft(1), 100)
      await storage.silence.remove({ workshopId, roundId, personId: bo, draftId: draftId(1) })
      expect(await storage.silence.drafts(workshopId, roundId)).toHaveLength(1)
      expect(await storage.silence.remove({ workshopId, roundId, personId: ana, draftId: draftId(1) })).toBe(
        'removed',
      )
      expect(await storage.silence.drafts(workshopId, roundId)).toEqual([])
    })

    test('once it is closed nothing more is written or deleted', async () => {
      const { storage, reopened } = await fresh(open)
      await storage.silence.put(draft(1), 100)
      expect(await storage.silence.close(workshopId, roundId)).toBeNull()
      expect(await storage.silence.put(draft(1, ana, 'zu spät'), 100)).toBe('closed')
      expect(await storage.silence.put(draft(2), 100)).toBe('closed')
      expect(await storage.silence.remove({ workshopId, roundId, personId: ana, draftId: draftId(1) })).toBe(
        'closed',
      )
      const later = await reopened()
      expect(await later.silence.drafts(workshopId, roundId)).toEqual([draft(1)])
      expect(await later.silence.put({ ...draft(1), roundId: other }, 100)).toBe('kept')
    })

    test('the first update that places the notes is the one that counts, and the drafts are gone', async () => {
      const { storage, reopened } = await fresh(open)
      await storage.silence.put(draft(1), 100)
      await storage.silence.close(workshopId, roundId)
      expect(await storage.silence.keepPlacing(workshopId, roundId, bytesOf('one'))).toEqual(bytesOf('one'))
      const later = await reopened()
      expect(await later.silence.drafts(workshopId, roundId)).toEqual([])
      expect(await later.silence.keepPlacing(workshopId, roundId, bytesOf('two'))).toEqual(bytesOf('one'))
      expect(await later.silence.close(workshopId, roundId)).toEqual(bytesOf('one'))
      await later.silence.finish(workshopId, roundId)
      expect(await later.silence.close(workshopId, roundId)).toBe('done')
      expect(await later.silence.keepPlacing(workshopId, roundId, bytesOf('two'))).toBe('done')
    })

    test('an update for a round that was never closed is a bug', async () => {
      const { storage } = await fresh(open)
      await storage.silence.put(draft(1), 100)
      await expect(storage.silence.keepPlacing(workshopId, roundId, bytesOf('one'))).rejects.toThrow(/closed/)
      expect(await storage.silence.drafts(workshopId, roundId)).toHaveLength(1)
    })

    test('unfinished is what has drafts or was closed, until it is finished', async () => {
      const { storage } = await fresh(open)
      expect(await storage.silence.unfinished()).toEqual([])
      await storage.silence.put(draft(1), 100)
      await storage.silence.close(workshopNumber(2), other)
      expect(await storage.silence.unfinished()).toEqual(
        expect.arrayContaining([
          { workshopId, roundId },
          { workshopId: workshopNumber(2), roundId: other },
        ]),
      )
      await storage.silence.finish(workshopId, roundId) // cancelled: never closed
      await storage.silence.finish(workshopNumber(2), other)
      expect(await storage.silence.unfinished()).toEqual([])
      expect(await storage.silence.put(draft(2), 100)).toBe('closed')
    })
  })
}
