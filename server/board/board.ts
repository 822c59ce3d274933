// One workshop's board while somebody is there: who is connected, what waits to be stored, what goes out this turn.
import * as Y from 'yjs'
import { Awaited } from '#server/board/awaited.ts'
import { type Contents, type TailEntry, tailEntry } from '#server/board/contents.ts'
import { cutUpdate } from '#server/board/cut-update.ts'
import { presenceFrame, storedFrame, syncStep1Frame } from '#server/board/frames.ts'
import { LiveDocument } from '#server/board/live-document.ts'
import { LockTimes } from '#server/board/locks.ts'
import { type Member, Outbox } from '#server/board/outbox.ts'
import { Presence } from '#server/board/presence.ts'
import type { PresenceEntry } from '#server/board/read-message.ts'
import { notYet } from '#server/board/refusal.ts'
import { isEmpty, type Scan } from '#server/board/scan-update.ts'
import { encodeStateVector, type StateVector } from '#server/board/state-vector.ts'
import type { BoardEntry } from '#server/storage/storage.ts'
import { closeCodes } from '#shared/board/protocol.ts'
import type { PersonId, WorkshopId } from '#shared/ids.ts'

/** One of the two is called: when it is durable, or when nobody can say whether it will be. */
export type Receipt = { saved: () => void; lost: () => void }

/** A checked update on its way into storage. `entry` is null for a resend: nothing to store, and still to be counted. */
type Edit = { member: Member | null; entry: TailEntry | null; receipt: Receipt }

export type BoardSetting = {
  /** Asks for a turn: something waits to be stored or to be sent. */
  wake: (board: Board) => void
  now: () => number
  /** What is missing may have been lost a moment ago, and whoever wrote it may be about to bring it again. */
  mayStillCome?: () => boolean
}

/** Without an edit to ride with, presence goes out at most this often: about 30 times a second. */
const presencePauseMs = 30

/**
 * The order is check, store, send on, acknowledge: `take` checks, `startWriting` and `finishWriting` stand around the
 * append of all boards, `flush` writes to the sockets, `finishSaving` acknowledges what is durable. What is not written is
 * seen by nobody.
 */
export class Board {
  readonly workshopId: WorkshopId
  readonly contents: Contents
  readonly #wake: (board: Board) => void
  readonly #now: () => number
  readonly #members = new Set<Member>()
  readonly #outbox = new Outbox()
  readonly #presence: Presence<Member>
  readonly #clientIds = new Map<PersonId, Set<number>>()
  readonly #lockTimes: LockTimes
  readonly #mayStillCome: () => boolean
  readonly #awaited = new Awaited()
  #live: LiveDocument | null = null
  #queued: Edit[] = []
  #writing: Edit[] = []
  /** Written and sent on, one list for each append that is not durable yet. */
  readonly #saving: Edit[][] = []
  #isAbandoned = false
  #nextSeq: number
  /** Epoch milliseconds of the last update, and of the moment since which nobody is here. */
  #lastWriteAt = 0
  #emptySince: number
  /** On the clock of `performance.now()`, which nobody sets back. */
  #presenceSentAt = Number.NEGATIVE_INFINITY
  #presenceTimer: NodeJS.Timeout | null = null

  constructor(workshopId: WorkshopId, contents: Contents, setting: BoardSetting) {
    this.workshopId = workshopId
    this.contents = contents
    this.#wake = setting.wake
    this.#now = setting.now
    this.#mayStillCome = setting.mayStillCome ?? (() => false)
    this.#presence = new Presence(setting.now)
    this.#lockTimes = new LockTimes(setting.now)
    this.#nextSeq = contents.lastSeq + 1
    this.#emptySince = setting.now()
  }

