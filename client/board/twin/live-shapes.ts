// The board's document as shapes, kept up with every change: told at most once a frame, and at once after one's own.
import type * as Y from 'yjs'
import { type BoardRecord, metaOf, readRecord, readRecords, recordsOf } from '#shared/board/document.ts'
import { isBoardLocked, lockOver } from '#shared/board/locks.ts'
import { asOwnShape, isOwn } from '#shared/board/own-shapes.ts'
import { repair } from '#shared/board/repair.ts'
import { checkRecord } from '#shared/board/schema.ts'
import type { OwnShape } from '#shared/board/shapes.ts'

export type BoardNow = {
  /** Ours, by id. What has not changed is the same object as before. */
  shapes: ReadonlyMap<string, OwnShape>
  /** All of them, checked and repaired. */
  records: ReadonlyMap<string, BoardRecord>
  isLocked: boolean
  /** What others have changed, added or removed since the last time. */
  byOthers: ReadonlySet<string>
}

const nobody: ReadonlySet<string> = new Set()

export class LiveShapes {
  readonly #doc: Y.Doc
  readonly #checked = new Map<string, BoardRecord>()
  readonly #stale = new Set<string>()
  readonly #byOthers = new Set<string>()
  readonly #listeners = new Set<() => void>()
  #now: BoardNow
  #frame = 0

  constructor(doc: Y.Doc) {
    this.#doc = doc
    for (const [id, record] of readRecords(doc)) this.#read(id, record)
    this.#now = this.#compute()
    recordsOf(doc).observeDeep(this.#observe)
    metaOf(doc).observe(this.#schedule)
  }

  get now(): BoardNow {
    return this.#now
  }
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Takes in what has changed without waiting for the next frame. */
  refresh(): void {
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
    if (this.#stale.size === 0 && this.#now.isLocked === isBoardLocked(this.#doc)) return
    const records = recordsOf(this.#doc)
    for (const id of this.#stale) this.#read(id, readRecord(records.get(id)))
    this.#stale.clear()
    this.#now = this.#compute()
    for (const listener of this.#listeners) listener()
  }

  dispose(): void {
    cancelAnimationFrame(this.#frame)
    recordsOf(this.#doc).unobserveDeep(this.#observe)
    metaOf(this.#doc).unobserve(this.#schedule)
  }

  readonly #observe = (events: Y.YEvent<Y.AbstractType<unknown>>[], { local }: Y.Transaction) => {
    for (const { path, changes } of events) {
      const [id] = path
      for (const changed of typeof id === 'string' ? [id] : changes.keys.keys()) {
        this.#stale.add(changed)
        if (!local) this.#byOthers.add(changed)
      }
    }
    this.#schedule()
  }
  readonly #schedule = () => {
    this.#frame ||= requestAnimationFrame(() => this.refresh())
  }

  #read(id: string, record: BoardRecord | null): void {
    this.#checked.delete(id)
    if (record && record.id === id && checkRecord(record).ok) this.#checked.set(id, record)
  }

  #compute(): BoardNow {
    const records = repair(this.#checked)
    const shapes = new Map<string, OwnShape>()
    for (const [id, record] of records) if (isOwn(record)) shapes.set(id, asOwnShape(record))
    const byOthers = this.#byOthers.size > 0 ? new Set(this.#byOthers) : nobody
    this.#byOthers.clear()
    return { shapes, records, isLocked: isBoardLocked(this.#doc), byOthers }
  }
}

/** Locked itself, or in something that is; of the board as a whole `isLocked` says it. */
export const isHeld = (now: Pick<BoardNow, 'records'>, id: string): boolean => holderOf(now, id) !== null

/** The nearest locked record among this one and all that it lies in. */
export function holderOf({ records }: Pick<BoardNow, 'records'>, id: string): string | null {
  const ownerOf = (at: string) => {
    const record = records.get(at)
    const owner = record?.parentId ?? record?.fromId
    return typeof owner === 'string' ? owner : null
  }
  return lockOver(id, ownerOf, (at) => records.get(at)?.isLocked === true)
}
