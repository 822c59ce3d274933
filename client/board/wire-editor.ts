// What our board does besides tldraw's own: undo, layout, locks, focus, names, and what may come in from outside.
import type { Editor } from '@tldraw/tldraw'
import type * as Y from 'yjs'
import type { Binding } from '#client/board/binding/bind-store.ts'
import { OwnUndo } from '#client/board/binding/undo.ts'
import { wireUndo } from '#client/board/binding/wire-undo.ts'
import { followChosenPersona } from '#client/board/chosen-persona.ts'
import { askFramesOnly } from '#client/board/drag-over.ts'
import { followFocus } from '#client/board/follow-focus.ts'
import type { ImageSeat } from '#client/board/images/upload-image.ts'
import { keepLaidOut } from '#client/board/keep-laid-out.ts'
import { nameFrames } from '#client/board/name-frames.ts'
import { limitOutsideContent } from '#client/board/outside-content.ts'
import { copyMapsWhole } from '#client/board/own-copies.ts'
import { keepCopiesHidden } from '#client/board/silence/stays-hidden.ts'
import { stepInsteadOfNudging } from '#client/board/step-shapes.ts'
import { keepLocks } from '#client/board/together/keep-locks.ts'
import { isLockedIn } from '#shared/board/locks.ts'

type Wiring = {
  doc: Y.Doc
  binding: Binding
  images: ImageSeat
  /** Of this moment: a facilitator's role can come and go. */
  mayLock: () => boolean
}

/** Returns how to take it away again. */
export function wireEditor(editor: Editor, { doc, binding, images, mayLock }: Wiring): () => void {
  limitOutsideContent(editor, images)
  stepInsteadOfNudging(editor)
  copyMapsWhole(editor)
  keepCopiesHidden(editor)
  askFramesOnly(editor)
  const undo = new OwnUndo(doc, binding, (id) => mayLock() || !isLockedIn(doc, id))
  const laidOut = keepLaidOut(editor, binding)
  const stops = [
    wireUndo(editor, undo, laidOut.tidy),
    () => undo.dispose(),
    laidOut.dispose,
    followFocus(editor),
    nameFrames(editor),
    keepLocks(editor, mayLock),
    followChosenPersona(editor),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
