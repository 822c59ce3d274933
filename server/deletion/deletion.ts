// Deletes a workshop with everything: first nothing opens it, then nobody is in it, then nothing of it is left on the disk.
import type { Endings } from '#server/access/endings.ts'
import type { Log } from '#server/log.ts'
import type { WholeStore } from '#server/storage/storage.ts'
import { secretPollsOf } from '#shared/facilitation/ballot-plane.ts'
import type { Workshop } from '#shared/facilitation/workshop.ts'
import type { PollId, WorkshopId } from '#shared/ids.ts'

/** What of it is in memory, plane by plane. */
type DeletionPlanes = {
  rooms: {
    state(workshopId: WorkshopId): Promise<{ workshop: Workshop }>
    forget(workshopId: WorkshopId): Promise<void>
  }
  boards: { forget(workshopId: WorkshopId): Promise<void> }
  history: { settled(workshopId: WorkshopId): Promise<void> }
  ballots: { forget(pollIds: readonly PollId[]): void }
  endings: Pick<Endings, 'end'>
}
type Parts = DeletionPlanes & { store: WholeStore; log: Log }

export type Deletion = {
  /** Resolves when nothing of it stands on the disk any more. False when there is none. */
  delete(workshopId: WorkshopId): Promise<boolean>
  /**
   * Finishes what a stopped process left half deleted, and looks once more for what came in behind a deletion. At the start
   * and once a day. One that cannot be finished is reported, and keeps neither the others nor what is over from going.
   */
  sweep(): Promise<void>
}

export function createDeletion({ store, rooms, boards, history, ballots, endings, log }: Parts): Deletion {
  const underWay = new Set<WorkshopId>()

  async function letGo(workshopId: WorkshopId): Promise<void> {
    const { workshop } = await rooms.state(workshopId)
    endings.end(workshopId, () => true, 'workshop-deleted')
    ballots.forget(secretPollsOf(workshop).map(({ pollId }) => pollId))
    await rooms.forget(workshopId)
    await history.settled(workshopId)
    await boards.forget(workshopId)
  }

  async function finish(workshopId: WorkshopId): Promise<void> {
    await store.erase(workshopId)
    await store.forget(workshopId)
  }

  return {
    async delete(workshopId) {
      underWay.add(workshopId)
      try {
        if (!(await store.close(workshopId))) return false
        await letGo(workshopId)
        await store.erase(workshopId)
        log.info('workshop.deleted', { workshopId })
        return true
      } finally {
        underWay.delete(workshopId)
      }
    },

    async sweep() {
      for (const workshopId of await store.closed()) {
        if (underWay.has(workshopId)) continue
        await finish(workshopId).catch((error: unknown) => {
          log.bug('workshop.not-erased', error, { workshopId }) // looked at again tomorrow
        })
      }
    },
  }
}
