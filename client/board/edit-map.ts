// Applies the commands on a map to an editor: all of what one command changes, as one step to undo, or nothing.
import { createShapeId, type Editor } from '@tldraw/tldraw'
import { applyChanges } from '#client/board/binding/apply-changes.ts'
import { isOwn } from '#client/board/map-of.ts'
import { bringsNotes } from '#client/board/silence/brings-notes.ts'
import { refuseNotes } from '#client/board/silence/stays-hidden.ts'
import type { MapChanges } from '#shared/board/map-copy.ts'
import { MapEdit } from '#shared/board/map-edit.ts'
import type { OwnShape } from '#shared/board/shapes.ts'

/**
 * Null when nothing was done: who may only look changes nothing, a page that would be too full says so (`PageFull`), and
 * what is locked stays as it is, and notes that would come in the open in a silent round say that they may not. Without a `step` it belongs to the one that has been begun, as a drop to its drag.
 */
export function editMap<Answer>(
  editor: Editor,
  step: string | null,
  act: (edit: MapEdit) => Answer,
): Answer | null {
  const edit = new MapEdit({
    shapes: ownShapesOf(editor),
    pageId: editor.getCurrentPageId(),
    newId: () => createShapeId(),
  })
  const answer = act(edit)
  return applyEdit(editor, step, edit.changes()) ? answer : null
}

/** False when nothing was done, for the reasons above. */
export function applyEdit(editor: Editor, step: string | null, wanted: MapChanges): boolean {
  const changes = editor.getInstanceState().isReadonly ? null : allowed(editor, wanted)
  if (!changes) return false
  if (step !== null) editor.markHistoryStoppingPoint(step)
  editor.run(() => applyChanges(editor.store, changes))
  return true
}

export const ownShapesOf = (editor: Editor): OwnShape[] => editor.getCurrentPageShapes().filter(isOwn)

function allowed(editor: Editor, { put, removed }: MapChanges): MapChanges | null {
  const isThere = (id: string) => isOwn(editor.store.get(id as OwnShape['id'])) // none by another name
  if (refuseNotes(editor, () => bringsNotes({ put, removed }, isThere))) return null
  const free: OwnShape[] = []
  let added = 0
  for (const shape of put) {
    const before: unknown = editor.getShape(shape.id)
    if (!isOwn(before)) added++
    else if (editor.isShapeOrAncestorLocked(before.id)) {
      // Others make way for it; what is locked itself is not moved by them.
      if (isOnlyMoved(before, shape)) continue
      return null
    }
    free.push(shape)
  }
  if (removed.some((id) => editor.isShapeOrAncestorLocked(id))) return null
  const { maxShapesPerPage } = editor.options
  const pageId = editor.getCurrentPageId()
  if (added > 0 && editor.getPageShapeIds(pageId).size + added - removed.length > maxShapesPerPage) {
    editor.emit('max-shapes', { name: editor.getCurrentPage().name, pageId, count: maxShapesPerPage })
    return null
  }
  return { put: free, removed }
}

const isOnlyMoved = (before: OwnShape, after: OwnShape): boolean =>
  before.parentId === after.parentId &&
  before.props === after.props &&
  before.meta === after.meta &&
  before.index === after.index
