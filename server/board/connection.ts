// One browser on one board: its messages one after the other, what it may do, and what is written back to it.
import type { Duplex } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'
import type { WebSocket } from 'ws'
import type { Board } from '#server/board/board.ts'
import { claimAll } from '#server/board/client-ids.ts'
import type { Member } from '#server/board/outbox.ts'
import { Pace } from '#server/board/pace.ts'
import { isTooLarge } from '#server/board/presence.ts'
import { type Message, type PresenceEntry, readMessage } from '#server/board/read-message.ts'
import { FrameRefusal, malformed, refused } from '#server/board/refusal.ts'
import { type Scan, scanUpdate } from '#server/board/scan-update.ts'
import type { Log } from '#server/log.ts'
import { closeCodes, maxSyncBytes, maxUpdateBytes } from '#shared/board/protocol.ts'
import type { PersonId, WorkshopId } from '#shared/ids.ts'

type EditMessage = Extract<Message, { update: Uint8Array }>

export type ConnectionParts = {
  webSocket: WebSocket
  /** The socket under `webSocket`: frames that are made once for everybody are written to it as they are. */
  socket: Duplex
  workshopId: WorkshopId
  personId: PersonId
  canEdit: boolean
  mayLock: boolean
  wantsAcknowledgements: boolean
  /** Resolves to the person who owns the client id from now on. */
  claimClient: (clientId: number) => Promise<PersonId>
  log: Log
}

const editLimits: Record<EditMessage['type'], { maxBytes: number; maxStructs: number }> = {
  update: { maxBytes: maxUpdateBytes, maxStructs: 20_000 },
  'sync-step-2': { maxBytes: maxSyncBytes, maxStructs: 200_000 },
}
const maxBufferedBytes = 4 * 1024 * 1024
/** Checked and not yet stored: above this the browser is not read on until the disk has caught up. */
const maxUnstoredBytes = 1024 * 1024
/** Far above what a hand can do; a flood waits and is not read on. Counted in updates. */
const paceLimits = { perSecond: 200, atOnce: 2000 }
/** In updates. Answering "what do I not have" may be megabytes; presence of others comes back as an echo and is free. */
const costs: Record<Message['type'], number> = {
  update: 1,
  'sync-step-2': 1,
  'sync-step-1': 20,
  'query-presence': 1,
  presence: 0,
}

export class Connection implements Member {
  readonly personId: PersonId
  /** Follows the person's role. */
  mayLock: boolean
  clientId: number | null = null
  isSynced = false
  readonly #parts: ConnectionParts
  /** Messages wait here while the board is loading and while a claim is under way. */
  readonly #inbox: Buffer[] = []
  #inboxBytes = 0
  #board: Board | null = null
  #isBusy = false
  /** The browser has answered the server's question and so sent all that it had. */
  #hasAnswered = false
  /** It wrote on before it did. */
  #isAhead = false
  readonly #pace = new Pace(paceLimits)
  #receivedUpdates = 0
  #unstoredBytes = 0
  #allowedBytes = maxBufferedBytes
  #hasBeenHeard = true

