// A board in memory for tests of edits: each edit is taken over as the document would.
import { MapEdit } from '#shared/board/map-edit.ts'
import { modelOf } from '#shared/board/read-board.ts'
import type { OwnShape } from '#shared/board/shapes.ts'

export const pageId = 'page:page'

export class EditedBoard {
  shapes: ReadonlyMap<string, OwnShape> = new Map()
  #ids = 0

  edit<Answer>(act: (edit: MapEdit) => Answer): Answer {
    const newId = () => `shape:${++this.#ids}`
    const working = new MapEdit({ shapes: this.shapes.values(), pageId, newId })
    const answer = act(working)
    const { put, removed } = working.changes()
    const next = new Map(this.shapes)
    for (const shape of put) next.set(shape.id, shape)
    for (const id of removed) next.delete(id)
    this.shapes = next
    return answer
  }

  get model() {
    return modelOf([...this.shapes.values()])
  }
}
