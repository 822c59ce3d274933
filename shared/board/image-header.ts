// What kind of image some bytes are and how large it would be drawn, read from its first bytes; names and claims count for nothing.

export const imageTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'] as const
export type ImageType = (typeof imageTypes)[number]
export type ImageHeader = { type: ImageType; width: number; height: number }

/** `foreign`: none of the four kinds. `unreadable`: it begins like one, and then its size cannot be found. */
export type ReadHeader = ({ ok: true } & ImageHeader) | { ok: false; why: 'foreign' | 'unreadable' }

/**
 * `bytes` are the whole file. The size is the one that browsers draw by: of a GIF also that of its first frame, which may
 * be larger than the screen that it announces.
 */
export function readImageHeader(bytes: Uint8Array): ReadHeader {
  const type = imageTypes.find((each) => kinds[each].isOne(bytes))
  if (!type) return { ok: false, why: 'foreign' }
  const size = kinds[type].size(new Reader(bytes))
  if (!size || size.width < 1 || size.height < 1) return { ok: false, why: 'unreadable' }
  return { ok: true, type, ...size }
}

type Size = { width: number; height: number }
type Kind = { isOne: (bytes: Uint8Array) => boolean; size: (reader: Reader) => Size | null }

const starts =
  (...parts: (number | string)[]) =>
  (bytes: Uint8Array): boolean =>
    bytesOf(parts).every((byte, at) => byte === null || bytes[at] === byte)

/** "." stands for any byte. */
const bytesOf = (parts: (number | string)[]): (number | null)[] =>
  parts.flatMap((part) =>
    typeof part === 'number'
      ? [part]
      : Array.from(part, (letter) => (letter === '.' ? null : letter.charCodeAt(0))),
  )

const kinds: Record<ImageType, Kind> = {
  'image/png': { isOne: starts(0x89, 'PNG', 0x0d, 0x0a, 0x1a, 0x0a), size: sizeOfPng },
  'image/jpeg': { isOne: starts(0xff, 0xd8, 0xff), size: sizeOfJpeg },
  'image/webp': { isOne: starts('RIFF....WEBP'), size: sizeOfWebp },
  'image/gif': {
    isOne: (bytes) => starts('GIF87a')(bytes) || starts('GIF89a')(bytes),
    size: sizeOfGif,
  },
}

/** Past the end every byte is missing, and what is made of it is null. */
class Reader {
  readonly #bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }
  byte(at: number): number | null {
    return this.#bytes[at] ?? null
  }
  text(at: number, length: number): string {
    return String.fromCharCode(...this.#bytes.subarray(at, at + length))
  }
  /** Most significant byte first. */
  big(at: number, length: number): number | null {
    const bytes = this.#bytes.subarray(at, at + length)
    return bytes.length < length ? null : bytes.reduce((value, byte) => value * 256 + byte, 0)
  }
  little(at: number, length: number): number | null {
    const bytes = this.#bytes.subarray(at, at + length)
    return bytes.length < length ? null : bytes.reduceRight((value, byte) => value * 256 + byte, 0)
  }
}

function sizeOf(width: number | null, height: number | null): Size | null {
  return width === null || height === null ? null : { width, height }
}

/** Far more than any camera or editor writes; a file of nothing but empty blocks is not walked through to its end. */
const mostBlocks = 20_000

/** Its first chunk says it. */
function sizeOfPng(reader: Reader): Size | null {
  if (reader.big(8, 4) !== 13 || reader.text(12, 4) !== 'IHDR') return null
  // The rest of the chunk and its check sum have to be there, too.
  return reader.byte(32) === null ? null : sizeOf(reader.big(16, 4), reader.big(20, 4))
}

/** Segment by segment up to the frame, behind whatever a camera writes before it. */
function sizeOfJpeg(reader: Reader): Size | null {
  let at = 2
  for (let step = 0; step < mostBlocks; step++) {
    if (reader.byte(at) !== 0xff) return null
    const marker = reader.byte(at + 1)
    if (marker === null) return null
    if (marker === 0xff) {
      at++ // a fill byte
      continue
    }
    // Neither a restart, nor an end, nor the picture's data can come before the frame.
    if (marker < 0xc0 || (marker >= 0xd0 && marker <= 0xda)) return null
    const length = reader.big(at + 2, 2)
    if (length === null || length < 2) return null
    if (isFrame(marker)) {
      // A frame that says it is longer than the file is drawn by nobody.
      if (reader.byte(at + 1 + length) === null) return null
      return sizeOf(reader.big(at + 7, 2), reader.big(at + 5, 2))
    }
    at += 2 + length
  }
  return null
}

/** C4, C8 and CC among them are tables. */
const isFrame = (marker: number) => marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

function sizeOfWebp(reader: Reader): Size | null {
  const chunk = reader.text(12, 4)
  if (chunk === 'VP8X') return sizeOf(plusOne(reader.little(24, 3)), plusOne(reader.little(27, 3)))
  if (chunk === 'VP8L') {
    const packed = reader.byte(20) === 0x2f ? reader.little(21, 4) : null
    return packed === null
      ? null
      : { width: (packed % 2 ** 14) + 1, height: (Math.floor(packed / 2 ** 14) % 2 ** 14) + 1 }
  }
  if (chunk !== 'VP8 ' || reader.big(23, 3) !== 0x9d012a) return null
  // The two upper bits ask for enlargement, which nobody does.
  return sizeOf(lower14(reader.little(26, 2)), lower14(reader.little(28, 2)))
}

const plusOne = (value: number | null) => (value === null ? null : value + 1)
const lower14 = (value: number | null) => (value === null ? null : value % 2 ** 14)

/** The screen, and block by block up to the first frame. */
function sizeOfGif(reader: Reader): Size | null {
  const screen = sizeOf(reader.little(6, 2), reader.little(8, 2))
  const flags = reader.byte(10)
  if (!screen || flags === null) return null
  let at = 13 + colorTable(flags)
  for (let step = 0; step < mostBlocks; step++) {
    const block = reader.byte(at)
    if (block === 0x2c) {
      const [left, top] = [reader.little(at + 1, 2), reader.little(at + 3, 2)]
      const frame = sizeOf(reader.little(at + 5, 2), reader.little(at + 7, 2))
      if (left === null || top === null || !frame || frame.width < 1 || frame.height < 1) return null
      return {
        width: Math.max(screen.width, left + frame.width),
        height: Math.max(screen.height, top + frame.height),
      }
    }
    if (block !== 0x21) return null
    const next = behindBlocks(reader, at + 2)
    if (next === null) return null
    at = next
  }
  return null
}

const colorTable = (flags: number) => (flags >= 0x80 ? 3 * 2 ** ((flags % 8) + 1) : 0)

function behindBlocks(reader: Reader, from: number): number | null {
  let at = from
  for (let step = 0; step < mostBlocks; step++) {
    const length = reader.byte(at)
    if (length === null) return null
    at += 1 + length
    if (length === 0) return at
  }
  return null
}
