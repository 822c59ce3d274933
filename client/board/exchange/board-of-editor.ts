// What the dialogs for files do with a board that is shown as a canvas.
import { createShapeId, type Editor } from '@tldraw/tldraw'
import { applyEdit, ownShapesOf } from '#client/board/edit-map.ts'
import type { ExchangeBoard } from '#client/board/exchange/take-in.ts'
import { fitMap } from '#client/board/fit-map.ts'
import { mapsOnPage } from '#client/board/map-of.ts'

export const boardOfEditor = (editor: Editor): ExchangeBoard => ({
  pageId: editor.getCurrentPageId(),
  newId: () => createShapeId(),
  shapes: () => ownShapesOf(editor),
  elements: () => editor.getCurrentPageShapeIds().size,
  apply: (step, changes) => applyEdit(editor, step, changes),
})

/** What has just come in lies below everything else. */
export function showNewest(editor: Editor): void {
  const newest = mapsOnPage(editor).toSorted((one, other) => other.y - one.y)[0]
  if (newest) fitMap(editor, newest.id)
}
