// Makes a picture of a board from its state, without showing it: for the results page and its downloads.
import {
  createTLStore,
  defaultBindingUtils,
  defaultShapeTools,
  defaultShapeUtils,
  defaultTools,
  Editor,
} from '@tldraw/tldraw'
import * as Y from 'yjs'
import { bindStore } from '#client/board/binding/bind-store.ts'
import { exportBoard, type Picture, type PictureFormat } from '#client/board/export-board.ts'
import { boardAssets } from '#client/board/images/board-assets.ts'
import type { ImageSeat } from '#client/board/images/upload-image.ts'
import { sceneOf } from '#client/board/scene.ts'
import { ownUtils } from '#client/board/shapes/own-utils.ts'
import { boardSchema } from '#shared/board/schema.ts'

export type BoardContents = {
  /** The whole state as a Yjs V1 update. */
  update: Uint8Array
  departments: readonly { departmentId: string; title: string }[]
  /** Whose images lie on it, and as whom they are fetched. */
  images: ImageSeat
}

/** Null for a board with nothing on it. Words are in the interface's language. */
export async function drawBoard(
  { update, departments, images }: BoardContents,
  format: PictureFormat,
): Promise<Picture | null> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  const store = createTLStore({ schema: boardSchema, assets: boardAssets(images) })
  // A record that cannot be drawn is left out; the room's board says so where it is edited.
  const binding = bindStore({ doc, store, onBadRecord: () => {} })
  const container = document.createElement('div')
  container.className = 'tl-container'
  container.style.cssText = 'position: fixed; inset: 0; visibility: hidden; pointer-events: none'
  document.body.append(container)
  const editor = new Editor({
    store,
    shapeUtils: [...ownUtils, ...defaultShapeUtils],
    bindingUtils: [...defaultBindingUtils],
    tools: [...defaultTools, ...defaultShapeTools],
    getContainer: () => container,
    initialState: 'select',
    autoFocus: false,
  })
  try {
    sceneOf(editor).update((scene) => ({ ...scene, departments }))
    return await exportBoard(editor, format)
  } finally {
    editor.dispose()
    binding.dispose()
    container.remove()
    doc.destroy()
  }
}
