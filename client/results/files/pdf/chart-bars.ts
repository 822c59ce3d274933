// Bars that lie below each other: a category may be a sentence, and its value stands at the bar's end.
import type { Chart } from '#shared/results/report.ts'
import type { Drawing, Scale } from './chart.ts'
import { fillOf } from './chart-marks.ts'
import { linesOf, widthsOf } from './lines.ts'
import { clipped, type Paper } from './paper.ts'
import { body, hairline, lineHeight, small, smallFigure } from './style.ts'

const barHeight = 8
const barGap = 2.5
const mostLines = 3

export function barRows(paper: Paper, chart: Chart, { max, write }: Scale, width: number): Drawing[] {
  const { categories, series } = chart
  const natural = categories.map((category) => widthsOf(category, body, paper.faces).natural)
  const labelWidth = Math.min(Math.max(...natural, 40) + 1, width * 0.42)
  const figures = series.flatMap(({ values }) => values.map((value) => (value === null ? '' : write(value))))
  const valueWidth =
    Math.max(...figures.map((text) => widthsOf(text, smallFigure, paper.faces).natural), 8) + 1
  const left = labelWidth + 12
  const room = width - left - valueWidth - 6
  return categories.map((category, place) => {
    const label = clipped(paper, category, body, labelWidth, mostLines)
    const bars = series.length * (barHeight + barGap) - barGap
    const height = Math.max(label.length * lineHeight(body), bars) + 7
    return {
      height,
      draw: (x, y) => {
        const { sheet } = paper
        const { document } = sheet
        const top = y + (height - bars) / 2
        sheet.write(label, body, {
          x,
          y: y + (height - label.length * lineHeight(body)) / 2,
          width: labelWidth,
        })
        for (const [index, { values }] of series.entries()) {
          const value = values[place] ?? null
          const atY = top + index * (barHeight + barGap)
          const length = value === null ? 0 : (value / max) * room
          const { fill, stroke } = fillOf(index)
          document.lineWidth(0.8).strokeColor(hairline)
          document
            .moveTo(x + left, atY - 1)
            .lineTo(x + left, atY + barHeight + 1)
            .stroke()
          if (length > 0) {
            document.lineWidth(0.8).fillColor(fill).strokeColor(stroke)
            document
              .rect(x + left + 0.4, atY + 0.4, Math.max(length - 0.8, 0.6), barHeight - 0.8)
              .fillAndStroke()
          }
          const text = linesOf(
            value === null ? paper.words.none : write(value),
            smallFigure,
            valueWidth + 4,
            paper.faces,
          )
          sheet.write(text, smallFigure, {
            x: x + left + length + 5,
            y: atY + barHeight / 2 - lineHeight(small) / 2,
            width: valueWidth + 4,
          })
        }
      },
    }
  })
}
