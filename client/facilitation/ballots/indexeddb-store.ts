// Keeps ballots in IndexedDB, so that a reload, a second tab or a closed lid loses none; without `navigator.locks`, which plain http lacks.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { createMemoryStore } from '#client/facilitation/ballots/memory-store.ts'
import {
  type BallotKey,
  type BallotStore,
  keepForMs,
  type StoredBallot,
} from '#client/facilitation/ballots/stored-ballot.ts'
import type { PersonId } from '#shared/ids.ts'

type Schema = DBSchema & {
  ballot: { key: [string, string]; value: StoredBallot; indexes: { createdAt: number } }
}
// A ballot that was called kept must survive the machine, not only the page.
const durable = { durability: 'strict' } as const

const openDatabase = () =>
  openDB<Schema>('runde-ballots', 1, {
    upgrade(fresh) {
      const ballots = fresh.createObjectStore('ballot', { keyPath: ['pollId', 'personId'] })
      ballots.createIndex('createdAt', 'createdAt')
    },
  })

/** Never rejects: where the browser refuses IndexedDB, ballots are kept in memory and `isLasting` says so. */
export async function openBallotStore(now: () => number): Promise<BallotStore> {
  try {
    const database = await openDatabase()
    await dropOld(database, now() - keepForMs)
    return createStore(database)
  } catch {
    return createMemoryStore()
  }
}

function createStore(database: IDBPDatabase<Schema>): BallotStore {
  const otherTabs = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('runde-ballots')
  const keyOf = ({ pollId, personId }: BallotKey): [string, string] => [pollId, personId]
  const tellOtherTabs = ({ pollId, personId }: BallotKey) => otherTabs?.postMessage({ pollId, personId })

  return {
    isLasting: true,

    read: async (key) => (await database.get('ballot', keyOf(key))) ?? null,

    async addOnce(ballot) {
      const transaction = database.transaction('ballot', 'readwrite', durable)
      const before = await transaction.store.get(keyOf(ballot))
      if (!before) await transaction.store.add(ballot)
      await transaction.done
      return before ?? ballot
    },

    async change(key, edit) {
      const transaction = database.transaction('ballot', 'readwrite', durable)
      const before = await transaction.store.get(keyOf(key))
      const next = before && edit(before)
      if (next && next !== before) await transaction.store.put(next)
      await transaction.done
      if (next !== before) tellOtherTabs(key)
      return next ?? null
    },

    onForeignChange(listener) {
      const hear = ({ data }: MessageEvent<BallotKey>) => listener(data)
      otherTabs?.addEventListener('message', hear)
      return () => otherTabs?.removeEventListener('message', hear)
    },
  }
}

/** For somebody who was erased, or whose workshop was deleted: what of their ballots is on this device. */
export async function forgetBallotsOf(personId: PersonId): Promise<void> {
  const database = await openDatabase()
  const transaction = database.transaction('ballot', 'readwrite', durable)
  for await (const row of transaction.store) if (row.value.personId === personId) await row.delete()
  await transaction.done
  database.close()
}

async function dropOld(database: IDBPDatabase<Schema>, before: number): Promise<void> {
  const transaction = database.transaction('ballot', 'readwrite')
  for await (const row of transaction.store.index('createdAt').iterate(IDBKeyRange.upperBound(before)))
    await row.delete()
  await transaction.done
}
