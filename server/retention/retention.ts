// How long workshops are kept: notes the day on which somebody was last there, and deletes what nobody comes to any more.
import type { Deletion } from '#server/deletion/deletion.ts'
import type { Log } from '#server/log.ts'
import type { WholeStore } from '#server/storage/storage.ts'
import type { Retention as Kept } from '#shared/access/api.ts'
import type { PersonId, WorkshopId } from '#shared/ids.ts'

type RetentionRooms = {
  present(workshopId: WorkshopId): readonly PersonId[]
  /** Called after the commit. */
  onStored(listener: (workshopId: WorkshopId) => void): () => void
  onDirectory(listener: (workshopId: WorkshopId) => void): () => void
}

export type Retention = {
  of(workshopId: WorkshopId): Promise<Kept>
  /** Somebody reads there without being in the room: nobody's name is kept with it, only the day. */
  visit(workshopId: WorkshopId): void
  /** Notes from now on who is there, and looks for what is over: now, and once a day. */
  serve(rooms: RetentionRooms): void
  /** For tests; resolves when what is over is deleted. */
  sweep(): Promise<void>
  close(): Promise<void>
}

export const dayMs = 24 * 3_600_000
/** No finer, so that nothing here tells when anybody voted. */
const beginningOfDay = (at: number): number => at - (at % dayMs)

type Parts = {
  store: Pick<WholeStore, 'list' | 'listed' | 'touch'>
  deletion: Deletion
  /** null: nothing is deleted by itself. */
  days: number | null
  log: Log
  now: () => number
}

export function createRetention({ store, deletion, days, log, now }: Parts): Retention {
  const touched = new Map<WorkshopId, number>()
  let rooms: RetentionRooms | null = null
  let sweeping: Promise<void> = Promise.resolve()
  let stop = () => {}

  /** The day itself counts whole. */
  const until = (touchedAt: number) => (days === null ? null : beginningOfDay(touchedAt) + (days + 1) * dayMs)

  function touch(workshopId: WorkshopId): void {
    const day = beginningOfDay(now())
    if (touched.get(workshopId) === day) return
    touched.set(workshopId, day)
    store.touch(workshopId, day).catch((error: unknown) => {
      touched.delete(workshopId)
      log.bug('retention.not-touched', error, { workshopId })
    })
  }

  async function sweep(): Promise<void> {
    await deletion.sweep()
    for (const { workshopId, touchedAt } of await store.list()) {
      const end = until(touchedAt)
      if (rooms && rooms.present(workshopId).length > 0) touch(workshopId)
      else if (end !== null && end <= now()) await deleteOver(workshopId)
    }
    for (const [workshopId, day] of touched) if (day < beginningOfDay(now())) touched.delete(workshopId)
  }

  /** One that cannot be deleted must not keep the others: it is tried again tomorrow. */
  async function deleteOver(workshopId: WorkshopId): Promise<void> {
    try {
      if (await deletion.delete(workshopId)) log.info('retention.over', { workshopId })
    } catch (error) {
      log.bug('retention.not-deleted', error, { workshopId })
    }
  }

  function sweepNow(): void {
    sweeping = sweeping.then(sweep).catch((error: unknown) => void log.bug('retention.not-swept', error)) // tried again tomorrow
  }

  return {
    async of(workshopId) {
      const listed = await store.listed(workshopId)
      return { days, until: listed ? until(Math.max(listed.touchedAt, touched.get(workshopId) ?? 0)) : null }
    },

    visit: touch,

    serve(served) {
      rooms = served
      const stops = [served.onStored(touch), served.onDirectory(touch)]
      sweepNow()
      const timer = setInterval(sweepNow, dayMs).unref()
      stop = () => {
        for (const end of stops) end()
        clearInterval(timer)
      }
    },

    sweep,

    async close() {
      stop()
      await sweeping
    },
  }
}
