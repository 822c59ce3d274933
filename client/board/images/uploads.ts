// What is on its way to the server from this board, and what did not get there; one list per editor.
import { type Atom, atom, type Editor } from '@tldraw/tldraw'
import type { ProblemCode } from '#client/board/images/image-problem.ts'

export type Uploads = {
  /** From 0 to 1, of each file that is under way. */
  progress: readonly number[]
  cancel: () => void
  /** The last one counts: more than one sentence at a time is not read. `again` where it can help. */
  problem: { code: ProblemCode; name: string; again: (() => void) | null } | null
}

const none: Uploads = { progress: [], cancel: () => {}, problem: null }
const lists = new WeakMap<Editor, Atom<Uploads>>()

/** A signal. */
export function uploadsOf(editor: Editor): Atom<Uploads> {
  const known = lists.get(editor)
  if (known) return known
  const fresh = atom<Uploads>('uploads', none)
  lists.set(editor, fresh)
  return fresh
}
