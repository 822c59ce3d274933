// Makes a PNG of the text of an SVG. tldraw's own way finds out first how large a canvas can be, by making one of 1 GB.
import { PngHelpers } from '@tldraw/tldraw'
import { pixelsAt } from '#client/board/picture-scale.ts'

/** `scale`: pixels for each of its units; less where that would be more than a browser draws. */
export async function pngOf(
  svg: string,
  size: { width: number; height: number },
  wished: number,
): Promise<Blob> {
  const { width, height, scale } = pixelsAt(size, wished)
  const image = new Image()
  // Not by an object URL: with HTML in it, the canvas would count as foreign and give nothing away.
  image.src = await dataUrl(new Blob([svg], { type: 'image/svg+xml' }))
  await image.decode()
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width, height })
  canvas.getContext('2d')?.drawImage(image, 0, 0, width, height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  // Their memory at once, and not when somebody clears up: of a report's pictures that would be hundreds of MB.
  Object.assign(canvas, { width: 0, height: 0 })
  image.removeAttribute('src')
  if (!blob) throw new Error('The browser made no image of the picture.')
  // How many pixels go for one of the board: programs show it in its own size.
  return PngHelpers.setPhysChunk(new DataView(await blob.arrayBuffer()), scale, { type: 'image/png' })
}

function dataUrl(blob: Blob): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const reader = new FileReader()
  reader.onload = () => resolve(String(reader.result))
  reader.onerror = () => reject(reader.error ?? new Error('The picture could not be read.'))
  reader.readAsDataURL(blob)
  return promise
}
