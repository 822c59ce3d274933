// kill -9 at random moments under people who edit: everything that was acknowledged is there afterwards.
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { messageStored } from '#shared/board/protocol.ts'
import { addSticky, contentsOf, moveSticky } from '#tests/server/board/sample-records.ts'
import {
  createWorkshop,
  type Guest,
  joinByLink,
  type RunningServer,
  startServer,
} from '#tests/support/server.ts'

const people = 8
const kills = 5

/** One person with the stock provider, who counts what they have sent and what the server says is stored. */
class Person {
  readonly doc = new Y.Doc()
  readonly #guest: Guest
  readonly #name: string
  #provider: WebsocketProvider | null = null
  /** After how many update frames of this connection which note was there. */
  #sent: string[] = []
  #step = 0
  /** Notes that the server has acknowledged. */
  readonly acknowledged = new Set<string>()

  constructor(guest: Guest, name: string) {
    this.#guest = guest
    this.#name = name
  }

  async connect(origin: string): Promise<void> {
    const headers = { authorization: `Bearer ${this.#guest.seatToken}` }
    class WithSeat extends WebSocket {
      constructor(url: string, protocols: string[]) {
        super(url, protocols, { headers })
      }
    }
    // Its answer to the server's question is the first frame; everything from before is in it.
    const before = Object.keys(contentsOf(this.doc))
    this.#sent = []
    const provider = new WebsocketProvider(
      `${origin.replace('http', 'ws')}/board`,
      this.#guest.workshopId,
      this.doc,
      {
        params: { seat: 'participant', acks: '1' },
        WebSocketPolyfill: WithSeat as unknown as typeof globalThis.WebSocket, // ws has all of it that the provider uses
        disableBc: true,
      },
    )
    provider.messageHandlers[messageStored] = (_encoder, decoder) => {
      const count = [...decoder.arr.subarray(1)].reduce(
        (sum, byte, place) => sum + (byte & 127) * 128 ** place,
        0,
      )
      if (count > 0) for (const id of before) this.acknowledged.add(id)
      for (const id of this.#sent.slice(0, count - 1)) this.acknowledged.add(id)
    }
    this.#provider = provider
    if (!provider.synced) await new Promise<void>((resolve) => provider.once('sync', () => resolve()))
  }

  edit(): void {
    const name = `${this.#name}-${this.#step++}`
    addSticky(this.doc, name, { x: this.#step })
    this.#sent.push(`shape:${name}`)
    moveSticky(this.doc, name, this.#step * 2)
    this.#sent.push(`shape:${name}`)
  }

  disconnect(): void {
    this.#provider?.destroy()
    this.#provider = null
  }
}

/** What a newcomer is given, by somebody who has nothing. */
async function boardOf(server: RunningServer, guest: Guest): Promise<Y.Doc> {
  const reader = new Person(guest, 'reader')
  await reader.connect(server.origin)
  reader.disconnect()
  return reader.doc
}

test('nothing that was acknowledged is lost, however the server ends', async () => {
  let server = await startServer()
  onTestFinished(() => server.clear())
  const { links } = await createWorkshop(server.origin)
  const guests: Guest[] = []
  for (let index = 0; index <= people; index++) guests.push(await joinByLink(links.participant))
  const [reader, ...writers] = guests
  if (!reader) throw new Error('somebody has to read')
  const persons = writers.map((guest, index) => new Person(guest, `p${index}`))

  for (let kill = 0; kill < kills; kill++) {
    await Promise.all(persons.map((person) => person.connect(server.origin)))
    const acknowledged = () => persons.reduce((sum, person) => sum + person.acknowledged.size, 0)
    const before = acknowledged()
    const until = before + 40 + Math.floor(Math.random() * 200)
    const editing = setInterval(() => {
      for (const person of persons) person.edit()
    }, 25)
    await expect.poll(acknowledged, { interval: 5, timeout: 30_000 }).toBeGreaterThan(until)
    await server.end('SIGKILL')
    clearInterval(editing)
    for (const person of persons) person.disconnect()
    server = await startServer({ dataDir: server.dataDir })
    const stored = contentsOf(await boardOf(server, reader))
    const lost = persons.flatMap((person) => [...person.acknowledged].filter((id) => !(id in stored)))
    expect(lost).toEqual([])
  }

  // What was on its way when the server died is sent again: in the end all have the same.
  await Promise.all(persons.map((person) => person.connect(server.origin)))
  await expect
    .poll(async () => contentsOf(await boardOf(server, reader)), { timeout: 20_000 })
    .toEqual(Object.assign({}, ...persons.map(({ doc }) => contentsOf(doc))))
  for (const person of persons) person.disconnect()
}, 120_000)
