// How each session left the board: read once, because a kept state never changes.
import type { BoardHistory } from '#server/history/history.ts'
import type { HistoryEntry } from '#shared/board/history.ts'
import type { Sessions } from '#shared/facilitation/sessions.ts'
import type { WorkshopId } from '#shared/ids.ts'
import type { KeptBoards, KeptTouchpoints } from '#shared/results/kept-boards.ts'

export type PastBoards = (workshopId: WorkshopId, sessions: Sessions) => Promise<KeptBoards>
type Sources = {
  history: Pick<BoardHistory, 'list' | 'bytes'>
  reader: { touchpoints(update: Uint8Array): Promise<KeptTouchpoints> }
}

/** Boards that are remembered at once; more sessions than that are read again. */
const mostRemembered = 200
/** A state is stored a moment after that for which it is kept. */
const storedWithinMs = 10_000

export function createPastBoards({ history, reader }: Sources): PastBoards {
  const remembered = new Map<string, Promise<KeptTouchpoints | null>>()

  function touchpoints(workshopId: WorkshopId, { entryId }: HistoryEntry): Promise<KeptTouchpoints | null> {
    const key = `${workshopId}/${entryId}` // an entry is named after its event, and those are counted by workshop
    return remembered.get(key) ?? remember(key, read(workshopId, entryId))
  }

  async function read(workshopId: WorkshopId, entryId: string): Promise<KeptTouchpoints | null> {
    const kept = await history.bytes(workshopId, entryId)
    return kept.ok ? reader.touchpoints(kept.value) : null
  }

  function remember(key: string, reading: Promise<KeptTouchpoints | null>) {
    remembered.set(key, reading)
    reading.catch(() => remembered.delete(key)) // told to whoever asked for it
    const [oldest] = remembered.keys()
    if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest)
    return reading
  }

  return async (workshopId, { all }) => {
    if (all.every(({ endedAt }) => endedAt === null)) return new Map()
    const entries = await history.list(workshopId)
    const boards = new Map<number, KeptTouchpoints>()
    for (const { number, startedAt, endedAt } of all) {
      if (endedAt === null) continue
      const kept = entries.filter(({ at }) => at >= startedAt && at <= endedAt + storedWithinMs)
      // The first one after the end: what was kept later may be of the next session already.
      const entry = kept.findLast(({ at }) => at >= endedAt) ?? kept[0]
      if (!entry) continue // nothing was kept of this session
      const board = await touchpoints(workshopId, entry)
      if (board) boards.set(number, board)
    }
    return boards
  }
}
