// A font that has been unpacked has every table that was in its file, byte by byte, where its directory says.
import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { fontFiles } from '#client/results/files/pdf/font-files.ts'
import { unpackedFont } from '#client/results/files/pdf/unpacked-font.ts'
import { fontFromDisk } from '#tests/support/font-from-disk.ts'

const latin = fontFiles.filter(({ family }) => family === 'latin')

test.each(latin)('$name', async ({ url }) => {
  const packed = Buffer.from(await fontFromDisk(url))
  const font = Buffer.from(await unpackedFont(await fontFromDisk(url)))
  const count = packed.readUInt16BE(12)
  expect(font.readUInt32BE(0)).toBe(0x00010000) // outlines as TrueType has them
  expect(font.readUInt16BE(4)).toBe(count)
  expect(count).toBeGreaterThan(8)
  for (let place = 0; place < count; place++) {
    const [from, to] = [44 + 20 * place, 12 + 16 * place]
    const [offset, packedLength, length] = [4, 8, 12].map((at) => packed.readUInt32BE(from + at))
    const content = packed.subarray(offset, (offset ?? 0) + (packedLength ?? 0))
    const [start, size] = [8, 12].map((at) => font.readUInt32BE(to + at))
    expect(font.subarray(to, to + 4)).toEqual(packed.subarray(from, from + 4))
    expect((start ?? 1) % 4).toBe(0)
    expect(size).toBe(length)
    expect(font.subarray(start, (start ?? 0) + (size ?? 0))).toEqual(
      packedLength === length ? content : inflateSync(content),
    )
  }
})

test('what is no WOFF stays as it is', async () => {
  for (const file of [new Uint8Array(), new Uint8Array(100)]) expect(await unpackedFont(file)).toBe(file)
})
