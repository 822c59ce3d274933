// One workshop's judge: takes commands in order, decides, stores, then publishes, then answers.
import { withDraw } from '#server/facilitation/draw.ts'
import type { FacilitationLog, NewBatch } from '#server/storage/storage.ts'
import { isOpening, type Opening, openingsOf } from '#shared/facilitation/ballot-plane.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import type { Actor, Refusal } from '#shared/facilitation/decision.ts'
import { refuse } from '#shared/facilitation/decision.ts'
import type { Event } from '#shared/facilitation/events.ts'
import type { PollKeys } from '#shared/facilitation/poll-form.ts'
import type { Reply } from '#shared/facilitation/protocol.ts'
import { apply, decide, emptyWorkshop, type Workshop } from '#shared/facilitation/workshop.ts'
import { type PersonId, PollId, type WorkshopId } from '#shared/ids.ts'

export type Submission = {
  actor: Actor
  /** null only for commands of the server that need not be recognised when they come again. */
  commandId: string | null
  command: Command
}

export type RoomSetting = {
  workshopId: WorkshopId
  log: FacilitationLog
  /** Makes and stores the keys of polls before their opening is decided, one for each. */
  preparePolls: (workshopId: WorkshopId, openings: Opening[]) => Promise<PollKeys[]>
  present: () => readonly PersonId[]
  /** Called after the commit, in order, before the reply. Must not throw. */
  publish: (seq: number, events: Event[]) => void
  now: () => number
}

type Waiting = { submission: Submission; resolve: (reply: Reply) => void; reject: (error: unknown) => void }
type Tried = {
  refusal?: Refusal
  events?: Event[]
  appended?: Promise<'stored' | 'conflict' | 'repeated'>
}

/** A browser that was away for longer than this many events gets a snapshot. */
const keptEvents = 2_000
/** Commands waiting in one workshop; more than this is a flood, and each waiting one makes all others later. */
const longestQueue = 1_000
/** Commands that share a commit. */
const largestGroup = 100
/** Each conflict means that another node got something done, so few are enough. */
const attempts = 8

export class Room {
  readonly #setting: RoomSetting
  #seq = 0
  #workshop: Workshop = emptyWorkshop
  /** The latest events, the last one having `#seq`. */
  #events: Event[] = []
  /** A write failed: it may have been stored nevertheless. */
  #isUnsure = false
  #queue: Waiting[] = []
  #working: Promise<void> | null = null

  private constructor(setting: RoomSetting) {
    this.#setting = setting
  }

  /** Folds what is stored; an unknown workshop is an empty one. */
  static async load(setting: RoomSetting): Promise<Room> {
    const room = new Room(setting)
    room.#fold((await setting.log.read(setting.workshopId, 0)).map(({ event }) => event))
    return room
  }

  get seq(): number {
    return this.#seq
  }

  get workshop(): Workshop {
    return this.#workshop
  }

  get isIdle(): boolean {
    return this.#working === null
  }

  /** Resolves when everything submitted so far has been answered. */
  async settled(): Promise<void> {
    await this.#working
  }

  /** Null when they are no longer at hand, or when `seq` is ahead of what was ever stored: take a snapshot. */
  eventsAfter(seq: number): Event[] | null {
    const missed = this.#seq - seq
    if (missed < 0 || missed > this.#events.length) return null
    return missed === 0 ? [] : this.#events.slice(-missed)
  }

  /** Rejects when the storage fails; then nothing has happened, and the same command may come again. */
  submit(submission: Submission): Promise<Reply> {
    if (this.#queue.length >= longestQueue)
      return Promise.resolve(
        refuse('busy', 'Too many commands are waiting in this workshop; try again in a moment.'),
      )
    return new Promise((resolve, reject) => {
      this.#queue.push({ submission, resolve, reject })
      this.#working ??= this.#work()
    })
  }

  /** The first command goes alone and at once; what gathers while it is stored goes together. */
  async #work(): Promise<void> {
    while (this.#queue.length > 0) {
      const [first] = this.#queue
      const opensPoll = this.#queue.findIndex(({ submission }) => isOpening(submission.command))
      const count = opensPoll === 0 ? 1 : opensPoll > 0 ? opensPoll : largestGroup
      const group = this.#queue.splice(0, Math.min(count, largestGroup))
      if (first && group.length === 1) await this.#settle(first)
      else await this.#answerTogether(group)
    }
    this.#working = null
  }

  async #settle({ submission, resolve, reject }: Waiting): Promise<void> {
    await this.#answer(submission).then(resolve, reject)
  }

