// Notes under a heading: made, added to, left and dissolved, as the bar at the selection and the keys call it.
import type { Editor, TLShapeId } from '@tldraw/tldraw'
import { openCard } from '#client/board/card-tools.ts'
import { editMap } from '#client/board/edit-map.ts'
import { isOwn } from '#client/board/map-of.ts'
import { chosenThings } from '#client/board/selection/chosen.ts'
import { selectionTexts } from '#client/board/selection/selection-texts.ts'
import { announce } from '#client/ui/LiveRegion.tsx'
import { textsNow } from '#client/ui/texts.ts'
import { columnGap, columnWidth } from '#shared/board/card-size.ts'
import type { ClusterShape, NoteShape } from '#shared/board/shapes.ts'

/** Top to bottom, then left to right, as one would read them. */
function inReadingOrder(editor: Editor, notes: readonly NoteShape[]): NoteShape[] {
  const at = (note: NoteShape) => editor.getShapePageBounds(note.id)
  return notes.toSorted((one, other) => {
    const [here, there] = [at(one), at(other)]
    return here && there ? here.x - there.x || here.y - there.y : 0
  })
}

/** A new heading, open for typing; of one that is selected too, the notes go under that one. */
export function groupNotes(editor: Editor): boolean {
  const { notes = [], clusters = [] } = chosenThings(editor) ?? {}
  const [heading, ...others] = clusters
  if (notes.length === 0 || others.length > 0) return false
  if (heading) return joinCluster(editor, notes, heading)
  const ids = inReadingOrder(editor, notes).map(({ id }) => id)
  const made = editMap(editor, 'grouping', (edit) => edit.addCluster(ids, ''))
  announce(textsNow(selectionTexts)('grouped', { count: ids.length }))
  openCard(editor, made)
  return true
}

function joinCluster(editor: Editor, notes: readonly NoteShape[], heading: ClusterShape): boolean {
  editMap(editor, 'joining', (edit) => {
    for (const { id } of inReadingOrder(editor, notes)) edit.moveIntoCluster(id, heading.id)
    return true
  })
  editor.select(heading.id)
  return true
}

/** The heading goes, its notes stay and are selected. */
export function dissolveCluster(editor: Editor, { id }: ClusterShape): void {
  const notes = editor.getSortedChildIdsForParent(id)
  editMap(editor, 'dissolving', (edit) => {
    edit.dissolveCluster(id)
    return true
  })
  editor.select(...notes)
  announce(textsNow(selectionTexts)('dissolved'))
}

/** Into the cell of its cluster, behind it; from a loose one beside it. */
export function takeOut(editor: Editor, notes: readonly NoteShape[]): void {
  editMap(editor, 'taking out', (edit) => {
    for (const { id } of notes) {
      const note = edit.shape(id, 'sticky-note')
      const cluster = note && edit.shape(note.parentId, 'cluster')
      if (!cluster) continue
      const map = edit.mapOf(cluster.id)
      const { stageId, laneId } = cluster.props
      if (map && stageId && laneId) edit.moveCard(id, map.id, { stageId, laneId })
      else edit.moveOut(id, beside(editor, cluster.id, id))
    }
    return true
  })
}

function beside(editor: Editor, clusterId: TLShapeId, noteId: TLShapeId): { x: number; y: number } {
  const cluster = editor.getShapePageBounds(clusterId)
  const note = editor.getShapePageBounds(noteId)
  return { x: (cluster?.x ?? 0) + columnWidth + columnGap, y: note?.y ?? cluster?.y ?? 0 }
}

/** Whether a note lies under a heading. */
export function isGrouped(editor: Editor, { parentId }: NoteShape): boolean {
  const parent: unknown = editor.getShape(parentId as TLShapeId) // undefined for a page's id
  return isOwn(parent) && parent.type === 'cluster'
}