  constructor(parts: ConnectionParts) {
    this.#parts = parts
    this.personId = parts.personId
    this.mayLock = parts.mayLock
    parts.webSocket.on('message', (data, isBinary) => this.#receive(data, isBinary))
    parts.webSocket.on('pong', () => {
      this.#hasBeenHeard = true
    })
    parts.webSocket.on('close', () => this.#board?.leave(this))
    // The close event follows and says the same.
    parts.webSocket.on('error', (error) => parts.log.info('board.socket-failed', { reason: error.message }))
  }

  get isOpen(): boolean {
    return this.#parts.webSocket.readyState === this.#parts.webSocket.OPEN
  }

  /** Starts with what has been sent in the meantime. */
  enter(board: Board): void {
    if (!this.isOpen) return
    this.#board = board
    board.join(this)
    this.#work()
  }

  send(pieces: readonly Buffer[]): void {
    if (!this.isOpen) return
    const { socket } = this.#parts
    if (pieces.length > 1) socket.cork()
    for (const piece of pieces) socket.write(piece)
    if (pieces.length > 1) socket.uncork()
    if (socket.writableLength === 0) this.#allowedBytes = maxBufferedBytes
    if (socket.writableLength <= this.#allowedBytes) return
    this.#parts.log.info('board.too-slow', { workshopId: this.#parts.workshopId })
    this.close(closeCodes.tooSlow, 'This connection is too slow for the board; it starts again.')
  }

  sendAnswer(bytes: Buffer): void {
    this.#allowedBytes = maxBufferedBytes + bytes.length
    this.send([bytes])
  }

  close(code: number, sentence: string): void {
    this.#inbox.length = 0
    this.#inboxBytes = 0
    this.#parts.webSocket.close(code, fitting(sentence))
  }

  /** Writes `keepAlive`, and ends a connection that has said nothing since the last beat, unless we do not listen. */
  beat(keepAlive: Buffer): void {
    if (!this.#hasBeenHeard && !this.#parts.webSocket.isPaused) {
      this.#parts.webSocket.terminate()
      return
    }
    this.#hasBeenHeard = false
    this.send([keepAlive])
    if (this.isOpen) this.#parts.webSocket.ping()
  }

  #receive(data: unknown, isBinary: boolean): void {
    if (!this.isOpen) return
    this.#hasBeenHeard = true
    if (isBinary && Buffer.isBuffer(data)) {
      this.#inbox.push(data)
      this.#inboxBytes += data.length
    } else this.#refuse(malformed('Messages of the board are binary.'))
    this.#work()
  }

  /** Messages are handled in their order; one that has to wait makes the others wait. */
  #work(): void {
    while (this.#board && !this.#isBusy && this.isOpen) {
      const bytes = this.#inbox.shift()
      if (!bytes) break
      this.#inboxBytes -= bytes.length
      const wait = this.#attempt(this.#board, bytes)
      if (wait !== null) this.#waitFor(wait)
    }
    this.#pauseOrResume()
  }

  #waitFor(work: Promise<void>): void {
    this.#isBusy = true
    work
      .catch((error: unknown) => this.#refuse(error))
      .then(() => {
        this.#isBusy = false
        this.#work()
      }, this.#report)
  }

  #attempt(board: Board, bytes: Buffer): Promise<void> | null {
    try {
      const message = readMessage(bytes)
      const work = this.#handle(board, message)
      const restMs = this.#pace.spend(costs[message.type])
      return restMs > 0 ? Promise.all([work, rest(restMs)]).then(() => {}) : work
    } catch (error) {
      this.#refuse(error)
      return null
    }
  }

  #handle(board: Board, message: Message): Promise<void> | null {
    switch (message.type) {
      case 'sync-step-1':
        board.answer(this, message.stateVector)
        return null
      case 'query-presence':
        board.showPresence(this)
        return null
      case 'presence':
        return this.#present(board, message.entries)
      case 'sync-step-2':
      case 'update':
        return this.#edit(board, message)
    }
  }

