// All of a board as one light drawing, of which PNGs are cut: each drawn by itself takes far more time and memory.
import { Box, type Editor } from '@tldraw/tldraw'
import { dataUrl } from '#client/board/data-url.ts'
import { drawnSvg, type Lying, lying, padding, partAround } from '#client/board/export-board.ts'
import { exportPalette } from '#client/board/palette.ts'
import { drawFrame, type Region } from '#client/board/picture-region.ts'
import { usualScale } from '#client/board/picture-scale.ts'
import { openSvg } from '#client/board/svg-image.ts'

export type WholeBoard = {
  svg: Blob
  /** The same, to be shown and cut from. */
  url: string
  /** What it shows, px at 100 %. */
  region: Box
  /** Of each shape. */
  places: ReadonlyMap<string, Lying>
}
/** Everything, or a shape with what lies around it. */
export type BoardPart = 'everything' | { around: string }
/** Close it. */
export type BoardImage = {
  /** `longestSide` in pixels, never finer than twice the size on the board; without, as is usual. Null: it is not there. */
  png(of: BoardPart, longestSide?: number): Promise<Blob | null>
  close(): void
}

/** Null when nothing lies on the board. */
export async function drawWhole(editor: Editor): Promise<WholeBoard | null> {
  const page = editor.getCurrentPageBounds()?.clone().expandBy(padding)
  if (!page) return null
  // In whole pixels, which is how browsers count the size of an image.
  const [x, y] = [Math.floor(page.minX), Math.floor(page.minY)]
  const region = new Box(x, y, Math.ceil(page.maxX) - x, Math.ceil(page.maxY) - y)
  const shapes = editor.getCurrentPageShapes()
  const ids = shapes.map(({ id }) => id)
  const drawn = await drawnSvg(editor, ids, { colorScheme: 'light', pixels: 2, region })
  if (!drawn) return null
  const places = new Map(shapes.flatMap((shape) => lying(editor, shape) ?? []).map((one) => [one.id, one]))
  const svg = new Blob([drawn.svg], { type: 'image/svg+xml' })
  return { svg, url: await dataUrl(svg), region, places }
}

export async function openImage({ url, region, places }: WholeBoard): Promise<BoardImage> {
  const { board, accent } = exportPalette('light')
  const image = await openSvg(url, board)
  const inImage = ({ x, y, w, h }: Region): Region => ({ x: x - region.x, y: y - region.y, w, h })
  return {
    async png(of, longestSide) {
      const about = of === 'everything' ? null : places.get(of.around)
      if (about === undefined) return null
      const part = about ? partAround(about, region) : region
      const size = { width: part.w, height: part.h }
      return image.png({
        part: inImage(part),
        scale:
          longestSide === undefined ? usualScale(size) : Math.min(2, longestSide / Math.max(part.w, part.h)),
        ...(about &&
          !about.isMap && { mark: (context) => drawFrame(context, inImage(about.bounds), accent) }),
      })
    },
    close: image.close,
  }
}