  get members(): ReadonlySet<Member> {
    return this.#members
  }
  /** Nothing of it waits: what is in memory is what is stored. */
  get isQuiet(): boolean {
    return this.#queued.length + this.#writing.length + this.#saving.length === 0
  }
  get isAbandoned(): boolean {
    return this.#isAbandoned
  }
  get hasQueued(): boolean {
    return this.#queued.length > 0
  }
  /** True before the first contents, stored or on their way. */
  get isBlank(): boolean {
    return this.contents.isEmpty && this.isQuiet
  }
  msSinceWrite(): number {
    return this.#now() - this.#lastWriteAt
  }
  /** 0 while anybody is connected. */
  msEmpty(): number {
    return this.#members.size > 0 ? 0 : this.#now() - this.#emptySince
  }

  /** What has been shown to be theirs; grows as they show more. Forgotten with the board: storage keeps who is who. */
  clientIdsOf(personId: PersonId): Set<number> {
    const known = this.#clientIds.get(personId) ?? new Set<number>()
    this.#clientIds.set(personId, known)
    return known
  }

  /** Greets a browser: it answers with what the server does not have. */
  join(member: Member): void {
    this.#members.add(member)
    member.send([syncStep1Frame(encodeStateVector(this.contents.vector))])
  }

  leave(member: Member): void {
    if (!this.#members.delete(member)) return
    this.#outbox.forget(member)
    this.#awaited.forget(member)
    const { clientId } = member
    const farewell = clientId === null ? null : this.#presence.withdraw(member, clientId)
    if (clientId !== null && farewell) this.#publishPresence(clientId, farewell, null)
    if (this.#members.size === 0) this.#emptySince = this.#now()
  }

  /** Brings a browser up to date; from here on it gets everything. */
  answer(member: Member, vector: StateVector): void {
    // What went out of storage this turn is in the answer already; the others get it first, so that nobody gets it twice.
    this.flush()
    member.sendAnswer(this.contents.answer(vector))
    if (member.isSynced) return
    member.isSynced = true
    this.showPresence(member)
  }

  /** At the end of the turn: by then the browser has usually said which presence is its own. */
  showPresence(member: Member): void {
    this.#outbox.addNewcomer(member)
    this.#wake(this)
  }

  /** `member.clientId` must be its own by now. */
  putPresence(member: Member, entry: PresenceEntry): void {
    const bytes = this.#presence.put(member, member.personId, entry)
    if (bytes) this.#publishPresence(entry.clientId, bytes, member)
  }

  /** Whether everything that `scan` builds on is here. */
  isComplete(scan: Scan): boolean {
    return this.#liveDocument().isComplete(scan)
  }

  /** Client ids from which `scan` has something new. */
  newFrom(scan: Scan): number[] {
    return scan.brings.size === 0 ? [] : this.#liveDocument().newFrom(scan)
  }

  /** Throws a `FrameRefusal` where `scan` builds on what is not there. */
  checkComplete(scan: Scan): void {
    if (isEmpty(scan)) return
    if (this.#mayStillCome() && !this.isComplete(scan)) throw onItsWay()
    this.#liveDocument().checkComplete(scan)
  }

  /** `update`, as the answer of `member`, without what these clients wrote: they bring it themselves. */
  leaveOut(member: Member, update: Uint8Array, clientIds: readonly number[]): Uint8Array {
    const without = new Set(clientIds)
    this.#awaited.expect(member, without)
    return cutUpdate(update, { without, known: this.#liveDocument().known(without) })
  }

  /** Queues an update for storage; `member` is null for the server's own. Throws a `FrameRefusal`. */
  take(member: Member | null, update: Uint8Array, scan: Scan, receipt: Receipt): void {
    const mayLock = member === null || member.mayLock
    const isNew = !isEmpty(scan) && this.#apply(update, scan, mayLock)
    const entry = isNew ? tailEntry(this.#nextSeq++, update, scan) : null
    this.#queued.push({ member, entry, receipt })
    this.#wake(this)
  }

  /** What `change` writes on top of all that is stored or about to be: an update for each of its transactions. */
  edit(change: (doc: Y.Doc) => void): Uint8Array[] {
    const doc = new Y.Doc() // of a client id of its own, which nobody has seen
    doc.transact(() => {
      for (const update of this.#everything()) Y.applyUpdate(doc, update)
    })
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    change(doc)
    doc.destroy()
    return updates
  }

  startWriting(): BoardEntry[] {
    this.#writing = this.#queued
    this.#queued = []
    return entriesOf(this.#writing).map(({ seq, update }) => ({ workshopId: this.workshopId, seq, update }))
  }

  finishWriting(): void {
    const edits = this.#writing
    this.#writing = []
    this.#saving.push(edits)
    const entries = entriesOf(edits)
    this.contents.append(entries)
    if (entries.length > 0) this.#lastWriteAt = this.#now()
    for (const { member, entry } of edits) if (entry) this.#outbox.add(entry.frame, member)
    for (const member of this.#awaited.endedBy(entries)) {
      member.close(closeCodes.restarting, 'A change that was missing has come; the board is synced again.')
    }
  }

  /** Of the oldest append that is not durable yet. */
  finishSaving(): void {
    for (const { receipt } of this.#saving.shift() ?? []) receipt.saved()
    this.#wake(this)
  }

  /** Says how many of its update frames are durable, with this turn's write. */
  acknowledge(member: Member, count: number): void {
    this.#outbox.acknowledge(member, storedFrame(count))
  }

  /** One write per socket, the sender's own bytes left out. */
  flush(): void {
    const withPresence = this.#outbox.hasPresence && (this.#outbox.hasEdits || this.#presenceWaitMs() === 0)
    if (withPresence) this.#presenceSentAt = performance.now()
    this.#outbox.flush(this.#members, { greeting: this.#greeting, withPresence })
  }

  /** Nobody has written for a while: the bytes are enough. */
  releaseLiveDocument(): void {
    if (this.isQuiet) this.#live = null
  }

  /** Memory and storage may differ: everybody comes back to a board read anew, and sends what was not acknowledged. */
  abandon(): void {
    const edits = [...this.#saving.flat(), ...this.#writing, ...this.#queued]
    this.#isAbandoned = true
    this.#saving.length = 0
    this.#writing = []
    this.#queued = []
    this.closeMembers('The last changes could not be stored; they are sent again.')
    for (const { receipt } of edits) receipt.lost()
  }

  closeMembers(sentence: string): void {
    for (const member of [...this.#members]) member.close(closeCodes.restarting, sentence)
  }

  readonly #greeting = (member: Member): Buffer | null => {
    const entries = this.#presence.except(member.clientId)
    return entries.length > 0 ? presenceFrame(entries) : null
  }

  #publishPresence(clientId: number, bytes: Uint8Array, from: Member | null): void {
    this.#outbox.putPresence(clientId, presenceFrame([bytes]), from)
    this.#schedulePresence()
  }

  // A write costs the same for a cursor as for an edit, and there may be more cursors: they ride with the next edit.
  #schedulePresence(): void {
    const waitMs = this.#presenceWaitMs()
    if (waitMs === 0) this.#wake(this)
    else this.#presenceTimer ??= setTimeout(this.#sendPresence, waitMs).unref()
  }

  readonly #sendPresence = (): void => {
    this.#presenceTimer = null
    // What waited may have gone already, and more has come since.
    if (this.#outbox.hasPresence) this.#schedulePresence()
  }

  #presenceWaitMs(): number {
    return Math.max(0, Math.ceil(this.#presenceSentAt + presencePauseMs - performance.now()))
  }

  #apply(update: Uint8Array, scan: Scan, mayLock: boolean): boolean {
    const live = this.#liveDocument()
    this.checkComplete(scan)
    try {
      return live.take(update, mayLock)
    } catch (error) {
      this.#live = null
      throw error
    }
  }

  #liveDocument(): LiveDocument {
    this.#live ??= new LiveDocument(this.#everything(), this.#lockTimes)
    return this.#live
  }

  #everything(): Uint8Array[] {
    const waiting = entriesOf([...this.#writing, ...this.#queued]).map(({ update }) => update)
    return [...this.contents.updates(), ...waiting]
  }
}

const onItsWay = () =>
  notYet('This builds on a change that its author has yet to send again; come back in a moment.')

const entriesOf = (edits: readonly Edit[]): TailEntry[] =>
  edits.flatMap(({ entry }) => (entry ? [entry] : []))
