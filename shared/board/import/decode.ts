// Bytes to text: which encoding a spreadsheet program wrote, or what the file is instead of text.
import type { FileProblem, OtherKind } from '#shared/board/import/file-problem.ts'

export const encodings = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be', 'macintosh'] as const
export type Encoding = (typeof encodings)[number]
export type Decoded = { ok: true; text: string; encoding: Encoding } | { ok: false; problem: FileProblem }

// shared/ has neither the browser's nor Node's types: both have TextDecoder.
declare const TextDecoder: new (
  label: Encoding,
  options?: { fatal: boolean },
) => { decode(bytes: Uint8Array): string }

/** `wish` is what the person says it is written in; without one it is found out. A byte order mark is left out. */
export function decode(bytes: Uint8Array, wish: Encoding | null = null): Decoded {
  if (bytes.length === 0) return { ok: false, problem: { code: 'empty' } }
  const other = otherKind(bytes)
  if (other) return { ok: false, problem: { code: other } }
  const { text, encoding } = wish ? { text: textOf(bytes, wish), encoding: wish } : guessed(bytes)
  if (text.trim() === '') return { ok: false, problem: { code: 'empty' } }
  if (!wish && isBinary(text)) return { ok: false, problem: { code: 'binary' } }
  if (/^\s*<(?:!doctype|html|table|\?xml)/i.test(text)) return { ok: false, problem: { code: 'web-page' } }
  return { ok: true, text, encoding }
}

function guessed(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const wide = utf16Of(bytes)
  if (wide) return { text: textOf(bytes, wide), encoding: wide }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    // What Excel writes on Windows unless told otherwise. Every byte has a meaning in it, so it comes last.
    return { text: textOf(bytes, 'windows-1252'), encoding: 'windows-1252' }
  }
}

const textOf = (bytes: Uint8Array, encoding: Encoding): string => new TextDecoder(encoding).decode(bytes)

/** By its byte order mark, else by the zero bytes that every second byte of European text is in UTF-16. */
function utf16Of(bytes: Uint8Array): Encoding | null {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 2048)
  const pairs = sample.length >> 1
  let [even, odd] = [0, 0]
  for (let at = 0; at < pairs * 2; at += 2) {
    if (sample[at] === 0) even++
    if (sample[at + 1] === 0) odd++
  }
  if (pairs < 2) return null
  if (odd > pairs * 0.7 && even < pairs * 0.1) return 'utf-16le'
  if (even > pairs * 0.7 && odd < pairs * 0.1) return 'utf-16be'
  return null
}

const signatures: readonly (readonly [start: string, kind: OtherKind])[] = [
  ['\xD0\xCF\x11\xE0', 'workbook'], // Excel until 2003
  ['%PDF', 'pdf'],
  ['{\\rtf', 'rich-text'],
  ['\x89PNG', 'picture'],
  ['\xFF\xD8\xFF', 'picture'],
  ['GIF8', 'picture'],
  ['RIFF', 'binary'],
  ['\x1F\x8B', 'archive'],
  ['7z\xBC\xAF', 'archive'],
  ['Rar!', 'archive'],
]

function otherKind(bytes: Uint8Array): OtherKind | null {
  const start = latin(bytes.subarray(0, 8))
  if (start.startsWith('PK\x03\x04')) return zipKind(bytes)
  return signatures.find(([signature]) => start.startsWith(signature))?.[1] ?? null
}

/** Workbooks and documents are zip archives; the names of the files in them stand at the start and the end, readable. */
function zipKind(bytes: Uint8Array): OtherKind {
  const names = latin(bytes.subarray(0, 4096)) + latin(bytes.subarray(-8192))
  if (names.includes('xl/')) return 'workbook'
  return names.includes('opendocument') ? 'open-document' : 'archive'
}

function latin(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}

/** Text has tabs and line breaks, and hardly another control character; a zero it never has. */
function isBinary(text: string): boolean {
  const sample = text.slice(0, 20_000)
  const controls = sample.match(/[^\P{Cc}\t\n\r\f\u0080-\u009F]/gu)?.length ?? 0
  return sample.includes('\0') || controls > sample.length / 50
}
