// A judge with the real rules, and wires to it whose every message the test delivers, loses or cuts by hand.

import type { Transport, TransportListener } from '#client/facilitation/connection.ts'
import { openRoom, type Room } from '#client/facilitation/room-store.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import type { Actor } from '#shared/facilitation/decision.ts'
import type { Event } from '#shared/facilitation/events.ts'
import type { CommandEnvelope, EventBatch, Issued, Reply, Resumed } from '#shared/facilitation/protocol.ts'
import { redact, redactWorkshop, type Viewer } from '#shared/facilitation/redact.ts'
import { withoutWordsOf } from '#shared/facilitation/without-words.ts'
import { apply, decide, type Workshop } from '#shared/facilitation/workshop.ts'
import type { PersonId } from '#shared/ids.ts'
import {
  ana,
  cem,
  dana,
  eva,
  everyone,
  fold,
  minute,
  noon,
  opening,
} from '#tests/shared/facilitation/scene.ts'

export { ana, cem, dana, eva, minute }

/** Stands for the server: one at a time, store, publish, reply; a repeated id gets its first reply. */
export class Judge {
  now = noon
  events: Event[] = [...opening]
  workshop: Workshop = fold(opening)
  readonly wires = new Set<Wire>()
  readonly #replies = new Map<string, Reply>()
  /** How often each id was asked for. */
  readonly asked = new Map<string, number>()

  get seq(): number {
    return this.events.length
  }

  submit(actor: Actor, { commandId, command }: CommandEnvelope): Reply {
    this.asked.set(commandId, (this.asked.get(commandId) ?? 0) + 1)
    const first = this.#replies.get(commandId)
    if (first) return first
    const reply = this.#judge(actor, command)
    this.#replies.set(commandId, reply)
    return reply
  }

  /** Somebody else does something. */
  happens(actor: Actor, command: Command): Reply {
    return this.#judge(actor, command)
  }

  /** The log is rewritten before anybody hears of it. */
  erases(personId: PersonId): void {
    this.events = withoutWordsOf(this.events, personId)
    this.workshop = fold(this.events)
    this.#judge({ personId: null, role: 'server' }, { type: 'person.erase', personId })
  }

  #judge(actor: Actor, command: Command): Reply {
    const present = everyone.map(({ personId }) => personId)
    const decision = decide(this.workshop, command, { actor, now: this.now, present })
    if (!decision.ok) return decision
    const seq = this.seq + 1
    this.events.push(...decision.events)
    this.workshop = decision.events.reduce(apply, this.workshop)
    for (const wire of this.wires) wire.publish(seq, decision.events)
    return { ok: true, seq: this.seq }
  }

  resume(viewer: Viewer, afterSeq: number | null): Resumed {
    const rest = {
      me: viewer,
      directory: { names: {}, present: [] },
      issued: [],
      silent: null,
      now: this.now,
    }
    if (afterSeq === null)
      return { kind: 'snapshot', seq: this.seq, workshop: redactWorkshop(this.workshop, viewer), ...rest }
    const events = this.events.slice(afterSeq).map((event) => redact(event, viewer))
    return { kind: 'events', seq: afterSeq + 1, events, ...rest }
  }

  /** What this viewer must end up seeing. */
  seenBy = (viewer: Viewer): Workshop => redactWorkshop(this.workshop, viewer)
}

type Parcel = { kind: 'request' | 'answer' | 'events'; deliver: () => void; lose: () => void }

/** One browser's socket. Nothing arrives, in either direction, before the test says so. */
export class Wire implements Transport {
  readonly judge: Judge
  readonly #came: Viewer
  readonly toServer: Parcel[] = []
  readonly toBrowser: Parcel[] = []
  #listener: TransportListener | null = null
  #isUp = false
  #follows = false

  constructor(judge: Judge, viewer: Viewer) {
    this.judge = judge
    this.#came = viewer
    judge.wires.add(this)
  }

  /** Who came, as what they are now. */
  get viewer(): Viewer {
    const { personId, role } = this.#came
    return { personId, role: this.judge.workshop.people[personId]?.role ?? role }
  }

  open(listener: TransportListener): void {
    this.#listener = listener
  }

  close(): void {
    this.cut()
    this.#listener = null
  }

  connect(): void {
    if (this.#isUp) return
    this.#isUp = true
    this.#listener?.connected()
  }

  /** Whatever was under way, either way, is lost. */
  cut(): void {
    if (!this.#isUp) return
    this.#isUp = false
    this.#follows = false
    for (const parcel of [...this.toServer.splice(0), ...this.toBrowser.splice(0)]) parcel.lose()
    this.#listener?.disconnected()
  }

  endSeat(): void {
    this.#listener?.ended({ code: 'seat-ended', message: 'Your seat has ended.' })
  }

  /** The server sends this batch, whatever came before. */
  says(batch: EventBatch): void {
    this.#listener?.events(batch)
  }

  issued(issued: Issued): void {
    this.#listener?.issued(issued)
  }

  names(names: Parameters<TransportListener['directory']>[0]): void {
    this.#listener?.directory(names)
  }

  deliver(line: 'toServer' | 'toBrowser'): boolean {
    const parcel = this[line].shift()
    parcel?.deliver()
    return parcel !== undefined
  }

  lose(line: 'toServer' | 'toBrowser'): void {
    this[line].shift()?.lose()
  }

  /** The next message of that kind to the browser is lost. */
  loseNext(kind: Parcel['kind']): void {
    const index = this.toBrowser.findIndex((parcel) => parcel.kind === kind)
    for (const parcel of this.toBrowser.splice(index, index < 0 ? 0 : 1)) parcel.lose()
  }

  publish(seq: number, events: readonly Event[]): void {
    if (!this.#isUp || !this.#follows) return
    const { now } = this.judge
    const seen = events.map((event) => redact(event, this.viewer))
    const deliver = () => this.#listener?.events({ seq, events: seen, now })
    this.toBrowser.push({ kind: 'events', deliver, lose: () => {} })
  }

  command = (envelope: CommandEnvelope) => this.#ask(() => this.judge.submit(this.viewer, envelope))
  resume = (afterSeq: number | null) =>
    this.#ask(() => {
      this.#follows = true
      return this.judge.resume(this.viewer, afterSeq)
    })
  react = () => {}
  presence = () => {}
  token = () => Promise.reject(new Error('There are no ballots on this wire.'))
  // Time is asked for beside everything else and has tests of its own.
  time = () => Promise.resolve(this.judge.now)

  #ask<T>(answer: () => T): Promise<T> {
    if (!this.#isUp) return Promise.reject(new Error('The connection to the server is down.'))
    return new Promise((resolve, reject) => {
      const lose = () => reject(new Error('The answer was lost.'))
      const deliver = () => {
        const value = answer()
        this.toBrowser.push({ kind: 'answer', deliver: () => resolve(value), lose })
      }
      this.toServer.push({ kind: 'request', deliver, lose })
    })
  }
}

export type Tab = { wire: Wire; room: Room }

/** A browser that has not connected yet. Its own clock is wrong by `clockErrorMs`. */
export function openTab(judge: Judge, viewer: Viewer, clockErrorMs = 0): Tab {
  const wire = new Wire(judge, viewer)
  let commands = 0
  const room = openRoom({
    transport: wire,
    localNow: () => judge.now + clockErrorMs,
    makeCommandId: () => {
      commands += 1
      return `${viewer.personId}-${commands}`
    },
  })
  return { wire, room }
}
