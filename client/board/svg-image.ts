// An SVG as an image that PNGs are cut of. tldraw's own way finds out first how large a canvas can be, by making one of 1 GB.
import type { Region } from '#client/board/picture-region.ts'
import { pixelsAt } from '#client/board/picture-scale.ts'
import { withDensity } from '#client/board/png-density.ts'

export type Cut = {
  /** In the units of the SVG, from its upper left corner. */
  part: Region
  /** Pixels for each of those units; less where that would be more than a browser draws. */
  scale: number
  /** Drawn on top: with the context in the units of the SVG. */
  mark?: (context: CanvasRenderingContext2D) => void
}
export type SvgImage = {
  png(cut: Cut): Promise<Blob>
  /** Gives its memory back at once, and not when somebody clears up. */
  close(): void
}

/**
 * By a data URL, not an object URL: with HTML in the SVG, the canvas would count as foreign and give nothing away. Wherever the
 * page shows an image by the same one, a browser holds it once: an SVG of 300 cards takes some 30 MB when it is read.
 * `background` is seen where the picture's last pixel is not all covered.
 */
export async function openSvg(url: string, background: string): Promise<SvgImage> {
  const image = new Image()
  image.src = url
  await image.decode()
  return {
    async png({ part: { x, y, w, h }, scale: wished, mark }) {
      const { width, height, scale } = pixelsAt({ width: w, height: h }, wished)
      const canvas = document.createElement('canvas')
      Object.assign(canvas, { width, height })
      try {
        // Without transparency the PNG is smaller, and a PDF takes it as it is. Out of the reach of a graphics card:
        // what it draws would have to be fetched back.
        const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true })
        if (!context) throw new Error('The browser made no canvas for the picture.')
        context.fillStyle = background
        context.fillRect(0, 0, width, height)
        context.drawImage(image, x, y, width / scale, height / scale, 0, 0, width, height)
        context.setTransform(scale, 0, 0, scale, -x * scale, -y * scale)
        mark?.(context)
        return await packed(canvas, scale)
      } finally {
        // Its memory at once, too: of a report's pictures that would be hundreds of MB.
        Object.assign(canvas, { width: 0, height: 0 })
      }
    },
    close: () => image.removeAttribute('src'),
  }
}

async function packed(canvas: HTMLCanvasElement, scale: number): Promise<Blob> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!blob) throw new Error('The browser made no image of the picture.')
  return withDensity(blob, scale)
}
