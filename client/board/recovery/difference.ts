// What somebody had on the board and the server has not: found in the documents themselves, whatever others did since.
import * as Y from 'yjs'
import { type BoardRecord, type RecordEntry, readRecord, recordsOf } from '#shared/board/document.ts'
import { isLockedIn } from '#shared/board/locks.ts'
import { checkRecord } from '#shared/board/schema.ts'
import { isOwnShapeType, textProps } from '#shared/board/shapes.ts'

/**
 * `record` is how it would be on the stored board; null is a record that goes. `isGood`: the board can take it. `isMove`: only
 * its place is another, as of all cards below one that grows.
 */
export type Change = { id: string; record: BoardRecord | null; isGood: boolean; isMove: boolean }

/** `mine` holds changes that `stored` lacks. Nothing is written. */
export function differenceOf(stored: Y.Doc, mine: Y.Doc): Change[] {
  return [...touchedIn(mine, stored), ...removedIn(mine, stored)].flatMap(
    (id) => changeOf(id, stored, mine) ?? [],
  )
}

function changeOf(id: string, stored: Y.Doc, mine: Y.Doc): Change | null {
  const entry = recordsOf(stored).get(id)
  const ownEntry = recordsOf(mine).get(id)
  const own = readRecord(ownEntry)
  if (!ownEntry) return entry ? { id, record: null, isGood: !isLockedIn(stored, id), isMove: false } : null
  if (!own) return { id, record: null, isGood: false, isMove: false }
  // What somebody has deleted since stays deleted.
  const isDeleted = !entry && recordsOf(stored)._map.has(id)
  const record = entry ? merged(entry, ownEntry, { stored, mine }) : own
  if (!record) return null
  const isGood = record.id === id && !isDeleted && checkRecord(record).ok && !isLockedIn(stored, id)
  const isMove = entry !== undefined && isOnlyMoved(readRecord(entry), record)
  return { id, record, isGood: isGood && !isLockedIn(stored, String(record.parentId)), isMove }
}

const besidesPlace = ['parentId', 'props', 'meta', 'isLocked', 'opacity'] as const
function isOnlyMoved(before: BoardRecord | null, after: BoardRecord): boolean {
  const same = (field: string) => JSON.stringify(before?.[field]) === JSON.stringify(after[field])
  return after.typeName === 'shape' && besidesPlace.every(same)
}

/** The stored record with what is changed in one's own. */
function merged(
  entry: RecordEntry,
  own: RecordEntry,
  docs: { stored: Y.Doc; mine: Y.Doc },
): BoardRecord | null {
  const [theirs, mine] = [readRecord(entry), readRecord(own)]
  if (!theirs || !mine) return null
  const next = { ...theirs, props: { ...fieldsOf(theirs.props) }, meta: { ...fieldsOf(theirs.meta) } }
  for (const [key, item] of own._map) {
    const [kind, name] = [key.slice(0, 2), key.slice(2)]
    const text = own.get(key)
    if (text instanceof Y.Text) {
      const now = mergedText(entry.get(key), text, docs)
      if (now !== null) next.props[name] = now
    } else if (!isKnown(item.id, docs.stored)) {
      if (key === 'place')
        for (const field of ['parentId', 'index', 'x', 'y', 'rotation'])
          Object.assign(next, { [field]: mine[field] })
      else if (kind === 'p.') next.props[name] = fieldsOf(mine.props)[name]
      else if (kind === 'm.') next.meta[name] = fieldsOf(mine.meta)[name]
      else if (kind === 'f.') Object.assign(next, { [name]: mine[name] })
    }
  }
  return cut(next)
}

/** Null where nothing of it is new. Where others have typed in it since, one's own words follow on a line of their own. */
function mergedText(
  theirs: unknown,
  mine: Y.Text,
  { stored, mine: own }: { stored: Y.Doc; mine: Y.Doc },
): string | null {
  const says = mine.toString()
  if (!(theirs instanceof Y.Text)) return says
  if (!hasNews(mine, stored) && !hasDeleted(theirs, own)) return null
  return hasNews(theirs, own) ? `${theirs.toString()}\n${says}` : says
}

const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {} // just checked

/** Two texts together can be longer than one may be. */
function cut(record: BoardRecord & { props: Record<string, unknown> }): BoardRecord {
  if (isOwnShapeType(record.type))
    for (const [prop, max] of Object.entries(textProps[record.type])) {
      const text = record.props[prop]
      if (typeof text === 'string') record.props[prop] = text.slice(0, max)
    }
  return record
}

const isKnown = ({ client, clock }: Y.ID, to: Y.Doc): boolean => clock < Y.getState(to.store, client)

function itemsOf(text: Y.Text): Y.Item[] {
  const items: Y.Item[] = []
  for (let item = text._start; item; item = item.right) items.push(item)
  return items
}
const hasNews = (text: Y.Text, to: Y.Doc): boolean =>
  itemsOf(text).some(({ id, length }) => !isKnown({ ...id, clock: id.clock + length - 1 }, to))
function hasDeleted(text: Y.Text, by: Y.Doc): boolean {
  const deleted = deletedIn(by)
  return itemsOf(text).some(({ id, length, deleted: isGone }) =>
    deleted
      .get(id.client)
      ?.some(({ clock, len }) => !isGone && clock < id.clock + length && clock + len > id.clock),
  )
}

const deletions = new WeakMap<Y.Doc, ReturnType<typeof Y.createDeleteSetFromStructStore>['clients']>()
/** Of a document that is not changed any more. */
function deletedIn(doc: Y.Doc) {
  const known = deletions.get(doc) ?? Y.createDeleteSetFromStructStore(doc.store).clients
  deletions.set(doc, known)
  return known
}

/** Records in which `mine` has anything that `stored` does not know. */
function touchedIn(mine: Y.Doc, stored: Y.Doc): Set<string> {
  const ids = new Set<string>()
  const records = recordsOf(mine)
  for (const structs of mine.store.clients.values())
    for (const struct of structs) {
      const end = { client: struct.id.client, clock: struct.id.clock + struct.length - 1 }
      if (isKnown(end, stored) || !(struct instanceof Y.Item)) continue
      const id = recordAround(struct, records)
      if (id !== null) ids.add(id)
    }
  // Deleting characters makes nothing new.
  recordsOf(stored).forEach((entry, id) => {
    entry.forEach((value) => {
      if (value instanceof Y.Text && records.has(id) && hasDeleted(value, mine)) ids.add(id)
    })
  })
  return ids
}

function recordAround(item: Y.Item, records: Y.Map<RecordEntry>): string | null {
  let at: Y.Item | null = item
  while (at && at.parent !== records) at = at.parent instanceof Y.AbstractType ? at.parent._item : null
  return at?.parentSub ?? null
}

/** Records that are stored, that `mine` knew, and has deleted. */
function removedIn(mine: Y.Doc, stored: Y.Doc): string[] {
  const records = recordsOf(mine)
  return [...recordsOf(stored).keys()].filter((id) => !records.has(id) && records._map.has(id))
}
