// What a lock means in the editor, for shapes that lie in locked ones too.
import type { Editor, TLParentId, TLShape, TLShapeId } from '@tldraw/tldraw'
import { isOwn } from '#client/board/map-of.ts'

/** Locked itself, or in something that is. Reactive. */
export const isHeld = (editor: Editor, shape: TLShape): boolean =>
  shape.isLocked || isParentHeld(editor, shape.parentId)

export function isParentHeld(editor: Editor, parentId: TLParentId): boolean {
  const parent = editor.getShape(parentId as TLShapeId) // undefined for a page
  return parent !== undefined && editor.isShapeOrAncestorLocked(parent)
}

export const isShapeHeld = (editor: Editor, id: TLShapeId): boolean => isParentHeld(editor, id)

/** Something in it, however deep, is locked. */
export function holdsLocked(editor: Editor, id: TLShapeId): boolean {
  return editor
    .getSortedChildIdsForParent(id)
    .some((child) => editor.getShape(child)?.isLocked || holdsLocked(editor, child))
}

/** What a lock on this shape can mean: a map's parts are locked together, as each is laid out by the others. */
export function lockTarget(editor: Editor, shape: TLShape): TLShape {
  const parent = editor.getShape(shape.parentId as TLShapeId) // undefined for a page
  return parent && isOwn(parent) ? lockTarget(editor, parent) : shape
}
