// The schema of board records, without a browser: the client's store and the server's validation share it.
import type { SerializedSchema } from '@tldraw/store'
import { createTLSchema, defaultBindingSchemas, defaultShapeSchemas, type TLRecord } from '@tldraw/tlschema'
import type { BoardRecord } from '#shared/board/document.ts'
import { ownShapes } from '#shared/board/shapes.ts'

export const boardSchema = createTLSchema({
  shapes: { ...defaultShapeSchemas, ...ownShapes },
  bindings: defaultBindingSchemas,
})

/** What a board document says about the schema it was written with. */
export const serializedSchema: SerializedSchema = boardSchema.serialize()

/** Record types that belong to the document; the others (camera, selection, presence) stay in the browser. */
const documentTypes = ['document', 'page', 'shape', 'binding', 'asset'] as const

/**
 * The record, checked; or what is wrong with it, in English, for a log or the connection's closing sentence. `before`
 * is the same record as it was when it was last checked: what is still the same object or value is not checked again.
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
    const known = before?.typeName === typeName ? before : undefined
    // The validator is what turns the parsed JSON into a record.
    return { ok: true, record: type.validate(record, known) as TLRecord }
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) }
  }
}

// tldraw's number validator lets coordinates through that are finite and still break arithmetic further on.
const farthest = 1e7
function hasFinitePlace({ typeName, x, y, rotation }: BoardRecord): boolean {
  if (typeName !== 'shape') return true
  return [x, y, rotation].every((value) => typeof value === 'number' && Math.abs(value) <= farthest)
}