  /**
   * Decides each command upon what the ones before it will have changed, and has all of them stored in one commit. From
   * the first that was not stored as expected, the rest is decided again, one by one, upon what is really stored.
   */
  async #answerTogether(group: readonly Waiting[]): Promise<void> {
    const wasUnsure = this.#isUnsure
    const tried = wasUnsure ? [] : this.#tryTogether(group)
    this.#isUnsure = true
    const outcomes = await Promise.allSettled(tried.map(({ appended }) => appended))
    this.#isUnsure = wasUnsure
    const answering: Promise<void>[] = []
    let isAsExpected = tried.length > 0
    for (const [index, waiting] of group.entries()) {
      const { refusal, events } = tried[index] ?? {}
      const outcome = outcomes[index]
      if (isAsExpected && refusal) {
        answering.push(this.#refuse(waiting.submission, refusal).then(waiting.resolve, waiting.reject))
      } else if (isAsExpected && events && outcome?.status === 'fulfilled' && outcome.value === 'stored') {
        this.#commit(events)
        waiting.resolve({ ok: true, seq: this.#seq })
      } else {
        // Also a write that failed: `#answer` reads what is really stored and has the command's first reply, if any.
        isAsExpected = false
        await this.#settle(waiting)
      }
    }
    await Promise.all(answering)
  }

  /** Stops before a command on which the rules throw: alone, it will report its own bug. */
  #tryTogether(group: readonly Waiting[]): Tried[] {
    const tried: Tried[] = []
    let [workshop, seq] = [this.#workshop, this.#seq]
    try {
      for (const { submission } of group) {
        const decision = this.#decide(workshop, submission)
        if (decision.ok) {
          workshop = decision.events.reduce(apply, workshop)
          const batch = this.#batch(submission, seq + 1, decision.events)
          seq += decision.events.length
          tried.push({ events: decision.events, appended: this.#setting.log.append(batch) })
        } else tried.push({ refusal: decision })
      }
    } catch {
      return tried
    }
    return tried
  }

  async #answer(submission: Submission): Promise<Reply> {
    if (this.#isUnsure) await this.#catchUp()
    const prepared = await this.#withKeys(submission)
    if ('reply' in prepared) return prepared.reply
    for (let attempt = 0; attempt < attempts; attempt++) {
      const decision = this.#decide(this.#workshop, { ...submission, command: prepared.command })
      if (!decision.ok) return this.#refuse(submission, decision)
      const batch = this.#batch(submission, this.#seq + 1, decision.events)
      this.#isUnsure = true
      const outcome = await this.#setting.log.append(batch)
      this.#isUnsure = false
      if (outcome === 'stored') {
        this.#commit(decision.events)
        return { ok: true, seq: this.#seq }
      }
      // Another node, or an earlier life of this one, was first.
      await this.#catchUp()
      const first = await this.#storedReply(submission)
      if (first) return first
    }
    return refuse('busy', 'Other servers are writing to this workshop all the time; try again in a moment.')
  }

  /** A poll's keys are made only when the poll would open; a command that was answered before makes none. */
  async #withKeys(submission: Submission): Promise<{ command: Command } | { reply: Reply }> {
    const { command } = submission
    if (!isOpening(command)) return { command }
    const first = await this.#storedReply(submission)
    if (first) return { reply: first }
    const openings = openingsOf(this.#workshop, command)
    const rehearsal = this.#decide(this.#workshop, {
      ...submission,
      command: { ...command, keys: openings.map(rehearsalKeys) },
    })
    if (!rehearsal.ok) return { reply: await this.#refuse(submission, rehearsal) }
    const keys = await this.#setting.preparePolls(this.#setting.workshopId, openings)
    return { command: { ...command, keys } }
  }

  #decide(workshop: Workshop, { actor, command }: Submission) {
    const { now, present } = this.#setting
    const here = present()
    return decide(workshop, withDraw(command, here), { actor, now: now(), present: here })
  }

  #batch({ actor, commandId }: Submission, seq: number, events: Event[]): NewBatch {
    const { workshopId } = this.#setting
    const reply: Reply = { ok: true, seq: seq + events.length - 1 }
    const answer = commandId === null ? null : { workshopId, personId: actor.personId, commandId, reply }
    return { workshopId, seq, events, answer }
  }

  async #storedReply({ actor, commandId }: Submission): Promise<Reply | null> {
    if (commandId === null) return null
    return this.#setting.log.reply(this.#setting.workshopId, actor.personId, commandId)
  }

  async #refuse({ actor, commandId }: Submission, { code, message }: Refusal): Promise<Reply> {
    const reply: Reply = { ok: false, code, message }
    if (commandId === null) return reply
    const { workshopId, log } = this.#setting
    return log.remember({ workshopId, personId: actor.personId, commandId, reply })
  }

  async #catchUp(): Promise<void> {
    const missed = await this.#setting.log.read(this.#setting.workshopId, this.#seq)
    if (missed.some(({ event }) => event.type === 'person.erased')) await this.#foldAnew()
    this.#isUnsure = false
    if (missed.length > 0) this.#commit(missed.map(({ event }) => event))
  }

  /** Another node has erased somebody: what was folded so far no longer stands in the log like that. */
  async #foldAnew(): Promise<void> {
    const stored = await this.#setting.log.read(this.#setting.workshopId, 0)
    const known = stored.slice(0, this.#seq).map(({ event }) => event)
    this.#workshop = emptyWorkshop
    this.#seq = 0
    this.#events = []
    this.#fold(known)
  }

  #commit(events: Event[]): void {
    const first = this.#seq + 1
    this.#fold(events)
    this.#setting.publish(first, events)
  }

  #fold(events: Event[]): void {
    this.#workshop = events.reduce(apply, this.#workshop)
    this.#seq += events.length
    for (const event of events) this.#events.push(event) // as arguments of one call they would be too many
    // Trimmed in one go now and then, not one by one.
    if (this.#events.length > 2 * keptEvents) this.#events = this.#events.slice(-keptEvents)
  }
}

/** Never stored: only to ask the rules whether a poll would open. */
const rehearsalKeys = (_: Opening, place: number): PollKeys => ({
  pollId: PollId.parse(String(place).padStart(32, '0')),
  pk: '0'.repeat(64),
  receiptPk: '0'.repeat(64),
})
