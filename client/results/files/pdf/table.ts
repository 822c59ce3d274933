// A table over as many pages as it takes: its head is drawn again on each, and a row is cut only where no page could hold it.
import type { StructureElement } from 'pdfkit'
import { isFigure } from '#shared/results/cell-text.ts'
import type { Table, Column as TableColumn } from '#shared/results/report.ts'
import { type Line, linesOf, widthsOf } from './lines.ts'
import { type Column, childOf, keptWithNext, type Paper, paragraph } from './paper.ts'
import type { Align, Piece } from './sheet.ts'
import { body, caption, hairline, ink, lineHeight, type Style, small } from './style.ts'

const between = 13
const padding = 4.5
/** So many columns have room in any case; to measure them all takes time. */
const fewColumns = 9
/** A row of more lines is cut into such parts. */
const mostLines = 36
/** So many rows tell how wide the columns have to be. */
const sampled = 400

type Laid = { column: Column; align: Align; style: Style }

/** A table of more columns than have room beside each other goes on below, each part with the first column again. */
export const tablePieces = (paper: Paper, table: Table, parent: StructureElement, column: Column): Piece[] =>
  partsOf(paper, table, column.width).flatMap((part, place) =>
    partPieces(paper, place === 0 ? part : { ...part, title: '' }, parent, column),
  )

function partsOf(paper: Paper, table: Table, width: number): Table[] {
  const { columns, rows } = table
  if (columns.length <= fewColumns) return [table]
  const size = sizes.at(-1) ?? body.size
  const leasts = columns.map(({ title, type }, place) => {
    const words = rows.slice(0, sampled).map((row) => paper.write(row[place] ?? null, type))
    const each = [
      widthsOf(title, headStyle(size), paper.faces),
      ...words.map((text) => widthsOf(text, { ...body, size }, paper.faces)),
    ]
    return Math.min(Math.max(...each.map(({ word }) => word)), width / 3) + between
  })
  const parts: number[][] = []
  let room = 0
  for (const [place, least] of leasts.entries()) {
    const part = parts.at(-1)
    if (part && (least <= room || part.length < 2)) {
      part.push(place)
      room -= least
    } else {
      parts.push(place === 0 ? [0] : [0, place])
      room = width + between - (leasts[0] ?? 0) - (place === 0 ? 0 : least)
    }
  }
  return parts.map((places) => ({
    ...table,
    columns: places.flatMap((place) => columns[place] ?? []),
    rows: rows.map((row) => places.map((place) => row[place] ?? null)),
  }))
}

function partPieces(paper: Paper, table: Table, parent: StructureElement, column: Column): Piece[] {
  const { columns, rows, title } = table
  const text = (row: Table['rows'][number], place: number) =>
    paper.write(row[place] ?? null, columns[place]?.type ?? 'text')
  const laid = layOut(paper, table, text, column)
  const element = childOf(paper, parent, 'Table')
  const head = headPiece(paper, columns, laid, childOf(paper, element, 'TR'))
  const pieces = title
    ? keptWithNext(paragraph(paper, title, caption, { parent: element, tag: 'Caption', column, gap: 14 }))
    : []
  const drawn = rows.flatMap((row) =>
    rowPieces(
      paper,
      laid,
      columns.map((_, place) => text(row, place)),
      { table: element, head: head.again, column },
    ),
  )
  return [
    ...pieces,
    { ...head.first, gap: title ? 4 : 12, isKeptWithNext: rows.length > 0 },
    ...notAlone(drawn),
  ]
}

const sizes = [body.size, 8.2, 7]
const headStyle = (size: number): Style => ({ ...small, size: Math.min(small.size, size) })

/** Neither the first row nor the last has a page to itself. */
const notAlone = (rows: readonly Piece[]): Piece[] =>
  rows.map((row, place) => ({
    ...row,
    isKeptWithNext: rows.length > 1 && (place === 0 || place === rows.length - 2),
  }))

function layOut(
  paper: Paper,
  { columns, rows }: Table,
  text: (row: Table['rows'][number], place: number) => string,
  { x, width }: Column,
): Laid[] {
  const some = rows.slice(0, sampled)
  const firstIsName =
    columns.length > 1 && columns[0]?.type === 'text' && some.every((row) => text(row, 0).length <= 60)
  const room = width - between * (columns.length - 1)
  // The largest letters in which no word has to be cut.
  const variants = sizes.map((size) => {
    const styles = columns.map((column, place): Style => {
      const weight = place === 0 && firstIsName ? 600 : 400
      return { ...body, size, weight, isTabular: isFigure(column.type) }
    })
    const wishes = columns.map((column, place): Wish => {
      const style = styles[place] ?? body
      const each = [
        widthsOf(column.title, headStyle(size), paper.faces),
        ...some.map((row) => widthsOf(text(row, place), style, paper.faces)),
      ]
      // A hair more, or rounding breaks what just fits.
      const natural = Math.max(...each.map((widths) => widths.natural)) + 0.5
      const word = Math.min(Math.max(...each.map((widths) => widths.word)) + 0.5, width / 3)
      return { natural, word, isFigure: isFigure(column.type) }
    })
    return { styles, wishes, words: wishes.reduce((sum, { word }) => sum + word, 0) }
  })
  const { styles, wishes } = variants.find(({ words }) => words <= room) ??
    variants[variants.length - 1] ?? { styles: [], wishes: [] }
  const widths = shared(wishes, room)
  let left = x
  return columns.map((column, place) => {
    const own = widths[place] ?? 0
    const at = { x: left, width: own }
    left += own + between
    // In the columns of a report in German or English, an Arabic name stands on the left too.
    const align = isFigure(column.type) && place > 0 ? 'end' : 'left'
    return { column: at, align, style: styles[place] ?? body }
  })
}

