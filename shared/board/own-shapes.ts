// Our shapes among a document's records, checked and repaired: what every reader of a board works on.
import type * as Y from 'yjs'
import { type BoardRecord, readRecords } from '#shared/board/document.ts'
import { repair } from '#shared/board/repair.ts'
import { checkRecord } from '#shared/board/schema.ts'
import { isOwnShapeType, type OwnShape } from '#shared/board/shapes.ts'

/** Records that the schema refuses are left out; the rest is read. */
export function ownShapesOf(doc: Y.Doc): OwnShape[] {
  return [...repair(readRecords(doc)).values()].flatMap((unchecked) => {
    if (!isOwn(unchecked)) return []
    const checked = checkRecord(unchecked)
    return checked.ok ? [asOwnShape(checked.record)] : []
  })
}

export const isOwn = ({ typeName, type }: BoardRecord): boolean =>
  typeName === 'shape' && isOwnShapeType(type)

/** Of a record that `isOwn` and `checkRecord` have said yes to: the schema has checked its props by its type. */
export const asOwnShape = (record: object): OwnShape => record as OwnShape
