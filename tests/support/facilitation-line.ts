// The facilitation plane without sockets: the server's own edge, and lines to it on which a test holds every message.

import type { Transport, TransportListener } from '#client/facilitation/connection.ts'
import { versionsFor } from '#server/facilitation/audience.ts'
import { Connection, type FacilitationSocket } from '#server/facilitation/connection.ts'
import { handleMessages } from '#server/facilitation/messages.ts'
import { createOutbox } from '#server/facilitation/outbox.ts'
import type { Rooms } from '#server/facilitation/rooms.ts'
import { silentLog } from '#server/log.ts'
import type { Event } from '#shared/facilitation/events.ts'
import type { Viewer } from '#shared/facilitation/redact.ts'
import { roleChanges } from '#shared/facilitation/role-changes.ts'
import type { WorkshopId } from '#shared/ids.ts'

/** What the gateway does between the rooms and its sockets, over lines. */
export class Edge {
  readonly rooms: Rooms
  readonly workshopId: WorkshopId
  readonly now: () => number
  readonly lines = new Map<Connection, Line>()
  readonly #outbox = createOutbox((seq, events) => this.#deliver(seq, events))

  constructor({ rooms, workshopId, now }: Pick<Edge, 'rooms' | 'workshopId' | 'now'>) {
    this.rooms = rooms
    this.workshopId = workshopId
    this.now = now
    rooms.onStored((_, seq, events) => {
      this.#endRemoved(events)
      for (const { personId, role } of roleChanges(events))
        for (const connection of this.lines.keys())
          if (connection.personId === personId) connection.seat = { ...connection.seat, role }
      this.#outbox.events(seq, events)
    })
    rooms.onDirectory((_, change) => {
      for (const connection of this.lines.keys()) connection.socket.emit('directory', change)
    })
  }

  async admit(connection: Connection, line: Line): Promise<void> {
    this.lines.set(connection, line)
    handleMessages(connection, {
      rooms: this.rooms,
      tokens: {
        token: async () => ({ ok: false, code: 'not-open', message: 'There is no ballot box here.' }),
        issued: () => [],
      },
      silence: { counts: async () => null },
      reactions: { take: () => {}, close: () => {} },
      outboxOf: () => this.#outbox,
      log: silentLog,
      now: this.now,
      badMessage: (_, what) => {
        throw new Error(`bad message: ${what}`)
      },
    })
  }

  #endRemoved(events: readonly Event[]): void {
    for (const event of events)
      if (event.type === 'person.removed' || event.type === 'person.erased')
        for (const [connection, line] of this.lines) if (connection.personId === event.personId) line.end()
  }

  #deliver(seq: number, events: Event[]): void {
    const live = [...this.lines.keys()].filter((connection) => connection.takes({ seq, events }))
    for (const version of versionsFor(events, live))
      for (const { socket } of version.members)
        socket.emit('events', { seq, events: version.events, now: this.now() })
  }
}

type Parcel = { deliver(): void; lose(): void }
type Handler = (...args: unknown[]) => void

/** One browser's line. Nothing arrives, in either direction, before the test says so. */
export class Line implements Transport {
  readonly #edge: Edge
  readonly viewer: Viewer
  /** All that has come to this browser, as it was written on the wire. */
  readonly received: string[] = []
  #up: Parcel[] = []
  #down: Parcel[] = []
  #listener: TransportListener | null = null
  #connection: Connection | null = null
  #handlers = new Map<string, Handler>()
  #leave = () => {}
  /** What is gone in a moment does not travel on this line. */
  react = () => {}
  presence = () => {}

  constructor(edge: Edge, viewer: Viewer) {
    this.#edge = edge
    this.viewer = viewer
  }

  get isUp(): boolean {
    return this.#connection !== null
  }

  open(listener: TransportListener): void {
    this.#listener = listener
  }
  close(): void {
    this.cut()
    this.#listener = null
  }

  async connect(): Promise<void> {
    const { workshop } = await this.#edge.rooms.state(this.#edge.workshopId)
    const role = workshop.people[this.viewer.personId]?.role
    if (this.isUp || !this.#listener) return
    if (!role) return this.#beOver()
    const { workshopId, rooms } = this.#edge
    const { personId } = this.viewer
    const handlers = new Map<string, Handler>()
    this.#handlers = handlers
    const socket = {
      connected: true,
      conn: { close: () => this.cut() },
      on: (name: string, handler: Handler) => handlers.set(name, handler),
      onAny: () => {},
      emit: (name: string, payload: unknown) => this.#send(socket, name, payload),
      disconnect: () => this.cut(),
    }
    const seat = { workshopId, personId, role, link: role }
    const connection = new Connection(
      socket as unknown as FacilitationSocket, // all of it that is used
      seat as Connection['seat'],
    )
    this.#connection = connection
    this.#leave = rooms.arrive(workshopId, personId)
    await this.#edge.admit(connection, this)
    this.#listener.connected()
  }

  /** What is under way is lost. */
  cut(): void {
    const connection = this.#connection
    if (!connection) return
    this.#connection = null
    this.#edge.lines.delete(connection)
    this.#leave()
    const lost = [...this.#up, ...this.#down]
    this.#up = []
    this.#down = []
    for (const parcel of lost) parcel.lose()
    this.#listener?.disconnected()
  }

  /** The server ends the seat, and what it has sent before arrives. */
  end(): void {
    while (this.deliver('down')) {
      // everything
    }
    this.#beOver()
    this.cut()
  }

  /** As every browser's: it does not come back before somebody opens the page anew. */
  #beOver(): void {
    const listener = this.#listener
    this.#listener = null
    listener?.ended({ code: 'removed', message: 'You have been removed.' })
  }

  deliver(way: 'up' | 'down'): boolean {
    const parcel = (way === 'up' ? this.#up : this.#down).shift()
    parcel?.deliver()
    return parcel !== undefined
  }

  #send(socket: object, name: string, payload: unknown): void {
    if (this.#connection?.socket !== socket) return
    const written = JSON.stringify(payload)
    const deliver = () => {
      this.received.push(written)
      const read = JSON.parse(written)
      if (name === 'events') this.#listener?.events(read)
      if (name === 'directory') this.#listener?.directory(read)
    }
    this.#down.push({ deliver, lose: () => {} })
  }

  #ask<Answer>(name: string, ...args: unknown[]): Promise<Answer> {
    const connection = this.#connection
    if (!connection) return Promise.reject(new Error('The connection to the server is down.'))
    return new Promise((resolve, reject) => {
      const lose = () => reject(new Error('The answer was lost.'))
      const reply = (answer: unknown) => {
        if (this.#connection !== connection) return
        const written = JSON.stringify(answer)
        const deliver = () => {
          this.received.push(written)
          resolve(JSON.parse(written))
        }
        this.#down.push({ deliver, lose })
      }
      const message = args.map((arg) => JSON.parse(JSON.stringify(arg)))
      this.#up.push({ deliver: () => this.#handlers.get(name)?.(...message, reply), lose })
    })
  }

  command: Transport['command'] = (envelope) => this.#ask('command', envelope)
  resume: Transport['resume'] = (afterSeq) => this.#ask('resume', { afterSeq })
  token: Transport['token'] = (request) => this.#ask('poll.token', request)
  // Time is asked for beside everything else and has tests of its own.
  time: Transport['time'] = () => Promise.resolve(this.#edge.now())
}
