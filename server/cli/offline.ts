// The parts of the server that a command needs, over the data folder, while no server runs.
import { mkdir } from 'node:fs/promises'
import { hexToBytes } from '@noble/hashes/utils.js'
import { loadServerKey } from '#server/access/server-key.ts'
import { createBoards } from '#server/board/boards.ts'
import { databaseIn, exists } from '#server/cli/copies.ts'
import type { Config } from '#server/config.ts'
import { createHistory } from '#server/history/history.ts'
import type { Log } from '#server/log.ts'
import { createResults } from '#server/results/results.ts'
import { openSqlite } from '#server/storage/sqlite.ts'
import type { Storage } from '#server/storage/storage.ts'
import { type Bringing, createBringing } from '#server/workshop-file/bring.ts'
import { createPacking, type Packing } from '#server/workshop-file/pack.ts'
import { createUnpacking } from '#server/workshop-file/unpacking.ts'
import { apply, emptyWorkshop } from '#shared/facilitation/workshop.ts'
import type { WorkshopId } from '#shared/ids.ts'

export type Offline = {
  storage: Storage
  pack: Packing
  bring: Bringing
  titleOf(workshopId: WorkshopId): Promise<string>
}

/** Lets go of everything when `use` is done. `mayBeNew`: there need be no data yet. Rejects with a sentence. */
export async function offline<Value>(
  { dataDir, serverKey }: Pick<Config, 'dataDir' | 'serverKey'>,
  { log, mayBeNew = false }: { log: Log; mayBeNew?: boolean },
  use: (parts: Offline) => Promise<Value>,
): Promise<Value> {
  if (!mayBeNew && !(await exists(databaseIn(dataDir))))
    throw new Error(`There are no workshops in ${dataDir}; set DATA_DIR to the folder that the server has.`)
  await mkdir(dataDir, { recursive: true })
  const key = serverKey ?? (await loadServerKey(dataDir))
  const storage = await openSqlite(databaseIn(dataDir), { log })
  const boards = createBoards({ storage: storage.board, log })
  const now = Date.now
  const workshopOf = async (workshopId: WorkshopId) =>
    (await storage.facilitation.read(workshopId, 0)).map(({ event }) => event).reduce(apply, emptyWorkshop)
  const results = createResults({
    rooms: { state: async (workshopId) => ({ workshop: await workshopOf(workshopId) }) },
    boards,
    history: createHistory({ storage: storage.history, boards, log, now }),
    people: storage.people,
    ballots: {
      bundle: (pollId, hash = null) =>
        storage.ballots.bundle(pollId, hash === null ? null : hexToBytes(hash)),
    },
    log,
    now,
  })
  try {
    return await use({
      storage,
      pack: createPacking({ storage, boards, results, now }),
      bring: createBringing({
        store: storage.wholes,
        unpack: createUnpacking(),
        serverKey: key,
        log,
        now,
      }),
      titleOf: async (workshopId) => (await workshopOf(workshopId)).info.title,
    })
  } finally {
    await results.close()
    await boards.close()
    await storage.close()
  }
}
