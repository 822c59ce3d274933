// The files of the journal as the disk knows them; tests put others in their place.
import { constants, fdatasync, ftruncate, writeSync } from 'node:fs'
import { open, readFile, unlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'

export type JournalFile = {
  /** Returns when the system has all of `bytes`: what happens to this process does not matter to them any more. */
  write(bytes: Uint8Array, at: number): void
  /** Resolves when everything that was written before the call is on the disk. Off the main thread. */
  sync(): Promise<void>
  /** Cuts the file to nothing. */
  empty(): Promise<void>
  /** Lets go of the file; `remove`: nothing in it is needed any more. */
  close(end: { remove: boolean }): Promise<void>
}

/** `found` is what an earlier process left; null where there was no file. */
export type OpenJournalFile = (path: string) => Promise<{ file: JournalFile; found: Buffer | null }>

const syncData = promisify(fdatasync)
const truncate = promisify(ftruncate)

export const openJournalFile: OpenJournalFile = async (path) => {
  const found = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  const handle = await open(path, constants.O_RDWR | constants.O_CREAT)
  const { fd } = handle
  if (found === null) await syncFolder(dirname(path))
  const file: JournalFile = {
    write(bytes, at) {
      // A disk that fills up takes a part, and refuses at the next call.
      for (let done = 0; done < bytes.length; )
        done += writeSync(fd, bytes, done, bytes.length - done, at + done)
    },
    sync: () => syncData(fd),
    empty: () => truncate(fd, 0),
    async close({ remove }) {
      await handle.close()
      if (remove) await unlink(path)
    },
  }
  return { file, found }
}

/** A new file's name stands in its folder, and is as durable as that. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return // where folders cannot be opened, and need not be
  const folder = await open(path, constants.O_RDONLY)
  await folder.sync().finally(() => folder.close())
}
