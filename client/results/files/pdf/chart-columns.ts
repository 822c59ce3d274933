// A distribution as columns side by side, in the order of its steps; null where their names do not fit below them.
import type { Chart } from '#shared/results/report.ts'
import type { Drawing, Scale } from './chart.ts'
import { fillOf } from './chart-marks.ts'
import { linesOf, widthsOf } from './lines.ts'
import type { Paper } from './paper.ts'
import { dim, lineHeight, small, smallFigure } from './style.ts'

const plotHeight = 78
const widest = 34

export function columnsOf(
  paper: Paper,
  chart: Chart,
  { max, write }: Scale,
  width: number,
): Drawing[] | null {
  const { categories, series } = chart
  const natural = categories.map((category) => widthsOf(category, small, paper.faces).natural)
  const step = Math.min(width / Math.max(categories.length, 1), Math.max(64, Math.min(...natural, 130) + 10))
  const columnWidth = Math.min((step - 6) / series.length, widest)
  const figures = series.flatMap(({ values }) => values.map((value) => (value === null ? '' : write(value))))
  const valueWidth = Math.max(0, ...figures.map((text) => widthsOf(text, smallFigure, paper.faces).natural))
  const names = categories.map((category) => linesOf(category, small, step - 3, paper.faces))
  const words = categories.map((category) => widthsOf(category, small, paper.faces).word)
  const mostLines = Math.max(0, ...names.map((lines) => lines.length))
  if (categories.length === 0 || columnWidth < 4 || valueWidth > columnWidth + 4) return null
  if (mostLines > 3 || words.some((word) => word > step - 3)) return null

  // The highest that is there, not the highest that could be: a distribution is about its form.
  const highest = Math.max(...series.flatMap(({ values }) => values.map((value) => value ?? 0)))
  const top = chart.type === 'count' ? highest : max
  const valueHeight = lineHeight(smallFigure)
  return [
    {
      height: valueHeight + plotHeight + 4 + mostLines * lineHeight(small),
      draw: (x, y) => {
        const { sheet } = paper
        const { document } = sheet
        const base = y + valueHeight + plotHeight
        for (const [place, name] of names.entries()) {
          const atX = x + place * step
          const inset = (step - columnWidth * series.length) / 2
          sheet.write(name, small, { x: atX, y: base + 4, width: step, align: 'center' })
          for (const [index, { values }] of series.entries()) {
            const value = values[place] ?? null
            const height = value === null ? 0 : (value / top) * plotHeight
            const left = atX + inset + index * columnWidth
            const { fill, stroke } = fillOf(index)
            document.lineWidth(0.8).fillColor(fill).strokeColor(stroke)
            if (height > 0)
              document
                .rect(left + 1, base - height + 0.4, columnWidth - 2, Math.max(height - 0.4, 0.6))
                .fillAndStroke()
            const text = linesOf(
              value === null ? paper.words.none : write(value),
              smallFigure,
              step,
              paper.faces,
            )
            const middle = left + columnWidth / 2 - step / 2
            sheet.write(text, smallFigure, {
              x: middle,
              y: base - height - valueHeight,
              width: step,
              align: 'center',
            })
          }
        }
        document.lineWidth(0.8).strokeColor(dim)
        document
          .moveTo(x, base)
          .lineTo(x + step * categories.length, base)
          .stroke()
      },
    },
  ]
}
