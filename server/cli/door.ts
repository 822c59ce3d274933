// A door in the data folder through which `npm run runde` asks the running server, which alone can read the database, for a backup.
import { createHash } from 'node:crypto'
import { chmod, rm } from 'node:fs/promises'
import { connect, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import type { Log } from '#server/log.ts'

const Ask = z.object({ backup: z.string(), force: z.boolean() })
const Answer = z.object({ ok: z.boolean(), message: z.string() })
type Answer = z.infer<typeof Answer>

/** Whoever may write in the data folder may ask. Windows keeps such doors in a place of its own. */
const doorOf = (dataDir: string): string =>
  process.platform === 'win32'
    ? `\\\\.\\pipe\\runde-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`
    : join(dataDir, 'runde.sock')

export type Door = { close(): Promise<void> }

/** `backup` rejects with a sentence. A door that cannot be opened (a path too long for one) is none: the server runs without. */
export async function openDoor(
  dataDir: string,
  { backup, log }: { backup: (folder: string, force: boolean) => Promise<void>; log: Log },
): Promise<Door> {
  const path = doorOf(dataDir)
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('error', () => {}).on('close', () => open.delete(socket)) // whoever asked has gone
    const lines = createInterface({ input: socket }).on('error', () => {}) // it closes with it
    lines.once('line', (line) => {
      void answer(line).then((said) => socket.end(`${JSON.stringify(said)}\n`))
    })
  })

  async function answer(line: string): Promise<Answer> {
    try {
      const { backup: folder, force } = Ask.parse(JSON.parse(line))
      await backup(folder, force)
      log.info('backup.made')
      return { ok: true, message: '' }
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      log.warn('backup.not-made', { reason: message })
      return { ok: false, message }
    }
  }

  // We have the database's lock: what lies there is of a process that ended without a word.
  if (process.platform !== 'win32') await rm(path, { force: true })
  const isOpen = await new Promise<boolean>((resolve) => {
    server.once('error', (error) => {
      log.warn('backup.no-door', { reason: error.message })
      resolve(false)
    })
    server.listen(path, () => resolve(true))
  })
  if (isOpen && process.platform !== 'win32') await chmod(path, 0o600)
  return {
    async close() {
      for (const socket of open) socket.destroy()
      if (isOpen) await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** null: no server is there. */
export function askServer(dataDir: string, ask: z.infer<typeof Ask>): Promise<Answer | null> {
  return new Promise((resolve) => {
    const socket = connect(doorOf(dataDir))
    socket.once('error', () => resolve(null))
    socket.once('connect', () => {
      socket.write(`${JSON.stringify(ask)}\n`)
      createInterface({ input: socket })
        .on('error', () => {}) // it closes with it
        .once('line', (line) => resolve(Answer.parse(JSON.parse(line))))
        .once('close', () =>
          resolve({ ok: false, message: 'The server stopped before the backup was made.' }),
        )
    })
  })
}
