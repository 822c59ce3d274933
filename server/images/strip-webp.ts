// A WebP without what was written about it.
import { beginsWith, CopiedParts } from '#server/images/copied-parts.ts'
import { exifName, orientationOf, tiffWith } from '#server/images/exif.ts'

const needed: ReadonlySet<string> = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])
/** In the first byte of what an extended file says is in it. */
const [saysExif, saysXmp] = [0x08, 0x04]

/** What follows the end goes, too. */
export function stripWebp(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const out = new CopiedParts(bytes)
  const size = view.getUint32(4, true)
  const end = Math.min(bytes.length, 8 + size)
  out.copy(0, 12)
  let leftOut = 0
  let flagsAt: number | null = null
  let hasExif = false
  for (let at = 12; at + 8 <= end; ) {
    const type = String.fromCharCode(...bytes.subarray(at, at + 4))
    const length = view.getUint32(at + 4, true)
    const next = Math.min(end, at + 8 + length + (length % 2))
    if (type === 'VP8X' && next > at + 8) flagsAt ??= out.length + 8
    const before = out.length
    if (needed.has(type)) out.copy(at, next)
    else if (type === 'EXIF' && flagsAt !== null && !hasExif) {
      const orientation = orientationIn(bytes.subarray(at + 8, Math.min(next, at + 8 + length)))
      if (orientation !== null) out.put(exifWith(orientation))
      hasExif = orientation !== null
    }
    leftOut += next - at - (out.length - before)
    at = next
  }
  const stripped = out.whole()
  // A file that was cut off still says how long it would have been.
  new DataView(stripped.buffer).setUint32(4, Math.max(0, size - leftOut), true)
  if (flagsAt !== null)
    stripped[flagsAt] = ((stripped[flagsAt] ?? 0) & ~(saysExif | saysXmp)) | (hasExif ? saysExif : 0)
  return stripped
}

/** With or without the name that it has in a JPEG. */
const orientationIn = (content: Uint8Array): number | null =>
  orientationOf(beginsWith(content, 'Exif\0\0') ? content.subarray(exifName.length) : content)

function exifWith(orientation: number): Uint8Array {
  const tiff = tiffWith(orientation) // of an even length, so that nothing has to be added
  return Uint8Array.of(0x45, 0x58, 0x49, 0x46, tiff.length, 0, 0, 0, ...tiff)
}
