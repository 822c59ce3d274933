// How a board lies in its Yjs document: each record a seed, its place as one value, and only what has changed since.
import * as Y from 'yjs'
import { defaultProps, isOwnShapeType, textProps } from '#shared/board/shapes.ts'

/** The root types of the document; a guard refuses any other. */
export const rootNames = ['records', 'meta'] as const

/** A record as JSON, before the schema has checked it. */
export type BoardRecord = { id: string; typeName: string; [field: string]: unknown }

/**
 * `$` is the record as it was created; `place` is `[parentId, index, x, y, rotation]`, one value, because x and y mean
 * nothing without their parent; `p.<prop>`, `m.<key>` and `f.<field>` stand for what has changed since. A text of ours
 * is a `Y.Text` under its `p.` key from the start.
 */
export type RecordEntry = Y.Map<unknown>

export const recordsOf = (doc: Y.Doc): Y.Map<RecordEntry> => doc.getMap('records')
export const metaOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('meta')

const placeFields = ['parentId', 'index', 'x', 'y', 'rotation'] as const
const fixedFields: ReadonlySet<string> = new Set(['id', 'typeName', 'type', 'props', 'meta', ...placeFields])

/** Adds a record. Call inside a transaction. */
export function addRecord(records: Y.Map<RecordEntry>, record: BoardRecord): void {
  const entry: RecordEntry = new Y.Map()
  const texts = textsOf(record)
  entry.set('$', texts.length === 0 ? record : { ...record, props: emptied(objectOf(record.props), texts) })
  for (const [prop, value] of texts) entry.set(`p.${prop}`, new Y.Text(value))
  records.set(record.id, entry)
}

/** Writes only what differs between `before` and `after`. Call inside a transaction. */
export function changeRecord(entry: RecordEntry, before: BoardRecord, after: BoardRecord): void {
  if (placeFields.some((field) => before[field] !== after[field])) entry.set('place', placeOf(after))
  const texts = new Set(textsOf(after).map(([prop]) => prop))
  for (const [prop, value] of changes(objectOf(before.props), objectOf(after.props))) {
    const shared = texts.has(prop) ? entry.get(`p.${prop}`) : undefined
    if (shared instanceof Y.Text && typeof value === 'string') changeText(shared, value)
    else entry.set(`p.${prop}`, value)
  }
  for (const [name, value] of changes(objectOf(before.meta), objectOf(after.meta)))
    entry.set(`m.${name}`, value)
  const changedFields = changes(before, after).filter(
    ([field]) => !fixedFields.has(field) || isPageIndex(after, field),
  )
  for (const [field, value] of changedFields) entry.set(`f.${field}`, value)
}

/** The record as it stands, unchecked; null when the entry is not a record at all. */
export function readRecord(entry: unknown): BoardRecord | null {
  if (!(entry instanceof Y.Map)) return null
  const seed = entry.get('$')
  if (!isRecord(seed)) return null
  const record: BoardRecord = {
    ...seed,
    props: { ...laterProps(seed), ...objectOf(seed.props) },
    meta: { ...objectOf(seed.meta) },
  }
  if (seed.props === undefined) delete record.props
  const props = objectOf(record.props)
  const meta = objectOf(record.meta)
  entry.forEach((value, key) => {
    if (key === 'place') putPlace(record, value)
    else if (key.startsWith('p.')) put(props, key.slice(2), value)
    else if (key.startsWith('m.')) put(meta, key.slice(2), value)
    else if (key.startsWith('f.') && !identity.has(key.slice(2))) put(record, key.slice(2), value)
  })
  cutTexts(record)
  return record
}

/** A shape that is older than one of its props is read with what the prop begins with. */
function laterProps({ typeName, type }: BoardRecord): Record<string, unknown> {
  return typeName === 'shape' && isOwnShapeType(type) ? defaultProps[type] : {}
}

/** Two people who both fill one text up make it longer than it may be: the card stays, and ends where its limit is. */
function cutTexts({ typeName, type, props }: BoardRecord): void {
  if (typeName !== 'shape' || !isOwnShapeType(type)) return
  const texts = objectOf(props)
  for (const prop in textProps[type]) {
    const max = textProps[type][prop] ?? 0
    const text = texts[prop]
    if (typeof text === 'string' && text.length > max)
      texts[prop] = text.slice(0, isHighSurrogate(text, max - 1) ? max - 1 : max)
  }
}

export function readRecords(doc: Y.Doc): Map<string, BoardRecord> {
  const found = new Map<string, BoardRecord>()
  recordsOf(doc).forEach((entry, id) => {
    const record = readRecord(entry)
    // A record under another's key would stand in for it.
    if (record && record.id === id) found.set(id, record)
  })
  return found
}

/** Makes `text` say `next` by the smallest replacement, so that what others typed around it stays. */
export function changeText(text: Y.Text, next: string): void {
  const { at, removed, inserted } = textChange(text.toString(), next)
  if (removed > 0) text.delete(at, removed)
  if (inserted !== '') text.insert(at, inserted)
}

/** One replacement that leads from `before` to `after`, in UTF-16 units, never through the middle of a character. */
export function textChange(before: string, after: string): { at: number; removed: number; inserted: string } {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head++
  if (isHighSurrogate(before, head - 1)) head--
  let tail = 0
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++
  if (isLowSurrogate(before, before.length - tail)) tail--
  return { at: head, removed: before.length - head - tail, inserted: after.slice(head, after.length - tail) }
}

const isHighSurrogate = (text: string, at: number) => /[\uD800-\uDBFF]/.test(text.charAt(at))
const isLowSurrogate = (text: string, at: number) => /[\uDC00-\uDFFF]/.test(text.charAt(at))

/** The text props of one of our shapes, with their values. */
function textsOf(record: BoardRecord): [prop: string, value: string][] {
  if (record.typeName !== 'shape' || !isOwnShapeType(record.type)) return []
  const props = objectOf(record.props)
  return Object.keys(textProps[record.type]).map((prop) => [prop, String(props[prop] ?? '')])
}

function emptied(props: Record<string, unknown>, texts: [string, string][]): Record<string, unknown> {
  return { ...props, ...Object.fromEntries(texts.map(([prop]) => [prop, ''])) }
}

const placeOf = (record: BoardRecord): unknown[] => placeFields.map((field) => record[field])

function putPlace(record: BoardRecord, value: unknown): void {
  if (!Array.isArray(value)) return
  for (const [at, field] of placeFields.entries()) record[field] = value[at]
}

/** What makes a record that record is written once, in `$`. */
const identity: ReadonlySet<string> = new Set(['id', 'typeName', 'type', 'props', 'meta'])

/** Pages have an index and no place; a shape's index is part of its place. */
const isPageIndex = (record: BoardRecord, field: string) => record.typeName !== 'shape' && field === 'index'

function put(into: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__') return
  if (value === undefined) delete into[key]
  else into[key] = value instanceof Y.Text ? value.toString() : value
}

/** Keys whose values differ; a key that is gone comes with `undefined`. */
function changes(before: Record<string, unknown>, after: Record<string, unknown>): [string, unknown][] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...keys].filter((key) => !isEqual(before[key], after[key])).map((key) => [key, after[key]])
}

function isEqual(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false
  return JSON.stringify(one) === JSON.stringify(other)
}

const objectOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {} // just checked

function isRecord(value: unknown): value is BoardRecord {
  const { id, typeName } = objectOf(value)
  return typeof id === 'string' && typeof typeName === 'string'
}
