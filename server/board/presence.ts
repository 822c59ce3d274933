// Who is where on one board: the last state of each browser, with the person's id written in by the server.
import { isUtf8 } from 'node:buffer'
import { presenceEntry } from '#server/board/frames.ts'
import type { PresenceEntry } from '#server/board/read-message.ts'
import { malformed } from '#server/board/refusal.ts'
import { maxPresenceBytes } from '#shared/board/protocol.ts'
import type { PersonId } from '#shared/ids.ts'

/** Never stored, never in order, superseded by the next. `Owner` is the connection that an entry came from. */
export class Presence<Owner> {
  readonly #states = new Map<number, State<Owner>>()
  readonly #now: () => number
  #clock = 0

  constructor(now: () => number) {
    this.#now = now
  }

  /**
   * Takes what `owner` says about itself under `clientId`. Returns the bytes for the others, null for what is older than
   * what they have. Throws a `FrameRefusal` for what is no presence.
   */
  put(owner: Owner, personId: PersonId, { clientId, clock, state }: PresenceEntry): Uint8Array | null {
    const before = this.#states.get(clientId)
    if (before?.owner === owner && clock <= before.clock) return null
    const parsed = parse(state)
    if (parsed === null) return before ? this.withdraw(owner, clientId) : null
    const bytes = presenceEntry(clientId, this.#nextClock(), JSON.stringify({ ...parsed, person: personId }))
    this.#states.set(clientId, { owner, clock, bytes })
    return bytes
  }

  /** The bytes that tell the others that this browser has gone; null when the entry is another connection's by now. */
  withdraw(owner: Owner, clientId: number): Uint8Array | null {
    if (this.#states.get(clientId)?.owner !== owner) return null
    this.#states.delete(clientId)
    return presenceEntry(clientId, this.#nextClock(), 'null')
  }

  /** Everybody but the one who asks: a browser that hears of itself would take an old state for its own. */
  except(clientId: number | null): Uint8Array[] {
    return [...this.#states].filter(([id]) => id !== clientId).map(([, { bytes }]) => bytes)
  }

  // The others see clocks of ours: after a reconnect a browser repeats its last one, which they would pass over. Time
  // makes ours rise across restarts of the server, which the others' browsers outlive.
  #nextClock(): number {
    this.#clock = Math.max(this.#clock + 1, this.#now())
    return this.#clock
  }
}

type State<Owner> = { owner: Owner; clock: number; bytes: Uint8Array }

function parse(state: Uint8Array): object | null {
  if (!isUtf8(state)) throw malformed('This presence is no valid UTF-8.')
  try {
    const value: unknown = JSON.parse(
      Buffer.from(state.buffer, state.byteOffset, state.length).toString('utf8'),
    )
    if (value === null || (typeof value === 'object' && !Array.isArray(value))) return value
  } catch {
    // said below, with the rest
  }
  throw malformed('This presence is no JSON object.')
}

/** Too large to be passed on: a browser with hundreds of things selected. The state before it stays. */
export const isTooLarge = ({ state }: PresenceEntry): boolean => state.length > maxPresenceBytes
