// A tldraw store that is bound to the board's document for as long as the canvas is there.
import { createTLStore, type Editor, type TLStore } from '@tldraw/tldraw'
import { type RefObject, useEffect, useState } from 'react'
import { type Binding, bindStore } from '#client/board/binding/bind-store.ts'
import { flushWhenLeft } from '#client/board/binding/flush-when-left.ts'
import type { BoardConnection } from '#client/board/board-connection.ts'
import { boardAssets } from '#client/board/images/board-assets.ts'
import type { ImageSeat } from '#client/board/images/upload-image.ts'
import { isMapDragged } from '#client/board/map-drag.ts'
import { boardSchema } from '#shared/board/schema.ts'

export type BoundStore = { store: TLStore; binding: Binding }

/** `mounted`: the editor over this store, while there is one. Null before the store is bound. */
export function useBoundStore(
  board: BoardConnection,
  images: ImageSeat,
  mounted: RefObject<Editor | null>,
): BoundStore | null {
  const [bound, setBound] = useState<BoundStore | null>(null)
  useEffect(() => {
    const store = createTLStore({ schema: boardSchema, assets: boardAssets(images) })
    const binding = bindStore({
      doc: board.doc,
      store,
      // The server's guard lets none in; whoever keeps the server learns of it from the browser's console.
      onBadRecord: (id, reason) => reportError(new Error(`The board leaves out ${id}: ${reason}`)),
      isDragging: () => {
        const { current } = mounted
        return !!current && (current.inputs.isDragging || isMapDragged(current))
      },
    })
    setBound({ store, binding })
    const stopWatching = flushWhenLeft(binding)
    return () => {
      stopWatching()
      binding.dispose()
      setBound(null)
    }
  }, [board, images, mounted])
  return bound
}
