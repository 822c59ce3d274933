// The browser's half of the facilitation plane: confirmed state, our own unanswered commands, and what both look like together.
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { EndReason, Transport } from '#client/facilitation/connection.ts'
import { type PendingCommand, predict, stillPending } from '#client/facilitation/predict.ts'
import { createServerTime } from '#client/facilitation/server-time.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import type { RefusalCode } from '#shared/facilitation/decision.ts'
import type { Event } from '#shared/facilitation/events.ts'
import type { OwnPresence, PresenceState } from '#shared/facilitation/presence.ts'
import type {
  DirectoryChange,
  EventBatch,
  Issued,
  Me,
  Reply,
  Resumed,
  TokenReply,
  TokenRequest,
} from '#shared/facilitation/protocol.ts'
import type { Reaction, ReactionCounts } from '#shared/facilitation/reactions.ts'
import { apply, emptyWorkshop, type Workshop } from '#shared/facilitation/workshop.ts'
import type { PersonId, PollId } from '#shared/ids.ts'
import type { SilentCounts } from '#shared/silence/counts.ts'

/** `connecting`: never yet in the room. `offline`: was, and is trying again. `ended`: no longer has a seat here. */
export type ConnectionStatus = 'connecting' | 'online' | 'offline' | 'ended'

/** A command that the server refused, to be told to the person who gave it. */
export type Notice = { noticeId: number; code: RefusalCode; command: Command['type'] }

/** `turn` counts, so that the same reactions again are news. */
type Reacted = { turn: number; counts: ReactionCounts }

export type RoomState = {
  status: ConnectionStatus
  /** Why the seat ended; null while it has not. */
  ended: EndReason | null
  me: Me | null
  /** The last event folded into `confirmed`; 0 before the first. */
  seq: number
  confirmed: Workshop
  /** Oldest first. */
  pending: readonly PendingCommand[]
  /** What is shown: `confirmed` plus `pending` decided again. */
  view: Workshop
  names: Readonly<Record<PersonId, string>>
  present: readonly PersonId[]
  /** Of those who are not simply here or not. */
  states: Readonly<Record<PersonId, PresenceState>>
  /** Who has received a ballot, of the secret polls that run. */
  issued: Readonly<Record<PollId, readonly PersonId[]>>
  /** How many silent notes lie face down, as far as it has been told. */
  silent: SilentCounts | null
  notices: readonly Notice[]
  /** What people reacted with in the last second or so. */
  reactions: Reacted | null
}

export type SendOptions = {
  /** Refusals that the caller explains in place; they raise no notice. */
  explains?: readonly RefusalCode[]
}

export type Room = {
  store: StoreApi<RoomState>
  /** Shows the command's effect at once, sends it, and answers when the server has; across reconnects, however long. */
  send(command: Command, options?: SendOptions): Promise<Reply>
  requestToken(request: TokenRequest): Promise<TokenReply>
  /** Shown to all for a moment, without a name; nothing comes of it while offline. */
  react(reaction: Reaction): void
  /** Says of oneself that one is back in a moment, elsewhere, or here again. */
  setPresence(presence: OwnPresence): void
  /** The server's clock as well as it is known, epoch milliseconds. */
  serverNow(): number
  dismiss(noticeId: number): void
  close(): void
}

export type RoomOptions = {
  transport: Transport
  /** A clock that never jumps, epoch milliseconds. */
  localNow: () => number
  makeCommandId: () => string
}

/** Before an answer that was lost on a living connection is asked for again. */
const repeatMs = 2_000

const initialState: RoomState = {
  status: 'connecting',
  ended: null,
  me: null,
  seq: 0,
  confirmed: emptyWorkshop,
  pending: [],
  view: emptyWorkshop,
  names: {},
  present: [],
  states: {},
  issued: {},
  silent: null,
  notices: [],
  reactions: null,
}