type Wish = { natural: number; word: number; isFigure: boolean }

/** To each what it needs for its widest word; what is left by how much more they would take. Figures stay narrow. */
export function shared(wishes: readonly Wish[], room: number): number[] {
  const sum = (of: (wish: Wish) => number) => wishes.reduce((total, wish) => total + of(wish), 0)
  const [words, naturals] = [sum(({ word }) => word), sum(({ natural }) => natural)]
  if (words >= room) return wishes.map(({ word }) => (word / words) * room)
  if (naturals > room)
    return wishes.map(({ natural, word }) => word + ((natural - word) / (naturals - words)) * (room - words))
  // Not all of it: what stands far apart is hard to read across.
  const texts = sum(({ natural, isFigure }) => (isFigure ? 0 : natural))
  const more = Math.min(room - naturals, texts + 60 * wishes.length)
  return wishes.map(({ natural, isFigure }) => {
    if (texts === 0) return natural + Math.min(room - naturals, 30 * wishes.length) / wishes.length
    return natural + (isFigure ? 0 : (natural / texts) * more)
  })
}

function headPiece(
  paper: Paper,
  columns: readonly TableColumn[],
  laid: readonly Laid[],
  row: StructureElement,
) {
  const { sheet } = paper
  const style = headStyle(laid[0]?.style.size ?? small.size)
  const cells = columns.map((column, place) => {
    const width = laid[place]?.column.width ?? 0
    const element = sheet.document.struct('TH', { scope: 'Column' })
    row.add(element)
    return { element, lines: linesOf(column.title, style, width, paper.faces) }
  })
  const lines = Math.max(...cells.map((cell) => cell.lines.length))
  const height = lines * lineHeight(style) + padding
  const draw = (x: number, y: number, drawCell: (element: StructureElement, write: () => void) => void) => {
    for (const [place, { element, lines: own }] of cells.entries()) {
      const at = laid[place]
      if (!at) continue
      // Titles stand on the rule, however many lines they take.
      const top = y + (lines - own.length) * lineHeight(style)
      drawCell(element, () =>
        sheet.write(own, style, { ...at.column, x: x + at.column.x, y: top, align: at.align }),
      )
    }
    const [first, last] = [laid[0]?.column, laid.at(-1)?.column]
    if (first && last)
      sheet.rule(x + first.x, y + height, last.x + last.width - first.x, { color: ink, thickness: 0.8 })
  }
  const first: Piece = {
    height,
    gap: 12,
    draw: (x, y) => draw(x, y, (element, write) => sheet.tagged(element, 'TH', write)),
  }
  const again: Piece = {
    height,
    gap: 0,
    draw: (x, y) => draw(x, y, (_, write) => sheet.decoration('Pagination', write)),
  }
  return { first, again }
}

function rowPieces(
  paper: Paper,
  laid: readonly Laid[],
  texts: readonly string[],
  { table, head, column }: { table: StructureElement; head: Piece; column: Column },
): Piece[] {
  const { sheet } = paper
  const row = childOf(paper, table, 'TR')
  const cells = laid.map(({ style, column: { width }, align }, place) => {
    const text = texts[place] || (align === 'end' ? paper.words.none : '')
    return { element: childOf(paper, row, 'TD'), lines: linesOf(text, style, width, paper.faces) }
  })
  const longest = Math.max(...cells.map(({ lines }) => lines.length))
  const parts = Math.ceil(longest / mostLines)
  return Array.from({ length: parts }, (_, part): Piece => {
    const ofPart = (lines: readonly Line[]) => lines.slice(part * mostLines, (part + 1) * mostLines)
    const isLast = part === parts - 1
    const heights = cells.map(
      ({ lines }, place) => ofPart(lines).length * lineHeight(laid[place]?.style ?? body),
    )
    const height = Math.max(...heights) + (part === 0 ? padding : 0) + (isLast ? padding : 0)
    return {
      height,
      gap: 0,
      again: head,
      draw: (x, y) => {
        for (const [place, { element, lines }] of cells.entries()) {
          const at = laid[place]
          const shown = ofPart(lines)
          if (!at || shown.length === 0) continue
          const top = y + (part === 0 ? padding : 0)
          sheet.tagged(element, 'TD', () =>
            sheet.write(shown, at.style, { ...at.column, x: x + at.column.x, y: top, align: at.align }),
          )
        }
        const end = laid.at(-1)?.column
        const width = end ? end.x + end.width - column.x : 0
        if (isLast) sheet.rule(x + column.x, y + height, width, { color: hairline, thickness: 0.6 })
      },
    }
  })
}
