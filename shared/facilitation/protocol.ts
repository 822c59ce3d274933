// The facilitation plane on the wire: socket.io on its default path, WebSocket only. The server sees `unknown` until it has parsed.
import { z } from 'zod'
import { RoomLink, type RoomRole } from '#shared/access/role.ts'
import { Command } from '#shared/facilitation/commands.ts'
import type { RefusalCode } from '#shared/facilitation/decision.ts'
import type { Event } from '#shared/facilitation/events.ts'
import type { PresenceState } from '#shared/facilitation/presence.ts'
import type { ReactionCounts } from '#shared/facilitation/reactions.ts'
import type { Workshop } from '#shared/facilitation/workshop.ts'
import { type PersonId, PollId, WorkshopId } from '#shared/ids.ts'
import type { SilentCounts } from '#shared/silence/counts.ts'

/** `handshake.auth`. Who one is comes from the seat's cookie, or from a ticket in the subprotocol. */
export const Handshake = z.object({ workshopId: WorkshopId, seat: RoomLink.optional() })
export type Handshake = z.infer<typeof Handshake>

/** Browser to server, event `command`, acknowledged with a `Reply`. The same `commandId` again gets its first reply again. */
export const CommandEnvelope = z.object({ commandId: z.uuid(), command: Command })
export type CommandEnvelope = z.infer<typeof CommandEnvelope>

/** `seq` is that of the last event the command caused: wait for it before dropping the guess. */
export type Reply = { ok: true; seq: number } | { ok: false; code: RefusalCode; message: string }

/** Server to browser, event `events`. `seq` counts events from 1 per workshop and is that of the first one here. */
export type EventBatch = { seq: number; events: Event[]; now: number }

/** Browser to server, event `resume`, right after connecting: `afterSeq` is the last event it has; null for none. */
export const Resume = z.object({ afterSeq: z.number().int().min(0).nullable() })
export type Resume = z.infer<typeof Resume>

/** What `resume` is acknowledged with. A snapshot of `seq` replaces everything; `events`, the first being `seq`, continue. */
export type Resumed = {
  me: Me
  directory: Directory
  /** Of the secret polls that run. */
  issued: Issued[]
  silent: SilentCounts | null
  now: number
} & ({ kind: 'snapshot'; seq: number; workshop: Workshop } | { kind: 'events'; seq: number; events: Event[] })
export type Me = { personId: PersonId; role: z.infer<typeof RoomRole> }

/** Names and presence, kept out of the log. A name that is missing is shown as "Person from <department>". */
export type Directory = {
  names: Record<PersonId, string>
  present: PersonId[]
  /** Of those who are not simply here or not; all of them each time, left out where there is nobody. */
  states?: Record<PersonId, PresenceState>
}
/** Server to browser, event `directory`: changed names and the full list of who is present. */
export type DirectoryChange = Directory

/** Browser to server, event `poll.token` (BALLOT 4.2): not a command, never in the log. Hex, 32 bytes. */
export const TokenRequest = z.object({ pollId: PollId, blinded: z.string().regex(/^[0-9a-f]{64}$/) })
export type TokenRequest = z.infer<typeof TokenRequest>
/** `evaluated` 32 bytes, `proof` 64 bytes (DLEQ: c, s), hex. */
export type TokenReply =
  | { ok: true; evaluated: string; proof: string }
  | { ok: false; code: 'already-issued' | 'not-eligible' | 'not-open' | 'invalid'; message: string }

/** Server to browser, event `issued`: who has received a ballot, sorted by id, no times, at most every 2 s. */
export type Issued = { pollId: PollId; personIds: PersonId[] }

/** Browser to server, event `time`, acknowledged with the server's clock in epoch milliseconds. */
type TimeReply = number

export type ClientToServer = {
  command: (envelope: unknown, reply: (reply: Reply) => void) => void
  resume: (resume: unknown, reply: (resumed: Resumed) => void) => void
  'poll.token': (request: unknown, reply: (reply: TokenReply) => void) => void
  /** An `OwnPresence`, unacknowledged: the directory tells what has come of it. */
  presence: (presence: unknown) => void
  /** A `Reaction`, unacknowledged: what comes too fast is dropped. */
  reaction: (reaction: unknown) => void
  time: (reply: (now: TimeReply) => void) => void
}
export type ServerToClient = {
  events: (batch: EventBatch) => void
  directory: (change: DirectoryChange) => void
  issued: (issued: Issued) => void
  /** How many silent notes there are, to each without their own; some seconds late. */
  silence: (counts: SilentCounts) => void
  /** What people reacted with in the last second; never who. */
  reactions: (counts: ReactionCounts) => void
  /** The seat has ended (link renewed) or its person was sent out: do not reconnect. */
  ended: (reason: {
    code: 'seat-ended' | 'taken-up' | 'removed' | 'erased' | 'workshop-deleted'
    message: string
  }) => void
}
