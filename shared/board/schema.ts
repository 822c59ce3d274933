// The schema of board records, without a browser: the client's store and the server's validation share it.
import type { SerializedSchema } from '@tldraw/store'
import { createTLSchema, defaultBindingSchemas, defaultShapeSchemas, type TLRecord } from '@tldraw/tlschema'
import type { BoardRecord } from '#shared/board/document.ts'
import { ownShapes } from '#shared/board/shapes.ts'

export const boardSchema = createTLSchema({
  shapes: { ...defaultShapeSchemas, ...ownShapes },
  bindings: defaultBindingSchemas,
})

/** Records that `checkRecord` has said yes to: a store that is given them does not check them once more. */
const known = new WeakSet<object>()
const validateRecord = boardSchema.validateRecord.bind(boardSchema)
boardSchema.validateRecord = (store, record, phase, before) =>
  before === null && known.has(record) ? record : validateRecord(store, record, phase, before)

/** What a board document says about the schema it was written with. */
export const serializedSchema: SerializedSchema = boardSchema.serialize()

/** Record types that belong to the document; the others (camera, selection, presence) stay in the browser. */
const documentTypes = ['document', 'page', 'shape', 'binding', 'asset'] as const

/**
 * The record, checked; or what is wrong with it, in English, for a log or the connection's closing sentence. `before`
 * is a record that was found good, the same one earlier or another of its kind: what they have in common is not checked
 * again.
 */
export function checkRecord(
  record: BoardRecord,
  before?: TLRecord,
): { ok: true; record: TLRecord } | { ok: false; reason: string } {
  const typeName = documentTypes.find((name) => name === record.typeName)
  if (!typeName) return { ok: false, reason: `"${record.typeName}" is no type of record that a board keeps.` }
  if (!hasFinitePlace(record))
    return { ok: false, reason: `The place of ${record.id} is not a finite number.` }
  try {
    const type: { validate(record: unknown, before?: TLRecord): unknown } = boardSchema.types[typeName]
    // The validator is what turns the parsed JSON into a record.
    const checked = type.validate(
      record,
      before?.typeName === typeName ? withIndexOf(record, before) : undefined,
    ) as TLRecord
    known.add(checked)
    return { ok: true, record: checked }
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) }
  }
}

// tldraw checks an index by making the next one, with random numbers: a third of the time that a record takes. These are
// as the keys of its own shapes and of our seeds, and it would find all of them good.
const plainIndex = /^(a[\dA-Za-z]|b[\dA-Za-z]{2}|c[\dA-Za-z]{3})[\dA-Za-z]*$/
function withIndexOf({ index }: BoardRecord, before: TLRecord): TLRecord {
  const isPlain = 'index' in before && typeof index === 'string' && plainIndex.test(index)
  return isPlain ? { ...before, index: index as typeof before.index } : before // tldraw brands its indices
}

// tldraw's number validator lets coordinates through that are finite and still break arithmetic further on.
const farthest = 1e7
function hasFinitePlace({ typeName, x, y, rotation }: BoardRecord): boolean {
  if (typeName !== 'shape') return true
  return isNear(x) && isNear(y) && isNear(rotation)
}
const isNear = (value: unknown) => typeof value === 'number' && Math.abs(value) <= farthest