export function openRoom({ transport, localNow, makeCommandId }: RoomOptions): Room {
  const store = createStore<RoomState>(() => initialState)
  const time = createServerTime({ ask: () => transport.time(), localNow })
  const waiting = new Map<string, { answer: (reply: Reply) => void; explains: readonly RefusalCode[] }>()
  const timers = new Set<ReturnType<typeof setTimeout>>()
  // Counts connections; an answer that belongs to an earlier one is nobody's business any more. 0 while there is none.
  let connection = 0
  let connectionsSoFar = 0
  let isResuming = false
  /** Our role has changed, or somebody was erased: what we were shown is not what we may see now, so all of it is asked for anew. */
  let isOutOfDate = false
  let held: EventBatch[] = []
  let noticesSoFar = 0

  /** The only way the state changes: `view` can never be out of step with what it is made of. */
  function update(change: Partial<RoomState>): void {
    const next = { ...store.getState(), ...change }
    const pending = stillPending(next.pending, next.seq)
    store.setState({ ...next, pending, view: predict(next.confirmed, pending, next.me) }, true)
  }

  function later(ms: number, task: () => void): void {
    const timer = setTimeout(() => {
      timers.delete(timer)
      task()
    }, ms)
    timers.add(timer)
  }

  function resume(): void {
    if (isResuming || connection === 0) return
    const asked = connection
    isResuming = true
    const { me, seq, pending } = store.getState()
    // What was accepted before we ask is part of the answer, whatever number it has: a guess never outlives a resume.
    const accepted = new Set(pending.filter((one) => one.acceptedSeq !== null).map((one) => one.commandId))
    transport.resume(me === null || isOutOfDate ? null : seq).then(
      (resumed) => {
        if (asked === connection) onResumed(resumed, accepted)
      },
      () => {
        if (asked !== connection) return
        isResuming = false
        later(repeatMs, resume)
      },
    )
  }

  function onResumed(resumed: Resumed, accepted: ReadonlySet<string>): void {
    isResuming = false
    time.hint(resumed.now)
    const { me, directory, issued, silent } = resumed
    const { confirmed, seq, ...state } = store.getState()
    isOutOfDate =
      resumed.kind === 'events' &&
      ((state.me !== null && state.me.role !== me.role) || resumed.events.some(isErasure))
    const pending = state.pending.filter((one) => !accepted.has(one.commandId))
    const facts =
      resumed.kind === 'snapshot'
        ? { confirmed: resumed.workshop, seq: resumed.seq }
        : { confirmed: resumed.events.reduce(apply, confirmed), seq: seq + resumed.events.length }
    const { names, present, states = {} } = directory
    update({
      ...facts,
      status: 'online',
      pending,
      me,
      names,
      present,
      states,
      issued: byPoll(issued),
      silent,
    })
    const batches = held
    held = []
    for (const batch of batches) onEvents(batch)
    askIfMissing()
  }

  function onEvents(batch: EventBatch): void {
    // Until we know where we stand, a batch can only wait.
    if (isResuming) {
      held.push(batch)
      return
    }
    time.heard(batch.now)
    const { confirmed, seq } = store.getState()
    const known = seq + 1 - batch.seq
    if (known < 0) {
      resume()
      held.push(batch)
      return
    }
    if (known >= batch.events.length) return
    const events = batch.events.slice(known)
    update({ confirmed: events.reduce(apply, confirmed), seq: seq + events.length })
    const { me, confirmed: after } = store.getState()
    const role = me && after.people[me.personId]?.role
    if ((me && role && role !== me.role) || events.some(isErasure)) isOutOfDate = true
    askIfMissing()
  }

  /** Events are sent before the reply to their command; a reply that is ahead of them means that some were lost. */
  function askIfMissing(): void {
    const { pending, seq } = store.getState()
    const isBehind = pending.some(({ acceptedSeq }) => acceptedSeq !== null && acceptedSeq > seq)
    if (isBehind || isOutOfDate) resume()
  }

  function transmit({ commandId, command }: PendingCommand): void {
    if (connection === 0) return
    const asked = connection
    transport.command({ commandId, command }).then(
      (reply) => settle(commandId, reply),
      () => {
        // With the connection gone, `connected` sends it again; on a living one the answer was lost: the same id is safe.
        if (asked === connection) later(repeatMs, () => retransmit(commandId, asked))
      },
    )
  }

  function retransmit(commandId: string, asked: number): void {
    const still = store.getState().pending.find((one) => one.commandId === commandId)
    if (still && asked === connection) transmit(still)
  }

  function settle(commandId: string, reply: Reply): void {
    const promise = waiting.get(commandId)
    if (!promise) return
    waiting.delete(commandId)
    const { pending, notices } = store.getState()
    if (reply.ok) {
      const accepted = { acceptedSeq: reply.seq }
      update({ pending: pending.map((one) => (one.commandId === commandId ? { ...one, ...accepted } : one)) })
      askIfMissing()
    } else {
      const refused = pending.find((one) => one.commandId === commandId)
      const isTold = !refused || promise.explains.includes(reply.code)
      update({
        pending: pending.filter((one) => one !== refused),
        notices: isTold ? notices : [...notices, noticeOf(reply.code, refused.command)],
      })
    }
    promise.answer(reply)
  }

  function noticeOf(code: RefusalCode, command: Command): Notice {
    noticesSoFar += 1
    return { noticeId: noticesSoFar, code, command: command.type }
  }

  function endWith(ended: EndReason | null): void {
    connection = 0
    isResuming = false
    held = []
    for (const timer of timers) clearTimeout(timer)
    timers.clear()
    time.stop()
    const unanswered = [...waiting.values()]
    waiting.clear()
    update({ status: 'ended', ended, pending: [] })
    for (const { answer } of unanswered) answer(noSeat)
  }

  transport.open({
    connected() {
      connectionsSoFar += 1
      connection = connectionsSoFar
      isResuming = false
      held = []
      resume()
      for (const one of store.getState().pending) if (one.acceptedSeq === null) transmit(one)
      time.start()
    },
    disconnected() {
      connection = 0
      time.stop()
      isResuming = false
      held = []
      const { status } = store.getState()
      if (status === 'online') update({ status: 'offline' })
    },
    events: onEvents,
    directory({ names, present, states = {} }: DirectoryChange) {
      update({ names: { ...store.getState().names, ...names }, present, states })
    },
    issued: ({ pollId, personIds }) =>
      update({ issued: { ...store.getState().issued, [pollId]: personIds } }),
    silent: (silent) => update({ silent }),
    reactions: (counts) =>
      update({ reactions: { turn: (store.getState().reactions?.turn ?? 0) + 1, counts } }),
    ended: endWith,
  })

  return {
    store,
    send(command, { explains = [] } = {}) {
      if (store.getState().status === 'ended') return Promise.resolve(noSeat)
      const fresh: PendingCommand = {
        commandId: makeCommandId(),
        command,
        sentAt: time.now(),
        acceptedSeq: null,
      }
      return new Promise((answer) => {
        waiting.set(fresh.commandId, { answer, explains })
        update({ pending: [...store.getState().pending, fresh] })
        transmit(fresh)
      })
    },
    requestToken: (request) => transport.token(request),
    react: (reaction) => transport.react(reaction),
    setPresence: (presence) => transport.presence(presence),
    serverNow: time.now,
    dismiss(noticeId) {
      update({ notices: store.getState().notices.filter((notice) => notice.noticeId !== noticeId) })
    },
    close() {
      transport.close()
      endWith(null)
    },
  }
}

const isErasure = ({ type }: Event): boolean => type === 'person.erased'

const byPoll = (issued: readonly Issued[]): RoomState['issued'] =>
  Object.fromEntries(issued.map(({ pollId, personIds }) => [pollId, personIds]))

const noSeat: Reply = {
  ok: false,
  code: 'not-allowed',
  message: 'This seat has ended; open your link to the workshop again.',
}
