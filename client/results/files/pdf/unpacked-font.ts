// The font inside a WOFF file, unpacked once: the PDF's library would unpack a whole table anew for each letter.

/** As it is when it is no WOFF. Rejects when it is a broken one. */
export async function unpackedFont(file: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new DataView(file.buffer, file.byteOffset, file.byteLength)
  if (file.length < head.woff || packed.getUint32(0) !== signature) return file
  const tables = await Promise.all(
    entriesOf(packed).map(async ({ offset, packedLength, length, ...entry }) => {
      const content = file.subarray(offset, offset + packedLength)
      return { ...entry, content: packedLength < length ? await inflated(content) : content }
    }),
  )
  const start = head.font + tables.length * 16
  const font = new Uint8Array(tables.reduce((sum, { content }) => sum + aligned(content.length), start))
  const view = new DataView(font.buffer)
  view.setUint32(0, packed.getUint32(4)) // which kind of font it is
  view.setUint16(4, tables.length)
  let at = start
  for (const [place, { tag, checksum, content }] of tables.entries()) {
    const entry = head.font + place * 16
    for (const [index, value] of [tag, checksum, at, content.length].entries())
      view.setUint32(entry + 4 * index, value)
    font.set(content, at)
    at += aligned(content.length)
  }
  return font
}

/** "wOFF" */
const signature = 0x774f4646
/** Bytes before the list of tables. */
const head = { woff: 44, font: 12 }
/** Every table begins at a multiple of four. */
const aligned = (length: number) => Math.ceil(length / 4) * 4

const entriesOf = (packed: DataView) =>
  Array.from({ length: packed.getUint16(12) }, (_, place) => {
    const at = head.woff + place * 20
    return {
      tag: packed.getUint32(at),
      offset: packed.getUint32(at + 4),
      packedLength: packed.getUint32(at + 8),
      length: packed.getUint32(at + 12),
      checksum: packed.getUint32(at + 16),
    }
  })

async function inflated(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'))
  return new Uint8Array(await new Response(unpacked).arrayBuffer())
}
