// The facilitation plane's edge: socket.io on its default path; who is it, is it our protocol, may it go on to the rooms.
import type { Server as HttpServer } from 'node:http'
import { Server } from 'socket.io'
import type { Endings, EndReason } from '#server/access/endings.ts'
import type { Authenticate } from '#server/access/seat.ts'
import { createAttendance } from '#server/facilitation/attendance.ts'
import { versionsFor } from '#server/facilitation/audience.ts'
import { Connection, type FacilitationSocket, type RoomSeat } from '#server/facilitation/connection.ts'
import { handleMessages, type SilentCounting, type Tokens } from '#server/facilitation/messages.ts'
import { createOutbox, type Outbox } from '#server/facilitation/outbox.ts'
import { createReactions } from '#server/facilitation/reactions.ts'
import type { Rooms } from '#server/facilitation/rooms.ts'
import type { Log } from '#server/log.ts'
import type { Event } from '#shared/facilitation/events.ts'
import {
  type ClientToServer,
  Handshake,
  type Issued,
  type ServerToClient,
} from '#shared/facilitation/protocol.ts'
import { roleChanges } from '#shared/facilitation/role-changes.ts'
import type { PersonId, WorkshopId } from '#shared/ids.ts'
import type { SilentCounts } from '#shared/silence/counts.ts'

export type FacilitationOptions = {
  rooms: Rooms
  authenticate: Authenticate
  tokens: Tokens & { onIssued(listener: (workshopId: WorkshopId, issued: Issued) => void): void }
  /** Says how many silent notes there are, to each person without their own. */
  silence: SilentCounting & {
    onCounts(
      listener: (workshopId: WorkshopId, countsFor: (personId: PersonId) => SilentCounts) => void,
    ): unknown
  }
  /** Says when seats end, after that has been stored. */
  endings: Pick<Endings, 'on'>
  log: Log
  now: () => number
}

export type FacilitationGateway = {
  /** Open connections, and messages that were not of the protocol, since the start. */
  figures(): { connections: number; badMessages: number }
  /** Lets every browser go; they come back by themselves when a server answers again. */
  close(): void
}

/** The longest honest message is a form of ten questions with all their options. */
const maxMessageBytes = 64 * 1024
/** Tabs and devices of one person. */
const maxConnections = 20

