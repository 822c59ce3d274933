// Turns revealed drafts into notes of the board: in their cells, under ids that nobody has seen, in the order given.
import { MapEdit } from '#shared/board/map-edit.ts'
import { type NoteKind, noteKinds, type OwnShape } from '#shared/board/shapes.ts'
import type { PersonId } from '#shared/ids.ts'
import type { Draft } from '#shared/silence/drafts.ts'

type Placing = {
  shapes: readonly OwnShape[]
  pageId: string
  /** Shuffled, so that the order of what is made of them says nothing. */
  drafts: readonly (Draft & { personId: PersonId })[]
  withNames: boolean
  /** A fresh id each time, "shape:…". */
  newId: () => string
}

/** The new notes alone, where the layout of this moment puts them. */
export function placeNotes({ shapes, pageId, drafts, withNames, newId }: Placing): OwnShape[] {
  const edit = new MapEdit({ shapes, pageId, newId })
  const ids = new Set<string>()
  const free = freeSpace(shapes)
  let loose = 0
  for (const { text, kind, stageId, laneId, departmentId, personId } of drafts) {
    const map = edit.mapOf(stageId ?? '') ?? edit.mapOf(laneId ?? '')
    const laneKind = noteKinds.find((each) => each === edit.shape(laneId ?? '', 'lane')?.props.kind)
    const own: NoteKind | null = (map && laneKind) ?? kind
    const props = { text, kind: own, departmentId, authorId: withNames ? personId : null }
    const cell = stageId !== null && laneId !== null ? { stageId, laneId } : null
    const place = map ? { mapId: map.id, cell } : { at: looseAt(free, loose++) }
    ids.add(edit.addNote(place, props))
  }
  return edit.changes().put.filter(({ id }) => ids.has(id))
}

/** What moves in the maps that these notes lie in, now that they are there. */
export function movedAround(shapes: readonly OwnShape[], pageId: string, ids: Iterable<string>): OwnShape[] {
  const unused = () => {
    throw new Error('Laying out makes no shapes.')
  }
  const edit = new MapEdit({ shapes, pageId, newId: unused })
  for (const id of ids) edit.setProps(id, 'sticky-note', {})
  return edit.changes().put
}

const columns = 6
const step = { x: 188, y: 148 }

const looseAt = ({ x, y }: { x: number; y: number }, at: number) => ({
  x: x + (at % columns) * step.x,
  y: y + Math.floor(at / columns) * step.y,
})

/** Below everything of ours that there is. */
export function freeSpace(shapes: readonly OwnShape[]): { x: number; y: number } {
  const tops = shapes.filter(({ parentId }) => parentId.startsWith('page:'))
  if (tops.length === 0) return { x: 0, y: 0 }
  const inPage = new Map(tops.map(({ id, y }) => [id, y]))
  // The lowest corner of anything, and room for the card that begins there.
  const lowest = shapes.map(({ parentId, y }) => (inPage.get(parentId as OwnShape['id']) ?? 0) + y)
  return { x: Math.min(...tops.map(({ x }) => x)), y: Math.max(...lowest) + 240 }
}
