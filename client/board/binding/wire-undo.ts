// Puts our undo in the place of tldraw's, so that Ctrl+Z, its menus and its tools all use it.
import { atom, type Editor } from '@tldraw/tldraw'
import type { OwnUndo } from '#client/board/binding/undo.ts'

/**
 * Call once the board is loaded: what came before is nobody's to undo. `tidy` is called after each undo and redo: a place
 * that comes back may be taken by somebody else's card.
 */
export function wireUndo(editor: Editor, undo: OwnUndo, tidy: () => void): () => void {
  const canUndo = atom('can undo', false)
  const canRedo = atom('can redo', false)
  const stop = undo.onChange(() => {
    canUndo.set(undo.canUndo)
    canRedo.set(undo.canRedo)
  })
  const setMark = editor.markHistoryStoppingPoint.bind(editor)
  let lastMark: string | null = null

  editor.markHistoryStoppingPoint = (name) => {
    const id = setMark(name)
    undo.mark(id)
    lastMark = id
    return id
  }
  editor.undo = () => {
    undo.undo()
    tidy()
    return editor
  }
  editor.redo = () => {
    undo.redo()
    tidy()
    return editor
  }
  editor.getCanUndo = () => canUndo.get()
  editor.getCanRedo = () => canRedo.get()
  editor.bailToMark = (id) => {
    undo.bailTo(id)
    return editor
  }
  editor.bail = () => {
    if (lastMark) undo.bailTo(lastMark)
    return editor
  }
  editor.squashToMark = (id) => {
    undo.squashTo(id)
    return editor
  }
  editor.clearHistory = () => {
    undo.clear()
    return editor
  }
  editor.clearHistory()
  return stop
}
