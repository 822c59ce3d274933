// Keeps what is locked as it is in this browser, before the server has to refuse it and send the person away.
import type { Editor, TLShape } from '@tldraw/tldraw'
import { isOwn } from '#client/board/map-of.ts'
import { holdsLocked, isHeld, isParentHeld } from '#client/board/together/held.ts'

/**
 * For people who may not lock: whatever tool, shortcut or handler tries it. tldraw itself holds still what is locked, and
 * not everything that lies in it, nor what an arrow or a layout does by itself. Call before the editor is used.
 */
export function keepLocks(editor: Editor, mayLock: () => boolean): () => void {
  const { sideEffects } = editor.store
  const isGuarded = (source: 'remote' | 'user') => source === 'user' && !mayLock()
  const stops = [
    sideEffects.registerBeforeCreateHandler('shape', (shape, source) => {
      if (!isGuarded(source)) return shape
      const free = shape.isLocked ? { ...shape, isLocked: false } : shape // a copy of what is locked
      return isParentHeld(editor, shape.parentId) ? onPage(editor, free) : free
    }),
    sideEffects.registerBeforeChangeHandler('shape', (before, after, source) => {
      if (!isGuarded(source)) return after
      if (before.isLocked !== after.isLocked || isHeld(editor, before)) return before
      return after.parentId !== before.parentId && isParentHeld(editor, after.parentId) ? before : after
    }),
    sideEffects.registerBeforeDeleteHandler('shape', (shape, source) => {
      if (isGuarded(source) && (isHeld(editor, shape) || holdsLocked(editor, shape.id))) return false
      return
    }),
    sideEffects.registerBeforeDeleteHandler('binding', ({ fromId }, source) => {
      const shape = editor.getShape(fromId)
      if (isGuarded(source) && shape && isHeld(editor, shape)) return false
      return
    }),
    sideEffects.registerBeforeChangeHandler('binding', (before, after, source) => {
      const shape = editor.getShape(before.fromId)
      return isGuarded(source) && shape && isHeld(editor, shape) ? before : after
    }),
    // Typing into what is locked would be lost letter by letter, for facilitators too: they unlock it first.
    sideEffects.registerBeforeChangeHandler('instance_page_state', (before, after) => {
      const id = after.editingShapeId
      if (id === before.editingShapeId || id === null) return after
      const shape = editor.getShape(id)
      return shape && isHeld(editor, shape) ? { ...after, editingShapeId: null } : after
    }),
    sideEffects.registerAfterChangeHandler('shape', (before, after, source) => {
      if (source !== 'remote' || before.isLocked || !after.isLocked) return
      endWorkOn(editor)
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

/** What was being typed or dragged when the lock came is kept as it is: the server still takes it. */
function endWorkOn(editor: Editor): void {
  const ids = [editor.getEditingShapeId(), ...editor.getSelectedShapeIds()]
  const isWorking = ids.some((id) => {
    const shape = id && editor.getShape(id)
    return shape && isHeld(editor, shape)
  })
  if (isWorking) editor.timers.requestAnimationFrame(() => editor.complete().selectNone())
}

/** A card made in a locked map lies above it, where it was made. */
function onPage(editor: Editor, shape: TLShape): TLShape {
  const { x, y } = editor.getShapePageTransform(shape.parentId as TLShape['id']).applyToPoint(shape) // of a held shape
  const placed = { ...shape, x, y, parentId: editor.getCurrentPageId() }
  const isCard = isOwn(shape) && 'stageId' in shape.props
  return isCard ? { ...placed, props: { ...shape.props, stageId: null, laneId: null } } : placed
}
