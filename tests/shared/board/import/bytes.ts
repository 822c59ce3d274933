// Writes text as the bytes that spreadsheet programs write.
import type { Encoding } from '#shared/board/import/decode.ts'

/** What Windows-1252 has at 0x80 to 0x9F; a dot stands for a place without a character. */
const upper = '€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ'

export function bytesOf(text: string, encoding: Encoding, { mark = false } = {}): Uint8Array {
  const marked = mark ? `\uFEFF${text}` : text
  if (encoding === 'utf-8') return new TextEncoder().encode(marked)
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const bytes = new Uint8Array(marked.length * 2)
    const view = new DataView(bytes.buffer)
    for (let at = 0; at < marked.length; at++)
      view.setUint16(at * 2, marked.charCodeAt(at), encoding === 'utf-16le')
    return bytes
  }
  if (encoding === 'macintosh') throw new Error('write these bytes by hand')
  return Uint8Array.from([...text], (char) => {
    const code = char.charCodeAt(0)
    if (code < 0x80 || (code >= 0xa0 && code < 0x100)) return code
    const at = upper.indexOf(char)
    if (at === -1) throw new Error(`Windows-1252 has no ${char}`)
    return 0x80 + at
  })
}

export const ascii = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0))
