// Two scores of each category on one axis: a dot, a ring, and the way between them.
import type { Chart } from '#shared/results/report.ts'
import type { Drawing, Scale } from './chart.ts'
import { drawMark } from './chart-marks.ts'
import { linesOf, widthsOf } from './lines.ts'
import { clipped, type Paper } from './paper.ts'
import { body, hairline, ink, lineHeight, small, smallFigure, strong } from './style.ts'

const between = 14
const mostLines = 3

export function rangeRows(
  paper: Paper,
  { categories, series }: Chart,
  { max, write }: Scale,
  width: number,
): Drawing[] {
  const natural = categories.map((category) => widthsOf(category, strong, paper.faces).natural)
  const labelWidth = Math.min(Math.max(...natural, 40) + 1, width * 0.44)
  const valueWidth = 30
  const left = labelWidth + between
  const room = width - left - 2 * (valueWidth + 4) - between
  const place = (value: number) => left + 4 + (value / max) * (room - 8)
  const ends = [write(0), write(max)].map((text) => linesOf(text, small, 60, paper.faces))
  const head: Drawing = {
    height: lineHeight(small) + 4,
    draw: (x, y) => {
      for (const [index, lines] of ends.entries())
        paper.sheet.write(lines, small, { x: x + left, y, width: room, align: index === 0 ? 'start' : 'end' })
      for (const [index, { name }] of series.entries()) {
        const lines = clipped(paper, name, small, valueWidth + 4, 1)
        const at = x + width - (series.length - index) * (valueWidth + 4)
        paper.sheet.write(lines, small, { x: at - 6, y, width: valueWidth + 10, align: 'end' })
      }
    },
  }
  const rows = categories.map((category, index): Drawing => {
    const label = clipped(paper, category, strong, labelWidth, mostLines)
    const height = label.length * lineHeight(body) + 7
    return {
      height,
      draw: (x, y) => {
        const { sheet } = paper
        const { document } = sheet
        const middle = y + height / 2
        sheet.write(label, strong, { x, y: y + 3.5, width: labelWidth })
        document.lineWidth(0.8).strokeColor(hairline)
        document
          .moveTo(x + left, middle)
          .lineTo(x + left + room, middle)
          .stroke()
        const values = series.map(({ values: own }) => own[index] ?? null)
        const known = values.filter((value) => value !== null)
        if (known.length === 2) {
          document.lineWidth(1.4).strokeColor(ink)
          document
            .moveTo(x + place(Math.min(...known)), middle)
            .lineTo(x + place(Math.max(...known)), middle)
            .stroke()
        }
        // The ring last: where both are the same, the dot is seen within it.
        for (const [mark, value] of values.entries())
          if (value !== null) drawMark(document, mark, x + place(value), middle)
        for (const [mark, value] of values.entries()) {
          const lines = linesOf(
            value === null ? paper.words.none : write(value),
            smallFigure,
            valueWidth,
            paper.faces,
          )
          const at = x + width - (series.length - mark) * (valueWidth + 4) + 4
          sheet.write(lines, smallFigure, {
            x: at,
            y: middle - lineHeight(small) / 2,
            width: valueWidth,
            align: 'end',
          })
        }
        document.lineWidth(0.5).strokeColor(hairline)
        document
          .moveTo(x, y + height)
          .lineTo(x + width, y + height)
          .stroke()
      },
    }
  })
  return [head, ...rows]
}
