// The schema of board records, without a browser: the client's store and the server's validation share it.
import type { SerializedSchema } from '@tldraw/store'
import { createTLSchema, defaultBindingSchemas, defaultShapeSchemas, type TLRecord } from '@tldraw/tlschema'
import type { BoardRecord } from '#shared/board/document.ts'
import { isSurelyGood } from '#shared/board/good-shape.ts'
import { foreignShapes, imageOfSource } from '#shared/board/images.ts'
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
  if (isSurelyGood(record)) return good(record)
  const foreign = foreignSource(record)
  if (foreign !== null) return { ok: false, reason: foreign }
  try {
    const type: { validate(record: unknown, before?: TLRecord): unknown } = boardSchema.types[typeName]
    return good(type.validate(record, before?.typeName === typeName ? before : undefined))
  } catch (error) {
    return { ok: false, reason: withoutValue(error instanceof Error ? error.message : String(error)) }
  }
}

function good(checked: unknown): { ok: true; record: TLRecord } {
  const record = checked as TLRecord // a validator has said so
  known.add(record)
  return { ok: true, record }
}

/** Everything that is seen on a board comes from this server; null where it does. */
function foreignSource({ id, typeName, type, props }: BoardRecord): string | null {
  if (typeName === 'shape' && foreignShapes.has(type)) return `A board takes no ${String(type)}, as ${id} is.`
  if (typeName !== 'asset') return null
  const source = typeof props === 'object' && props !== null && 'src' in props ? props.src : null
  if (type === 'image' && imageOfSource(source) !== null) return null
  return `${id} shows something that is no image of this workshop.`
}

// tldraw's number validator lets coordinates through that are finite and still break arithmetic further on.
const farthest = 1e7
function hasFinitePlace({ typeName, x, y, rotation }: BoardRecord): boolean {
  if (typeName !== 'shape') return true
  return isNear(x) && isNear(y) && isNear(rotation)
}
const isNear = (value: unknown) => typeof value === 'number' && Math.abs(value) <= farthest

/** The reason goes into the server's log, where no board text may stand: tldraw's validators end with what they got. */
const withoutValue = (message: string): string => message.replace(/, got [\s\S]*$/, '')
