// How dense a PNG is stands in it, right behind its head, and all else stays as it was.
import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import { withDensity } from '#client/board/png-density.ts'
import { pngOf } from '#client/results/files/pdf/opaque.ts'

const png = () => pngOf(2, 1, () => Uint8ClampedArray.of(255, 0, 0, 255, 0, 255, 0, 255))

test.each([
  [1, 3780],
  [2, 7559],
  [0.5, 1890],
])('at a scale of %d there are %d pixels for a metre, either way', async (scale, perMetre) => {
  const bytes = Buffer.from(await withDensity(new Blob([await png()]), scale).arrayBuffer())
  expect(bytes.toString('latin1', 37, 41)).toBe('pHYs')
  expect([bytes.readUint32BE(33), bytes.readUint32BE(41), bytes.readUint32BE(45)]).toEqual([
    9,
    perMetre,
    perMetre,
  ])
  expect(bytes[49]).toBe(1)
  expect(bytes.readUint32BE(50)).toBe(crc32(bytes.subarray(37, 50)))
})

test('the picture itself is the same, and a PNG', async () => {
  const before = Buffer.from(await png())
  const blob = withDensity(new Blob([before], { type: 'image/png' }), 2)
  const after = Buffer.from(await blob.arrayBuffer())
  expect(blob.type).toBe('image/png')
  expect(Buffer.concat([after.subarray(0, 33), after.subarray(33 + 21)]).equals(before)).toBe(true)
})
