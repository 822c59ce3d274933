// Pictures of the board for files: all of it, one map, or the part around a card; drawn when one is asked for.
import type { BoardContents } from '#client/board/draw-board.ts'
import type { BoardImage } from '#client/board/whole-board.ts'
import type { ShapeId } from '#shared/ids.ts'

/** As a picture block of the report says it. */
export type PictureOf = 'board' | ShapeId
/** Width and height in pixels. */
export type PngPicture = { bytes: Uint8Array<ArrayBuffer>; width: number; height: number }

/** Light, because they go onto slides and paper. Null: nothing lies on the board, or the card is gone. */
export type Pictures = {
  /** `longestSide` in pixels; never more than twice the size on the board. */
  png(of: PictureOf, longestSide?: number): Promise<PngPicture | null>
  /** Gives back what they are cut of, which is held as soon as one has been asked for. */
  close(): void
}

/** Enough for a page across at 300 dots per inch. */
const usualSide = 3508

export function openPictures(contents: BoardContents): Pictures {
  let image: Promise<BoardImage | null> | null = null
  const open = () => {
    image ??= import('#client/board/kept-board.ts').then(({ openKeptBoard }) => openKeptBoard(contents))
    return image
  }
  return {
    async png(of, longestSide = usualSide) {
      const blob = await (await open())?.png(extentOf(of), longestSide)
      return blob ? measured(new Uint8Array(await blob.arrayBuffer())) : null
    },
    close() {
      image?.then(
        (opened) => opened?.close(),
        () => {}, // told to whoever asked
      )
      image = null
    },
  }
}

const extentOf = (of: PictureOf) => (of === 'board' ? 'everything' : { around: of })

/** A PNG says its own size: bytes 16 to 23, after the signature and the head of its first chunk. */
function measured(bytes: Uint8Array<ArrayBuffer>): PngPicture {
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  return { bytes, width: view.getUint32(16), height: view.getUint32(20) }
}
