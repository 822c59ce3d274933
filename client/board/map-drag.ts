// Which map this person is dragging by its title: what is written meanwhile is held back as during other drags.
import type { Editor } from '@tldraw/tldraw'

const dragging = new WeakSet<Editor>()

export const isMapDragged = (editor: Editor): boolean => dragging.has(editor)
export function setMapDragged(editor: Editor, isDragged: boolean): void {
  if (isDragged) dragging.add(editor)
  else dragging.delete(editor)
}
