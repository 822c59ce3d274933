// What a rule answers: yes with events, or no with a reason a person can read.
import type { RoomRole } from '#shared/access/role.ts'
import type { PersonId } from '#shared/ids.ts'

/** Stable codes; the browser has a sentence for each in both languages. */
export type RefusalCode =
  | 'not-allowed' // the role may not do this
  | 'not-found' // what the command names is not there (any more)
  | 'already-done' // somebody, perhaps you, did it a moment ago
  | 'overtaken' // somebody else changed what the sender saw; the sender still has their own words
  | 'not-now' // right command, wrong moment
  | 'group-too-small' // fewer eligible people than the minimum group
  | 'too-similar' // the same question was asked to nearly the same people
  | 'server-only' // only the server can decide this; the browser waits for its answer
  | 'invalid' // the command is not of the protocol
  | 'busy' // too many commands at once

export type Refusal = { ok: false; code: RefusalCode; message: string }
export type Accepted<Event> = { ok: true; events: Event[] }
export type Decision<Event> = Accepted<Event> | Refusal

export const accept = <Event>(...events: Event[]): Accepted<Event> => ({ ok: true, events })
export const refuse = (code: RefusalCode, message: string): Refusal => ({ ok: false, code, message })

/** Who asks. `server` is the process itself: joins, the end of a poll. */
export type Actor = { personId: PersonId; role: RoomRole } | { personId: null; role: 'server' }

/** Everything a rule may know besides the state and the command. */
export type Context = {
  actor: Actor
  /** Epoch milliseconds; the server's clock when it decides, the estimated server clock when the browser guesses. */
  now: number
  /** Who is connected now, each person once. Empty in the browser's guess. */
  present: readonly PersonId[]
}
