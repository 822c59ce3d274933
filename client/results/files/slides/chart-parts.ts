// Charts on slides: as many bars as can be read, colours that say what is compared with what, words for who cannot see it.
import type { Chart } from '#shared/results/report.ts'
import { type Box, body, colours, gutter, half, type Part, palette } from './deck.ts'
import type { Making } from './messages.ts'
import { below, morePart, titlePart } from './parts.ts'
import { endOf, partOf } from './reading-report.ts'
import { fitted } from './text-size.ts'

// In inches, with its gap; two series take more.
const barHeight = 0.42
const mostBars = 10
const mostColumns = 40

export function chartPart(chart: Chart, box: Box, making: Making): Part[] {
  const bars = Math.floor(box.h / (barHeight * Math.min(1.4, chart.series.length * 0.7 + 0.3)))
  const count = chart.shape === 'bars' ? Math.max(2, Math.min(mostBars, bars)) : mostColumns
  // Of what has gone on for long, the end counts.
  const part = chart.shape === 'lines' ? endOf(chart, count) : partOf(chart, count)
  const more = chart.categories.length - part.categories.length
  return [
    { kind: 'chart', box, chart: part, colours: coloursOf(chart, making), alt: altOf(part, making) },
    ...morePart(more, box, making),
  ]
}

/** Of two that are compared, the one that counts is blue: what is, not what was or should be. */
function coloursOf({ series, shape }: Chart, { titles }: Making): readonly string[] {
  if (series.length > 2 || shape === 'lines') return palette
  const isCompared = (name: string) => [titles.before, titles.target, titles.shareOfPeople].includes(name)
  return series.map(({ name }) => (isCompared(name) ? colours.beside : colours.accent))
}

function altOf({ title, categories, series, type }: Chart, { show }: Making): string {
  const figures = categories.map((category, place) => {
    const values = series.map(({ name, values }) => `${name} ${show(values[place] ?? null, type) || '–'}`)
    return `${category}: ${values.join(', ')}`
  })
  return fitted([title, ...figures].join('; '), { width: 120, size: 12, lines: 1 })
}

const titleHeight = 0.65

/** Up to four, each under its title: one over all, two side by side, more in two rows. `of` counts those left out too. */
export function chartGrid(charts: readonly Chart[], box: Box, making: Making, of = charts.length): Part[] {
  const rows = charts.length > 2 ? 2 : 1
  const h = (box.h - (rows - 1) * 0.1) / rows
  const parts = charts.flatMap((chart, place) => {
    const isRight = charts.length > 1 && place % 2 === 1
    const cell: Box = {
      x: isRight ? box.x + half + gutter : box.x,
      y: box.y + Math.floor(place / 2) * (h + 0.1),
      w: charts.length === 1 ? box.w : half,
      h,
    }
    const head = { ...cell, h: rows === 1 ? titleHeight : titleHeight / 2 }
    return [titlePart(chart.title, head), ...chartPart(chart, below(cell, head), making)]
  })
  return [...parts, ...morePart(of - charts.length, body, making)]
}
