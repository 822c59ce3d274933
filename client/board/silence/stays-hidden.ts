// While a round is on, no new note comes onto the board in the open: what would bring one is refused, and that is said.
import { type Atom, atom, type Editor } from '@tldraw/tldraw'
import { isOwn } from '#client/board/map-of.ts'
import { sceneOf } from '#client/board/scene.ts'

const refusals = new WeakMap<Editor, Atom<boolean>>()

/** Whether a person has just been refused. A signal. */
export function refusedNotes(editor: Editor): Atom<boolean> {
  const known = refusals.get(editor)
  if (known) return known
  const fresh = atom('refused notes', false)
  refusals.set(editor, fresh)
  return fresh
}

/** True when what holds new notes has to stay away. */
export function refuseNotes(editor: Editor, hasNotes: () => boolean): boolean {
  if (!sceneOf(editor).get().writeSilently || !hasNotes()) return false
  refusedNotes(editor).set(true)
  return true
}

/** tldraw's own ways to copy: pasting shapes, duplicating them by key, by Alt and drag. Call after whatever else replaces them. */
export function keepCopiesHidden(editor: Editor): void {
  const isNote = (shape: unknown) => isOwn(shape) && shape.type === 'sticky-note'
  const put = editor.putContentOntoCurrentPage.bind(editor)
  editor.putContentOntoCurrentPage = (content, options) =>
    refuseNotes(editor, () => content.shapes.some(isNote)) ? editor : put(content, options)

  const duplicate = editor.duplicateShapes.bind(editor)
  editor.duplicateShapes = (shapes, offset) => {
    const ids = shapes.map((shape) => (typeof shape === 'string' ? shape : shape.id))
    const all = () => [...editor.getShapeAndDescendantIds(ids)].map((id) => editor.getShape(id))
    return refuseNotes(editor, () => all().some(isNote)) ? editor : duplicate(ids, offset)
  }
}
