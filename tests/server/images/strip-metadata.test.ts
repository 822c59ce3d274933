// What is left of an image when it is taken in: the picture byte by byte, how to turn it, and nothing that was written about it.
import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stripMetadata } from '#server/images/strip-metadata.ts'
import { readImageHeader } from '#shared/board/image-header.ts'
import { sampleImages } from '#tests/support/sample-images.ts'

const samples = Object.entries(sampleImages)
const typeOf = (name: string) => `image/${name.split(',')[0]}` as 'image/png'
const joined = (...parts: (Uint8Array | string | number[])[]): Uint8Array =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part as Uint8Array))))
const holds = (bytes: Uint8Array, words: string) => Buffer.from(bytes).includes(words)

const secret = '52.5163N 13.3777E'
/** As a camera writes it: some entries, the orientation among them, and behind them where it was. */
function tiff(orientation: number, isLittle = false): Uint8Array {
  const block = Buffer.alloc(38)
  const short = (value: number, at: number) =>
    isLittle ? block.writeUInt16LE(value, at) : block.writeUInt16BE(value, at)
  const long = (value: number, at: number) =>
    isLittle ? block.writeUInt32LE(value, at) : block.writeUInt32BE(value, at)
  block.write(isLittle ? 'II' : 'MM')
  short(42, 2)
  long(8, 4)
  short(2, 8)
  short(0x0100, 10)
  short(3, 12)
  long(1, 14)
  short(7, 18)
  short(0x0112, 22)
  short(3, 24)
  long(1, 26)
  short(orientation, 30)
  return joined(block, secret)
}
const segment = (marker: number, content: Uint8Array | string) => {
  const length = content.length + 2
  return joined([0xff, marker, length >> 8, length & 0xff], content)
}
const exif = (orientation: number, isLittle?: boolean) =>
  segment(0xe1, joined('Exif\0\0', tiff(orientation, isLittle)))
const [jpegStart, jpegRest] = [sampleImages.jpeg.subarray(0, 2), sampleImages.jpeg.subarray(2)]
const pngChunk = (type: string, content: Uint8Array | string) => {
  const named = joined(type, content)
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(named))
  return joined(length, named, sum)
}
const pngWith = (...chunks: Uint8Array[]) =>
  joined(sampleImages.png.subarray(0, 33), ...chunks, sampleImages.png.subarray(33))
const webpChunk = (type: string, content: Uint8Array | string) => {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(content.length)
  return joined(type, length, content, content.length % 2 ? [0] : [])
}
function webpWith(flags: number, ...chunks: Uint8Array[]): Uint8Array {
  const file = joined(sampleImages['webp, extended'], ...chunks)
  new DataView(file.buffer).setUint32(4, file.length - 8, true)
  file[20] = (file[20] ?? 0) | flags
  return file
}
/** Small enough to be nothing but a way to turn it. */
const orientationAfter = (bytes: Uint8Array, name: string): number | undefined => {
  const at = Buffer.from(bytes).indexOf(name)
  const start = Buffer.from(bytes).indexOf('MM\0\x2a', at)
  return at < 0 || start < 0 ? undefined : bytes[start + 19]
}

test.each(samples)('a %s without a word about it comes out as it went in', (name, bytes) => {
  expect(stripMetadata(typeOf(name), bytes)).toEqual(bytes)
})

describe('of a JPEG', () => {
  test('everything goes that a camera or editor wrote, and what stands behind its end', () => {
    const about = [
      exif(1),
      segment(0xe1, `http://ns.adobe.com/xap/1.0/\0<x>${secret}</x>`),
      segment(0xe2, `MPF\0${secret}`),
      segment(0xed, `Photoshop 3.0\0${secret}`),
      segment(0xfe, secret),
    ]
    const photo = joined(jpegStart, ...about, [0xff], jpegRest, jpegStart, exif(6), jpegRest)
    expect(stripMetadata('image/jpeg', photo)).toEqual(sampleImages.jpeg)
  })
  test('what is written between two scans goes, too', () => {
    const withComment = joined(sampleImages.jpeg.subarray(0, -2), segment(0xfe, secret), [0xff, 0xd9])
    expect(stripMetadata('image/jpeg', withComment)).toEqual(sampleImages.jpeg)
  })
  test('colour profile and how its colours are mixed stay', () => {
    const needed = [segment(0xe2, 'ICC_PROFILE\0\x01\x01profile'), segment(0xee, 'Adobe\0d\0\0\0\0\x01')]
    const image = joined(jpegStart, ...needed, jpegRest)
    expect(stripMetadata('image/jpeg', image)).toEqual(image)
  })
  test.each([2, 3, 4, 5, 6, 7, 8])(
    'how to turn it (%i) stays, and nothing else of its Exif',
    (orientation) => {
      for (const isLittle of [false, true]) {
        const stripped = stripMetadata('image/jpeg', joined(jpegStart, exif(orientation, isLittle), jpegRest))
        expect(orientationAfter(stripped, 'Exif')).toBe(orientation)
        expect(holds(stripped, secret)).toBe(false)
        expect(stripped.length).toBe(sampleImages.jpeg.length + 36)
        expect(stripMetadata('image/jpeg', stripped)).toEqual(stripped)
      }
    },
  )
  test.each([0, 1, 9, 65535])('a way to turn it that is none (%i) goes', (orientation) => {
    const stripped = stripMetadata('image/jpeg', joined(jpegStart, exif(orientation), jpegRest))
    expect(stripped).toEqual(sampleImages.jpeg)
  })
  test('one that was cut off keeps what came of its picture', () => {
    const cut = sampleImages.jpeg.subarray(0, -6)
    expect(stripMetadata('image/jpeg', joined(jpegStart, exif(1), cut.subarray(2)))).toEqual(joined(cut))
  })
})

