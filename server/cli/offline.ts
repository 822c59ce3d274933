// The parts of the server that do what the operator asks, over the data folder, while no server runs.
import { mkdir } from 'node:fs/promises'
import { hexToBytes } from '@noble/hashes/utils.js'
import { loadServerKey } from '#server/access/server-key.ts'
import { createBoards } from '#server/board/boards.ts'
import type { Doing } from '#server/cli/asks.ts'
import { databaseIn, exists } from '#server/cli/copies.ts'
import { createDoing } from '#server/cli/doing.ts'
import type { Config } from '#server/config.ts'
import { createErasure } from '#server/deletion/erasure.ts'
import { createHistory } from '#server/history/history.ts'
import type { Log } from '#server/log.ts'
import { createResults } from '#server/results/results.ts'
import { openSqlite } from '#server/storage/sqlite.ts'
import type { Storage } from '#server/storage/storage.ts'
import { type Bringing, createBringing } from '#server/workshop-file/bring.ts'
import { createPacking, type Packing } from '#server/workshop-file/pack.ts'
import { createUnpacking } from '#server/workshop-file/unpacking.ts'
import { apply, decide, emptyWorkshop } from '#shared/facilitation/workshop.ts'
import type { WorkshopId } from '#shared/ids.ts'

export type Offline = { storage: Storage; pack: Packing; bring: Bringing; doing: Doing }

/** Lets go of everything when `use` is done. `mayBeNew`: there need be no data yet. Rejects with a sentence. */
export async function offline<Value>(
  { dataDir, serverKey, origin = '' }: Pick<Config, 'dataDir' | 'serverKey'> & { origin?: string },
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
  const { read } = storage.facilitation
  const eventsOf = async (workshopId: WorkshopId) => (await read(workshopId, 0)).map(({ event }) => event)
  const workshopOf = async (workshopId: WorkshopId) =>
    (await eventsOf(workshopId)).reduce(apply, emptyWorkshop)
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
  const pack = createPacking({ storage, boards, results, now })
  const bring = createBringing({
    store: storage.wholes,
    unpack: createUnpacking(),
    serverKey: key,
    log,
    now,
  })
  const doing = createDoing({
    dataDir,
    storage,
    pack,
    bring,
    deletion: { delete: (workshopId) => deleteIn(storage, workshopId) },
    erase: createErasure({
      store: storage.wholes,
      facilitation: storage.facilitation,
      // Nobody is in a room, and nobody has to be told.
      rooms: {
        rewrite: async (_workshopId, write) => void (await write()),
        setName: storage.people.setName,
      },
      boards,
      log,
      now,
    }),
    async submit(workshopId, command) {
      const events = await eventsOf(workshopId)
      const actor = { personId: null, role: 'server' } as const
      const workshop = events.reduce(apply, emptyWorkshop)
      const decision = decide(workshop, command, { actor, now: now(), present: [] })
      if (!decision.ok) return decision
      const batch = { workshopId, seq: events.length + 1, events: decision.events, answer: null }
      return { ok: (await storage.facilitation.append(batch)) === 'stored' }
    },
    origin: () => origin,
    now,
  })
  try {
    return await use({ storage, pack, bring, doing })
  } finally {
    await results.close()
    await boards.close()
    await storage.close()
  }
}

async function deleteIn({ wholes }: Storage, workshopId: WorkshopId): Promise<boolean> {
  if (!(await wholes.close(workshopId))) return false
  await wholes.erase(workshopId)
  await wholes.forget(workshopId)
  return true
}
