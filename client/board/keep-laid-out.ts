// Lays a map out again after the user's own changes to it: a longer title, a deleted card, a pasted one.
import type { Editor, TLShape, TLShapeId } from '@tldraw/tldraw'
import { layOut } from '#client/board/cards.ts'
import { isOwn } from '#client/board/map-of.ts'

/**
 * Only what this person does moves cards: remote changes bring their own layout with them, and three browsers that each
 * tidied up would each write the same moves.
 */
export function keepLaidOut(editor: Editor): () => void {
  const untidy = new Set<TLShapeId>()
  const note = (shape: TLShape, source: 'remote' | 'user') => {
    if (source === 'user' && isOwn(shape) && shape.parentId.startsWith('shape:'))
      untidy.add(shape.parentId as TLShapeId) // says its prefix
  }
  const { sideEffects } = editor.store
  const stops = [
    sideEffects.registerAfterCreateHandler('shape', note),
    sideEffects.registerAfterDeleteHandler('shape', note),
    sideEffects.registerAfterChangeHandler('shape', (before, after, source) => {
      if (before.props !== after.props || before.parentId !== after.parentId) note(before, source)
      if (before.props !== after.props || before.parentId !== after.parentId) note(after, source)
    }),
    sideEffects.registerOperationCompleteHandler((source) => {
      // Under the pointer nothing moves by itself; dropping lays out.
      if (source !== 'user' || untidy.size === 0 || editor.isIn('select.translating')) return
      const maps = [...untidy]
      untidy.clear()
      for (const id of maps) layOut(editor, id)
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
