// The board as a real Yjs document, made when somebody writes: it alone knows what an update does to the records.
import type { TLRecord } from '@tldraw/tlschema'
import * as Y from 'yjs'
import { type Changed, Locks, LockTimes } from '#server/board/locks.ts'
import { refused } from '#server/board/refusal.ts'
import type { Scan } from '#server/board/scan-update.ts'
import { covers, type StateVector } from '#server/board/state-vector.ts'
import { type BoardRecord, metaOf, type RecordEntry, readRecord, recordsOf } from '#shared/board/document.ts'
import { checkRecord } from '#shared/board/schema.ts'
import { isOwnShapeType, textProps } from '#shared/board/shapes.ts'

/**
 * Holds everything that is stored or about to be. After `take` has thrown, the document may hold a part of what it
 * refused: let it go and make a new one.
 */
export class LiveDocument {
  readonly #doc = new Y.Doc()
  readonly #records = recordsOf(this.#doc)
  readonly #meta = metaOf(this.#doc)
  /** As they were when they were last checked, so that only what has changed since is checked. */
  readonly #checked = new Map<string, TLRecord>()
  /** Filled by the transaction under way. */
  #changed: Changed | null = null
  readonly #locks: Locks

  /** `lockTimes` outlive the document. */
  constructor(updates: readonly Uint8Array[], lockTimes = new LockTimes(Date.now)) {
    this.#doc.transact(() => {
      for (const update of updates) Y.applyUpdate(this.#doc, update)
    })
    this.#locks = new Locks(this.#records, this.#meta, lockTimes)
    // Not the update event: it would encode every update once more.
    this.#doc.on('afterTransaction', (transaction: Y.Transaction) => {
      if (hasBrought(transaction)) this.#changed = transaction.changed
    })
  }

  /** False where something that the update builds on, or deletes, does not exist. */
  isComplete({ brings, needs }: Scan): boolean {
    const { store } = this.#doc
    for (const [clientId, { from }] of brings) {
      if (from > Y.getState(store, clientId)) return false
    }
    for (const [clientId, clock] of needs) {
      if (clock > Math.max(Y.getState(store, clientId), brings.get(clientId)?.to ?? 0)) return false
    }
    return true
  }

  /** Throws before anything happens. */
  checkComplete(scan: Scan): void {
    if (!this.isComplete(scan)) throw missing()
  }

  /** How many structs of each of these clients are there. */
  known(clientIds: Iterable<number>): StateVector {
    return new Map([...clientIds].map((clientId) => [clientId, Y.getState(this.#doc.store, clientId)]))
  }

  /** Client ids from which the update has something new. */
  newFrom({ brings }: Scan): number[] {
    const known = (clientId: number) => Y.getState(this.#doc.store, clientId)
    return [...brings].filter(([clientId, { to }]) => to > known(clientId)).map(([clientId]) => clientId)
  }

  /** Applies a checked update of somebody who may lock, or not. False when all of it was known: a resend. */
  take(update: Uint8Array, mayLock = false): boolean {
    this.#changed = null
    this.#apply(update)
    // Structs that wait for each other in a circle exist and still never come in.
    if (this.#doc.store.pendingStructs || this.#doc.store.pendingDs) throw missing()
    if (!this.#changed) return false
    this.#checkRecords(this.#changed)
    this.#locks.take(this.#changed, mayLock)
    return true
  }

  // What passed the scan and still makes Yjs throw (a tower of types exhausts the stack) was built to do so.
  #apply(update: Uint8Array): void {
    try {
      Y.applyUpdate(this.#doc, update)
    } catch (error) {
      throw refused(
        `This update cannot be applied: ${error instanceof Error ? error.message : String(error)}`,
      )
    }
  }

  #checkRecords(changed: Changed): void {
    const touched = new Set<string>()
    for (const [type, keys] of changed) {
      if (type === this.#records) for (const key of keys) touched.add(nameOf(key))
      else if (type !== this.#meta) touched.add(this.#recordAround(type))
    }
    for (const id of touched) {
      if (this.#records.has(id)) {
        this.#checked.set(id, checkEntry(id, this.#records.get(id), this.#checked.get(id)))
      } else {
        this.#checked.delete(id)
      }
    }
  }

  /** The id of the record that `type` is, or whose text it is. Deeper nesting is refused. */
  #recordAround(type: unknown): string {
    const entry = type instanceof Y.Text ? type.parent : type
    if (!(entry instanceof Y.Map) || entry.parent !== this.#records) throw misplaced()
    return nameOf(entry._item?.parentSub ?? null)
  }
}

function hasBrought({ deleteSet, beforeState, afterState }: Y.Transaction): boolean {
  return deleteSet.clients.size > 0 || !covers(beforeState, afterState)
}

function checkEntry(id: string, entry: unknown, before: TLRecord | undefined): TLRecord {
  const record = readRecord(entry)
  if (!(entry instanceof Y.Map) || !record || record.id !== id) {
    throw refused('This update writes something that is no record of a board.')
  }
  checkTexts(entry, record)
  const checked = checkRecord(record, before)
  if (!checked.ok) throw refused(`This update breaks a record: ${checked.reason}`)
  return checked.record
}

// Two people may each keep to a text's limit and exceed it together: that is nobody's fault, and every reader cuts it.
const togetherAtMost = 4

function checkTexts(entry: RecordEntry, { type }: BoardRecord): void {
  if (!isOwnShapeType(type)) return
  for (const [prop, limit] of Object.entries(textProps[type])) {
    const text = entry.get(`p.${prop}`)
    const isFlooded =
      (text instanceof Y.Text || typeof text === 'string') && text.length > limit * togetherAtMost
    if (isFlooded) throw refused('This update makes a text far longer than it may be.')
  }
}

function nameOf(key: string | null): string {
  if (key === null) throw misplaced()
  return key
}

const missing = () =>
  refused('This update builds on something that the board does not have; load the board again.')
const misplaced = () => refused('This update writes outside the board’s records.')
