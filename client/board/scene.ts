// What shapes need to know that is not in their records: words, departments, number format; one scene per editor.
import { type Atom, atom, type Editor } from '@tldraw/tldraw'
import { boardTexts } from '#client/board/board-texts.ts'
import type { ImageSeat } from '#client/board/images/upload-image.ts'
import { currentLanguage, type Translate, textsNow } from '#client/ui/texts.ts'
import type { Language } from '#shared/language.ts'
import type { DraftContent } from '#shared/silence/drafts.ts'

export type Scene = {
  /** Whose images lie on it, and as whom they are fetched; null where none can be had. */
  images: ImageSeat | null
  language: Language
  departments: readonly { departmentId: string; title: string }[]
  canEdit: boolean
  /** Which department cards made here belong to at first. */
  myDepartmentId: string | null
  /** While people write in silence: takes a note in place of the board. */
  writeSilently: ((content: DraftContent) => void) | null
  /** Who wrote a note that says so; null where nobody knows. */
  authorOf: (personId: string) => { name: string; departmentId: string | null } | null
  say: Say
}
export type Say = typeof boardTexts extends { keys?: infer Texts } ? Translate<Texts> : never

const scenes = new WeakMap<Editor, Atom<Scene>>()

/** A signal: shapes are drawn again when it changes. */
export function sceneOf(editor: Editor): Atom<Scene> {
  const known = scenes.get(editor)
  if (known) return known
  const fresh = atom<Scene>('board scene', {
    images: null,
    language: currentLanguage(),
    departments: [],
    canEdit: false,
    myDepartmentId: null,
    writeSilently: null,
    authorOf: () => null,
    say: textsNow(boardTexts),
  })
  scenes.set(editor, fresh)
  return fresh
}
