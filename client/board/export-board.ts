// Pictures of what lies on a board: PNG and SVG, light or dark, of all of it or of a part.
import { Box, DefaultColorThemePalette, type Editor, type TLShape, type TLShapeId } from '@tldraw/tldraw'
import { exportPalette } from '#client/board/palette.ts'
import { regionAround, withFrame } from '#client/board/picture-region.ts'
import { usualScale } from '#client/board/picture-scale.ts'
import { pngOf } from '#client/board/png-of.ts'
import { svgText } from '#client/board/svg-text.ts'

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

const padding = 24

export async function exportBoard(
  editor: Editor,
  { type, colorScheme, scale }: PictureFormat,
  extent: Extent = 'everything',
): Promise<Picture | null> {
  const shapes = idsIn(editor, extent)
  const size = pictureSize(editor, extent)
  if (shapes.length === 0 || !size) return null
  const region = regionOf(editor, extent)
  // tldraw paints the background with its own theme's colour.
  const theme = DefaultColorThemePalette[colorScheme === 'dark' ? 'darkMode' : 'lightMode']
  theme.background = exportPalette(colorScheme).board
  const options = {
    background: true,
    darkMode: colorScheme === 'dark',
    pixelRatio: type === 'png' ? (scale ?? usualScale(size)) : 1,
  }
  const drawn = await svgText(editor, shapes, {
    ...options,
    ...(region ? { bounds: region, padding: 0 } : { padding }),
  })
  if (!drawn) return null
  const { width, height } = drawn
  const around = region && cardBounds(editor, extent)
  const svg = around ? withFrame(drawn.svg, around, exportPalette(colorScheme).accent) : drawn.svg
  const blob =
    type === 'svg' ? new Blob([svg], { type: 'image/svg+xml' }) : await pngOf(svg, drawn, options.pixelRatio)
  return { blob, width, height }
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

/** What is seen of the page; null for a picture that is as large as what it shows. A map is shown whole. */
export function regionOf(editor: Editor, extent: Extent): Box | null {
  const bounds = boundsOf(editor, extent)
  const page = editor.getCurrentPageBounds()
  if (!bounds || !page) return null
  const card = cardBounds(editor, extent)
  if (!card) return bounds.clone().expandBy(padding)
  return Box.From(regionAround(card, page.clone().expandBy(padding)))
}

/** Of the card that the picture is about; null for a map. */
function cardBounds(editor: Editor, extent: Extent): Box | null {
  const shape = shapeOf(editor, extent)
  return shape?.type === 'journey-map' ? null : boundsOf(editor, extent)
}

function boundsOf(editor: Editor, extent: Extent): Box | null {
  const shape = shapeOf(editor, extent)
  return (shape && editor.getShapePageBounds(shape)) ?? null
}

const shapeOf = (editor: Editor, extent: Extent): TLShape | undefined =>
  extent === 'everything' || !('around' in extent)
    ? undefined
    : editor.getCurrentPageShapes().find(({ id }) => id === extent.around)

function idsIn(editor: Editor, extent: Extent): TLShapeId[] {
  const all = [...editor.getCurrentPageShapeIds()]
  if (extent === 'everything') return all
  if ('around' in extent) return all.some((id) => id === extent.around) ? all : []
  const wanted = new Set<string>(extent)
  return all.filter((id) => wanted.has(id))
}
