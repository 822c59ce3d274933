// A list that was pasted as one note can become a note for each of its lines.
import { type Atom, atom, type Editor, type TLShapeId } from '@tldraw/tldraw'
import { editMap } from '#client/board/edit-map.ts'
import { isOwn } from '#client/board/map-of.ts'
import { cardGap, noteHeight } from '#shared/board/card-size.ts'
import type { NoteShape } from '#shared/board/shapes.ts'

/** Above this it is a text and no list. */
const mostLines = 60

const offers = new WeakMap<Editor, Atom<TLShapeId | null>>()

/** The note about which this person is asked. A signal. */
export function pasteOffer(editor: Editor): Atom<TLShapeId | null> {
  const known = offers.get(editor)
  if (known) return known
  const fresh = atom<TLShapeId | null>('paste offer', null)
  offers.set(editor, fresh)
  return fresh
}

export function offerOneEach(editor: Editor, id: TLShapeId): void {
  const note = noteOf(editor, id)
  const count = note ? linesOf(note.props.text).length : 0
  pasteOffer(editor).set(count > 1 && count <= mostLines ? id : null)
}

/** Without what lists put before their items, and without empty ones. */
export const linesOf = (text: string): string[] =>
  text
    .split(/\r\n|[\r\n]/)
    .map((line) => line.replace(/^\s*(?:[-*\u2022\u2013\u00B7]|\d{1,2}[.)])\s+/, '').trim())
    .filter((line) => line !== '')

/** The note keeps the first line, the others follow it: in its cell, in its cluster, or below it. One step to undo. */
export function oneEach(editor: Editor, id: TLShapeId): void {
  const note = noteOf(editor, id)
  const [first, ...rest] = linesOf(note?.props.text ?? '')
  pasteOffer(editor).set(null)
  if (!note || first === undefined) return
  const made = editMap(editor, 'note for each line', (edit) => {
    edit.setProps(id, 'sticky-note', { text: first })
    const { kind, color, departmentId, stageId, laneId } = note.props
    const map = edit.shape(note.parentId, 'journey-map')
    const cell = stageId && laneId ? { stageId, laneId } : null
    const cards = map && cell ? edit.cardsIn(map.id, cell) : []
    const next = cards[cards.findIndex((card) => card.id === id) + 1]?.id ?? null
    let y = note.y + noteHeight({ ...note.props, text: first }) + cardGap
    return rest.map((text) => {
      const props = { text, kind, color, departmentId }
      if (map) {
        const one = edit.addNote({ mapId: map.id, cell }, props)
        if (cell) edit.moveCard(one, map.id, cell, next)
        return one
      }
      const one = edit.addNote({ at: { x: note.x, y } }, props)
      y += noteHeight({ ...note.props, text }) + cardGap
      if (edit.shape(note.parentId, 'cluster')) edit.moveIntoCluster(one, note.parentId)
      return one
    })
  })
  if (made) editor.select(id, ...made)
}

function noteOf(editor: Editor, id: TLShapeId): NoteShape | null {
  const note: unknown = editor.getShape(id)
  return isOwn(note) && note.type === 'sticky-note' ? note : null
}
