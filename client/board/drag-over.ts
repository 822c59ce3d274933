// While shapes are dragged, tldraw asks every shape on the page whether the pointer is over it; only frames care.
import type { Editor } from '@tldraw/tldraw'

/** What is dragged over a map or a cluster is put there when it is dropped, by us: without a frame there is nothing to ask. */
export function askFramesOnly(editor: Editor): void {
  const ask = editor.getDraggingOverShape.bind(editor)
  const frames = editor.store.query.ids('shape', () => ({ type: { eq: 'frame' } }), 'all frames')
  editor.getDraggingOverShape = (point, dragged) =>
    frames.get().size === 0 ? undefined : ask(point, dragged)
}
