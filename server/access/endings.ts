// Tells the gateways that seats have ended, so that their sockets end too.
import type { Seat } from '#server/access/seat.ts'
import type { WorkshopId } from '#shared/ids.ts'

type EndingListener = (workshopId: WorkshopId, match: (seat: Seat) => boolean) => void

export type Endings = {
  /** Returns how to stop listening. */
  on(listener: EndingListener): () => void
  /** Called after the end has been stored. */
  end: EndingListener
}

export function createEndings(): Endings {
  const listeners = new Set<EndingListener>()
  return {
    on(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    end(workshopId, match) {
      for (const listener of listeners) listener(workshopId, match)
    },
  }
}
