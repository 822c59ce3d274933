// The door to the boards: WebSocket upgrades on /board/<workshop id>, who is it, what may they do.
import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Authenticate, Seat } from '#server/access/seat.ts'
import type { Boards } from '#server/board/boards.ts'
import { Connection } from '#server/board/connection.ts'
import { keepAliveFrame } from '#server/board/frames.ts'
import type { Log } from '#server/log.ts'
import { ticketProtocolPrefix } from '#shared/access/api.ts'
import { canEditBoard, canLockBoard, LinkKind, type Role } from '#shared/access/role.ts'
import { closeCodes, maxSyncBytes } from '#shared/board/protocol.ts'
import { boardVersion } from '#shared/board/version.ts'
import { PersonId, WorkshopId } from '#shared/ids.ts'

type Parts = {
  boards: Boards
  authenticate: Authenticate
  log: Log
  /** Below the 15 s after which a browser must have heard something; for tests. */
  beatMs?: number
}

export type BoardGateway = {
  /** Ends the connections of seats that have ended. */
  end(workshopId: WorkshopId, hasEnded: (seat: Seat) => boolean): void
  /** Participants and facilitators both edit; locks are the facilitators'. */
  changeRole(workshopId: WorkshopId, personId: PersonId, role: Role): void
  connectionCount(): number
  /** Takes no more upgrades; `boards.close()` ends the connections. */
  close(): void
}

const pathPrefix = '/board/'
const defaultBeatMs = 12_000
// A frame's type and length come before its update.
const maxMessageBytes = maxSyncBytes + 16

/** Upgrades of other paths are left to other listeners. */
export function attachBoard(httpServer: Server, parts: Parts): BoardGateway {
  const gateway = new Gateway(parts)
  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (request.url?.startsWith(pathPrefix)) gateway.upgrade(request, socket, head)
  }
  httpServer.on('upgrade', onUpgrade)
  return {
    end: (workshopId, hasEnded) => gateway.end(workshopId, hasEnded),
    changeRole: (workshopId, personId, role) => gateway.changeRole(workshopId, personId, role),
    connectionCount: () => gateway.connectionCount(),
    close: () => {
      httpServer.off('upgrade', onUpgrade)
      gateway.close()
    },
  }
}

type Upgrade = { request: IncomingMessage; socket: Duplex; head: Buffer; workshopId: WorkshopId; url: URL }

class Gateway {
  readonly #parts: Parts
  readonly #connections = new Map<Connection, Seat>()
  readonly #beat: NodeJS.Timeout
  readonly #webSockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: maxMessageBytes,
    maxFragments: 64,
    clientTracking: false,
    handleProtocols: (offered) =>
      [...offered].find((protocol) => protocol.startsWith(ticketProtocolPrefix)) ?? false,
  })

  constructor(parts: Parts) {
    this.#parts = parts
    this.#beat = setInterval(() => this.#beatAll(), parts.beatMs ?? defaultBeatMs).unref()
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const endSocket = () => socket.destroy()
    socket.on('error', endSocket)
    const url = new URL(request.url ?? '', 'http://board')
    const parsed = WorkshopId.safeParse(url.pathname.slice(pathPrefix.length))
    if (!parsed.success) {
      refuseUpgrade(socket, 404, 'There is no board at this address; check the workshop id.')
      return
    }
    const workshopId = parsed.data
    const link = LinkKind.safeParse(url.searchParams.get('seat')).data
    this.#parts.authenticate(request, { workshopId, link }).then(
      (answer) => {
        socket.off('error', endSocket)
        const upgrade = { request, socket, head, workshopId, url }
        if (answer.ok) this.#admit(upgrade, answer.seat)
        else this.#sendAway(upgrade, answer.message)
      },
      (error: unknown) => {
        const errorId = this.#parts.log.bug('board.upgrade-failed', error, { workshopId })
        refuseUpgrade(socket, 500, `Something went wrong on the server (${errorId}).`)
      },
    )
  }

  connectionCount(): number {
    return this.#connections.size
  }

  end(workshopId: WorkshopId, hasEnded: (seat: Seat) => boolean): void {
    for (const [connection, seat] of this.#connections) {
      if (seat.workshopId === workshopId && hasEnded(seat)) {
        connection.close(closeCodes.unauthorised, 'This seat has ended; open the workshop’s link again.')
      }
    }
  }

  changeRole(workshopId: WorkshopId, personId: PersonId, role: Role): void {
    for (const [connection, seat] of this.#connections)
      if (seat.workshopId === workshopId && connection.personId === personId)
        connection.mayLock = canLockBoard(role)
  }

  close(): void {
    clearInterval(this.#beat)
    this.#webSockets.close()
  }

  #admit(upgrade: Upgrade, seat: Seat): void {
    const { workshopId, socket, url } = upgrade
    const personId = PersonId.safeParse(seat.personId).data
    if (!personId || seat.role === 'results') {
      this.#sendAway(upgrade, 'This link shows the results only; the board needs a seat in the workshop.')
      return
    }
    // A stock client says nothing of it.
    const version = url.searchParams.get('schema')
    if (version !== null && version !== boardVersion) {
      this.#parts.log.info('board.outdated', { workshopId, version })
      const sentence = 'The board has changed since this page was loaded; load the page again.'
      this.#sendAway(upgrade, sentence, closeCodes.outdated)
      return
    }
    const { boards, log } = this.#parts
    this.#complete(upgrade, (webSocket) => {
      const connection = new Connection({
        webSocket,
        socket,
        workshopId,
        personId,
        canEdit: canEditBoard(seat.role),
        mayLock: canLockBoard(seat.role),
        wantsAcknowledgements: url.searchParams.get('acks') === '1',
        claimClient: (clientId) => boards.claimClient(workshopId, clientId, personId),
        log,
      })
      this.#connections.set(connection, seat)
      webSocket.on('close', () => this.#connections.delete(connection))
      boards.open(workshopId).then(
        (board) => connection.enter(board),
        (error: unknown) => {
          log.warn('board.not-loaded', { workshopId, reason: String(error) })
          connection.close(
            closeCodes.restarting,
            'The board cannot be read at the moment; come back in a moment.',
          )
        },
      )
    })
  }

  // A refused upgrade looks to a browser like a server that is down; a close code can say what is wrong.
  #sendAway(upgrade: Upgrade, sentence: string, code: number = closeCodes.unauthorised): void {
    this.#complete(upgrade, (webSocket) => {
      webSocket.on('error', () => webSocket.terminate())
      webSocket.close(code, sentence)
    })
  }

  #complete({ request, socket, head }: Upgrade, then: (webSocket: WebSocket) => void): void {
    this.#webSockets.handleUpgrade(request, socket, head, then)
  }

  #beatAll(): void {
    for (const connection of this.#connections.keys()) connection.beat(keepAliveFrame)
  }
}

function refuseUpgrade(socket: Duplex, status: number, sentence: string): void {
  const body = `${sentence}\n`
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Type: text/plain; charset=utf-8`
  socket.end(`${head}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
}