  #edit(board: Board, { type, update }: EditMessage): Promise<void> | null {
    // A stock browser answers the server's question with what it has, also where it may only look.
    if (!this.#parts.canEdit) return null
    const limits = editLimits[type]
    if (update.length > limits.maxBytes) throw refused('This change is too large; make it in smaller steps.')
    const scan = scanUpdate(update, limits)
    if (type === 'sync-step-2') return this.#takeAnswer(board, update, scan)
    if (this.#comesAgain(board, scan)) {
      this.#receivedUpdates++ // acknowledged with the answer
      return null
    }
    return this.#claimAll(board, board.newFrom(scan), (others) => {
      if (others.length > 0) throw notYours()
      this.#take(board, update, scan)
    })
  }

  /** All that this browser ever saw. What others wrote and is not here is theirs to bring, and nobody else's. */
  #takeAnswer(board: Board, update: Uint8Array, scan: Scan): Promise<void> | null {
    this.#hasAnswered = true
    return this.#claimAll(board, board.newFrom(scan), (others) => {
      if (others.length === 0) return this.#take(board, update, scan)
      const own = board.leaveOut(this, update, others)
      this.#take(board, own, scanUpdate(own, editLimits['sync-step-2']))
    })
  }

  /**
   * Who writes between coming back and hearing the server's question sends an update that builds on what they wrote
   * offline, and that is still to come. The answer to the question will hold both.
   */
  #comesAgain(board: Board, scan: Scan): boolean {
    if (this.#hasAnswered) return false
    this.#isAhead ||= !board.isComplete(scan)
    return this.#isAhead
  }

  #take(board: Board, update: Uint8Array, scan: Scan): void {
    if (!this.isOpen) return
    const count = ++this.#receivedUpdates
    this.#unstoredBytes += update.length
    board.take(this, update, scan, {
      saved: () => {
        this.#unstoredBytes -= update.length
        if (this.#parts.wantsAcknowledgements) board.acknowledge(this, count)
        this.#pauseOrResume()
      },
      lost: () => {},
    })
  }

  /**
   * Only this browser's own entry counts: the stock provider echoes everybody else's. The first entry that comes alone
   * says which is its own.
   */
  #present(board: Board, entries: readonly PresenceEntry[]): Promise<void> | null {
    const [first] = entries
    const entry = entries.find(({ clientId }) => clientId === this.clientId)
    if (entry) {
      this.#put(board, entry)
      return null
    }
    if (this.clientId !== null || !first || entries.length > 1) return null
    return this.#claimAll(board, [first.clientId], (others) => {
      if (others.length > 0) throw notYours()
      this.clientId = first.clientId
      this.#put(board, first)
    })
  }

  #put(board: Board, entry: PresenceEntry): void {
    if (!this.isOpen) return
    if (isTooLarge(entry)) {
      this.#parts.log.info('board.presence-too-large', { bytes: entry.state.length })
    } else {
      board.putPresence(this, entry)
    }
  }

  /** `then` gets those that are somebody else's: at once, and null is returned, where nobody has to be asked. */
  #claimAll(
    board: Board,
    clientIds: readonly number[],
    then: (others: readonly number[]) => void,
  ): Promise<void> | null {
    const { personId } = this
    const claim = async (clientId: number) => (await this.#parts.claimClient(clientId)) === personId
    const asked = claimAll({ clientIds, own: board.clientIdsOf(personId), claim })
    if (asked !== null) return asked.then(then)
    then([])
    return null
  }

  #pauseOrResume(): void {
    const { webSocket } = this.#parts
    const isTooMuch = this.#inboxBytes + this.#unstoredBytes > maxUnstoredBytes
    if (isTooMuch && !webSocket.isPaused) webSocket.pause()
    if (!isTooMuch && webSocket.isPaused) webSocket.resume()
  }

  #refuse(error: unknown): void {
    const { workshopId, log } = this.#parts
    if (error instanceof FrameRefusal) {
      log.info('board.frame-refused', { workshopId, code: error.code, reason: error.message })
      this.close(error.code, error.message)
    } else {
      this.#report(error)
    }
  }

  readonly #report = (error: unknown): void => {
    const errorId = this.#parts.log.bug('board.frame-failed', error, { workshopId: this.#parts.workshopId })
    this.close(internalError, `Something went wrong on the server (${errorId}); the board is loaded again.`)
  }
}

const notYours = () => refused('This change is written under somebody else’s client id.')

const rest = (ms: number) => delay(ms, undefined, { ref: false })

/** RFC 6455, section 7.4.1. */
const internalError = 1011

/** A control frame has 125 bytes, two of them for the code (RFC 6455, section 5.5). */
const maxReasonBytes = 123

function fitting(sentence: string): string {
  let kept = sentence
  while (Buffer.byteLength(kept) > maxReasonBytes) kept = kept.slice(0, -1)
  return kept
}
