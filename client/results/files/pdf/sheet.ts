// The pages: puts pieces below each other, begins a page where one does not fit, and marks what is drawn for screen readers.
import type PDFDocument from 'pdfkit'
import type { StructureElement } from 'pdfkit'
import { featuresOf, type Line } from './lines.ts'
import { lineHeight, margin, type Style } from './style.ts'

/** What is never cut: a line, a row, a chart. */
export type Piece = {
  height: number
  /** Space above it; none at the top of a page. */
  gap: number
  /** `x` and `y` are its upper left corner. */
  draw: (x: number, y: number) => void
  /** Never the last on its page. */
  isKeptWithNext?: boolean
  /** Drawn above it where it begins a page: the head of its table. */
  again?: Piece
}
export type Layout = 'portrait' | 'landscape'
/** `start` is where a line begins to be read: on the right for Arabic. */
export type Align = 'start' | 'left' | 'end' | 'center'

export class Sheet {
  readonly document: PDFDocument
  #layout: Layout = 'portrait'
  #y = 0
  /** Nothing is on this page so far. */
  #isFresh = false

  constructor(document: PDFDocument) {
    this.document = document
    this.turn('portrait')
  }

  /** Between the margins. */
  get width(): number {
    return this.document.page.width - 2 * margin.side
  }
  get height(): number {
    return this.document.page.height - margin.top - margin.bottom
  }
  get y(): number {
    return this.#y
  }

  /** A new page of this layout, unless an empty one lies there already. */
  turn(layout: Layout = this.#layout): void {
    if (this.#isFresh && layout === this.#layout) return
    this.#layout = layout
    this.document.addPage({ size: 'A4', margin: 0, layout })
    this.#y = margin.top
    this.#isFresh = true
  }

  /** Goes on below what is there, unless that lies across. */
  standUpright(): void {
    if (this.#layout !== 'portrait') this.turn('portrait')
  }

  place(pieces: readonly Piece[]): void {
    const bottom = margin.top + this.height
    for (const [index, piece] of pieces.entries()) {
      const gap = this.#isFresh ? 0 : piece.gap
      if (!this.#isFresh && this.#y + gap + heightWithNext(pieces, index) > bottom) {
        this.turn()
        if (piece.again) this.#put(piece.again, 0)
        this.#put(piece, 0)
      } else this.#put(piece, gap)
    }
  }

  #put(piece: Piece, gap: number): void {
    this.#y += gap
    piece.draw(margin.side, this.#y)
    this.#y += piece.height
    this.#isFresh = false
  }

  /** Draws what belongs to one element of the text. */
  tagged(element: StructureElement, tag: string, draw: () => void): void {
    element.add(this.document.markStructureContent(tag))
    draw()
    this.document.endMarkedContent()
  }

  /** Draws what nobody is read aloud: rules, page numbers, what is repeated. */
  decoration(type: 'Layout' | 'Pagination', draw: () => void): void {
    this.document.markContent('Artifact', { type })
    draw()
    this.document.endMarkedContent()
  }

  /** Lines below each other in a column of this width. */
  write(
    lines: readonly Line[],
    style: Style,
    at: { x: number; y: number; width: number; align?: Align },
  ): void {
    const { document } = this
    document.fillColor(style.color)
    for (const [index, line] of lines.entries()) {
      const align = at.align ?? 'start'
      const free = at.width - line.width
      const isFarSide = align === 'end' || (align === 'start' && line.isRightToLeft)
      const x = at.x + (align === 'center' ? free / 2 : isFarSide ? free : 0)
      // The first baseline stands as if every line were of the main font: lines of other scripts keep the rhythm.
      const y = at.y + lineHeight(style) * index + lineHeight(style) * 0.5 + style.size * 0.34
      for (const run of line.runs) {
        document.font(run.face.name).fontSize(style.size)
        const features = featuresOf(run.text, style)
        // For those who search, copy or listen.
        if (run.said !== null) document.markContent('Span', { actual: run.said })
        document.text(run.text, x + run.x, y, {
          lineBreak: false,
          baseline: 'alphabetic',
          ...(features && { features }),
        })
        if (run.said !== null) document.endMarkedContent()
      }
    }
  }

  rule(
    x: number,
    y: number,
    width: number,
    { color, thickness }: { color: string; thickness: number },
  ): void {
    this.decoration('Layout', () => {
      this.document.lineWidth(thickness).strokeColor(color)
      this.document
        .moveTo(x, y)
        .lineTo(x + width, y)
        .stroke()
    })
  }
}

/** Down to the first that may be the last on a page. */
function heightWithNext(pieces: readonly Piece[], from: number): number {
  let height = 0
  for (const [index, piece] of pieces.slice(from, from + 40).entries()) {
    height += piece.height + (index === 0 ? 0 : piece.gap)
    if (!piece.isKeptWithNext) break
  }
  return height
}
