// From the emotion tool to the slider of the selected stage, as soon as that stands.
import type { Editor } from '@tldraw/tldraw'
import { inspectorId } from '#client/board/chrome/beside-selection.ts'

/** It comes with the next rendering, or never: then nothing happens. */
const waitAtMostMs = 1000

export function focusEmotion(editor: Editor): void {
  const container = editor.getContainer()
  const focus = (): boolean => {
    const slider = container.querySelector<HTMLElement>(
      `#${inspectorId} :is([role="slider"], input[type="range"])`,
    )
    slider?.focus()
    return slider !== null && document.activeElement === slider
  }
  if (focus()) return
  const observer = new MutationObserver(() => {
    if (focus()) observer.disconnect()
  })
  observer.observe(container, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['style'],
  })
  setTimeout(() => observer.disconnect(), waitAtMostMs)
}
