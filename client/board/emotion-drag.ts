// A point of an emotion curve on its way: this person sees the curve follow, everybody else its end.
import { type Atom, atom, type Editor } from '@tldraw/tldraw'

export type EmotionDrag = { stageId: string; personaId: string | null; value: number }

const drags = new WeakMap<Editor, Atom<EmotionDrag | null>>()

export function emotionDrag(editor: Editor): Atom<EmotionDrag | null> {
  const known = drags.get(editor)
  if (known) return known
  const fresh = atom<EmotionDrag | null>('emotion drag', null)
  drags.set(editor, fresh)
  return fresh
}
