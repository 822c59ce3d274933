// A real tldraw editor in Node, with our shapes and schema: its rules without a screen. Not for tldraw's rich texts.
import { createTLStore, defaultBindingUtils, defaultShapeUtils, Editor } from '@tldraw/tldraw'
import { vi } from 'vitest'
import { ownUtils } from '#client/board/shapes/own-utils.ts'
import { boardSchema } from '#shared/board/schema.ts'

/** Its view is 1080 x 720 until the camera is set. To be undone by `vi.unstubAllGlobals()`, after its `dispose()`. */
export function openEditor(): Editor {
  const document = {
    ...element(),
    createElement: element,
    body: element(),
    documentElement: element(),
    fonts: { add: nothing },
    activeElement: null,
  }
  const window = {
    ...element(),
    document,
    devicePixelRatio: 1,
    matchMedia: () => ({ matches: false, ...element() }),
    // Nothing happens by itself: frames and delays would run into the next test.
    requestAnimationFrame: () => 0,
    cancelAnimationFrame: nothing,
    setTimeout: () => 0,
    clearTimeout: nothing,
    setInterval: () => 0,
    clearInterval: nothing,
  }
  const { requestAnimationFrame, cancelAnimationFrame } = window
  for (const [name, value] of Object.entries({
    document,
    window,
    requestAnimationFrame,
    cancelAnimationFrame,
  }))
    vi.stubGlobal(name, value)
  const container = { ...element(), ownerDocument: document } as unknown as HTMLElement
  const editor = new Editor({
    store: createTLStore({ schema: boardSchema }),
    shapeUtils: [...ownUtils, ...defaultShapeUtils],
    bindingUtils: [...defaultBindingUtils],
    tools: [],
    getContainer: () => container,
  })
  Object.assign(editor.textMeasure, { measureText: measured, measureTextSpans: () => [] })
  return editor
}

const nothing = () => {}

/** What the editor asks of its elements. */
const element = () => ({
  addEventListener: nothing,
  removeEventListener: nothing,
  setAttribute: nothing,
  toggleAttribute: nothing,
  append: nothing,
  appendChild: nothing,
  remove: nothing,
  focus: nothing,
  classList: { add: nothing, remove: nothing, toggle: nothing, contains: () => false },
  style: { setProperty: nothing },
  querySelector: () => null,
  querySelectorAll: () => [],
  getBoundingClientRect: () => ({
    x: 0,
    y: 0,
    left: 0,
    top: 0,
    width: 1080,
    height: 720,
    right: 1080,
    bottom: 720,
  }),
})

const measured = (text: string) => ({ x: 0, y: 0, w: text.length * 8 + 10, h: 24, scrollWidth: 0 })
