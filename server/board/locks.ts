// What is locked on one board, and what that forbids: only facilitators lock and unlock, and change what is locked.
import * as Y from 'yjs'
import { refused } from '#server/board/refusal.ts'
import type { RecordEntry } from '#shared/board/document.ts'
import { boardLockKey, hasLock, lockOver, ownerOf } from '#shared/board/locks.ts'
import { lockRefusals } from '#shared/board/protocol.ts'

/**
 * An edit that was under way when a lock was set still comes in, or honest people would be sent away for typing. Long
 * enough for a drag's last step and a slow mobile network; who was offline longer than this is told.
 */
export const lockGraceMs = 5000

/** Stands for the whole board among the ids of records, which all have a colon. */
const wholeBoard = 'board'

/** When each lock was set, by this server's clock. It outlives the live document; a lock it does not know is old. */
export class LockTimes {
  readonly #setAt = new Map<string, number>()
  readonly #now: () => number

  constructor(now: () => number) {
    this.#now = now
  }

  set(id: string): void {
    this.#setAt.set(id, this.#now())
  }
  forget(id: string): void {
    this.#setAt.delete(id)
  }
  isInForce(id: string): boolean {
    const setAt = this.#setAt.get(id)
    return setAt === undefined || this.#now() - setAt > lockGraceMs
  }
}

/** What a transaction changed, as Yjs says it. */
export type Changed = ReadonlyMap<unknown, ReadonlySet<string | null>>

export class Locks {
  readonly #records: Y.Map<RecordEntry>
  readonly #meta: Y.Map<unknown>
  readonly #times: LockTimes
  /** Ids of locked records as of the last update that was taken; `wholeBoard` among them. */
  readonly #locked = new Set<string>()
  /** Who lies in whom as of then: an update may take a record out of what is locked. Kept while anything is. */
  readonly #owners = new Map<string, string | null>()

  constructor(records: Y.Map<RecordEntry>, meta: Y.Map<unknown>, times: LockTimes) {
    this.#records = records
    this.#meta = meta
    this.#times = times
    for (const [id, entry] of records.entries()) if (hasLock(entry)) this.#locked.add(id)
    if (this.#isBoardLocked) this.#locked.add(wholeBoard)
    if (this.#locked.size > 0) this.#noteOwners(records.keys())
  }

  /** Call when the update is in the document. Throws a `FrameRefusal` where its author may not do that. */
  take(changed: Changed, mayLock: boolean): void {
    const wasFree = this.#locked.size === 0
    if (wasFree && !this.#touchesLock(changed)) return
    const ids = this.#recordsIn(changed)
    if (!mayLock) this.#check(changed, ids)
    for (const id of ids) this.#note(id, hasLock(this.#records.get(id)))
    this.#note(wholeBoard, this.#isBoardLocked)
    if (this.#locked.size === 0) this.#owners.clear()
    else this.#noteOwners(wasFree ? this.#records.keys() : ids)
  }

  get #isBoardLocked(): boolean {
    return this.#meta.get(boardLockKey) === true
  }

  /** Asked of every update while nothing is locked: it looks at names of keys only. */
  #touchesLock(changed: Changed): boolean {
    for (const [type, keys] of changed) {
      if (type === this.#meta) {
        if (keys.has(boardLockKey)) return true
      } else if (type === this.#records) {
        for (const id of keys) if (id !== null && hasLock(this.#records.get(id))) return true
      } else if (keys.has('f.isLocked') || keys.has('$')) return true
    }
    return false
  }

  #check(changed: Changed, ids: ReadonlySet<string>): void {
    if (changed.get(this.#meta)?.has(boardLockKey)) throw onlyFacilitators()
    for (const id of ids) {
      const entry = this.#records.get(id)
      // Who deletes a record does not unlock it: that is an edit, and has the time of one.
      if (entry !== undefined && hasLock(entry) !== this.#locked.has(id)) throw onlyFacilitators()
    }
    if (this.#locked.has(wholeBoard) && this.#times.isInForce(wholeBoard)) throw boardLocked()
    const removed = new Set<string>()
    for (const id of ids) {
      if (this.#isHeld(id, this.#ownerBefore) || this.#isHeld(id, this.#ownerNow)) throw partLocked()
      if (!this.#records.has(id)) removed.add(id)
    }
    // Without what it lies in, a locked record would lie somewhere else.
    if (removed.size > 0 && this.#liesInOneOf(removed)) throw partLocked()
  }

  #isHeld(id: string, ownerOfId: (id: string) => string | null): boolean {
    const inForce = (at: string) => this.#locked.has(at) && this.#times.isInForce(at)
    return lockOver(id, ownerOfId, inForce) !== null
  }

  #liesInOneOf(removed: ReadonlySet<string>): boolean {
    const isRemoved = (at: string) => removed.has(at)
    for (const id of this.#locked) {
      if (this.#times.isInForce(id) && lockOver(id, this.#ownerBefore, isRemoved) !== null) return true
    }
    return false
  }

  readonly #ownerBefore = (id: string): string | null => this.#owners.get(id) ?? null
  readonly #ownerNow = (id: string): string | null => ownerOf(this.#records.get(id))

  #note(id: string, isLocked: boolean): void {
    if (isLocked === this.#locked.has(id)) return
    if (isLocked) {
      this.#locked.add(id)
      this.#times.set(id)
    } else {
      this.#locked.delete(id)
      this.#times.forget(id)
    }
  }

  #noteOwners(ids: Iterable<string>): void {
    for (const id of ids) {
      const entry = this.#records.get(id)
      if (entry === undefined) this.#owners.delete(id)
      else this.#owners.set(id, ownerOf(entry))
    }
  }

  /** Records that were added, changed or removed; what is nested elsewhere has been refused before. */
  #recordsIn(changed: Changed): Set<string> {
    const ids = new Set<string>()
    for (const [type, keys] of changed) {
      if (type === this.#meta) continue
      if (type === this.#records) {
        for (const id of keys) if (id !== null) ids.add(id)
      } else {
        const entry = type instanceof Y.Text ? type.parent : type
        const id = entry instanceof Y.Map ? entry._item?.parentSub : null
        if (typeof id === 'string') ids.add(id)
      }
    }
    return ids
  }
}

const onlyFacilitators = () => refused(lockRefusals.notYours)
const boardLocked = () => refused(lockRefusals.board)
const partLocked = () => refused(lockRefusals.part)
