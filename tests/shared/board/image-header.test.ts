// What is taken for an image, and how large it is: by its bytes alone, whatever somebody has put into them.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { imageTypes, readImageHeader } from '#shared/board/image-header.ts'
import { html, patched, sampleImages, svg } from '#tests/support/sample-images.ts'

const samples = Object.entries(sampleImages)
const ascii = (text: string) => new TextEncoder().encode(text)
const joined = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts))

test.each(samples)('a %s is read with its size', (name, bytes) => {
  const type = `image/${name.split(',')[0]}`
  expect(readImageHeader(bytes)).toEqual({ ok: true, type, width: 7, height: 5 })
})

test('a photo is read behind what its camera wrote before it', () => {
  const [start, rest] = [sampleImages.jpeg.subarray(0, 2), sampleImages.jpeg.subarray(2)]
  const exif = joined(Uint8Array.of(0xff, 0xe1, 0xff, 0xff), new Uint8Array(0xffff - 2))
  expect(readImageHeader(joined(start, exif, exif, Uint8Array.of(0xff), rest))).toMatchObject({
    width: 7,
    height: 5,
  })
})

test.each([
  ['SVG', svg],
  ['HTML', html],
  ['nothing', new Uint8Array()],
  ['a PDF', ascii('%PDF-1.7\n')],
  ['a BMP', ascii('BM______')],
  ['a TIFF', ascii('II*\0')],
  ['an AVIF', ascii('\0\0\0 ftypavif')],
  ['a sound in a RIFF', ascii('RIFF\x24\0\0\0WAVEfmt ')],
  ['a PNG after a space', joined(ascii(' '), sampleImages.png)],
  ['HTML with a GIF inside it', joined(html, sampleImages.gif)],
  ['a JPEG without its second marker', sampleImages.jpeg.subarray(0, 2)],
])('%s is foreign', (_name, bytes) => {
  expect(readImageHeader(bytes)).toEqual({ ok: false, why: 'foreign' })
})

test.each([
  ['a PNG that is 0 wide', patched(sampleImages.png, 16, 0, 0, 0, 0)],
  ['a PNG whose first chunk is another', patched(sampleImages.png, 12, 0x74)],
  ['a JPEG that is 0 high', patched(sampleImages.jpeg, frameOf(sampleImages.jpeg) + 5, 0, 0)],
  [
    'a JPEG whose picture begins without a frame',
    joined(sampleImages.jpeg.subarray(0, 20), Uint8Array.of(0xff, 0xda, 0, 8)),
  ],
  [
    'a JPEG with a segment of no length',
    joined(sampleImages.jpeg.subarray(0, 2), Uint8Array.of(0xff, 0xe0, 0, 0)),
  ],
  ['a WebP whose frame has no start code', patched(sampleImages['webp, lossy'], 23, 0)],
  ['a lossless WebP without its signature', patched(sampleImages['webp, lossless'], 20, 0)],
  [
    'a WebP that begins with its colour profile',
    patched(sampleImages['webp, extended'], 12, 0x49, 0x43, 0x43, 0x50),
  ],
  ['a GIF without any frame', joined(sampleImages.gif.subarray(0, 19), Uint8Array.of(0x3b))],
  ['a GIF and HTML in one', joined(ascii('GIF89a=1;/*'), html)],
])('%s cannot be read', (_name, bytes) => {
  expect(readImageHeader(bytes)).toEqual({ ok: false, why: 'unreadable' })
})

test('a GIF is as large as its first frame where that is larger than its screen', () => {
  const at = 19 + 8 // behind the head, two colours and one extension
  const lying = patched(sampleImages.gif, at, 0x2c, 1, 0, 2, 0, 0xff, 0xff, 0x10, 0x27)
  expect(readImageHeader(lying)).toMatchObject({ width: 0xffff + 1, height: 10_002 })
})

test('enormous pictures in few bytes are told by their size', () => {
  expect(readImageHeader(patched(sampleImages.png, 16, 0x7f, 0xff, 0xff, 0xff))).toMatchObject({
    width: 0x7fffffff,
  })
  const webp = patched(sampleImages['webp, extended'], 24, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff)
  expect(readImageHeader(webp)).toMatchObject({ width: 2 ** 24, height: 2 ** 24 })
})

test('a file of empty blocks is not walked through to its end', () => {
  const many = 10 * 1024 * 1024
  const blocks = new Uint8Array(many).map((_, at) => [0x21, 0xf9, 0][at % 3] ?? 0)
  expect(readImageHeader(joined(sampleImages.gif.subarray(0, 19), blocks))).toMatchObject({ ok: false })
  const fill = new Uint8Array(many).fill(0xff)
  expect(readImageHeader(joined(sampleImages.jpeg.subarray(0, 2), fill))).toMatchObject({ ok: false })
})

test.each(samples)('a %s that is cut off anywhere is never read as another size', (_name, bytes) => {
  for (let length = 0; length < bytes.length; length++) {
    const read = readImageHeader(bytes.subarray(0, length))
    if (read.ok) expect(read).toMatchObject({ width: 7, height: 5 })
  }
})

test('no bytes make it throw, and what it reads has a size', () => {
  const damaged = fc
    .tuple(
      fc.constantFrom(...Object.values(sampleImages)),
      fc.array(fc.tuple(fc.nat(120), fc.nat(255)), { maxLength: 12 }),
    )
    .map(([bytes, changes]) =>
      changes.reduce((copy, [at, byte]) => (at < copy.length ? patched(copy, at, byte) : copy), bytes),
    )
  const anything = fc.uint8Array({ maxLength: 200 })
  const behindSignature = fc
    .tuple(fc.constantFrom(...Object.values(sampleImages)), fc.nat(40), anything)
    .map(([bytes, length, rest]) => joined(bytes.subarray(0, length), rest))
  fc.assert(
    fc.property(fc.oneof(damaged, anything, behindSignature), (bytes) => {
      const read = readImageHeader(bytes)
      if (!read.ok) return
      expect(imageTypes).toContain(read.type)
      expect(Number.isSafeInteger(read.width * read.height) || read.width * read.height > 2 ** 53).toBe(true)
      expect(Math.min(read.width, read.height)).toBeGreaterThan(0)
    }),
    { numRuns: 20_000 },
  )
})

function frameOf(jpeg: Uint8Array): number {
  return jpeg.findIndex((byte, at) => byte === 0xff && jpeg[at + 1] === 0xc0)
}
