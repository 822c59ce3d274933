// The fonts of one document: fetched for the characters that it holds, one face for each of them.
import type PDFDocument from 'pdfkit'
import type { EmbeddedFont } from 'pdfkit'
import { type FontFile, fontFiles, type Weight } from './font-files.ts'
import { unpackedFont } from './unpacked-font.ts'

export type LoadFile = (url: string) => Promise<Uint8Array<ArrayBuffer>>
export type Face = {
  name: string
  /** Its spaces belong to its words; those of Chinese and of emoji are far too wide between Latin ones. */
  hasOwnSpaces: boolean
  font: EmbeddedFont
  /** Points at a size of 1; the same words are measured many times before they are drawn. */
  widthOf(text: string, features: readonly string[] | undefined): number
}
/** A character as it will be drawn; `text` is empty for one that only says how others are read. */
export type Drawn = { face: Face; text: string }

/** Stands for what no font has. */
export const missing = '□'
/** Where a font lacks these, what they look like will do. */
const standIns: Record<string, string> = { '\u202f': '\u00a0', '\u2009': ' ', '\u2011': '-', '\u2212': '–' }
/** Joiners, variation selectors, directions, soft hyphens: nothing to see. */
const invisible = /^[\p{Default_Ignorable_Code_Point}\p{Cf}]$/u
const looksLikePicture = /^\p{Emoji_Presentation}$/u

export class Typefaces {
  readonly #document: PDFDocument
  readonly #load: LoadFile
  /** Null: this file cannot be read as a font. */
  readonly #faces = new Map<string, Face | null>()
  readonly #drawn: Record<Weight, Map<string, Drawn>> = { 400: new Map(), 600: new Map() }
  /** There are some hundred, and each character is asked for often. */
  readonly #suitable: Record<Weight, Map<string, FontFile[]>> = { 400: new Map(), 600: new Map() }

  private constructor(document: PDFDocument, load: LoadFile) {
    this.#document = document
    this.#load = load
  }

  /** With all that the texts need, and nothing more. */
  static async load(document: PDFDocument, texts: Iterable<string>, load: LoadFile): Promise<Typefaces> {
    const typefaces = new Typefaces(document, load)
    const characters = new Set('-– 0?')
    for (const text of texts) for (const character of text) characters.add(character)
    await typefaces.#fetchFor(characters)
    const isDrawable = (character: string) => invisible.test(character) || typefaces.#faceWith(character, 400)
    if (![...characters].every(isDrawable)) await typefaces.#fetchFor(new Set(missing))
    return typefaces
  }

  /** How a character is drawn; one that belongs to the one before it (an accent, a space) keeps its face if it can. */
  drawn(character: string, weight: Weight, before: Face | null): Drawn {
    const belongs =
      invisible.test(character) ||
      /^\p{M}$/u.test(character) ||
      (before?.hasOwnSpaces && /^\s$/.test(character))
    if (before && belongs && has(before, character)) return { face: before, text: character }
    const known = this.#drawn[weight].get(character)
    if (known) return known
    const found = this.#find(character, weight)
    this.#drawn[weight].set(character, found)
    return found
  }

  /** A file may lack what lies within its range: then the next one is asked, until there is none. */
  async #fetchFor(characters: ReadonlySet<string>): Promise<void> {
    const wanted = new Set<FontFile>()
    for (const character of characters)
      for (const weight of [400, 600] as const)
        for (const file of this.#filesFor(character, weight)) {
          const face = this.#faces.get(file.name)
          if (face === undefined) wanted.add(file)
          if (face === undefined || (face && has(face, character))) break
        }
    if (wanted.size === 0) return
    const files = await Promise.all(
      [...wanted].map(async (file) => {
        const packed = await this.#load(file.url)
        // Whether it is a font at all is found out below.
        return { file, bytes: await unpackedFont(packed).catch(() => packed) }
      }),
    )
    // Opened in the order in which they were asked for, so that the same report is the same file.
    for (const { file, bytes } of files) this.#faces.set(file.name, faceOf(this.#document, file, bytes))
    return this.#fetchFor(characters)
  }

  #find(character: string, weight: Weight): Drawn {
    const text = invisible.test(character) ? '' : character
    for (const instead of [text, standIns[text] ?? missing, missing, '?']) {
      const face = this.#faceWith(instead || ' ', weight)
      if (face) return { face, text: instead }
    }
    throw new Error('No font could be read; a PDF needs at least "instrument-sans-latin-400".')
  }

  #filesFor(character: string, weight: Weight): FontFile[] {
    const known = this.#suitable[weight].get(character)
    if (known) return known
    const files = filesFor(character, weight)
    this.#suitable[weight].set(character, files)
    return files
  }

  #faceWith(character: string, weight: Weight): Face | null {
    for (const { name } of this.#filesFor(character, weight)) {
      const face = this.#faces.get(name)
      if (face && has(face, character)) return face
    }
    return null
  }
}

const codeOf = (character: string) => character.codePointAt(0) ?? 0
const has = (face: Face, character: string) => face.font.font.hasGlyphForCodePoint(codeOf(character))

/** Those that should have it, the best first: emoji from the font of emoji, and a regular face where none is bold. */
function filesFor(character: string, weight: Weight): FontFile[] {
  const code = codeOf(character)
  const suitable = fontFiles.filter((file) => file.holds(code))
  const isPicture = looksLikePicture.test(character)
  const rank = (file: FontFile) =>
    (isPicture && file.family !== 'emoji' ? 1000 : 0) + (file.weight === weight ? 0 : 100)
  return suitable.toSorted((one, other) => rank(one) - rank(other))
}

function faceOf(document: PDFDocument, { name, family }: FontFile, file: Uint8Array): Face | null {
  let font: EmbeddedFont
  try {
    font = document.registerFont(name, file).font(name)._font
    font.font.hasGlyphForCodePoint(0x20)
  } catch {
    return null // not a font, or one without a table of characters
  }
  // What reads a PDF turns around, letter by letter, what runs right to left; a ligature's letters must be turned before.
  const { layout } = font.font
  const turned = new WeakSet<object>()
  font.font.layout = function (text, features) {
    const run = layout.call(this, text, features)
    if (run.direction !== 'rtl') return run
    for (const glyph of run.glyphs) {
      if (!turned.has(glyph)) glyph.codePoints = glyph.codePoints.toReversed()
      turned.add(glyph)
    }
    return run
  }
  const widths = new Map<string, number>()
  return {
    name,
    hasOwnSpaces: family === 'arabic',
    font,
    widthOf(text, features) {
      const key = features ? `${features.join()}/${text}` : text
      const known = widths.get(key)
      if (known !== undefined) return known
      const width = font.widthOfString(text, 1, features)
      widths.set(key, width)
      return width
    },
  }
}
