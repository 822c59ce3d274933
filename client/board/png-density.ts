// Says in a PNG how many of its pixels go for one of the board, so that programs show it in the board's size.

/** A pixel of the board is a 96th of an inch; a PNG counts pixels for a metre. */
const perMetre = 96 / 0.0254
/** The signature and the first chunk, the picture's head, are as long in every PNG. */
const headLength = 33

/** The picture itself is not even read: it stays where the browser keeps it. */
export const withDensity = (png: Blob, scale: number): Blob =>
  new Blob([png.slice(0, headLength), densityChunk(scale), png.slice(headLength)], { type: png.type })

function densityChunk(scale: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(21)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, 9)
  bytes.set(new TextEncoder().encode('pHYs'), 4)
  view.setUint32(8, Math.round(perMetre * scale))
  view.setUint32(12, Math.round(perMetre * scale))
  view.setUint8(16, 1) // metres
  view.setUint32(17, crc32(bytes.subarray(4, 17)))
  return bytes
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return ~crc >>> 0
}
