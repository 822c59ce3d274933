// Packs a picture anew without its transparency, where the browser wrote one: a PDF unpacks any such PNG pixel by pixel.
import type { PngPicture } from '#client/results/files/pictures.ts'

/** Byte 25 of a PNG says what a pixel is made of; 6: red, green, blue, and how much is seen through. */
const withAlpha = 6
/** Rows that are unpacked at once. */
const strip = 256

/** As it is where this browser has no canvas outside of pages: slower, and as good. */
export async function opaque(picture: PngPicture): Promise<PngPicture> {
  if (picture.bytes[25] !== withAlpha || typeof OffscreenCanvas === 'undefined') return picture
  const bitmap = await createImageBitmap(new Blob([picture.bytes], { type: 'image/png' }))
  const { width, height } = bitmap
  const context = new OffscreenCanvas(width, height).getContext('2d', {
    alpha: false,
    willReadFrequently: true,
  })
  if (!context) return picture
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, width, height)
  context.drawImage(bitmap, 0, 0)
  bitmap.close()
  const pixelsAt = (y: number) => context.getImageData(0, y, width, Math.min(strip, height - y)).data
  const bytes = await pngOf(width, height, pixelsAt)
  // Its memory at once, and not when somebody clears up.
  Object.assign(context.canvas, { width: 0, height: 0 })
  return { bytes, width, height }
}

/** `pixelsAt(y)`: four bytes a pixel, of the rows from `y` on, as many as there are in a strip. */
export async function pngOf(
  width: number,
  height: number,
  pixelsAt: (y: number) => Uint8ClampedArray,
): Promise<Uint8Array<ArrayBuffer>> {
  const packing = new CompressionStream('deflate')
  const packed = new Response(packing.readable).arrayBuffer()
  const writer = packing.writable.getWriter()
  for (let y = 0; y < height; y += strip) await writer.write(filtered(pixelsAt(y), width))
  await writer.close()
  const head = new DataView(new ArrayBuffer(13))
  head.setUint32(0, width)
  head.setUint32(4, height)
  head.setUint16(8, 0x0802) // eight bits for each of three colours; the rest is as everybody has it
  const parts = [
    chunk('IHDR', new Uint8Array(head.buffer)),
    chunk('IDAT', new Uint8Array(await packed)),
    chunk('IEND', new Uint8Array()),
  ]
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
  return new Uint8Array(await new Blob([new Uint8Array(signature), ...parts]).arrayBuffer())
}

/** Three bytes a pixel, each as its difference to the pixel on its left (filter 1): areas of one colour become zeros. */
function filtered(pixels: Uint8ClampedArray, width: number): Uint8Array<ArrayBuffer> {
  const rows = pixels.length / (4 * width)
  const out = new Uint8Array(rows * (1 + 3 * width))
  let to = 0
  for (let from = 0; from < pixels.length; from += 4 * width) {
    out[to++] = 1
    for (let at = from; at < from + 4 * width; at += 4)
      for (let color = 0; color < 3; color++) {
        const left = at === from ? 0 : (pixels[at - 4 + color] ?? 0)
        out[to++] = (pixels[at + color] ?? 0) - left
      }
  }
  return out
}

function chunk(name: string, content: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(content.length + 12)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, content.length)
  bytes.set(new TextEncoder().encode(name), 4)
  bytes.set(content, 8)
  view.setUint32(content.length + 8, crc32(bytes.subarray(4, -4)))
  return bytes
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  return crc
})

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return ~crc >>> 0
}
