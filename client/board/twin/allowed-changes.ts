// Leaves locked shapes out of what a person changes: the server would refuse all of it, and send the person away.
import { type BoardNow, isHeld } from '#client/board/twin/live-shapes.ts'
import type { MapChanges } from '#shared/board/map-copy.ts'

/** For people who may not change what is locked. */
export function allowedChanges({ put, removed }: MapChanges, now: Pick<BoardNow, 'records'>): MapChanges {
  const above = holdersOfLocked(now)
  return {
    put: put.filter(({ id, parentId }) => !isHeld(now, id) && !isHeld(now, parentId)),
    // Without what it lies in, a locked shape would lie somewhere else.
    removed: removed.filter((id) => !isHeld(now, id) && !above.has(id)),
  }
}

/** Everything that a locked shape lies in. */
function holdersOfLocked({ records }: Pick<BoardNow, 'records'>): Set<string> {
  const holders = new Set<string>()
  for (const record of records.values()) {
    if (record.isLocked !== true) continue
    for (let at = record.parentId; typeof at === 'string' && !holders.has(at); at = records.get(at)?.parentId)
      holders.add(at)
  }
  return holders
}
