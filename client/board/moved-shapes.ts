// Tells a move from everything else that can happen to shapes: a drag changes where things lie, many times a second.
import { RESET_VALUE, type RecordsDiff, type TLShape } from '@tldraw/tldraw'

/**
 * The shapes that were moved, when that is all that was done; as they are now. Null when something else happened: a longer
 * text makes a lane higher, and with it what was not touched. `diffs` are a history's, oldest first.
 */
export function onlyMoved(diffs: RecordsDiff<TLShape>[] | typeof RESET_VALUE): TLShape[] | null {
  if (diffs === RESET_VALUE) return null
  const moved = new Map<string, TLShape>()
  for (const { added, removed, updated } of diffs) {
    if (Object.keys(added).length > 0 || Object.keys(removed).length > 0) return null
    for (const [from, to] of Object.values(updated)) {
      if (!isSameElsewhere(from, to)) return null
      moved.set(to.id, to)
    }
  }
  return [...moved.values()]
}

const isSameElsewhere = (from: TLShape, to: TLShape): boolean =>
  from.type === to.type &&
  from.props === to.props &&
  from.meta === to.meta &&
  from.parentId === to.parentId &&
  from.index === to.index &&
  from.opacity === to.opacity
