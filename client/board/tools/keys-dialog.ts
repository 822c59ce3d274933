// Whether the list of keys is open; the question mark opens it, as in other tools.
import { type Atom, atom, type Editor } from '@tldraw/tldraw'

const dialogs = new WeakMap<Editor, Atom<boolean>>()

/** A signal. */
export function keysDialog(editor: Editor): Atom<boolean> {
  const known = dialogs.get(editor)
  if (known) return known
  const fresh = atom('keys dialog', false)
  dialogs.set(editor, fresh)
  return fresh
}

/** By the character: where it lies differs from keyboard to keyboard. */
export function openKeysByQuestionMark(editor: Editor): () => void {
  const container = editor.getContainer()
  const onKey = ({ key, target }: KeyboardEvent) => {
    const isField =
      target instanceof Element &&
      target.closest('input, textarea, select, [contenteditable="true"]') !== null
    if (key === '?' && !isField) keysDialog(editor).set(true)
  }
  container.addEventListener('keydown', onKey)
  return () => container.removeEventListener('keydown', onKey)
}
