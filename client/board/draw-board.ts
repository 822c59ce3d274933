// Draws a board from its state, without showing it: for the results page, for pictures to take along.
import {
  atom,
  type Box,
  createTLStore,
  defaultBindingUtils,
  defaultShapeTools,
  defaultShapeUtils,
  defaultTools,
  Editor,
} from '@tldraw/tldraw'
import * as Y from 'yjs'
import { bindStore } from '#client/board/binding/bind-store.ts'
import { boardTexts } from '#client/board/board-texts.ts'
import {
  type Extent,
  exportBoard,
  type Picture,
  type PictureFormat,
  pictureSize,
  regionOf,
} from '#client/board/export-board.ts'
import { boardAssets } from '#client/board/images/board-assets.ts'
import type { ImageSeat } from '#client/board/images/upload-image.ts'
import { applyOwnTheme, ownFonts } from '#client/board/own-theme.ts'
import { type Scene, sceneOf } from '#client/board/scene.ts'
import { ownUtils } from '#client/board/shapes/own-utils.ts'
import { drawWhole, type WholeBoard } from '#client/board/whole-board.ts'
import { textsNow } from '#client/ui/texts.ts'
import { boardSchema } from '#shared/board/schema.ts'
import type { Language } from '#shared/language.ts'

export type BoardContents = {
  /** The whole state as a Yjs V1 update. */
  update: Uint8Array
  departments: readonly { departmentId: string; title: string }[]
  /** Whose images lie on it, and as whom they are fetched. */
  images: ImageSeat
  /** Who wrote a note that says so, where that is known. */
  authorOf?: Scene['authorOf']
  /** Of the words on it; the interface's where none was chosen. */
  language?: Language
}
/** What the board's own view shows differently, for pictures that are as what one sees. */
export type SeenAs = Partial<Scene>

/** A board that is drawn from time to time; close it. */
export type BoardDrawing = {
  /** Null when there is nothing in it. */
  size(extent: Extent): { width: number; height: number } | null
  /** Null when there is nothing in it. One after the other, never two at once. */
  draw(format: PictureFormat, extent: Extent): Promise<Picture | null>
  /** For many pictures of its parts. Null when nothing lies on it. */
  whole(): Promise<WholeBoard | null>
  /** Takes in what has happened since. */
  follow(update: Uint8Array): void
  close(): void
}

applyOwnTheme()

export function openDrawing(
  { update, departments, images, authorOf, language }: BoardContents,
  seenAs: SeenAs = {},
): BoardDrawing {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  const store = createTLStore({ schema: boardSchema, assets: boardAssets(images) })
  // A record that cannot be drawn is left out; the room's board says so where it is edited.
  const binding = bindStore({ doc, store, onBadRecord: () => {} })
  const container = document.createElement('div')
  container.className = 'tl-container'
  container.style.cssText = 'position: fixed; inset: 0; visibility: hidden; pointer-events: none'
  document.body.append(container)
  // What lies outside is not even drawn: a board of 2,000 cards has pictures of single ones.
  const region = atom<Box | null>('drawn region', null)
  const editor = new Editor({
    store,
    getShapeVisibility: (shape, drawing) => {
      const seen = region.get()
      return seen && !drawing.getShapePageBounds(shape)?.collides(seen) ? 'hidden' : 'visible'
    },
    shapeUtils: [...ownUtils, ...defaultShapeUtils],
    bindingUtils: [...defaultBindingUtils],
    tools: [...defaultTools, ...defaultShapeTools],
    getContainer: () => container,
    initialState: 'select',
    autoFocus: false,
    fontAssetUrls: ownFonts,
  })
  sceneOf(editor).update((scene) => ({
    ...scene,
    ...(authorOf && { authorOf }),
    ...(language && { language, say: textsNow(boardTexts, language) }),
    ...seenAs,
    departments,
    images,
  }))
  return {
    size: (extent) => pictureSize(editor, extent),
    async draw(format, extent) {
      region.set(regionOf(editor, extent))
      try {
        return await exportBoard(editor, format, extent)
      } finally {
        region.set(null)
      }
    },
    whole: () => drawWhole(editor),
    follow: (later) => Y.applyUpdate(doc, later),
    close() {
      editor.dispose()
      binding.dispose()
      container.remove()
      doc.destroy()
    },
  }
}

/** Everything on it, once; null for a board with nothing on it. */
export async function drawBoard(contents: BoardContents, format: PictureFormat): Promise<Picture | null> {
  const drawing = openDrawing(contents)
  try {
    return await drawing.draw(format, 'everything')
  } finally {
    drawing.close()
  }
}
