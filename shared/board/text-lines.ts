// Breaks texts into lines without a browser, so that every client and the server give a card the same height.
import widths from './font-advances.json' with { type: 'json' }

/**
 * Styles of Instrument Sans: weight and width of the family's axes. Advances were measured without kerning, in
 * thousandths of an em, which errs on the wide side: a line drawn from these fits.
 */
export type TextStyle = keyof typeof widths.advances
export type Wrapping = { width: number; size: number; style: TextStyle; maxLines?: number }

const advances: Record<TextStyle, Map<string, number>> = {
  regular96: table(widths.advances.regular96),
  medium92: table(widths.advances.medium92),
  semibold94: table(widths.advances.semibold94),
  semibold90: table(widths.advances.semibold90),
  semibold86: table(widths.advances.semibold86),
  semibold100: table(widths.advances.semibold100),
}

function table(values: number[]): Map<string, number> {
  return new Map([...widths.chars].map((char, at) => [char, values[at] ?? 0]))
}

// Characters of other fonts: most letters are narrower than this, Chinese, Japanese, Korean and emoji about as wide.
const otherLetter = 700
const fullWidth = 1050
const isFullWidth =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Extended_Pictographic}/u

/** Width in px. */
export function textWidth(text: string, size: number, style: TextStyle): number {
  const known = advances[style]
  let sum = 0
  for (const char of text)
    sum +=
      known.get(char) ??
      (/\p{M}|\u200D|\uFE0F/u.test(char) ? 0 : isFullWidth.test(char) ? fullWidth : otherLetter)
  return (sum * size) / 1000
}

/** At least one line, also for an empty text. Beyond `maxLines` the last line ends in an ellipsis. */
export function wrapText(text: string, wrapping: Wrapping): string[] {
  const lines = text.split(/\r\n|\r|\n/).flatMap((paragraph) => wrapParagraph(paragraph, wrapping))
  const { maxLines } = wrapping
  if (maxLines === undefined || lines.length <= maxLines) return lines
  const kept = lines.slice(0, maxLines)
  const last = `${kept.pop() ?? ''} ${lines[maxLines] ?? ''}`.trim()
  return [...kept, clipText(last, wrapping, true)]
}

/** One line that ends in an ellipsis where it does not fit (or always, when `more` follows). */
export function clipText(text: string, { width, size, style }: Wrapping, more = false): string {
  if (!more && textWidth(text, size, style) <= width) return text
  const chars = [...text]
  while (chars.length > 0 && textWidth(`${chars.join('').trimEnd()}…`, size, style) > width) chars.pop()
  return `${chars.join('').trimEnd()}…`
}

function wrapParagraph(paragraph: string, wrapping: Wrapping): string[] {
  const fits = (line: string) => textWidth(line, wrapping.size, wrapping.style) <= wrapping.width
  const lines: string[] = []
  let line = ''
  for (const word of paragraph.split(/[ \t]+/)) {
    const joined = line === '' ? word : `${line} ${word}`
    if (fits(joined)) {
      line = joined
      continue
    }
    if (line !== '') lines.push(line)
    const pieces = breakWord(word, fits)
    lines.push(...pieces.slice(0, -1))
    line = pieces.at(-1) ?? ''
  }
  return [...lines, line]
}

/** A word that is wider than its line, in pieces: at its own hyphens, between syllables, at worst anywhere. */
function breakWord(word: string, fits: (text: string) => boolean): string[] {
  const pieces: string[] = []
  let rest = [...word]
  while (rest.length > 1 && !fits(rest.join(''))) {
    let end = rest.length - 1
    while (end > 1 && !fits(`${rest.slice(0, end).join('')}-`)) end--
    const nice = niceBreak(rest, end)
    const piece = rest.slice(0, nice ?? end).join('')
    pieces.push(nice === null || piece.endsWith('-') || piece.endsWith('/') ? piece : `${piece}-`)
    rest = rest.slice(nice ?? end)
  }
  return [...pieces, rest.join('')]
}

const isVowel = /[aeiouyäöüáéíóúàèìòùâêîôû]/i
const isLetter = /\p{L}/u

/**
 * The last place at or before `end` where German and English words may part: after a hyphen, or before the consonant
 * that opens a syllable, "sch", "ch" and "st" kept together. Three letters at least stay on each side.
 */
function niceBreak(word: readonly string[], end: number): number | null {
  for (let at = end; at >= 3; at--) {
    if (word[at - 1] === '-' || word[at - 1] === '/') return at
    if (word.length - at < 3) continue
    if (!isVowel.test(word[at + 1] ?? '') || isVowel.test(word[at] ?? '') || !isLetter.test(word[at] ?? ''))
      continue
    const start = syllableStart(word, at)
    if (start >= 3 && isLetter.test(word[start - 1] ?? '')) return start
  }
  return null
}

function syllableStart(word: readonly string[], at: number): number {
  const before = (count: number) =>
    word
      .slice(Math.max(0, at - count), at + 1)
      .join('')
      .toLowerCase()
  if (before(2) === 'sch') return at - 2
  return [
    'ch',
    'st',
    'sp',
    'ph',
    'th',
    'qu',
    'tr',
    'pr',
    'kr',
    'gr',
    'br',
    'dr',
    'fr',
    'pl',
    'kl',
    'bl',
  ].includes(before(1))
    ? at - 1
    : at
}
