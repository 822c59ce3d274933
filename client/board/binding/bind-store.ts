// Keeps a tldraw store and a board document equal: local changes go into the document, everyone else's come out of it.
import type { UnknownRecord } from '@tldraw/store'
import type { TLRecord, TLStore } from '@tldraw/tlschema'
import type * as Y from 'yjs'
import { inParts } from '#client/board/binding/in-parts.ts'
import { localOrigin, quietOrigin } from '#client/board/binding/origins.ts'
import {
  addRecord,
  type BoardRecord,
  changeRecord,
  readRecord,
  readRecords,
  recordsOf,
} from '#shared/board/document.ts'
import { repair } from '#shared/board/repair.ts'
import { checkRecord } from '#shared/board/schema.ts'

export type Binding = {
  /** Writes what is held back at once: before an undo step ends, when the pointer comes up, when the page goes. */
  flush(): void
  /** What `act` changes is written, and is nothing to undo. */
  quietly(act: () => void): void
  /** `listener` is called between the parts in which a large change is written: they are one step all the same. */
  onPart(listener: () => void): void
  dispose(): void
}
type Options = {
  doc: Y.Doc
  store: TLStore
  /** A record that the schema refuses is left out of the store; the rest goes on. */
  onBadRecord: (id: string, reason: string) => void
  /** True while something is being dragged: its way is then written a few times a second only. */
  isDragging?: () => boolean
}

/** While something is dragged: this often it is written, and less often the more it is, or a document swells with places. */
const dragIntervalMs = 80
const dragIntervalPerRecordMs = 8
const documentTypes = ['document', 'page', 'shape', 'binding', 'asset'] as const

