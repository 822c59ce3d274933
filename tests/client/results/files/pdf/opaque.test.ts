// A picture that is packed anew is the same picture, without what could be seen through.
import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pngOf } from '#client/results/files/pdf/opaque.ts'

/** Reads what the PNG standard calls colour type 2, filter 1: nothing else is written. */
function pixelsOf(png: Uint8Array) {
  const view = new DataView(png.buffer)
  const [width, height] = [view.getUint32(16), view.getUint32(20)]
  const rows = inflateSync(png.subarray(41, 41 + view.getUint32(33)))
  const pixels: number[] = []
  for (let y = 0; y < height; y++)
    for (let x = 0; x < 3 * width; x++) {
      const left = x < 3 ? 0 : (pixels[3 * width * y + x - 3] ?? 0)
      pixels.push(((rows[y * (3 * width + 1) + 1 + x] ?? 0) + left) & 0xff)
    }
  return { width, height, kind: png.slice(24, 29), pixels }
}

test('every pixel comes back with its colour, whatever the size', async () => {
  const sizes = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom(1, 2, 255, 256, 257, 600))
  await fc.assert(
    fc.asyncProperty(sizes, fc.integer({ min: 1, max: 250 }), async ([width, height], step) => {
      const all = Uint8ClampedArray.from({ length: width * height * 4 }, (_, at) => (at * step) % 256)
      const png = await pngOf(width, height, (y) => all.slice(y * width * 4, (y + 256) * width * 4))
      const read = pixelsOf(png)
      expect(read).toMatchObject({ width, height, kind: Uint8Array.of(8, 2, 0, 0, 0) })
      expect(read.pixels).toEqual([...all.filter((_, at) => at % 4 !== 3)])
    }),
    { numRuns: 40 },
  )
})

test('the parts carry the checksums that readers check', async () => {
  const png = await pngOf(1, 1, () => Uint8ClampedArray.of(255, 0, 0, 255))
  expect(Buffer.from(png).toString('hex').endsWith('49454e44ae426082')).toBe(true) // an empty IEND has but one
})