export function attachFacilitation(
  httpServer: HttpServer,
  options: FacilitationOptions,
): FacilitationGateway {
  const { rooms, authenticate, tokens, silence, endings, log, now } = options
  const io = new Server<ClientToServer, ServerToClient>(httpServer, {
    transports: ['websocket'], // so that no load balancer needs sticky sessions
    serveClient: false,
    maxHttpBufferSize: maxMessageBytes,
    destroyUpgrade: false, // the board's upgrades are not ours to refuse
    connectTimeout: 10_000,
    pingInterval: 15_000,
    pingTimeout: 10_000,
  })
  const connections = new Map<WorkshopId, Set<Connection>>()
  const bySocket = new WeakMap<FacilitationSocket, Connection>()
  const outboxes = new Map<WorkshopId, Outbox>()
  const noteAttendance = createAttendance(rooms, log)
  let badMessages = 0

  const here = (workshopId: WorkshopId): ReadonlySet<Connection> => connections.get(workshopId) ?? new Set()

  function add(connection: Connection): void {
    const { workshopId } = connection.seat
    const all = connections.get(workshopId) ?? new Set()
    connections.set(workshopId, all.add(connection))
  }

  function remove(connection: Connection): void {
    const { workshopId } = connection.seat
    const all = connections.get(workshopId)
    all?.delete(connection)
    if (all?.size !== 0) return
    connections.delete(workshopId)
    outboxes.delete(workshopId)
  }

  function badMessage(connection: Connection, what: string): void {
    badMessages += 1
    log.warn('facilitation.bad-message', { workshopId: connection.seat.workshopId, what })
    connection.socket.disconnect(true)
  }

  // Known from here on, so that an end of the seat reaches it even before the handshake is over.
  function admit(socket: FacilitationSocket, seat: RoomSeat): Connection {
    const connection = new Connection(socket, seat)
    bySocket.set(socket, connection)
    add(connection)
    socket.conn.once('close', () => remove(connection))
    return connection
  }

  io.use((socket, next) => {
    const handshake = Handshake.safeParse(socket.handshake.auth)
    if (!handshake.success)
      return next(refusal('invalid', 'The handshake names no workshop; reload the page.'))
    const { workshopId, seat: link } = handshake.data
    authenticate(socket.request, { workshopId, link }).then(
      (answer) => {
        if (!answer.ok) return next(refusal(answer.code, answer.message))
        const { personId, role: seatRole } = answer.seat
        if (personId === null || seatRole === 'results')
          return next(
            refusal('no-seat', 'The results link has no seat in the room; ask for a link to take part.'),
          )
        if (connectionsOf(workshopId, personId) >= maxConnections)
          return next(refusal('busy', 'You are here in too many tabs at once; close some of them.'))
        admit(socket, { ...answer.seat, personId, role: seatRole })
        next()
      },
      (error: unknown) => {
        const errorId = log.bug('facilitation.authenticate-failed', error, { workshopId })
        next(
          refusal('busy', `The server could not read your seat (error ${errorId}); try again in a moment.`),
        )
      },
    )
  })

  const connectionsOf = (workshopId: WorkshopId, personId: PersonId): number =>
    [...here(workshopId)].filter((connection) => connection.personId === personId).length

  io.on('connection', (socket) => {
    const connection = bySocket.get(socket)
    if (!connection) return socket.disconnect(true)
    if (connection.ending) return end(connection, connection.ending)
    const leave = rooms.arrive(connection.seat.workshopId, connection.personId)
    // A page that is left says so; whatever else ends a connection was not meant to.
    socket.on('disconnect', (reason) => leave(!saidGoodbye.has(reason)))
    noteAttendance(connection.seat.workshopId, connection.personId)
    handleMessages(connection, { rooms, tokens, silence, reactions, outboxOf, log, now, badMessage })
  })

  function end(connection: Connection, code: EndReason): void {
    connection.ending = code
    if (!connection.socket.connected) return // told when the handshake is over
    connection.socket.emit('ended', { code, message: endSentences[code] })
    connection.socket.disconnect(true)
  }

  /** Before the events go out: what these people may see of them and command next is decided by what they are now. */
  function follow(workshopId: WorkshopId, events: Event[]): void {
    for (const { personId, role } of roleChanges(events))
      for (const connection of here(workshopId))
        if (connection.personId === personId) connection.seat = { ...connection.seat, role }
  }

  const socketIds = (members: Iterable<Connection>): string[] =>
    Array.from(members, ({ socket }) => socket.id)

  function deliver(workshopId: WorkshopId, seq: number, events: Event[]): void {
    const live = [...here(workshopId)].filter((connection) => connection.takes({ seq, events }))
    for (const version of versionsFor(events, live))
      io.to(socketIds(version.members)).emit('events', { seq, events: version.events, now: now() })
  }

  function outboxOf(workshopId: WorkshopId): Outbox {
    const outbox = outboxes.get(workshopId) ?? createOutbox((seq, events) => deliver(workshopId, seq, events))
    outboxes.set(workshopId, outbox)
    return outbox
  }

  const stopStored = rooms.onStored((workshopId, seq, events) => {
    if (!connections.has(workshopId)) return
    follow(workshopId, events)
    outboxOf(workshopId).events(seq, events)
  })
  const stopDirectory = rooms.onDirectory((workshopId, change) => {
    const everyone = socketIds(here(workshopId))
    if (everyone.length > 0) io.to(everyone).emit('directory', change)
  })
  tokens.onIssued((workshopId, issued) => {
    const everyone = socketIds(here(workshopId))
    if (everyone.length > 0) io.to(everyone).emit('issued', issued)
  })
  silence.onCounts((workshopId, countsFor) => {
    for (const { socket, personId } of here(workshopId)) socket.emit('silence', countsFor(personId))
  })
  const reactions = createReactions((workshopId, counts) => {
    const everyone = socketIds(here(workshopId))
    if (everyone.length > 0) io.to(everyone).emit('reactions', counts)
  }, now)
  endings.on((workshopId, match, reason) => {
    for (const connection of [...here(workshopId)]) if (match(connection.seat)) end(connection, reason)
  })

  return {
    figures: () => ({ connections: io.engine.clientsCount, badMessages }),
    close() {
      stopStored()
      stopDirectory()
      reactions.close()
      for (const outbox of outboxes.values()) outbox.flush()
      // Closes the transports, not the namespace: a browser that is told "server disconnect" would stay away.
      io.engine.close()
    },
  }
}

const endSentences: Record<EndReason, string> = {
  'seat-ended': 'Your seat in this workshop has ended; ask the facilitator for a new link.',
  'taken-up':
    'Somebody has come back as you by a link that a facilitator made, so this browser is no longer you; if that was not you, tell the others.',
  removed: 'A facilitator has removed you from this workshop; ask them if that was a mistake.',
  erased: 'You were erased from this workshop, with everything that was yours alone.',
  'workshop-deleted': 'This workshop was deleted, with everything that was in it.',
}

const saidGoodbye: ReadonlySet<string> = new Set([
  'client namespace disconnect',
  'server namespace disconnect',
])

/** Reaches the browser as `connect_error` with this in `data`. */
function refusal(code: string, message: string): Error {
  return Object.assign(new Error(message), { data: { code, message } })
}
