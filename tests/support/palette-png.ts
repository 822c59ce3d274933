// Rewrites a screenshot with the 256 colours it uses most: a third of the bytes, and no difference that one would see.
import { crc32, deflateSync, inflateSync } from 'node:zlib'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const mostColours = 256

/** Takes what Chromium writes: 8 bits a channel, with or without alpha (which is dropped), not interlaced. Throws for others. */
export function toPalettePng(png: Buffer): Buffer {
  const { width, height, colours } = readPixels(png)
  const palette = mostUsed(colours)
  const placeOf = new Map(palette.map((colour, place) => [colour, place]))
  const rows = Buffer.alloc(height * (width + 1))
  for (const [index, colour] of colours.entries()) {
    const place = placeOf.get(colour) ?? nearest(palette, colour)
    placeOf.set(colour, place)
    // Each row begins with its filter: 0, none, which suits few colours best.
    rows[Math.floor(index / width) * (width + 1) + 1 + (index % width)] = place
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  const entries = Buffer.from(palette.flatMap((colour) => channels(colour)))
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', entries),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** `colours`: one 0xRRGGBB for each pixel, row by row. */
function readPixels(png: Buffer): { width: number; height: number; colours: Uint32Array } {
  const parts: Buffer[] = []
  for (let at = signature.length; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const [depth, kind, , , interlace] = png.subarray(24, 29)
  const size = kind === 2 ? 3 : 4
  if (depth !== 8 || (kind !== 2 && kind !== 6) || interlace !== 0)
    throw new Error(`A PNG of kind ${kind} with ${depth} bits a channel is not what Chromium writes.`)
  const data = inflateSync(Buffer.concat(parts))
  const stride = width * size
  let above = new Uint8Array(stride)
  const colours = new Uint32Array(width * height)
  for (let y = 0; y < height; y++) {
    const from = y * (stride + 1)
    const row = unfiltered(data[from] ?? 0, data.subarray(from + 1, from + 1 + stride), above, size)
    for (let x = 0; x < width; x++) {
      const [red = 0, green = 0, blue = 0] = row.subarray(x * size, x * size + 3)
      colours[y * width + x] = (red << 16) | (green << 8) | blue
    }
    above = row
  }
  return { width, height, colours }
}

/** The five filters of PNG 9.2: each byte was stored as the difference to what its neighbours foretell. */
function unfiltered(
  filter: number,
  stored: Uint8Array,
  above: Uint8Array,
  size: number,
): Uint8Array<ArrayBuffer> {
  const row = new Uint8Array(stored.length)
  for (const [index, value] of stored.entries()) {
    const left = index < size ? 0 : (row[index - size] ?? 0)
    const up = above[index] ?? 0
    const corner = index < size ? 0 : (above[index - size] ?? 0)
    const foretold = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0
    row[index] = value + foretold
  }
  return row
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [byLeft, byUp, byCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  if (byLeft <= byUp && byLeft <= byCorner) return left
  return byUp <= byCorner ? up : corner
}

/**
 * The planes first, then one colour of each neighbourhood, so that the many shades along letters leave places for a small
 * shape of its own colour.
 */
function mostUsed(colours: Uint32Array): number[] {
  const uses = new Map<number, number>()
  for (const colour of colours) uses.set(colour, (uses.get(colour) ?? 0) + 1)
  const byUse = [...uses].sort(([, a], [, b]) => b - a)
  const planes = byUse.slice(0, mostColours / 4).map(([colour]) => colour)
  const chosen = new Map<number, { colour: number; count: number }>()
  for (const [colour, count] of byUse.slice(planes.length)) {
    const neighbourhood = colour & 0xf0f0f0
    const known = chosen.get(neighbourhood)
    if (known) known.count += count
    else chosen.set(neighbourhood, { colour, count })
  }
  const others = [...chosen.values()].sort((a, b) => b.count - a.count).map(({ colour }) => colour)
  return [...planes, ...others].slice(0, mostColours)
}

function nearest(palette: readonly number[], colour: number): number {
  const [red, green, blue] = channels(colour)
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (const [place, candidate] of palette.entries()) {
    const [r, g, b] = channels(candidate)
    const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2
    if (distance < least) [best, least] = [place, distance]
  }
  return best
}

const channels = (colour: number): [number, number, number] => [
  colour >> 16,
  (colour >> 8) & 255,
  colour & 255,
]

export function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(content.length, 0)
  framed.set(body, 4)
  framed.writeUInt32BE(crc32(body), 4 + body.length)
  return framed
}
