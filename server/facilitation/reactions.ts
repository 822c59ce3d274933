// Gathers reactions for a second and says how many there were of each: to everyone, without names, and to no log.
import { createRateLimit } from '#server/access/rate-limit.ts'
import type { Reaction, ReactionCounts } from '#shared/facilitation/reactions.ts'
import type { PersonId, WorkshopId } from '#shared/ids.ts'

export type Reactions = {
  /** One that comes too soon after others of the same person is dropped. */
  take(workshopId: WorkshopId, personId: PersonId, reaction: Reaction): void
  close(): void
}

/** Long enough that nobody can tell by the moment whose it was. */
export const gatherMs = 1_000
/** Per person, on all their devices together. */
const allowance = { count: 5, perMs: 5_000 }

export function createReactions(
  tell: (workshopId: WorkshopId, counts: ReactionCounts) => void,
  now: () => number,
): Reactions {
  const limit = createRateLimit(allowance, now)
  const gathering = new Map<WorkshopId, { counts: ReactionCounts; timer: NodeJS.Timeout }>()
  return {
    take(workshopId, personId, reaction) {
      if (!limit.take(`${workshopId}/${personId}`)) return
      const waiting = gathering.get(workshopId)
      if (waiting) {
        waiting.counts[reaction] = (waiting.counts[reaction] ?? 0) + 1
        return
      }
      const counts: ReactionCounts = { [reaction]: 1 }
      const timer = setTimeout(() => {
        gathering.delete(workshopId)
        tell(workshopId, counts)
      }, gatherMs)
      gathering.set(workshopId, { counts, timer })
    },
    close() {
      for (const { timer } of gathering.values()) clearTimeout(timer)
      gathering.clear()
    },
  }
}
