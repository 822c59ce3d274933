// Pictures of the board for files: all of it, one map, or the part around a card; drawn when one is asked for.
import type { BoardContents, BoardDrawing } from '#client/board/draw-board.ts'
import { pixelsAt } from '#client/board/picture-scale.ts'
import type { ShapeId } from '#shared/ids.ts'

/** As a picture block of the report says it. */
export type PictureOf = 'board' | ShapeId
/** Width and height in pixels. */
export type PngPicture = { bytes: Uint8Array<ArrayBuffer>; width: number; height: number }
/** Width and height in CSS pixels at 100 %. */
export type SvgPicture = { svg: string; width: number; height: number }

/** Light, because they go onto slides and paper. Null: nothing lies on the board, or the card is gone. */
export type Pictures = {
  /** `longestSide` in pixels; never more than twice the size on the board. */
  png(of: PictureOf, longestSide?: number): Promise<PngPicture | null>
  svg(of: PictureOf): Promise<SvgPicture | null>
}

/** Enough for a page across at 300 dots per inch, and 34 MB while it is made. */
const usualSide = 3508

/** Close them: a board is held open as soon as something has been drawn. */
export function openPictures(contents: BoardContents): Pictures & { close(): void } {
  let drawing: Promise<BoardDrawing> | null = null
  const open = () => {
    drawing ??= import('#client/board/draw-board.ts').then(({ openDrawing }) => openDrawing(contents))
    return drawing
  }
  // A drawing does one thing after the other; a picture that failed does not hold up the next.
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <Made>(draw: (board: BoardDrawing) => Promise<Made>): Promise<Made> => {
    const made = last.then(async () => draw(await open()))
    last = made.catch(() => {})
    return made
  }
  return {
    png: (of, longestSide = usualSide) =>
      inTurn(async (board) => {
        const extent = extentOf(of)
        const size = board.size(extent)
        if (!size) return null
        const { scale } = pixelsAt(size, Math.min(2, longestSide / Math.max(size.width, size.height)))
        const picture = await board.draw({ type: 'png', colorScheme: 'light', scale }, extent)
        return picture && measured(new Uint8Array(await picture.blob.arrayBuffer()))
      }),
    svg: (of) =>
      inTurn(async (board) => {
        const picture = await board.draw({ type: 'svg', colorScheme: 'light' }, extentOf(of))
        if (!picture) return null
        const { blob, width, height } = picture
        return { svg: await blob.text(), width, height }
      }),
    close: () => void drawing?.then((board) => board.close()),
  }
}

const extentOf = (of: PictureOf) => (of === 'board' ? 'everything' : { around: of })

/** A PNG says its own size: bytes 16 to 23, after the signature and the head of its first chunk. */
function measured(bytes: Uint8Array<ArrayBuffer>): PngPicture {
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  return { bytes, width: view.getUint32(16), height: view.getUint32(20) }
}
