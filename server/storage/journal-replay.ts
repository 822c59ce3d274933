// What a process that ended without warning left in its journal goes into the database, before anybody reads a board.
import type { Log } from '#server/log.ts'
import { StorageError } from '#server/storage/database.ts'
import { decodeRecords } from '#server/storage/journal-records.ts'
import type { BoardEntry, BoardStore, StoredBoard } from '#server/storage/storage.ts'

/** Rejects with a sentence when a file is not for this version to read. May be done twice: what is known is passed over. */
export async function replayJournal(
  files: readonly { path: string; found: Buffer | null }[],
  boards: BoardStore,
  log: Log,
): Promise<void> {
  const left: BoardEntry[] = []
  for (const { path, found } of files) {
    const decoded = decodeRecords(found ?? Buffer.alloc(0))
    if (!decoded.ok)
      throw new StorageError(
        `${path} was written by a newer version of Runde; start that version once more and stop it in order.`,
      )
    if (decoded.isCut) log.warn('storage.journal-cut', { file: path, kept: decoded.entries.length })
    left.push(...decoded.entries)
  }
  const following: BoardEntry[] = []
  for (const entries of byWorkshop(left)) following.push(...(await followingOf(entries, boards, log)))
  if (following.length === 0) return
  if ((await boards.append(following).durable) !== 'stored')
    throw new StorageError('The journal of the boards does not follow the database; nothing was changed.')
  log.info('storage.journal-replayed', { entries: following.length })
}

/**
 * Those that the database does not have, up to the first gap: what stands behind one was never called saved, because
 * the journal is made durable in its order.
 */
async function followingOf(
  entries: readonly BoardEntry[],
  boards: BoardStore,
  log: Log,
): Promise<BoardEntry[]> {
  const [first] = entries
  if (!first) return []
  let head = headOf(await boards.load(first.workshopId))
  const following: BoardEntry[] = []
  for (const entry of [...entries].sort((one, other) => one.seq - other.seq)) {
    if (entry.seq > head + 1) {
      log.warn('storage.journal-gap', { workshopId: entry.workshopId, after: head, found: entry.seq })
      break
    }
    if (entry.seq === head + 1) following.push(entry)
    head = Math.max(head, entry.seq)
  }
  return following
}

/** The `seq` of the last update that a board has; 0 without any. */
export const headOf = ({ snapshot, tail }: StoredBoard): number => tail.at(-1)?.seq ?? snapshot?.upTo ?? 0

function byWorkshop(entries: readonly BoardEntry[]): Iterable<BoardEntry[]> {
  return Map.groupBy(entries, ({ workshopId }) => workshopId).values()
}
