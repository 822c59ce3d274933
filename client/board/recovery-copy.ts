// Sets changes aside that the server has refused, so that they are neither lost nor sent again for ever.
import { openDB } from 'idb'
import type { IndexeddbPersistence } from 'y-indexeddb'
import * as Y from 'yjs'
import type { PersonId, WorkshopId } from '#shared/ids.ts'

const store = 'copies'

/** Keeps this browser's whole state, then forgets the copy that a reload would send. */
export async function keepRecoveryCopy(
  { workshopId, personId }: { workshopId: WorkshopId; personId: PersonId },
  doc: Y.Doc,
  copy: Pick<IndexeddbPersistence, 'clearData'>,
): Promise<void> {
  const database = await openDB('runde-recovery', 1, {
    upgrade: (fresh) => {
      fresh.createObjectStore(store)
    },
  })
  await database.put(store, Y.encodeStateAsUpdate(doc), `${workshopId}:${personId}`)
  database.close()
  await copy.clearData()
}
