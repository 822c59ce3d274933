// Sets changes aside that the server has refused, so that they are neither lost nor sent again for ever.
import { openDB } from 'idb'
import type { IndexeddbPersistence } from 'y-indexeddb'
import * as Y from 'yjs'
import { z } from 'zod'
import { PersonId, WorkshopId } from '#shared/ids.ts'

export type Owner = { workshopId: WorkshopId; personId: PersonId }

export const recoveryName = 'runde-recovery'
const store = 'copies'
/** 0.1.0 kept the bytes alone. */
const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)
const Copy = z.union([
  z.object({ update: Bytes, reason: z.string() }),
  Bytes.transform((update) => ({ update, reason: '' })),
])
export type Copy = z.infer<typeof Copy>

/** Where this device keeps nothing (a private window, a full disk): as long as the page is open. */
const kept = new Map<string, Copy>()

/** Keeps this browser's whole state, then forgets the copy that a reload would send. */
export async function keepRecoveryCopy(
  owner: Owner,
  { doc, reason }: { doc: Y.Doc; reason: string },
  copy: Pick<IndexeddbPersistence, 'clearData'>,
): Promise<void> {
  const state = { update: Y.encodeStateAsUpdate(doc), reason }
  kept.set(keyOf(owner), state)
  await inDatabase((database) => database.put(store, state, keyOf(owner)))
  await copy.clearData()
}

/** Null when there is none. */
export async function readRecoveryCopy(owner: Owner): Promise<Copy | null> {
  const stored = await inDatabase((database) => database.get(store, keyOf(owner))).catch(() => undefined)
  return Copy.safeParse(stored).data ?? kept.get(keyOf(owner)) ?? null
}

export async function forgetRecoveryCopy(owner: Owner): Promise<void> {
  kept.delete(keyOf(owner))
  await inDatabase((database) => database.delete(store, keyOf(owner))).catch(() => {})
}

/** Whose copies there are. */
export async function ownersOfCopies(): Promise<Owner[]> {
  const stored = await inDatabase((database) => database.getAllKeys(store)).catch(() => [])
  return [...kept.keys(), ...stored].flatMap((key) => {
    const [workshopId, personId] = String(key).split(':')
    const owner = OwnerOfCopy.safeParse({ workshopId, personId })
    return owner.success ? [owner.data] : []
  })
}
const OwnerOfCopy = z.object({ workshopId: WorkshopId, personId: PersonId })

const keyOf = ({ workshopId, personId }: Owner) => `${workshopId}:${personId}`

async function inDatabase<Result>(
  act: (database: Awaited<ReturnType<typeof open>>) => Promise<Result>,
): Promise<Result> {
  const database = await open()
  try {
    return await act(database)
  } finally {
    database.close()
  }
}
const open = () =>
  openDB(recoveryName, 1, {
    upgrade: (fresh) => {
      fresh.createObjectStore(store)
    },
  })
