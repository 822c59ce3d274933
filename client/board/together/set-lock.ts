// Locks a shape with all in it, or unlocks it: one step to undo, of a facilitator's.
import type { Editor, TLShapeId } from '@tldraw/tldraw'
import { lockTarget } from '#client/board/together/held.ts'

export function setLock(editor: Editor, id: TLShapeId, isLocked: boolean): void {
  const shape = editor.getShape(id)
  if (!shape) return
  const target = isLocked ? lockTarget(editor, shape) : shape
  editor.markHistoryStoppingPoint(isLocked ? 'lock' : 'unlock')
  editor.run(() => editor.updateShape({ id: target.id, type: target.type, isLocked }), {
    ignoreShapeLock: true,
  })
  if (isLocked) editor.selectNone()
}
