// Templates that somebody has kept in this browser: in its database, since they are larger than what it remembers besides.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { BoardFile } from '#shared/board/board-file.ts'
import { readBoardFile } from '#shared/board/import/read-board-file.ts'

/** By its name, which is there once. `text` is the file as it would be saved. */
type Kept = { title: string; text: string; keptAt: number }
type Schema = DBSchema & { template: { key: string; value: Kept } }

const open = (): Promise<IDBPDatabase<Schema>> =>
  openDB<Schema>('runde-templates', 1, {
    upgrade: (fresh) => void fresh.createObjectStore('template', { keyPath: 'title' }),
  })

export type KeptAs = 'new' | 'replaced' | 'not-kept'

/** A browser that keeps nothing is no error: the file is the other way. */
export async function keepTemplate(file: BoardFile, now: number): Promise<KeptAs> {
  try {
    const database = await open()
    const before = await database.getKey('template', file.title)
    await database.put('template', { title: file.title, text: JSON.stringify(file), keptAt: now })
    database.close()
    return before === undefined ? 'new' : 'replaced'
  } catch {
    return 'not-kept'
  }
}

/** The newest first; what cannot be read any more is left out. */
export async function keptTemplates(): Promise<BoardFile[]> {
  try {
    const database = await open()
    const all = await database.getAll('template')
    database.close()
    return all
      .sort((one, other) => other.keptAt - one.keptAt)
      .flatMap(({ text }) => {
        const read = readBoardFile(text)
        return read.ok ? [read.file] : []
      })
  } catch {
    return []
  }
}

/** By its name. */
export async function dropTemplate(title: string): Promise<void> {
  try {
    const database = await open()
    await database.delete('template', title)
    database.close()
  } catch {
    // Then there is nothing kept that could stay.
  }
}
