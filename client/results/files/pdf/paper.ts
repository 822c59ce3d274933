// What everything that is drawn needs: the pages, the fonts, the words and the pictures of one report.
import type { StructureElement } from 'pdfkit'
import type { PictureOf, PngPicture } from '#client/results/files/pictures.ts'
import type { WriteCell } from './cells.ts'
import { type Line, linesOf } from './lines.ts'
import type { PdfWords } from './pdf-words.ts'
import type { Align, Piece, Sheet } from './sheet.ts'
import { lineHeight, type Style } from './style.ts'
import type { Typefaces } from './typefaces.ts'

export type Paper = {
  sheet: Sheet
  faces: Typefaces
  write: WriteCell
  words: PdfWords
  pictures: ReadonlyMap<PictureOf, PngPicture>
}
/** Where something stands between the margins, `x` from the left one. */
export type Column = { x: number; width: number }

export function childOf(paper: Paper, parent: StructureElement, tag: string, alt?: string): StructureElement {
  const element = paper.sheet.document.struct(tag, alt === undefined ? {} : { alt })
  parent.add(element)
  return element
}

type Told = { parent: StructureElement; tag: string; column: Column; gap: number; align?: Align }

/** A paragraph, line by line: no page begins or ends with one line of it alone. */
export function paragraph(paper: Paper, text: string, style: Style, told: Told): Piece[] {
  const lines = linesOf(text, style, told.column.width, paper.faces)
  const element = childOf(paper, told.parent, told.tag)
  return lines.map((line, index) => ({
    height: lineHeight(style),
    gap: index === 0 ? told.gap : 0,
    isKeptWithNext: lines.length > 1 && (index === 0 || index === lines.length - 2),
    draw: (x, y) =>
      paper.sheet.tagged(element, told.tag, () =>
        paper.sheet.write([line], style, {
          x: x + told.column.x,
          y,
          width: told.column.width,
          ...(told.align && { align: told.align }),
        }),
      ),
  }))
}

export const keptWithNext = (pieces: readonly Piece[]): Piece[] =>
  pieces.map((piece) => ({ ...piece, isKeptWithNext: true }))

/** The first so many lines, the last of them with an ellipsis where more would follow. */
export function clipped(paper: Paper, text: string, style: Style, width: number, most: number): Line[] {
  const lines = linesOf(text, style, width, paper.faces)
  if (lines.length <= most) return lines
  let [from, to] = [0, text.length]
  while (from < to) {
    const middle = Math.ceil((from + to) / 2)
    const fits = linesOf(shortened(text, middle), style, width, paper.faces).length <= most
    if (fits) from = middle
    else to = middle - 1
  }
  return linesOf(shortened(text, from), style, width, paper.faces)
}

const shortened = (text: string, length: number) => `${text.slice(0, length).trimEnd()}…`
