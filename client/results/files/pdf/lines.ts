// Breaks texts into lines and the lines into runs of one font and one direction, by the rules of Unicode (UAX 9 and 14).
import bidiFactory from 'bidi-js'
import LineBreaker from 'linebreak'
import type { Style } from './style.ts'
import { type Drawn, type Face, missing, type Typefaces } from './typefaces.ts'

/**
 * `x` counts from the line's left end. In the order in which they are read, wherever they stand. `said` is what a run
 * says where its glyphs do not: they stand in another order, or for what no font has.
 */
type Run = { face: Face; text: string; said: string | null; x: number; width: number }
export type Line = { runs: readonly Run[]; width: number; isRightToLeft: boolean }

const bidi = bidiFactory()
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
const strong = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u
/** Their vowels stand before what they follow, or are drawn as one with it. */
const rearranged = /[\p{Script=Devanagari}\p{Script=Thai}]/u
/** Written without spaces, and not broken between any two letters either. */
const thai = /\p{Script=Thai}{2,}/gu
const thaiWords = new Intl.Segmenter('th', { granularity: 'word' })
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Given any, even none, a font takes the text as a whole and not word by word, which right to left needs. */
export function featuresOf(text: string, { isTabular }: Style): readonly string[] | undefined {
  if (isTabular) return ['tnum']
  return rightToLeft.test(text) ? [] : undefined
}

/** Without what cannot be drawn: control characters. Line breaks stay, and are all of one kind. */
export const cleaned = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/(?!\n)[\p{Cc}\p{Cs}]/gu, '')

/** At least one line, of no width when there is nothing to say. */
export function linesOf(text: string, style: Style, width: number, faces: Typefaces): Line[] {
  return cleaned(text)
    .split('\n')
    .flatMap((paragraph) => new Paragraph(paragraph, style, faces).lines(width))
}

/** How wide a text is where nothing breaks it, and its widest word: what cannot be broken. */
export function widthsOf(text: string, style: Style, faces: Typefaces): { natural: number; word: number } {
  const each = cleaned(text)
    .split('\n')
    .map((paragraph) => new Paragraph(paragraph, style, faces).widths())
  return {
    natural: Math.max(...each.map(({ natural }) => natural)),
    word: Math.max(...each.map(({ word }) => word)),
  }
}

class Paragraph {
  readonly #text: string
  readonly #style: Style
  /** One for each code unit; the second half of a pair draws nothing. */
  readonly #drawn: Drawn[] = []
  readonly #levels: Uint8Array | null
  readonly #mirrored: Map<number, string>
  /** Of almost every text: one face draws all of it, as it is typed, from left to right. */
  readonly #face: Face | null

  constructor(text: string, style: Style, faces: Typefaces) {
    this.#text = text
    this.#style = style
    let before: Face | null = null
    for (const character of text) {
      const drawn = faces.drawn(character, style.weight, before)
      this.#drawn.push(drawn)
      if (character.length > 1) this.#drawn.push({ face: drawn.face, text: '' })
      before = drawn.face
    }
    this.#levels = rightToLeft.test(text) ? bidi.getEmbeddingLevels(text).levels : null
    this.#mirrored = this.#levels ? bidi.getMirroredCharactersMap(text, this.#levels) : new Map()
    const isPlain = !this.#levels && !rearranged.test(text) && !text.includes(missing)
    const only = isPlain ? this.#drawn[0]?.face : null
    const isOne =
      only && this.#drawn.every(({ face, text: drawn }, at) => face === only && drawn === text[at])
    this.#face = isOne ? only : null
  }

