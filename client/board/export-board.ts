// Pictures of what lies on a board: PNG and SVG, light or dark, of all of it or of a part.
import { Box, DefaultColorThemePalette, type Editor, type TLShapeId } from '@tldraw/tldraw'
import { exportPalette } from '#client/board/palette.ts'

export type PictureFormat = {
  type: 'png' | 'svg'
  colorScheme: 'light' | 'dark'
  /** Pixels for each pixel of the board, for a PNG. */
  scale?: number
}
/** Width and height in CSS pixels at 100 %. */
export type Picture = { blob: Blob; width: number; height: number }
/** Everything on the page, or these with all that lies in them. */
export type Extent = 'everything' | readonly string[]

const padding = 24

export async function exportBoard(
  editor: Editor,
  { type, colorScheme, scale = 2 }: PictureFormat,
  extent: Extent = 'everything',
): Promise<Picture | null> {
  const shapes = idsIn(editor, extent)
  if (shapes.length === 0) return null
  // tldraw paints the background with its own theme's colour.
  const theme = DefaultColorThemePalette[colorScheme === 'dark' ? 'darkMode' : 'lightMode']
  theme.background = exportPalette(colorScheme).board
  return editor.toImage(shapes, {
    format: type,
    background: true,
    darkMode: colorScheme === 'dark',
    padding,
    pixelRatio: type === 'png' ? scale : 1,
  })
}

/** How large a picture will be, in CSS pixels; null when there is nothing in it. */
export function pictureSize(editor: Editor, extent: Extent): { width: number; height: number } | null {
  const ids = editor.getShapeAndDescendantIds(idsIn(editor, extent))
  const boxes = [...ids].flatMap((id) => editor.getShapeMaskedPageBounds(id) ?? [])
  if (boxes.length === 0) return null
  const { w, h } = Box.Common(boxes)
  return { width: w + 2 * padding, height: h + 2 * padding }
}

function idsIn(editor: Editor, extent: Extent): TLShapeId[] {
  const all = [...editor.getCurrentPageShapeIds()]
  if (extent === 'everything') return all
  const wanted = new Set<string>(extent)
  return all.filter((id) => wanted.has(id))
}
