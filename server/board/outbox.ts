// What one board has to send: joined once, one write per socket.
import type { PersonId } from '#shared/ids.ts'

/** A connected browser, as its board sees it. */
export type Member = {
  readonly personId: PersonId
  /** Locks and unlocks, and changes what is locked. */
  readonly mayLock: boolean
  /** The Yjs client id that this connection has shown to be its person's; null before its first presence. */
  readonly clientId: number | null
  /** It has asked for the contents: from there on it gets everything. */
  isSynced: boolean
  send(pieces: readonly Buffer[]): void
  /** Like `send`, for an answer that may be larger than what a slow connection may have waiting. */
  sendAnswer(bytes: Buffer): void
  close(code: number, sentence: string): void
}

type Outgoing = { frame: Buffer; from: Member | null }

export class Outbox {
  #ready: Outgoing[] = []
  #presence = new Map<number, Outgoing>()
  #acknowledgements = new Map<Member, Buffer>()
  #newcomers = new Set<Member>()

  add(frame: Buffer, from: Member | null): void {
    this.#ready.push({ frame, from })
  }

  get hasEdits(): boolean {
    return this.#ready.length > 0
  }
  get hasPresence(): boolean {
    return this.#presence.size > 0
  }

  /** What somebody said about themselves earlier and is still here is overtaken. */
  putPresence(clientId: number, frame: Buffer, from: Member | null): void {
    this.#presence.set(clientId, { frame, from })
  }

  acknowledge(member: Member, frame: Buffer): void {
    this.#acknowledgements.set(member, frame)
  }

  addNewcomer(member: Member): void {
    this.#newcomers.add(member)
  }

  forget(member: Member): void {
    this.#acknowledgements.delete(member)
    this.#newcomers.delete(member)
  }

  /** `greeting` is made for each newcomer: everybody else's presence. Without `withPresence`, presence stays here. */
  flush(
    members: ReadonlySet<Member>,
    { greeting, withPresence }: { greeting: (member: Member) => Buffer | null; withPresence: boolean },
  ): void {
    const outgoing = withPresence ? [...this.#ready, ...this.#presence.values()] : this.#ready
    const acknowledgements = this.#acknowledgements
    const newcomers = this.#newcomers
    if (outgoing.length + acknowledgements.size + newcomers.size === 0) return
    this.#ready = []
    if (withPresence) this.#presence = new Map()
    this.#acknowledgements = new Map()
    this.#newcomers = new Set()

    const all = joined(outgoing)
    const toAll = all.length > 0 ? [all] : []
    const toSome = new Set([...outgoing.map(({ from }) => from), ...newcomers, ...acknowledgements.keys()])
    for (const member of members) {
      // Most members get what everybody gets.
      if (!toSome.has(member)) {
        if (member.isSynced && toAll.length > 0) member.send(toAll)
        continue
      }
      const pieces = member.isSynced ? othersOf(outgoing, all, member) : []
      const own = [newcomers.has(member) ? greeting(member) : null, acknowledgements.get(member) ?? null]
      pieces.push(...own.filter((frame) => frame !== null))
      if (pieces.length > 0) member.send(pieces)
    }
  }
}

const joined = (outgoing: readonly Outgoing[]): Buffer => {
  const [first, second] = outgoing
  return first && !second ? first.frame : Buffer.concat(outgoing.map(({ frame }) => frame))
}

/** `all` without what came from `member`, as views into it. */
function othersOf(outgoing: readonly Outgoing[], all: Buffer, member: Member): Buffer[] {
  const pieces: Buffer[] = []
  let start = 0
  let at = 0
  for (const { frame, from } of outgoing) {
    if (from === member) {
      if (at > start) pieces.push(all.subarray(start, at))
      start = at + frame.length
    }
    at += frame.length
  }
  if (at > start) pieces.push(all.subarray(start, at))
  return pieces
}
