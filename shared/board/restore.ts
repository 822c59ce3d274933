// Makes a board's document say what it said before, as an edit: what others do meanwhile merges with it.
import type * as Y from 'yjs'
import {
  addRecord,
  type BoardRecord,
  changeRecord,
  type RecordEntry,
  readRecords,
  recordsOf,
} from '#shared/board/document.ts'
import { checkRecord } from '#shared/board/schema.ts'

/** Characters of JSON in one transaction: far below the greatest update, whatever Yjs makes of it. */
const mostPerStep = 64 * 1024
/** Also what is small has its price. */
const leastPerRecord = 300

/**
 * Writes the difference between the document and `target`, in as many transactions as keep each of them small. Parents
 * come before their children and go after them, so that no step leaves an orphan.
 */
export function restoreRecords(doc: Y.Doc, target: ReadonlyMap<string, BoardRecord>): void {
  const wanted = new Map([...target].filter(([, record]) => checkRecord(record).ok))
  const present = readRecords(doc)
  const steps = [
    ...parentsFirst(wanted)
      .filter(({ id }) => !present.has(id))
      .map((record) => adding(record)),
    ...[...wanted.values()].flatMap((record) => {
      const before = present.get(record.id)
      return before ? [changing(before, record)] : []
    }),
    ...parentsFirst(present)
      .filter(({ id }) => !wanted.has(id))
      .reverse()
      .map(({ id }) => removing(id)),
  ]
  const records = recordsOf(doc)
  for (let at = 0; at < steps.length; ) {
    doc.transact(() => {
      for (let cost = 0; cost < mostPerStep && at < steps.length; at++) cost += steps[at]?.(records) ?? 0
    })
  }
}

/** Does its part and says what it cost. */
type Step = (records: Y.Map<RecordEntry>) => number

const adding =
  (record: BoardRecord): Step =>
  (records) => {
    addRecord(records, record)
    return costOf(record)
  }

const removing =
  (id: string): Step =>
  (records) => {
    records.delete(id)
    return leastPerRecord
  }

const changing =
  (before: BoardRecord, after: BoardRecord): Step =>
  (records) => {
    const entry = records.get(after.id)
    if (JSON.stringify(before) === JSON.stringify(after)) return 0
    // What makes a record that record is written once: another kind of thing under the same id is another one.
    if (!entry || before.typeName !== after.typeName || before.type !== after.type) addRecord(records, after)
    else changeRecord(entry, before, after)
    return costOf(after)
  }

const costOf = (record: BoardRecord): number => leastPerRecord + JSON.stringify(record).length

function parentsFirst(records: ReadonlyMap<string, BoardRecord>): BoardRecord[] {
  const depths = new Map<string, number>()
  const depthOf = (id: string, path: ReadonlySet<string>): number => {
    const known = depths.get(id)
    if (known !== undefined) return known
    const parentId = records.get(id)?.parentId
    // Two people can have moved two shapes into each other.
    const isRoot = typeof parentId !== 'string' || !records.has(parentId) || path.has(parentId)
    const depth = isRoot ? 0 : 1 + depthOf(parentId, new Set([...path, id]))
    depths.set(id, depth)
    return depth
  }
  const isBinding = ({ typeName }: BoardRecord) => (typeName === 'binding' ? 1 : 0)
  return [...records.values()]
    .map((record) => ({ record, depth: depthOf(record.id, new Set([record.id])) }))
    .sort((one, other) => isBinding(one.record) - isBinding(other.record) || one.depth - other.depth)
    .map(({ record }) => record)
}
