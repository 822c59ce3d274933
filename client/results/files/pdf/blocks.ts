// Each block of a report as pieces of paper.
import type { StructureElement } from 'pdfkit'
import type { Block, Fact } from '#shared/results/report.ts'
import { chartPieces } from './chart.ts'
import { linesOf, widthsOf } from './lines.ts'
import { type Column, childOf, keptWithNext, type Paper, paragraph } from './paper.ts'
import type { Piece } from './sheet.ts'
import { accent, body, dim, figure, heading, lineHeight, type Style, small } from './style.ts'
import { tablePieces } from './table.ts'

export function blockPieces(paper: Paper, block: Block, parent: StructureElement, column: Column): Piece[] {
  switch (block.kind) {
    case 'heading':
      return keptWithNext(paragraph(paper, block.text, heading, { parent, tag: 'H3', column, gap: 16 }))
    case 'text':
      return paragraph(paper, block.text, body, { parent, tag: 'P', column, gap: 7 })
    case 'list':
      return listPieces(paper, block.items, parent, column)
    case 'facts':
      return factPieces(paper, block.facts, parent, column)
    case 'table':
      return tablePieces(paper, block, parent, column)
    case 'chart':
      return chartPieces(paper, block, parent, column)
    case 'picture':
      return picturePieces(paper, block, parent, column)
    case 'withheld':
      return withheldPieces(paper, block.text, parent, column)
  }
}

function listPieces(
  paper: Paper,
  items: readonly string[],
  parent: StructureElement,
  column: Column,
): Piece[] {
  const list = childOf(paper, parent, 'L')
  const { sheet } = paper
  const inner = { x: column.x + 12, width: column.width - 12 }
  return items.flatMap((item, place) => {
    const entry = childOf(paper, list, 'LI')
    const lines = paragraph(paper, item, body, {
      parent: entry,
      tag: 'LBody',
      column: inner,
      gap: place === 0 ? 7 : 3,
    })
    return lines.map((line, index): Piece => {
      if (index > 0) return line
      const draw = (x: number, y: number) => {
        sheet.decoration('Layout', () =>
          sheet.document
            .fillColor(dim)
            .circle(x + column.x + 3, y + lineHeight(body) / 2, 1.4)
            .fill(),
        )
        line.draw(x, y)
      }
      return { ...line, draw }
    })
  })
}

function withheldPieces(paper: Paper, text: string, parent: StructureElement, column: Column): Piece[] {
  const inner = { x: column.x + 12, width: column.width - 12 }
  const quiet: Style = { ...body, color: dim }
  return paragraph(paper, text, quiet, { parent, tag: 'P', column: inner, gap: 8 }).map((line) => ({
    ...line,
    draw: (x, y) => {
      const { sheet } = paper
      sheet.decoration('Layout', () =>
        sheet.document
          .fillColor(accent)
          .rect(x + column.x, y, 2, line.height + 0.2)
          .fill(),
      )
      line.draw(x, y)
    },
  }))
}

const factGap = 14
/** A value that is longer stands by itself, below its label. */
const longFact = 400

/** Side by side, each with its label above; what is wider takes more columns. */
function factPieces(paper: Paper, facts: readonly Fact[], parent: StructureElement, column: Column): Piece[] {
  const columns = columnsFor(paper, facts, column)
  const unit = (column.width + factGap) / columns
  const rows: { pieces: Piece[]; used: number; cells: FactCell[] }[] = []
  for (const fact of facts) {
    const text = paper.write(fact.value, fact.type) || paper.words.none
    const element = childOf(paper, parent, 'P')
    if (text.length > longFact) {
      const told = { parent: element, tag: 'Span', column }
      const pieces = [
        ...keptWithNext(paragraph(paper, fact.label, small, { ...told, gap: 7 })),
        ...paragraph(paper, text, body, { ...told, gap: 0 }),
      ]
      rows.push({ pieces, used: columns, cells: [] })
      continue
    }
    const span = Math.min(columns, Math.max(1, Math.ceil((factWidth(paper, fact) + factGap) / unit)))
    let row = rows.at(-1)
    if (!row || row.used + span > columns) {
      row = { pieces: [], used: 0, cells: [] }
      rows.push(row)
    }
    const width = span * unit - factGap
    row.cells.push({
      element,
      x: column.x + row.used * unit,
      width,
      label: linesOf(fact.label, small, width, paper.faces),
      value: linesOf(text, figure, width, paper.faces),
    })
    row.used += span
  }
  return rows.flatMap(({ pieces, cells }) => (cells.length > 0 ? [factRow(paper, cells)] : pieces))
}

/** As many as have room for nearly every fact, so that they stand below each other; rather without a last one alone. */
function columnsFor(paper: Paper, facts: readonly Fact[], column: Column): number {
  const most = Math.max(1, Math.floor((column.width + factGap) / 116))
  const widths = facts.map((fact) => factWidth(paper, fact))
  const fitting = (count: number) =>
    widths.filter((width) => width <= (column.width + factGap) / count - factGap).length
  const counts = Array.from({ length: most }, (_, fewer) => most - fewer)
  const forAll = counts.filter((count) => count > 1 && fitting(count) === facts.length)
  return (
    forAll.find((count) => facts.length % count === 0) ??
    forAll[0] ??
    counts.find((count) => fitting(count) >= 0.7 * facts.length) ??
    1
  )
}

function factWidth({ write, words, faces }: Paper, { label, value, type }: Fact): number {
  const text = write(value, type) || words.none
  return Math.max(widthsOf(text, figure, faces).natural, widthsOf(label, small, faces).natural)
}

type FactCell = Column & {
  element: StructureElement
  label: ReturnType<typeof linesOf>
  value: ReturnType<typeof linesOf>
}

function factRow({ sheet }: Paper, cells: readonly FactCell[]): Piece {
  const most = (of: 'label' | 'value') => Math.max(...cells.map((cell) => cell[of].length))
  const labels = most('label') * lineHeight(small)
  return {
    height: labels + most('value') * lineHeight(figure),
    gap: 7,
    draw: (x, y) => {
      for (const { element, label, value, x: left, width } of cells)
        sheet.tagged(element, 'P', () => {
          sheet.write(label, small, {
            x: x + left,
            y: y + labels - label.length * lineHeight(small),
            width,
            align: 'left',
          })
          sheet.write(value, figure, { x: x + left, y: y + labels, width, align: 'left' })
        })
    },
  }
}

type PictureBlock = Extract<Block, { kind: 'picture' }>
/** Points for each pixel of a picture at least: coarser than that looks blurred. */
const finest = 0.75

export function picturePieces(
  paper: Paper,
  { of, alt }: PictureBlock,
  parent: StructureElement,
  column: Column,
  tallest = of === 'board' ? 620 : 170,
): Piece[] {
  const picture = paper.pictures.get(of)
  if (!picture || picture.width < 1 || picture.height < 1) {
    const text = paper.words.pictureMissing.replace('{{alt}}', () => alt)
    return withheldPieces(paper, text, parent, column)
  }
  const scale = Math.min(column.width / picture.width, tallest / picture.height, finest)
  const [width, height] = [picture.width * scale, picture.height * scale]
  const element = childOf(paper, parent, 'Figure', alt)
  return [
    {
      height,
      gap: 10,
      draw: (x, y) =>
        paper.sheet.tagged(element, 'Figure', () =>
          paper.sheet.document.image(picture.bytes, x + column.x, y, { width, height }),
        ),
    },
  ]
}
