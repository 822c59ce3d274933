// What can be done with notes under a heading.

import { silentNote } from '#client/board/silence/silent-note.ts'
import type { BoardWords } from '#client/board/twin/actions/board-words.ts'
import type { MapEdit } from '#shared/board/map-edit.ts'

export function clusterActions(words: BoardWords) {
  const { edits, tell, say, close, writeSilently, shapeOf, mapWith, nameOf } = words
  /** Next to its heading: in the same cell, or loose where the heading is. */
  const moveBeside = (edit: MapEdit, noteId: string, clusterId: string) => {
    const map = mapWith(clusterId)
    const where = map?.whereIs(clusterId)
    const cluster = shapeOf(clusterId)
    if (map && where) edit.moveCard(noteId, map.map.id, where.cell, null)
    else if (cluster) edit.moveOut(noteId, { x: cluster.x + 24, y: cluster.y - 120 })
  }
  return {
    takeOut(noteId: string): void {
      const clusterId = shapeOf(noteId)?.parentId ?? ''
      edits.run((edit) => moveBeside(edit, noteId, clusterId))
      tell(say('takenOut', { title: nameOf(noteId) }))
    },
    addNoteTo(clusterId: string): string | null {
      const map = mapWith(clusterId)
      const cluster = shapeOf(clusterId)
      if (!cluster) return null
      const { x, y } = cluster
      if (writeSilently) {
        const lanes = map?.lanes.map(({ id, props }) => ({ id, kind: props.kind })) ?? []
        close() // the form stands before the map
        writeSilently(silentNote(lanes, map?.whereIs(clusterId)?.cell ?? null, null))
        return null
      }
      return edits.run((edit) => {
        const place = map
          ? { mapId: map.map.id, cell: map.whereIs(clusterId)?.cell ?? null }
          : { at: { x, y } }
        const id = edit.addNote(place, {})
        edit.moveIntoCluster(id, clusterId)
        return id
      })
    },
    /** `at` counts from 0 among the notes under its heading. */
    orderInCluster(noteId: string, at: number): void {
      const clusterId = shapeOf(noteId)?.parentId ?? ''
      edits.run((edit) => {
        const others = edit.notesIn(clusterId).filter(({ id }) => id !== noteId)
        // A heading takes notes in at its end: this one first, then all that stand after it.
        for (const id of [noteId, ...others.slice(at).map((note) => note.id)]) {
          const kind = edit.shape(id, 'sticky-note')?.props.kind ?? null
          moveBeside(edit, id, clusterId)
          edit.moveIntoCluster(id, clusterId)
          edit.setProps(id, 'sticky-note', { kind }) // the lane of the heading has no say in it
        }
      })
      tell(say('movedPart', { title: nameOf(noteId), place: at + 1, of: countIn(clusterId) }))
    },
    dissolve(clusterId: string): void {
      edits.run((edit) => edit.dissolveCluster(clusterId))
      tell(say('dissolved'), 'undo')
    },
    group(noteIds: readonly string[], title: string): string | null {
      const id = edits.run((edit) => edit.addCluster(noteIds, title))
      if (id) tell(say('grouped', { count: noteIds.length, title: nameOf(id) }))
      return id
    },
  }

  function countIn(clusterId: string): number {
    let count = 0
    for (const { parentId } of edits.now.shapes.values()) if (parentId === clusterId) count++
    return count
  }
}
