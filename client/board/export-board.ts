// Pictures of what lies on a board: PNG and SVG, light or dark, of all of it or of a part.
import { Box, DefaultColorThemePalette, type Editor, type TLShape, type TLShapeId } from '@tldraw/tldraw'
import { dataUrl } from '#client/board/data-url.ts'
import { exportPalette } from '#client/board/palette.ts'
import { regionAround, withFrame } from '#client/board/picture-region.ts'
import { usualScale } from '#client/board/picture-scale.ts'
import { openSvg } from '#client/board/svg-image.ts'
import { type Drawn, svgText } from '#client/board/svg-text.ts'

export type PictureFormat = {
  type: 'png' | 'svg'
  colorScheme: 'light' | 'dark'
  /** Pixels for each pixel of the board, for a PNG; without, as many as make a good picture of it. */
  scale?: number
}
/** Width and height in CSS pixels at 100 %. */
export type Picture = { blob: Blob; width: number; height: number }
/** Everything on the page, these with all that lies in them, or one with what lies around it. */
export type Extent = 'everything' | readonly string[] | { around: string }

/** Left free around everything, px at 100 %. */
export const padding = 24

export async function exportBoard(
  editor: Editor,
  { type, colorScheme, scale }: PictureFormat,
  extent: Extent = 'everything',
): Promise<Picture | null> {
  const shapes = idsIn(editor, extent)
  const size = pictureSize(editor, extent)
  if (shapes.length === 0 || !size) return null
  const region = regionOf(editor, extent)
  const pixels = type === 'png' ? (scale ?? usualScale(size)) : 1
  const drawn = await drawnSvg(editor, shapes, { colorScheme, pixels, region })
  if (!drawn) return null
  const { width, height } = drawn
  const about = aboutIn(editor, extent)
  const isFramed = about && !about.isMap
  const svg = isFramed ? withFrame(drawn.svg, about.bounds, exportPalette(colorScheme).accent) : drawn.svg
  const blob = new Blob([svg], { type: 'image/svg+xml' })
  if (type === 'svg') return { blob, width, height }
  const image = await openSvg(await dataUrl(blob), exportPalette(colorScheme).board)
  try {
    const part = { x: 0, y: 0, w: width, h: height }
    return { blob: await image.png({ part, scale: pixels }), width, height }
  } finally {
    image.close()
  }
}

type Drawing = {
  colorScheme: PictureFormat['colorScheme']
  /** For each of the board's, in which images on it are fetched. */
  pixels: number
  /** Null: as large as what is drawn. */
  region: Box | null
}

export function drawnSvg(
  editor: Editor,
  shapes: TLShapeId[],
  { colorScheme, pixels, region }: Drawing,
): Promise<Drawn | null> {
  // tldraw paints the background with its own theme's colour.
  const theme = DefaultColorThemePalette[colorScheme === 'dark' ? 'darkMode' : 'lightMode']
  theme.background = exportPalette(colorScheme).board
  return svgText(editor, shapes, {
    background: true,
    darkMode: colorScheme === 'dark',
    pixelRatio: pixels,
    ...(region ? { bounds: region, padding: 0 } : { padding }),
  })
}

/** How large a picture will be, in CSS pixels; null when there is nothing in it. */
export function pictureSize(editor: Editor, extent: Extent): { width: number; height: number } | null {
  const region = regionOf(editor, extent)
  if (region) return { width: region.w, height: region.h }
  const ids = editor.getShapeAndDescendantIds(idsIn(editor, extent))
  const boxes = [...ids].flatMap((id) => editor.getShapeMaskedPageBounds(id) ?? [])
  if (boxes.length === 0) return null
  const { w, h } = Box.Common(boxes)
  return { width: w + 2 * padding, height: h + 2 * padding }
}

/** What is seen of the page; null for a picture that is as large as what it shows. */
export function regionOf(editor: Editor, extent: Extent): Box | null {
  const about = aboutIn(editor, extent)
  const page = editor.getCurrentPageBounds()
  return about && page ? partAround(about, page.clone().expandBy(padding)) : null
}

/** A shape and where it lies. */
export type Lying = { id: TLShapeId; bounds: Box; isMap: boolean }

export function lying(editor: Editor, { id, type }: TLShape): Lying | null {
  const bounds = editor.getShapePageBounds(id)
  return bounds ? { id, bounds, isMap: type === 'journey-map' } : null
}

/** A map is shown whole, a card with what lies around it. */
export const partAround = ({ bounds, isMap }: Lying, page: Box): Box =>
  isMap ? bounds.clone().expandBy(padding) : Box.From(regionAround(bounds, page))

/** What the picture is about; null for everything and for a selection. */
function aboutIn(editor: Editor, extent: Extent): Lying | null {
  if (extent === 'everything' || !('around' in extent)) return null
  const shape = editor.getCurrentPageShapes().find(({ id }) => id === extent.around)
  return shape ? lying(editor, shape) : null
}

function idsIn(editor: Editor, extent: Extent): TLShapeId[] {
  const all = [...editor.getCurrentPageShapeIds()]
  if (extent === 'everything') return all
  if ('around' in extent) return all.some((id) => id === extent.around) ? all : []
  const wanted = new Set<string>(extent)
  return all.filter((id) => wanted.has(id))
}
