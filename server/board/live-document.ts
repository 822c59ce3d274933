// The board as a real Yjs document, made when somebody writes: it alone knows what an update does to the records.
import * as Y from 'yjs'
import { refused } from '#server/board/refusal.ts'
import type { Scan } from '#server/board/scan-update.ts'
import { covers } from '#server/board/state-vector.ts'
import { type BoardRecord, readRecord, recordsOf, rootNames } from '#shared/board/document.ts'
import { checkRecord } from '#shared/board/schema.ts'
import { isOwnShapeType, textProps } from '#shared/board/shapes.ts'

/**
 * Holds everything that is stored or about to be. After `take` has thrown, the document may hold a part of what it
 * refused: let it go and make a new one.
 */
export class LiveDocument {
  readonly #doc = new Y.Doc()
  /** Filled by the transaction under way. */
  #changed: ReadonlyMap<unknown, ReadonlySet<string | null>> | null = null

  constructor(updates: readonly Uint8Array[]) {
    for (const name of rootNames) this.#doc.getMap(name)
    this.#doc.transact(() => {
      for (const update of updates) Y.applyUpdate(this.#doc, update)
    })
    // Not the update event: it would encode every update once more.
    this.#doc.on('afterTransaction', (transaction: Y.Transaction) => {
      if (hasBrought(transaction)) this.#changed = transaction.changed
    })
  }

  /** Throws before anything happens where something that the update builds on, or deletes, does not exist. */
  checkComplete({ brings, needs }: Scan): void {
    const { store } = this.#doc
    for (const [clientId, { from }] of brings) {
      if (from > Y.getState(store, clientId)) throw missing()
    }
    for (const [clientId, clock] of needs) {
      if (clock > Math.max(Y.getState(store, clientId), brings.get(clientId)?.to ?? 0)) throw missing()
    }
  }

  /** Client ids from which the update has something new. */
  newFrom({ brings }: Scan): number[] {
    const known = (clientId: number) => Y.getState(this.#doc.store, clientId)
    return [...brings].filter(([clientId, { to }]) => to > known(clientId)).map(([clientId]) => clientId)
  }

  /** Applies a checked update. False when all of it was known: a resend. */
  take(update: Uint8Array): boolean {
    this.#changed = null
    this.#apply(update)
    // Structs that wait for each other in a circle exist and still never come in.
    if (this.#doc.store.pendingStructs || this.#doc.store.pendingDs) throw missing()
    if (!this.#changed) return false
    this.#checkRecords(this.#changed)
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

  #checkRecords(changed: ReadonlyMap<unknown, ReadonlySet<string | null>>): void {
    const records = recordsOf(this.#doc)
    const touched = new Set<string>()
    for (const [type, keys] of changed) {
      if (type === records) for (const key of keys) touched.add(nameOf(key))
      else if (type !== this.#doc.getMap('meta')) touched.add(this.#recordAround(type))
    }
    for (const id of touched) if (records.has(id)) checkEntry(id, records.get(id))
  }

  /** The id of the record that `type` is, or whose text it is. Deeper nesting is refused. */
  #recordAround(type: unknown): string {
    const records = recordsOf(this.#doc)
    const entry = type instanceof Y.Text ? type.parent : type
    if (!(entry instanceof Y.Map) || entry.parent !== records) throw misplaced()
    return nameOf(entry._item?.parentSub ?? null)
  }
}

function hasBrought({ deleteSet, beforeState, afterState }: Y.Transaction): boolean {
  return deleteSet.clients.size > 0 || !covers(beforeState, afterState)
}

function checkEntry(id: string, entry: unknown): void {
  const record = readRecord(entry)
  if (!record || record.id !== id) throw refused('This update writes something that is no record of a board.')
  const checked = checkRecord(withinLimits(record))
  if (!checked.ok) throw refused(`This update breaks a record: ${checked.reason}`)
}

// Two people may each keep to a text's limit and exceed it together: that is nobody's fault, and the browsers cut it.
const togetherAtMost = 4

function withinLimits(record: BoardRecord): BoardRecord {
  const { type, props } = record
  if (!isOwnShapeType(type) || typeof props !== 'object' || props === null) return record
  const cut = Object.entries(props).map(([prop, value]) => {
    const limit = textProps[type][prop]
    const isMerged =
      typeof value === 'string' && limit !== undefined && value.length <= limit * togetherAtMost
    return [prop, isMerged ? value.slice(0, limit) : value]
  })
  return { ...record, props: Object.fromEntries(cut) }
}

function nameOf(key: string | null): string {
  if (key === null) throw misplaced()
  return key
}

const missing = () =>
  refused('This update builds on something that the board does not have; load the board again.')
const misplaced = () => refused('This update writes outside the board’s records.')
