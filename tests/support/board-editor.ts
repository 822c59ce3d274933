// Somebody at the board without a screen: the stock Yjs provider with a seat, who keeps account of what the server has stored.
import * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { messageStored, messageSync } from '#shared/board/protocol.ts'
import { addSticky, contentsOf } from '#tests/server/board/sample-records.ts'
import type { Guest } from '#tests/support/server.ts'

/** y-protocols: the answer to a question about the whole document, and a single update. */
const syncStep2 = 1
const update = 2

export class BoardEditor {
  readonly doc = new Y.Doc()
  /** Ids of the notes that the server says are stored. */
  readonly acknowledged = new Set<string>()
  readonly #guest: Guest
  readonly #name: string
  #provider: WebsocketProvider | null = null
  #written = 0
  /** The note that is being written at this moment, for the frame that carries it. */
  #writing: string[] = []

  constructor(guest: Guest, name: string) {
    this.#guest = guest
    this.#name = name
  }

  /** Resolves when all there is has come. From then on the provider comes back by itself. */
  async connect(origin: string): Promise<void> {
    const headers = { authorization: `Bearer ${this.#guest.seatToken}` }
    const coveredBy = (frame: Uint8Array) => this.#coveredBy(frame)
    let frames: string[][] = []
    class SeatedSocket extends WebSocket {
      constructor(url: string, protocols: string[]) {
        super(url, protocols, { headers })
        frames = []
      }
      override send(frame: Uint8Array): void {
        const notes = coveredBy(frame)
        if (notes) frames.push(notes)
        super.send(frame)
      }
    }
    const provider = new WebsocketProvider(
      `${origin.replace('http', 'ws')}/board`,
      this.#guest.workshopId,
      this.doc,
      {
        params: { seat: this.#guest.role, acks: '1' },
        WebSocketPolyfill: SeatedSocket as unknown as typeof globalThis.WebSocket, // ws has all of it that the provider uses
        disableBc: true,
        maxBackoffTime: 500,
      },
    )
    provider.messageHandlers[messageStored] = (_encoder, decoder) => {
      const count = decoding.readVarUint(decoder)
      for (const id of frames.slice(0, count).flat()) this.acknowledged.add(id)
    }
    this.#provider = provider
    if (!provider.synced) await new Promise<void>((resolve) => provider.once('sync', () => resolve()))
  }

  /** One note, in one update. */
  write(): void {
    const name = `${this.#name}-${this.#written++}`
    this.#writing = [`shape:${name}`]
    addSticky(this.doc, name)
    this.#writing = []
  }

  disconnect(): void {
    this.#provider?.destroy()
    this.#provider = null
  }

  /** The notes that are stored once this frame is; null for a frame that the server does not count. */
  #coveredBy(frame: Uint8Array): string[] | null {
    const [type, step] = frame
    if (type !== messageSync) return null
    if (step === syncStep2) return Object.keys(contentsOf(this.doc))
    return step === update ? this.#writing : null
  }
}
