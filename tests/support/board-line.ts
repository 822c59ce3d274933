// A line between one browser's document and the real server of a board, in memory: it delays, repeats, loses and is cut.
import { EventEmitter } from 'node:events'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { WebSocket } from 'ws'
import * as syncProtocol from 'y-protocols/sync'
import type * as Y from 'yjs'
import type { Boards } from '#server/board/boards.ts'
import { Connection, type ConnectionParts } from '#server/board/connection.ts'
import { silentLog } from '#server/log.ts'
import { messageSync } from '#shared/board/protocol.ts'
import type { PersonId, WorkshopId } from '#shared/ids.ts'

type Ends = { boards: Boards; workshopId: WorkshopId; personId: PersonId; doc: Y.Doc }

export class BoardLine {
  readonly #ends: Ends
  /** Frames under way: to the server, and to the browser. */
  #up: Uint8Array[] = []
  #down: Uint8Array[] = []
  #socket: (EventEmitter & { readyState: number }) | null = null
  /** Updates before the first answer would lack what they build on; the answer contains them. */
  #hasAnswered = false
  /** Why the server has ended the line, if it has. */
  refusal: string | null = null

  constructor(ends: Ends) {
    this.#ends = ends
    ends.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'network' || !this.#hasAnswered) return
      this.#up.push(frame((encoder) => syncProtocol.writeUpdate(encoder, update)))
    })
  }

  get isConnected(): boolean {
    return this.#socket !== null
  }
  get isIdle(): boolean {
    return this.#up.length === 0 && this.#down.length === 0
  }

  async connect(): Promise<void> {
    const { boards, workshopId, personId, doc } = this.#ends
    const webSocket = Object.assign(new EventEmitter(), {
      readyState: 1,
      OPEN: 1,
      isPaused: false,
      pause() {},
      resume() {},
      ping() {},
      terminate: () => this.cut(),
      close: (code: number, reason: string) => {
        if (this.#socket === webSocket) this.refusal = `${code} ${reason}`
        this.cut()
      },
    })
    const socket = {
      writableLength: 0,
      cork() {},
      uncork() {},
      write: (bytes: Buffer) => {
        if (this.#socket === webSocket) this.#down.push(...messagesIn(bytes))
      },
    }
    this.#socket = webSocket
    this.#hasAnswered = false
    const connection = new Connection({
      webSocket: webSocket as unknown as WebSocket, // all of it that a connection uses
      socket: socket as unknown as ConnectionParts['socket'], // likewise
      workshopId,
      personId,
      canEdit: true,
      mayLock: false,
      wantsAcknowledgements: true,
      claimClient: (clientId) => boards.claimClient(workshopId, clientId, personId),
      log: silentLog,
    })
    connection.enter(await boards.open(workshopId))
    this.#up.push(frame((encoder) => syncProtocol.writeSyncStep1(encoder, doc)))
  }

  /** What is under way is lost. */
  cut(): void {
    const socket = this.#socket
    this.#socket = null
    this.#up = []
    this.#down = []
    this.#hasAnswered = false
    if (!socket) return
    socket.readyState = 3
    socket.emit('close')
  }

  /** Lets up to `count` frames arrive in each direction, in their order. */
  deliver(count: number): void {
    for (const bytes of this.#up.splice(0, count)) this.#socket?.emit('message', Buffer.from(bytes), true)
    for (const bytes of this.#down.splice(0, count)) this.#read(bytes)
  }

  /** The next frame to the server arrives twice: a resend that was not needed. */
  repeat(): void {
    const [first] = this.#up
    if (first && first[1] === syncProtocol.messageYjsUpdate) this.#up.unshift(first)
  }

  #read(bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(bytes)
    if (decoding.readVarUint(decoder) !== messageSync) return
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, messageSync)
    const kind = syncProtocol.readSyncMessage(decoder, encoder, this.#ends.doc, 'network')
    if (kind !== syncProtocol.messageYjsSyncStep1) return
    this.#hasAnswered = true
    this.#up.push(encoding.toUint8Array(encoder))
  }
}

function frame(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageSync)
  write(encoder)
  return encoding.toUint8Array(encoder)
}

/** The payloads of whole, unmasked WebSocket messages (RFC 6455, section 5.2). */
function messagesIn(bytes: Buffer): Uint8Array[] {
  const messages: Uint8Array[] = []
  for (let at = 0; at < bytes.length; ) {
    const short = (bytes[at + 1] ?? 0) & 127
    const head = short < 126 ? 2 : short === 126 ? 4 : 10
    const length =
      short < 126 ? short : short === 126 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2))
    messages.push(Uint8Array.from(bytes.subarray(at + head, at + head + length)))
    at += head + length
  }
  return messages
}
