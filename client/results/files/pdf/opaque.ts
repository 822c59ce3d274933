// A picture without transparency goes into a PDF as it is; with it, every pixel would be unpacked and packed again, in seconds.
import type { PngPicture } from '#client/results/files/pictures.ts'

/** Byte 25 of a PNG says what a pixel is made of: these kinds have an alpha channel. */
const withAlpha = new Set([4, 6])

/** As it is where this browser has no canvas outside of pages: slower, and as good. */
export async function opaque(picture: PngPicture): Promise<PngPicture> {
  if (!withAlpha.has(picture.bytes[25] ?? 0) || typeof OffscreenCanvas === 'undefined') return picture
  const bitmap = await createImageBitmap(new Blob([picture.bytes], { type: 'image/png' }))
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
  const context = canvas.getContext('2d', { alpha: false })
  if (!context) return picture
  context.drawImage(bitmap, 0, 0)
  bitmap.close()
  const blob = await canvas.convertToBlob({ type: 'image/png' })
  return { ...picture, bytes: new Uint8Array(await blob.arrayBuffer()) }
}