describe('of a PNG', () => {
  test('texts, times and what is private go, and what stands behind its end', () => {
    const about = ['tEXt', 'zTXt', 'iTXt', 'tIME', 'prVt'].map((type) => pngChunk(type, secret))
    const image = joined(pngWith(pngChunk('eXIf', tiff(1)), ...about), secret)
    expect(stripMetadata('image/png', image)).toEqual(sampleImages.png)
  })
  test('colours and the size of its pixels stay', () => {
    const image = pngWith(pngChunk('gAMA', '\0\0\x71\x0f'), pngChunk('pHYs', '\0\0\0\x01\0\0\0\x01\x01'))
    expect(stripMetadata('image/png', image)).toEqual(image)
  })
  test('how to turn it stays, with a check sum that is right', () => {
    const stripped = stripMetadata('image/png', pngWith(pngChunk('eXIf', tiff(6, true))))
    expect(orientationAfter(stripped, 'eXIf')).toBe(6)
    const at = Buffer.from(stripped).indexOf('eXIf')
    expect(Buffer.from(stripped).readUInt32BE(at + 30)).toBe(crc32(stripped.subarray(at, at + 30)))
    expect(holds(stripped, secret)).toBe(false)
  })
})

describe('of a WebP', () => {
  test('Exif, XMP and what nobody knows go, and it no longer says that it has them', () => {
    const about = [webpChunk('EXIF', tiff(1)), webpChunk('XMP ', secret), webpChunk('what', secret)]
    const image = joined(webpWith(0x0c, ...about), secret)
    expect(stripMetadata('image/webp', image)).toEqual(sampleImages['webp, extended'])
  })
  test.each(['', 'Exif\0\0'])('how to turn it stays, written with "%s" before it', (name) => {
    const stripped = stripMetadata('image/webp', webpWith(0x0c, webpChunk('EXIF', joined(name, tiff(8)))))
    expect(orientationAfter(stripped, 'EXIF')).toBe(8)
    expect((stripped[20] ?? 0) & 0x0c).toBe(0x08)
    expect(new DataView(stripped.buffer).getUint32(4, true)).toBe(stripped.length - 8)
    expect(holds(stripped, secret)).toBe(false)
  })
})

test('a frame that says it is longer than the file is unreadable, not an image that is lost on the way', () => {
  const tooLong = [0xff, 0xc0, 0xe0, 0x00]
  const file = joined(jpegStart, tooLong, jpegRest)
  expect(readImageHeader(file)).toEqual({ ok: false, why: 'unreadable' })
})

test('whatever stands in a file, it is taken apart without an error, once and for all, and stays the image it was', () => {
  const noise = fc.array(
    fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc.constantFrom(exif(6), exif(1, true), segment(0xfe, secret), jpegRest, jpegStart),
      fc.constantFrom(pngChunk('eXIf', tiff(3)), pngChunk('tEXt', secret), sampleImages.png.subarray(33)),
      fc.constantFrom(webpChunk('EXIF', tiff(5)), webpChunk('XMP ', secret)),
      fc.constantFrom(...[0xff, 0xd8, 0xd9, 0xda, 0xe1].map((byte) => Uint8Array.of(0xff, byte))),
    ),
    { maxLength: 8 },
  )
  const file = fc
    .tuple(fc.constantFrom(...samples), fc.nat({ max: 300 }), noise)
    .map(([[name, bytes], at, parts]) => ({
      type: typeOf(name),
      bytes: joined(bytes.subarray(0, at), ...parts, bytes.subarray(at)),
    }))
  fc.assert(
    fc.property(file, ({ type, bytes }) => {
      const header = readImageHeader(bytes)
      if (!header.ok || header.type !== type) return
      const before = joined(bytes)
      const stripped = stripMetadata(type, bytes)
      expect(bytes).toEqual(before)
      expect(stripped.length).toBeLessThanOrEqual(bytes.length)
      expect(readImageHeader(stripped)).toEqual(header)
      expect(stripMetadata(type, stripped)).toEqual(stripped)
    }),
    { numRuns: 2000 },
  )
})
