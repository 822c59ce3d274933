// Pictures of what lies on a board: PNG and SVG, light or dark.
import type { Editor } from '@tldraw/tldraw'

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
  return editor.toImage(shapes, {
    format: type,
    background: true,
    darkMode: colorScheme === 'dark',
    padding,
    pixelRatio: type === 'png' ? 2 : 1,
  })
}
