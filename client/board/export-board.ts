// Pictures of what lies on a board: PNG and SVG, light or dark.
import { DefaultColorThemePalette, type Editor } from '@tldraw/tldraw'
import { exportPalette } from '#client/board/palette.ts'

export type PictureFormat = { type: 'png' | 'svg'; colorScheme: 'light' | 'dark' }
/** Width and height in CSS pixels at 100 %. */
export type Picture = { blob: Blob; width: number; height: number }

const padding = 24

/** Everything on the page; null when there is nothing on it. */
export async function exportBoard(
  editor: Editor,
  { type, colorScheme }: PictureFormat,
): Promise<Picture | null> {
  const shapes = [...editor.getCurrentPageShapeIds()]
  if (shapes.length === 0) return null
  // tldraw paints the background with its own theme's colour.
  const theme = DefaultColorThemePalette[colorScheme === 'dark' ? 'darkMode' : 'lightMode']
  theme.background = exportPalette(colorScheme).board
  return editor.toImage(shapes, {
    format: type,
    background: true,
    darkMode: colorScheme === 'dark',
    padding,
    pixelRatio: type === 'png' ? 2 : 1,
  })
}
