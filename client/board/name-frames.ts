// A new frame is called one in the language of whoever makes it; tldraw would say "Frame" to everybody.
import type { Editor, TLFrameShape, TLShape } from '@tldraw/tldraw'
import { sceneOf } from '#client/board/scene.ts'

export function nameFrames(editor: Editor): () => void {
  return editor.store.sideEffects.registerBeforeCreateHandler('shape', (shape, source) =>
    source === 'user' && isFrame(shape) && shape.props.name === ''
      ? { ...shape, props: { ...shape.props, name: sceneOf(editor).get().say('frame') } }
      : shape,
  )
}

const isFrame = (shape: TLShape): shape is TLFrameShape => shape.type === 'frame'
