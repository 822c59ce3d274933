// The real server after a loss of power: its journal is cut short, and the browsers bring back what they have.
import { readdir, stat, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { addSticky, contentsOf } from '#tests/server/board/sample-records.ts'
import {
  createWorkshop,
  type Guest,
  joinByLink,
  type RunningServer,
  startServer,
} from '#tests/support/server.ts'

/** A person's browser with the stock provider; the document outlives the connections. */
class Person {
  readonly doc = new Y.Doc()
  readonly closeCodes: unknown[] = []
  readonly #guest: Guest
  #provider: WebsocketProvider | null = null

  constructor(guest: Guest) {
    this.#guest = guest
    onTestFinished(() => this.disconnect())
  }

  async connect({ origin }: RunningServer): Promise<void> {
    const headers = { authorization: `Bearer ${this.#guest.seatToken}` }
    class WithSeat extends WebSocket {
      constructor(url: string, protocols: string[]) {
        super(url, protocols, { headers })
      }
    }
    const url = `${origin.replace('http', 'ws')}/board`
    const provider = new WebsocketProvider(url, this.#guest.workshopId, this.doc, {
      params: { seat: 'participant' },
      WebSocketPolyfill: WithSeat as unknown as typeof globalThis.WebSocket, // ws has all of it that the provider uses
      disableBc: true,
    })
    provider.on('connection-close', (event) => this.closeCodes.push(event?.code))
    this.#provider = provider
    await new Promise<void>((resolve) => provider.once('sync', () => resolve()))
  }

  disconnect(): void {
    this.#provider?.destroy()
    this.#provider = null
  }
}

async function journalFiles({ dataDir }: RunningServer): Promise<{ path: string; bytes: number }[]> {
  const names = (await readdir(dataDir)).filter((name) => name.includes('-boards-'))
  return Promise.all(
    names.map(async (name) => {
      const path = join(dataDir, name)
      return { path, bytes: (await stat(path)).size }
    }),
  )
}

/** As if the end of it had been in the system's memory only. */
async function cutJournal(server: RunningServer): Promise<void> {
  const written = (await journalFiles(server)).filter(({ bytes }) => bytes > 0)
  expect(written).toHaveLength(1)
  for (const { path, bytes } of written) await truncate(path, bytes - 3)
}

test('what was seen and lost with the power comes back with its author, whoever is there before', async () => {
  let server = await startServer()
  onTestFinished(() => server.clear())
  const { links } = await createWorkshop(server.origin)
  const [author, reader, late] = await Promise.all(
    [1, 2, 3].map(async () => new Person(await joinByLink(links.participant))),
  )
  if (!author || !reader || !late) throw new Error('three people')
  await author.connect(server)
  await reader.connect(server)
  addSticky(author.doc, 'kept')
  await expect.poll(() => contentsOf(reader.doc)).toHaveProperty('shape:kept')
  const inJournal = async () => (await journalFiles(server)).reduce((sum, { bytes }) => sum + bytes, 0)
  await expect.poll(inJournal).toBe(0)
  addSticky(author.doc, 'lost')
  await expect.poll(() => contentsOf(reader.doc), { interval: 5 }).toHaveProperty('shape:lost')
  await server.end('SIGKILL')
  author.disconnect()
  reader.disconnect()
  await cutJournal(server)

  server = await startServer({ dataDir: server.dataDir })
  await reader.connect(server)
  await late.connect(server)
  expect(contentsOf(late.doc)).toHaveProperty('shape:kept')
  expect(contentsOf(late.doc)).not.toHaveProperty('shape:lost')
  addSticky(reader.doc, 'meanwhile')
  await expect.poll(() => contentsOf(late.doc)).toHaveProperty('shape:meanwhile')
  await author.connect(server)
  await expect.poll(() => contentsOf(late.doc)).toHaveProperty('shape:lost')
  await expect.poll(() => contentsOf(author.doc)).toEqual(contentsOf(reader.doc))
  expect(contentsOf(late.doc)).toEqual(contentsOf(reader.doc))
  // Without a code it was this side that hung up.
  const isFinal = (code: unknown) => typeof code === 'number' && code >= 4400 && code < 4500
  expect([author, reader, late].flatMap((person) => person.closeCodes.filter(isFinal))).toEqual([])
})
