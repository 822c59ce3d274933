// Makes a tree of what concurrent edits left behind; every browser repairs alike, and nothing is written back.
import type { BoardRecord } from '#shared/board/document.ts'

/**
 * Honest edits can meet badly: two people reparent into each other at once (a cycle), or a parent goes while a child
 * moves in (an orphan). Of a cycle the smallest id is cut loose; what has no parent lies on the page; a binding without
 * both its ends is left out. Without a page nothing can be shown, and nothing is returned.
 */
export function repair(records: ReadonlyMap<string, BoardRecord>): Map<string, BoardRecord> {
  const pageId = firstPage(records)
  if (pageId === null) return new Map()
  const repaired = new Map<string, BoardRecord>()
  for (const [id, record] of records) {
    if (record.typeName === 'binding' && !(isShape(records, record.fromId) && isShape(records, record.toId)))
      continue
    if (record.typeName === 'shape' && !hasParent(records, record)) repaired.set(id, onPage(record, pageId))
    else repaired.set(id, record)
  }
  for (const id of cutsOf(repaired)) {
    const record = repaired.get(id)
    if (record) repaired.set(id, onPage(record, pageId))
  }
  return repaired
}

const onPage = (record: BoardRecord, pageId: string): BoardRecord => ({ ...record, parentId: pageId })

/** The page that everything lies on; null while there is none. */
export function firstPage(records: ReadonlyMap<string, BoardRecord>): string | null {
  let first: string | null = null
  for (const [id, { typeName }] of records) {
    if (typeName === 'page' && (first === null || id < first)) first = id
  }
  return first
}

function isShape(records: ReadonlyMap<string, BoardRecord>, id: unknown): boolean {
  return typeof id === 'string' && records.get(id)?.typeName === 'shape'
}

function hasParent(records: ReadonlyMap<string, BoardRecord>, { parentId }: BoardRecord): boolean {
  if (typeof parentId !== 'string') return false
  const typeName = records.get(parentId)?.typeName
  return typeName === 'shape' || typeName === 'page'
}

/** The smallest id of each cycle. Each shape is walked over once. */
function cutsOf(records: ReadonlyMap<string, BoardRecord>): string[] {
  const cuts: string[] = []
  const finished = new Set<string>()
  for (const [start, { parentId }] of records) {
    if (!isShape(records, parentId)) continue // most lie on the page, or are no shapes
    const path: string[] = []
    const onPath = new Set<string>()
    let id = start
    while (isShape(records, id) && !finished.has(id) && !onPath.has(id)) {
      path.push(id)
      onPath.add(id)
      id = String(records.get(id)?.parentId)
    }
    if (onPath.has(id)) {
      const cycle = path.slice(path.indexOf(id))
      cuts.push(cycle.toSorted()[0] ?? id)
    }
    for (const each of path) finished.add(each)
  }
  return cuts
}
