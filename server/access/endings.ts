// Tells the gateways that seats have ended, so that their sockets end too.
import type { Seat } from '#server/access/seat.ts'
import type { WorkshopId } from '#shared/ids.ts'

/**
 * `seat-ended`: its link was renewed. `taken-up`: the person came back by a link that a facilitator made for them.
 * `removed`: a facilitator has sent the person out. `erased`: nothing of theirs is left. `workshop-deleted`: all of it.
 */
export type EndReason = 'seat-ended' | 'taken-up' | 'removed' | 'erased' | 'workshop-deleted'
type EndingListener = (workshopId: WorkshopId, match: (seat: Seat) => boolean, reason: EndReason) => void

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
    end(workshopId, match, reason) {
      for (const listener of listeners) listener(workshopId, match, reason)
    },
  }
}
