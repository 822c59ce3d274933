// Charts as lines and areas, readable without colour: each value is written at its mark, each series has a mark of its own.
import type { StructureElement } from 'pdfkit'
import { type Chart, type Table, tableOf } from '#shared/results/report.ts'
import { barRows } from './chart-bars.ts'
import { columnsOf } from './chart-columns.ts'
import { linesChart } from './chart-lines.ts'
import { drawMark, markWidth } from './chart-marks.ts'
import { rangeRows } from './chart-range.ts'
import { linesOf } from './lines.ts'
import { type Column, childOf, keptWithNext, type Paper, paragraph } from './paper.ts'
import type { Piece } from './sheet.ts'
import { caption, lineHeight, small } from './style.ts'
import { tablePieces } from './table.ts'

/** A drawing, or a part of one, as high as it needs to be. */
export type Drawing = { height: number; draw: (x: number, y: number) => void }
/** The highest value of the axis, and how a value is written. */
export type Scale = { max: number; write: (value: number) => string }

export function chartPieces(paper: Paper, chart: Chart, parent: StructureElement, column: Column): Piece[] {
  const drawings = drawingsOf(paper, chart, column)
  if (!drawings) {
    const areFew = chart.categories.length <= mostColumns
    return tablePieces(
      paper,
      chart.shape === 'lines' && areFew ? turned(chart) : tableOf(chart),
      parent,
      column,
    )
  }
  const title = chart.title
    ? keptWithNext(paragraph(paper, chart.title, caption, { parent, tag: 'P', column, gap: 14 }))
    : []
  const [only, second] = chart.series
  const isNamed =
    second !== undefined || (only !== undefined && only.name !== '' && only.name !== chart.title)
  const legend = isNamed ? [legendPiece(paper, chart, parent, column)] : []
  const element = childOf(paper, parent, 'Figure', inWords(paper, chart))
  const whole = drawings.reduce((sum, { height }) => sum + height, 0)
  const drawn = drawings.map(
    ({ height, draw }, index): Piece => ({
      height,
      gap: index === 0 ? 7 : 0,
      // In one piece where a page has room for it; else its first stays with its title, and no last one alone.
      isKeptWithNext:
        index < drawings.length - 1 && (whole < tallest || index < 3 || index === drawings.length - 2),
      draw: (x, y) => paper.sheet.tagged(element, 'Figure', () => draw(x + column.x, y)),
    }),
  )
  return [...title, ...keptWithNext(legend), ...drawn]
}

/** A chart that is higher may begin on one page and end on the next. */
const tallest = 340

/** More moments than that stand below each other. */
const mostColumns = 10

/** Many lines over few moments: a row for each line. */
function turned({ id, title, categories, series, type }: Chart): Table {
  const columns = [
    { title: '', type: 'text' } as const,
    ...categories.map((category) => ({ title: category, type })),
  ]
  return { kind: 'table', id, title, columns, rows: series.map(({ name, values }) => [name, ...values]) }
}

/** Null where no drawing says it: the figures follow as a table. */
function drawingsOf(paper: Paper, chart: Chart, { width }: Column): Drawing[] | null {
  const values = chart.series.flatMap((series) => series.values.filter((value) => value !== null))
  const max = Math.max(chart.max ?? 0, ...values)
  if (!Number.isFinite(max) || max <= 0 || values.some((value) => value < 0)) return null
  const scale: Scale = { max, write: (value) => paper.write(value, chart.type) }
  const { shape, series } = chart
  if (shape === 'lines') return series.length <= 5 ? linesChart(paper, chart, scale, width) : null
  if (series.length > 4) return null
  // Two scores of each, before and after or actual and target: the way from one to the other is what counts.
  if (shape === 'bars' && chart.type === 'score' && series.length === 2)
    return rangeRows(paper, chart, scale, width)
  return (shape === 'columns' && columnsOf(paper, chart, scale, width)) || barRows(paper, chart, scale, width)
}

function legendPiece(
  paper: Paper,
  { title, series }: Chart,
  parent: StructureElement,
  column: Column,
): Piece {
  const entries = series.map(({ name }) => ({ lines: linesOf(name, small, column.width - 20, paper.faces) }))
  // One series has nothing to be told apart from; what is counted is said all the same.
  const indent = series.length > 1 ? markWidth : 0
  const rows: { x: number; y: number }[] = []
  let [x, y] = [0, 0]
  for (const { lines } of entries) {
    const width = indent + Math.max(...lines.map((line) => line.width)) + 16
    if (x > 0 && x + width > column.width) {
      x = 0
      y += lineHeight(small) + 2
    }
    rows.push({ x, y })
    x += width
    if (lines.length > 1) y += lineHeight(small) * (lines.length - 1)
  }
  const element = childOf(paper, parent, 'P')
  return {
    height: y + lineHeight(small),
    gap: title ? 5 : 12,
    draw: (left, top) => {
      for (const [place, { lines }] of entries.entries()) {
        const at = rows[place]
        if (!at) continue
        const [atX, atY] = [left + column.x + at.x, top + at.y]
        const { document } = paper.sheet
        if (indent > 0)
          paper.sheet.decoration('Layout', () =>
            drawMark(document, place, atX + 4, atY + lineHeight(small) / 2),
          )
        paper.sheet.tagged(element, 'P', () =>
          paper.sheet.write(lines, small, { x: atX + indent, y: atY, width: column.width }),
        )
      }
    },
  }
}

/** What a screen reader says instead of the drawing. */
function inWords(paper: Paper, { title, categories, series, type }: Chart): string {
  const each = categories.map((category, place) => {
    const values = series.map(({ name, values: own }) => {
      const value = own[place] ?? null
      const text = value === null ? paper.words.none : paper.write(value, type)
      return series.length > 1 ? `${name} ${text}` : text
    })
    return `${category}: ${values.join(', ')}`
  })
  return [title, ...each].filter((part) => part !== '').join('. ')
}
