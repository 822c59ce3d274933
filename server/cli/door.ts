// A door in the data folder through which `npm run runde` asks the running server, which alone can read and change the data.
import { createHash } from 'node:crypto'
import { chmod, rm } from 'node:fs/promises'
import { connect, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { Ask, type Doing, Refused } from '#server/cli/asks.ts'
import type { Log } from '#server/log.ts'

const Answer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), lines: z.array(z.string()) }),
  z.object({ ok: z.literal(false), message: z.string() }),
])
type Answer = z.infer<typeof Answer>

/** Whoever may write in the data folder may ask. Windows keeps such doors in a place of its own. */
const doorOf = (dataDir: string): string =>
  process.platform === 'win32'
    ? `\\\\.\\pipe\\runde-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`
    : join(dataDir, 'runde.sock')

export type Door = { close(): Promise<void> }

/** A door that cannot be opened (a path too long for one) is none: the server runs without. */
export async function openDoor(dataDir: string, { doing, log }: { doing: Doing; log: Log }): Promise<Door> {
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
    const ask = readAsk(line)
    if (ask === null) return { ok: false, message: unknownAsk }
    try {
      const lines = await doing(ask)
      log.info('operator.obeyed', { kind: ask.kind })
      return { ok: true, lines }
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      // No names of files or people in the log: the sentence is for who asked.
      if (error instanceof Refused || isOfSystem(error)) log.warn('operator.refused', { kind: ask.kind })
      else log.bug('operator.failed', error, { kind: ask.kind })
      return { ok: false, message }
    }
  }

  // We have the database's lock: what lies there is of a process that ended without a word.
  if (process.platform !== 'win32') await rm(path, { force: true })
  const isOpen = await new Promise<boolean>((resolve) => {
    // Also later: an operator who could not be let in is no reason for the server to end.
    server.on('error', (error) => {
      log.warn('operator.no-door', { reason: error.message })
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
export function askServer(dataDir: string, ask: Ask): Promise<Answer | null> {
  return new Promise((resolve) => {
    const socket = connect(doorOf(dataDir))
    socket.once('error', () => resolve(null))
    socket.once('connect', () => {
      socket.write(`${JSON.stringify(ask)}\n`)
      createInterface({ input: socket })
        .on('error', () => {}) // it closes with it
        .once('line', (line) => resolve(readAnswer(line)))
        .once('close', () => resolve({ ok: false, message: stopped }))
    })
  })
}

/** A disk that is full, a folder that must not be written: for the operator, not for us. */
const isOfSystem = (error: unknown): boolean =>
  error instanceof Error && 'syscall' in error && typeof error.syscall === 'string'

function readAsk(line: string): Ask | null {
  try {
    return Ask.parse(JSON.parse(line))
  } catch {
    return null
  }
}

function readAnswer(line: string): Answer {
  try {
    return Answer.parse(JSON.parse(line))
  } catch {
    return { ok: false, message: otherVersion }
  }
}

const unknownAsk =
  'The server that runs here does not know this; it is of another version of Runde: start it again.'
const otherVersion =
  'The server that runs here answers in the way of another version of Runde; start it again.'
const stopped = 'The server stopped before it answered; see with list whether it was done.'
