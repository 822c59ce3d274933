// What a connected browser may say: commands, resume, ballot requests, the time. Each is answered, or the connection ends.
import { createRateLimit, type RateLimit } from '#server/access/rate-limit.ts'
import type { Connection, RoomSeat } from '#server/facilitation/connection.ts'
import { readCommand } from '#server/facilitation/incoming.ts'
import type { Outbox } from '#server/facilitation/outbox.ts'
import type { Reactions } from '#server/facilitation/reactions.ts'
import type { Rooms } from '#server/facilitation/rooms.ts'
import type { Log } from '#server/log.ts'
import { refuse } from '#shared/facilitation/decision.ts'
import { OwnPresence } from '#shared/facilitation/presence.ts'
import {
  type Issued,
  type Reply,
  Resume,
  type Resumed,
  type TokenReply,
  TokenRequest,
} from '#shared/facilitation/protocol.ts'
import { Reaction } from '#shared/facilitation/reactions.ts'
import { redact, redactWorkshop } from '#shared/facilitation/redact.ts'
import type { PersonId, WorkshopId } from '#shared/ids.ts'
import type { SilentCounts } from '#shared/silence/counts.ts'

/** The ballot box, as far as a socket may reach it (BALLOT 4.2). */
export type Tokens = {
  token(seat: RoomSeat, request: TokenRequest): Promise<TokenReply>
  issued(workshopId: WorkshopId): Issued[]
}

/** Silent writing, as far as a socket may reach it: null while no round is on. */
export type SilentCounting = {
  counts(workshopId: WorkshopId, personId: PersonId): Promise<SilentCounts | null>
}

export type MessageContext = {
  rooms: Rooms
  tokens: Tokens
  silence: SilentCounting
  reactions: Reactions
  outboxOf: (workshopId: WorkshopId) => Outbox
  log: Log
  now: () => number
  badMessage: (connection: Connection, what: string) => void
}

const known = new Set(['command', 'resume', 'poll.token', 'reaction', 'presence', 'time'])
/** Far above what fingers can do; a browser that sends its waiting commands again after an outage stays below. */
const allowance = { count: 200, perMs: 10_000 }
/** Whoever goes on after being told so often to slow down is no browser of ours. */
const patience = { count: 1_000, perMs: 10_000 }

// Handlers are synchronous and end in `.then(reply, report)`: an async one that throws would end the process.
export function handleMessages(connection: Connection, context: MessageContext): void {
  const { socket } = connection
  const { workshopId, personId } = connection.seat
  const { rooms, tokens, reactions, outboxOf, log, now, badMessage } = context
  const limit = createRateLimit(allowance, now)
  const flood = createRateLimit(patience, now)
  const mayGoOn = (): boolean => takes(limit)

  socket.onAny((event: string) => {
    if (!known.has(event)) badMessage(connection, 'unknown-event')
    else if (!takes(flood)) badMessage(connection, 'flood')
  })

  const failed = (fact: string, error: unknown): string => log.bug(fact, error, { workshopId })

  socket.on('command', (message: unknown, reply: unknown) => {
    if (!isCallback<Reply>(reply)) return badMessage(connection, 'command-without-acknowledgement')
    const read = readCommand(message)
    if (read.kind === 'bad-message') return badMessage(connection, 'command')
    if (!mayGoOn()) return reply(slowDown)
    if (read.kind === 'invalid') return reply(read.refusal)
    const { commandId, command } = read
    const actor = { personId, role: connection.role }
    rooms.submit(workshopId, { actor, commandId, command }).then(
      (answer) => {
        if (!answer.ok) log.info('command.refused', { workshopId, type: command.type, code: answer.code })
        // Whoever does something is back.
        else rooms.setPresence(workshopId, personId, 'here')
        outboxOf(workshopId).reply(() => reply(answer))
      },
      (error: unknown) => {
        const errorId = failed('command.failed', error)
        reply(refuse('busy', `The server could not store this (error ${errorId}); try again in a moment.`))
      },
    )
  })

  socket.on('resume', (message: unknown, reply: unknown) => {
    const resume = Resume.safeParse(message)
    if (!isCallback<Resumed>(reply) || !resume.success) return badMessage(connection, 'resume')
    const { end } = connection.beginResume()
    resumed(connection, resume.data.afterSeq, context).then(
      ({ toldUpTo, answer }) => {
        outboxOf(workshopId).flush() // what waits there may be in the answer already
        reply(answer)
        end(toldUpTo, now())
      },
      (error: unknown) => {
        // There is no refusal for this: the browser comes back and asks again.
        failed('resume.failed', error)
        socket.conn.close()
      },
    )
  })

  socket.on('poll.token', (message: unknown, reply: unknown) => {
    const request = TokenRequest.safeParse(message)
    if (!isCallback<TokenReply>(reply) || !request.success) return badMessage(connection, 'poll.token')
    tokens.token(connection.seat, request.data).then(reply, (error: unknown) => {
      const errorId = failed('token.failed', error)
      const message = `The server could not issue a ballot (error ${errorId}); it will be asked for again.`
      reply({ ok: false, code: 'not-open', message })
    })
  })

  socket.on('presence', (message: unknown) => {
    const presence = OwnPresence.safeParse(message)
    if (!presence.success) return badMessage(connection, 'presence')
    if (mayGoOn()) rooms.setPresence(workshopId, personId, presence.data)
  })

  socket.on('reaction', (message: unknown) => {
    const reaction = Reaction.safeParse(message)
    if (!reaction.success) return badMessage(connection, 'reaction')
    // Observers watch.
    if (connection.role !== 'observer') reactions.take(workshopId, personId, reaction.data)
  })

  socket.on('time', (reply: unknown) => {
    if (!isCallback<number>(reply)) return badMessage(connection, 'time')
    reply(now())
  })
}

async function resumed(
  { seat }: Connection,
  afterSeq: number | null,
  { rooms, tokens, silence, now }: MessageContext,
): Promise<{ toldUpTo: number; answer: Resumed }> {
  const { workshopId, personId } = seat
  const directory = await rooms.directory(workshopId)
  // Read late: it may have changed meanwhile.
  const me = { personId, role: seat.role }
  const missed = afterSeq === null ? null : await rooms.eventsAfter(workshopId, afterSeq)
  const issued = tokens.issued(workshopId)
  const silent = await silence.counts(workshopId, personId)
  const around = { me, directory, issued, silent }
  if (missed && afterSeq !== null) {
    const events = missed.events.map((event) => redact(event, me))
    const answer: Resumed = {
      kind: 'events',
      seq: afterSeq + 1,
      events,
      ...around,
      now: now(),
    }
    return { toldUpTo: missed.seq, answer }
  }
  const { seq, workshop } = await rooms.state(workshopId)
  const answer: Resumed = {
    kind: 'snapshot',
    seq,
    workshop: redactWorkshop(workshop, me),
    ...around,
    now: now(),
  }
  return { toldUpTo: seq, answer }
}

const slowDown = refuse('busy', 'That was too much at once; wait a moment and try again.')

// One limit per connection, so one key.
const takes = (limit: RateLimit): boolean => limit.take('')

const isCallback = <T>(reply: unknown): reply is (answer: T) => void => typeof reply === 'function'
