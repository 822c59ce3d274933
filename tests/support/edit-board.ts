// Commands on a map for tests without a browser: what they change is written into a document as the browser writes it.
import type * as Y from 'yjs'
import { addRecord, changeRecord, readRecord, readRecords, recordsOf } from '#shared/board/document.ts'
import { MapEdit } from '#shared/board/map-edit.ts'
import { isOwnShapeType, type OwnShape } from '#shared/board/shapes.ts'

let made = 0

export function editBoard<Answer>(doc: Y.Doc, act: (edit: MapEdit) => Answer): Answer {
  const shapes = [...readRecords(doc).values()]
    .filter(({ typeName, type }) => typeName === 'shape' && isOwnShapeType(type))
    .map((record) => record as unknown as OwnShape)
  const edit = new MapEdit({ shapes, pageId: 'page:page', newId: () => `shape:by-test-${++made}` })
  const answer = act(edit)
  const { put, removed } = edit.changes()
  const records = recordsOf(doc)
  doc.transact(() => {
    for (const shape of put) {
      const entry = records.get(shape.id)
      const before = entry && readRecord(entry)
      if (before) changeRecord(entry, before, { ...shape })
      else addRecord(records, { ...shape })
    }
    for (const id of removed) records.delete(id)
  })
  return answer
}
