// The stage or lane about whose cards this person is being asked: what becomes of them when it goes.
import { type Atom, atom, type Editor, type TLShapeId } from '@tldraw/tldraw'
import { cardsIn, type MapPart, removePart } from '#client/board/map-commands.ts'

const asked = new WeakMap<Editor, Atom<TLShapeId | null>>()

export function askedRemoval(editor: Editor): Atom<TLShapeId | null> {
  const known = asked.get(editor)
  if (known) return known
  const fresh = atom<TLShapeId | null>('asked removal', null)
  asked.set(editor, fresh)
  return fresh
}

/** At once where nothing lies in it; else one is asked first. */
export function askToRemove(editor: Editor, part: MapPart): void {
  const isEmpty = part.type === 'persona' || cardsIn(editor, part) === 0
  if (isEmpty) removePart(editor, part, 'remove')
  else {
    editor.select(part.id)
    askedRemoval(editor).set(part.id)
  }
}
