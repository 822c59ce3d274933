// Of all that a camera writes about a photo only how to turn it: reads that from an Exif block, and writes a block with it alone.

const orientationTag = 0x0112
const short = 3

/** 2 to 8 where the picture is to be turned or mirrored; null where it is not, and for whatever cannot be read. */
export function orientationOf(tiff: Uint8Array): number | null {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength)
  if (tiff.length < 8) return null
  const order = view.getUint16(0)
  const isLittle = order === 0x4949
  if ((!isLittle && order !== 0x4d4d) || view.getUint16(2, isLittle) !== 42) return null
  const at = view.getUint32(4, isLittle)
  if (at + 2 > tiff.length) return null
  const count = view.getUint16(at, isLittle)
  for (let entry = at + 2; entry < at + 2 + 12 * count && entry + 12 <= tiff.length; entry += 12) {
    if (view.getUint16(entry, isLittle) !== orientationTag) continue
    if (view.getUint16(entry + 2, isLittle) !== short || view.getUint32(entry + 4, isLittle) !== 1)
      return null
    const value = view.getUint16(entry + 8, isLittle)
    return value >= 2 && value <= 8 ? value : null
  }
  return null
}

/** One directory with one entry, and none after it. */
export const tiffWith = (orientation: number): Uint8Array =>
  Uint8Array.of(
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1],
    ...[orientationTag >> 8, orientationTag & 0xff, 0, short, 0, 0, 0, 1, 0, orientation, 0, 0],
    ...[0, 0, 0, 0],
  )

/** Before the block in a JPEG, and in some WebP. */
export const exifName = Uint8Array.of(0x45, 0x78, 0x69, 0x66, 0, 0)
