// What a browser keeps in its databases, read from the page that keeps it.
import type { Page } from 'playwright-core'

/** Of the database's only store. There must be one: it would be made empty, and the page could not make it any more. */
export const keysIn = (page: Page, database: string): Promise<string[]> =>
  page.evaluate(
    (name) =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const [store = ''] = opening.result.objectStoreNames
          const keys = opening.result.transaction(store).objectStore(store).getAllKeys()
          keys.onsuccess = () => {
            opening.result.close()
            resolve(keys.result.map(String))
          }
        }
      }),
    database,
  )
