// Note after note without the mouse: the next one lies below, of the same kind; one that stays empty goes again.
import type { Editor, TLShapeId } from '@tldraw/tldraw'
import { openCard } from '#client/board/card-tools.ts'
import { editMap } from '#client/board/edit-map.ts'
import { isOwn, mapView } from '#client/board/map-of.ts'
import { writeSilently } from '#client/board/silence/write-silently.ts'
import { cardGap, noteHeight } from '#shared/board/card-size.ts'
import { cellOf } from '#shared/board/layout.ts'
import type { MapEdit } from '#shared/board/map-edit.ts'
import type { NoteShape } from '#shared/board/shapes.ts'

/** Made by `nextNote` and not written on yet, by this person. */
const unwritten = new Set<string>()

export function nextNote(editor: Editor, id: TLShapeId): void {
  const note: unknown = editor.getShape(id)
  if (!isOwn(note) || note.type !== 'sticky-note') return
  editor.complete()
  if (writeSilently(editor, note.props.kind ?? 'note', null)) return
  const made = editMap(editor, 'next note', (edit) => below(editor, edit, note))
  if (!made) return
  unwritten.add(made)
  openCard(editor, made)
}

function below(editor: Editor, edit: MapEdit, { id, parentId, x, y, props }: NoteShape): TLShapeId {
  const { kind, color, departmentId } = props
  const same = { kind, color, departmentId }
  const map = edit.shape(parentId, 'journey-map')
  const view = map && mapView(editor, map.id)
  const cell = view && cellOf({ ...props, isTouchpoint: false }, view.parts)
  if (map && cell) {
    const cards = edit.cardsIn(map.id, cell)
    const next = cards[cards.findIndex((card) => card.id === id) + 1]?.id ?? null
    const made = edit.addNote({ mapId: map.id, cell }, same)
    edit.moveCard(made, map.id, cell, next)
    return made
  }
  const made = edit.addNote({ at: { x, y: y + noteHeight(props) + cardGap } }, same)
  if (edit.shape(parentId, 'cluster')) edit.moveIntoCluster(made, parentId)
  return made
}

/** When the typing ends. */
export function dropIfUnwritten(editor: Editor, { id }: NoteShape): void {
  if (!unwritten.delete(id)) return
  const now: unknown = editor.getShape(id)
  if (isOwn(now) && now.type === 'sticky-note' && now.props.text.trim() === '') editor.deleteShapes([now.id])
}
