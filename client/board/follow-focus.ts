// Keys work on the board while the focus is in it, and only then.
import type { Editor } from '@tldraw/tldraw'

/** Without `autoFocus`, which would take the focus from the page when it opens, tldraw leaves this to us. */
export function followFocus(editor: Editor): () => void {
  const container = editor.getContainer()
  const come = () => {
    if (!editor.getIsFocused()) editor.focus({ focusContainer: false })
  }
  const go = ({ relatedTarget }: FocusEvent) => {
    const isInside = relatedTarget instanceof Node && container.contains(relatedTarget)
    if (!isInside && document.hasFocus()) editor.blur({ blurContainer: false })
  }
  container.addEventListener('focusin', come)
  container.addEventListener('focusout', go)
  return () => {
    container.removeEventListener('focusin', come)
    container.removeEventListener('focusout', go)
  }
}
