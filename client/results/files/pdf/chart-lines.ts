// Figures over time as lines: a mark and a value at each point, a gap where there is none.
import type { Chart } from '#shared/results/report.ts'
import type { Drawing, Scale } from './chart.ts'
import { drawMark, fillOf } from './chart-marks.ts'
import { linesOf } from './lines.ts'
import { clipped, type Paper } from './paper.ts'
import { dim, hairline, lineHeight, type Style, small, smallFigure } from './style.ts'

const plotHeight = 110
/** From one moment to the next; closer together, neither their names nor their values can be read. */
const narrowest = 24
const dashes: readonly (number | null)[] = [null, 4, null, 1.5, 6]
const valueStyle: Style = { ...smallFigure, size: 7.5 }
/** From a point to the middle of its value above or below, and from one value to the next. */
const away = 9.5
const apart = 8

export function linesChart(
  paper: Paper,
  chart: Chart,
  { max, write }: Scale,
  width: number,
): Drawing[] | null {
  const { categories, series } = chart
  if (categories.length === 0) return null
  const axisWidth = 26
  const step = (width - axisWidth) / categories.length
  if (step < narrowest) return null
  const names = categories.map((category) => clipped(paper, category, small, step - 6, 2))
  const most = Math.max(...names.map((lines) => lines.length))
  return [
    {
      height: 14 + plotHeight + 6 + most * lineHeight(small),
      draw: (x, y) => {
        const { sheet } = paper
        const { document } = sheet
        const base = y + 14 + plotHeight
        const across = (place: number) => x + axisWidth + (place + 0.5) * step
        const up = (value: number) => base - (value / max) * plotHeight
        for (const value of [0, max / 2, max]) {
          document.lineWidth(0.6).strokeColor(value === 0 ? dim : hairline)
          document
            .moveTo(x + axisWidth, up(value))
            .lineTo(x + width, up(value))
            .stroke()
          const lines = linesOf(write(value), small, axisWidth, paper.faces)
          sheet.write(lines, small, {
            x,
            y: up(value) - lineHeight(small) / 2,
            width: axisWidth - 5,
            align: 'end',
          })
        }
        for (const [index, { values }] of series.entries()) {
          const dash = dashes[index % dashes.length] ?? null
          document.save().lineWidth(1.3).strokeColor(fillOf(index).stroke)
          if (dash !== null) document.dash(dash, { space: 2.5 })
          for (const [place, value] of values.entries()) {
            const before = values[place - 1] ?? null
            if (value === null || before === null || place === 0) continue
            document
              .moveTo(across(place - 1), up(before))
              .lineTo(across(place), up(value))
              .stroke()
          }
          document.restore()
        }
        for (const [place, name] of names.entries()) {
          sheet.write(name, small, { x: across(place) - step / 2, y: base + 6, width: step, align: 'center' })
          for (const { index, value, beside } of pointsOf(chart, place, up)) {
            const lines = linesOf(write(value), valueStyle, step, paper.faces)
            drawMark(document, index, across(place), up(value))
            const middle = up(value) - lineHeight(valueStyle) / 2 + beside.y
            sheet.write(lines, valueStyle, {
              x: beside.isRight ? across(place) + 7 : across(place) - step / 2,
              y: middle,
              width: step,
              align: beside.isRight ? 'start' : 'center',
            })
          }
        }
      },
    },
  ]
}

/** The points of one category. The highest has its value above it, the lowest below, those between on their right. */
function pointsOf({ series }: Chart, place: number, up: (value: number) => number) {
  const points = series
    .flatMap(({ values }, index) => {
      const value = values[place] ?? null
      return value === null ? [] : [{ index, value }]
    })
    .toSorted((one, other) => other.value - one.value)
  return points.map(({ index, value }, rank) => {
    if (rank === 0) return { index, value, beside: { isRight: false, y: -away } }
    if (rank === points.length - 1) return { index, value, beside: { isRight: false, y: away } }
    // Pushed apart where they are close, so that each can be read.
    const free = rank * apart - (up(value) - up(points[0]?.value ?? value))
    return { index, value, beside: { isRight: true, y: Math.max(0, free - apart / 2) } }
  })
}