  lines(width: number): Line[] {
    const lines: Line[] = []
    let start = 0
    let end = 0
    let used = 0
    const finish = () => {
      lines.push(this.#line(start, end))
      start = end
      used = 0
    }
    for (const next of this.#breaks()) {
      const word = this.#width(end, this.#trimmed(end, next))
      if (used + word > width && end > start) finish()
      for (const part of word > width ? this.#parts(end, next) : [next]) {
        const room = this.#width(end, this.#trimmed(end, part))
        if (used + room > width && end > start) finish()
        used += this.#width(end, part)
        end = part
      }
    }
    if (end > start || lines.length === 0) finish()
    return lines
  }

  /** Where a word can end that has to be cut. */
  #parts(from: number, to: number): number[] {
    const segments = graphemes.segment(this.#text.slice(from, to))
    return Array.from(segments, ({ segment, index }) => from + index + segment.length)
  }

  widths(): { natural: number; word: number } {
    let word = 0
    let start = 0
    for (const next of this.#breaks()) {
      word = Math.max(word, this.#width(start, this.#trimmed(start, next)))
      start = next
    }
    return { natural: this.#width(0, this.#text.length), word }
  }

  #breaks(): readonly number[] {
    const breaker = new LineBreaker(this.#text)
    const breaks: number[] = []
    const hasThai = this.#text.search(thai) !== -1
    let from = 0
    for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
      if (hasThai) breaks.push(...thaiBreaks(this.#text.slice(from, next.position), from))
      breaks.push(next.position)
      from = next.position
    }
    return breaks
  }

  #width(from: number, to: number): number {
    if (this.#face) return from < to ? this.#widthOf(this.#face, this.#text.slice(from, to)) : 0
    return this.#runs(from, to).reduce((sum, { width }) => sum + width, 0)
  }

  /** Where a line that ends at `to` has its last character that is seen. */
  #trimmed(from: number, to: number): number {
    let end = to
    while (end > from && /\s/.test(this.#text.charAt(end - 1))) end--
    return end
  }

  #line(from: number, to: number): Line {
    const runs = this.#runs(from, this.#trimmed(from, to))
    let x = 0
    for (const run of inSight(runs)) {
      run.x = x
      x += run.width
    }
    return { runs, width: x, isRightToLeft: ((this.#levels?.[0] ?? 0) & 1) === 1 }
  }

  #runs(from: number, to: number): Leveled[] {
    const runs: Leveled[] = []
    if (this.#face) {
      const text = this.#text.slice(from, to)
      const width = this.#widthOf(this.#face, text)
      return text === '' ? runs : [{ face: this.#face, text, typed: text, said: null, x: 0, width, level: 0 }]
    }
    for (let at = from; at < to; at++) {
      const drawn = this.#drawn[at]
      if (!drawn || drawn.text === '') continue
      const level = this.#levels?.[at] ?? 0
      const text = this.#mirrored.get(at) ?? drawn.text
      const last = runs.at(-1)
      const typed = String.fromCodePoint(this.#text.codePointAt(at) ?? 0)
      if (last && last.face === drawn.face && last.level === level) {
        last.text += text
        last.typed += typed
      } else runs.push({ face: drawn.face, text, typed, said: null, x: 0, width: 0, level })
    }
    for (const run of runs) {
      const isMissing = run.text.includes(missing) && run.typed !== run.text
      if (isMissing || rearranged.test(run.text)) run.said = run.typed
      // Fonts turn around what is written from right to left, and leave what only stands in it.
      if ((run.level & 1) === 1 && !strong.test(run.text)) run.text = [...run.text].toReversed().join('')
      run.width = this.#widthOf(run.face, run.text)
    }
    return runs
  }

  #widthOf(face: Face, text: string): number {
    return face.widthOf(text, featuresOf(text, this.#style)) * this.#style.size
  }
}

type Leveled = Run & { level: number; typed: string }

/** Between its words, wherever two letters of Thai stand beside each other; counted from `from`. */
function* thaiBreaks(text: string, from: number): Generator<number> {
  for (const { 0: letters, index: start } of text.matchAll(thai))
    for (const { index } of thaiWords.segment(letters)) if (index > 0) yield from + start + index
}

/** From left to right (UAX 9, rule L2): from the highest level down, whatever is at it or above is turned around. */
function inSight<R extends { level: number }>(runs: readonly R[]): R[] {
  const seen = [...runs]
  const highest = Math.max(0, ...runs.map(({ level }) => level))
  for (let level = highest; level > 0; level--)
    for (let start = 0; start < seen.length; start++) {
      let end = start
      while (end < seen.length && (seen[end]?.level ?? 0) >= level) end++
      seen.splice(start, end - start, ...seen.slice(start, end).toReversed())
      start = end
    }
  return seen
}