export function bindStore({ doc, store, onBadRecord, isDragging = () => false }: Options): Binding {
  const records = recordsOf(doc)
  /** As the document has them, checked, before repair. */
  const checked = new Map<string, BoardRecord>()
  /** What store and document last agreed on; the difference to the store is what this person has done since. */
  const agreed = new Map<string, TLRecord>()
  const dirty = new Set<string>()
  const partListeners = new Set<() => void>()
  let isApplying = false
  let origin = localOrigin
  let timer: ReturnType<typeof setTimeout> | undefined

  const read = (id: string, record: BoardRecord | null) => {
    checked.delete(id)
    if (!record || record.id !== id) return
    const check = checkRecord(record)
    if (check.ok) checked.set(id, record)
    else onBadRecord(id, check.reason)
  }

  /** Puts the named records into the store; `all` when the tree itself may have changed. */
  const apply = (ids: ReadonlySet<string>, isTreeChanged: boolean) => {
    const put: TLRecord[] = []
    const removed: TLRecord['id'][] = []
    const take = (id: string, record: BoardRecord | undefined) => {
      const before = agreed.get(id)
      if (!record) {
        agreed.delete(id)
        if (before) removed.push(before.id)
        return
      }
      const known = asRecord(record)
      agreed.set(id, known)
      // What is held back is a place, and stays under the pointer.
      put.push(dirty.has(id) ? withPlaceOf(known, store.get(known.id)) : known)
    }
    if (isTreeChanged) {
      const tree = repair(checked)
      for (const id of [...agreed.keys()]) if (!tree.has(id)) take(id, undefined)
      for (const [id, record] of tree) if (ids.has(id) || isMoved(agreed.get(id), record)) take(id, record)
    } else {
      // A repaired record keeps the parent that the repair gave it: only the tree decides about that.
      for (const id of ids) take(id, withParentOf(agreed.get(id), checked.get(id)))
    }
    // What tldraw's own handlers do meanwhile follows from what has come, and every browser does the same: not echoed.
    isApplying = true
    try {
      store.mergeRemoteChanges(() => {
        store.remove(removed)
        store.put(put)
      })
    } finally {
      isApplying = false
    }
  }

  const observe = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) => {
    if (transaction.origin === localOrigin || transaction.origin === quietOrigin) return
    const ids = new Set<string>()
    for (const event of events) {
      const [id] = event.path
      if (typeof id === 'string') ids.add(id)
      else for (const key of event.changes.keys.keys()) ids.add(key)
    }
    const isTreeChanged = [...ids].filter((id) => {
      const before = checked.get(id)
      read(id, readRecord(records.get(id)))
      const after = checked.get(id)
      return !before || !after || before.parentId !== after.parentId
    })
    if (![...dirty].every(isOnlyMoved)) flush()
    apply(ids, isTreeChanged.length > 0)
  }

  /** By this person, and within the parent that it still has: only that can wait while changes of others come in. */
  const isOnlyMoved = (id: string): boolean => {
    const now = storeRecord(id)
    const before = agreed.get(id)
    const others = checked.get(id)
    if (now?.typeName !== 'shape' || before?.typeName !== 'shape') return false
    if (others && others.parentId !== before.parentId) return false
    return areShallowEqual(withPlaceOf(before, now), now)
  }

  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    if (dirty.size === 0) return
    const changed = [...dirty].map((id) => ({ id, before: agreed.get(id), now: storeRecord(id) }))
    dirty.clear()
    const parts = inParts(changed)
    for (const [at, part] of parts.entries()) {
      doc.transact(() => {
        for (const { id } of part) writeBack(id)
      }, origin)
      if (at < parts.length - 1 && origin === localOrigin) for (const tell of partListeners) tell()
    }
  }

  const storeRecord = (id: string) => store.get(id as TLRecord['id']) // any record's id

  const writeBack = (id: string) => {
    const now = storeRecord(id)
    const before = agreed.get(id)
    const entry = records.get(id)
    if (!now) records.delete(id)
    else if (!before) addRecord(records, { ...now })
    // What somebody else has deleted meanwhile is not brought back by being moved.
    else if (entry && now !== before) changeRecord(entry, { ...before }, { ...now })
    if (now) agreed.set(id, now)
    else agreed.delete(id)
    read(id, readRecord(records.get(id)))
  }

  const mark = ({ id }: UnknownRecord) => {
    if (!isApplying) dirty.add(id)
  }
  const stops = documentTypes.flatMap((type) => [
    store.sideEffects.registerAfterCreateHandler(type, mark),
    store.sideEffects.registerAfterChangeHandler(type, mark),
    store.sideEffects.registerAfterDeleteHandler(type, mark),
  ])
  stops.push(
    store.sideEffects.registerOperationCompleteHandler(() => {
      if (dirty.size === 0 || isApplying) return
      if (isDragging())
        timer ??= setTimeout(flush, Math.max(dragIntervalMs, dirty.size * dragIntervalPerRecordMs))
      else flush()
    }),
  )

  for (const [id, record] of readRecords(doc)) read(id, record)
  apply(new Set(checked.keys()), true)
  records.observeDeep(observe)

  return {
    flush,
    quietly(act) {
      flush()
      origin = quietOrigin
      try {
        act()
        flush()
      } finally {
        origin = localOrigin
      }
    },
    onPart(listener) {
      partListeners.add(listener)
    },
    dispose() {
      flush()
      records.unobserveDeep(observe)
      for (const stop of stops) stop()
    },
  }
}

const isMoved = (known: TLRecord | undefined, record: BoardRecord): boolean =>
  !known || ('parentId' in known && known.parentId !== record.parentId)

function withParentOf(known: TLRecord | undefined, record: BoardRecord | undefined): BoardRecord | undefined {
  return record && known && 'parentId' in known ? { ...record, parentId: known.parentId } : record
}

function withPlaceOf(record: TLRecord, mine: TLRecord | undefined): TLRecord {
  if (mine?.typeName !== 'shape' || record.typeName !== 'shape') return record
  const { index, x, y, rotation } = mine
  return { ...record, index, x, y, rotation }
}

function areShallowEqual(one: object, other: object): boolean {
  const entries = new Map(Object.entries(one))
  const others = Object.entries(other)
  return others.length === entries.size && others.every(([key, value]) => Object.is(entries.get(key), value))
}

// `checkRecord` has said yes to it.
const asRecord = (record: BoardRecord): TLRecord => record as unknown as TLRecord
