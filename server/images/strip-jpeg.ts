// A JPEG without what its camera or an editor wrote about it.
import { beginsWith, CopiedParts } from '#server/images/copied-parts.ts'
import { exifName, orientationOf, tiffWith } from '#server/images/exif.ts'

const [startOfScan, endOfImage] = [0xda, 0xd9]
/** Restarts within a picture's data, and a marker of old that stands alone like them. */
const isAlone = (marker: number) => (marker >= 0xd0 && marker <= 0xd8) || marker === 0x01
const isAbout = (marker: number) => (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe

/** What follows the end goes, too: cameras put further pictures there, each with words of its own. */
export function stripJpeg(bytes: Uint8Array): Uint8Array {
  const out = new CopiedParts(bytes)
  out.copy(0, 2)
  let at = 2
  let hasExif = false
  while (at < bytes.length) {
    // As decoders do it: whatever stands between two parts is passed over.
    const mark = bytes.indexOf(0xff, at)
    const marker = mark < 0 ? undefined : bytes[mark + 1]
    if (marker === undefined) break
    if (marker === 0xff || marker === 0) {
      at = mark + (marker === 0 ? 2 : 1)
      continue
    }
    if (marker === endOfImage) {
      out.copy(mark, mark + 2)
      break
    }
    if (isAlone(marker)) {
      out.copy(mark, mark + 2)
      at = mark + 2
      continue
    }
    const length = ((bytes[mark + 2] ?? 0) << 8) | (bytes[mark + 3] ?? 0)
    const end = mark + 2 + length
    if (length < 2 || end > bytes.length) break
    const content = bytes.subarray(mark + 4, end)
    if (!isAbout(marker) || isNeeded(marker, content)) out.copy(mark, end)
    else if (marker === 0xe1 && isExif(content) && !hasExif) {
      hasExif = true
      const orientation = orientationOf(content.subarray(exifName.length))
      if (orientation !== null) out.put(exifWith(orientation))
    }
    at = end
    if (marker === startOfScan) {
      at = endOfData(bytes, end)
      out.copy(end, at)
    }
  }
  return out.whole()
}

/** To draw it: that it is a JFIF, its colour profile, and how Adobe's programs mix its colours. */
function isNeeded(marker: number, content: Uint8Array): boolean {
  if (marker === 0xe0) return beginsWith(content, 'JFIF\0')
  if (marker === 0xe2) return beginsWith(content, 'ICC_PROFILE\0')
  return marker === 0xee && beginsWith(content, 'Adobe')
}

const isExif = (content: Uint8Array) => beginsWith(content, 'Exif\0')

function exifWith(orientation: number): Uint8Array {
  const content = [...exifName, ...tiffWith(orientation)]
  return Uint8Array.of(0xff, 0xe1, 0, content.length + 2, ...content)
}

/** Where the next marker is that is none of the data's own. */
function endOfData(bytes: Uint8Array, from: number): number {
  let at = from
  for (;;) {
    const mark = bytes.indexOf(0xff, at)
    const marker = mark < 0 ? undefined : bytes[mark + 1]
    if (marker === undefined) return bytes.length
    if (marker !== 0 && marker !== 0xff && !(marker >= 0xd0 && marker <= 0xd7)) return mark
    at = mark + (marker === 0xff ? 1 : 2)
  }
}
