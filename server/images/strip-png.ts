// A PNG without what was written about it.
import { crc32 } from 'node:zlib'
import { CopiedParts } from '#server/images/copied-parts.ts'
import { orientationOf, tiffWith } from '#server/images/exif.ts'

/** To draw it: transparency, colours, size of a pixel, and the frames of one that moves. */
const needed: ReadonlySet<string> = new Set(
  'tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs cICP mDCV cLLI acTL fcTL fdAT'.split(' '),
)
/** Without these there is no picture; what programs call so without need is copied, too. */
const isCritical = (type: string) => /^[A-Z]/.test(type)

/** What follows the end goes, too. */
export function stripPng(bytes: Uint8Array): Uint8Array {
  const out = new CopiedParts(bytes)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  out.copy(0, 8)
  let at = 8
  let hasExif = false
  while (at + 8 <= bytes.length) {
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    const end = at + 12 + view.getUint32(at)
    if (isCritical(type) || needed.has(type)) out.copy(at, end)
    else if (type === 'eXIf' && !hasExif && end <= bytes.length) {
      hasExif = true
      const orientation = orientationOf(bytes.subarray(at + 8, end - 4))
      if (orientation !== null) out.put(exifWith(orientation))
    }
    if (type === 'IEND') break
    at = end
  }
  return out.whole()
}

function exifWith(orientation: number): Uint8Array {
  const named = Buffer.concat([Buffer.from('eXIf'), tiffWith(orientation)])
  const chunk = Buffer.alloc(named.length + 8)
  chunk.writeUInt32BE(named.length - 4)
  chunk.set(named, 4)
  chunk.writeUInt32BE(crc32(named), named.length + 4)
  return chunk
}
