// A chart that PowerPoint can edit, in the look of the project: figures at the bars instead of a scale beside them.
import { xmlText } from '#client/results/files/xml-text.ts'
import type { Chart } from '#shared/results/report.ts'
import { type Box, colours, type Part, sizes } from './deck.ts'
import type { ChartOptions, ChartSeries, Slide } from './pptxgenjs.ts'
import { fitted, widthOf } from './text-size.ts'

const formats = { count: '0', score: '0.0', share: '0%' } as const

export function drawChart(
  slide: Slide,
  { box, chart, colours: shades, alt }: Extract<Part, { kind: 'chart' }>,
  font: string,
): void {
  const { shape, type, series, max } = chart
  const label = { fontFace: font, fontSize: sizes.small, color: colours.ink }
  const isLines = shape === 'lines'
  const highest = Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)))
  const options: ChartOptions = {
    ...box,
    altText: xmlText(alt),
    objectName: xmlText(chart.title),
    barDir: shape === 'bars' ? 'bar' : 'col',
    // A few bars need not be as thick as beams.
    barGapWidthPct: chart.categories.length === 1 ? 300 : chart.categories.length < 4 ? 120 : 45,
    chartColors: shades.slice(0, Math.max(1, series.length)),
    // Votes need no name; a mean place and the score of one touchpoint do.
    showLegend: series.length > 1 || type === 'score',
    legendPos: 't',
    ...prefixed('legend', label),
    showValue: !isLines || series.length === 1,
    dataLabelFormatCode: formats[type],
    ...(isLines && { dataLabelPosition: 't' }),
    ...prefixed('dataLabel', label),
    ...prefixed('catAxisLabel', label),
    ...prefixed('valAxisLabel', label),
    catAxisLineColor: colours.beside,
    catAxisMajorTickMark: 'none',
    valAxisMajorTickMark: 'none',
    valAxisHidden: !isLines,
    valAxisLineShow: false,
    valAxisMinVal: 0,
    // Shares and lines are compared with each other; all that could be would leave them flat.
    ...(max !== null && type !== 'share' && !isLines && { valAxisMaxVal: max }),
    valAxisLabelFormatCode: formats[type],
    // There is no half a person.
    ...(type === 'count' && highest <= 10 && { valAxisMajorUnit: 1 }),
    valGridLine: isLines ? { color: colours.hairline, size: 0.75 } : { style: 'none' },
    lineSize: 2.5,
    lineDataSymbolSize: 8,
    displayBlanksAs: 'gap',
    chartArea: { roundedCorners: false },
  }
  // Read from the top, as the report does; the library's types know one direction only.
  const fromTop: { catAxisOrientation: string } = { catAxisOrientation: 'maxMin' }
  slide.addChart(
    isLines ? 'line' : 'bar',
    seriesOf(chart, box),
    shape === 'bars' ? Object.assign(options, fromTop) : options,
  )
}

function seriesOf({ shape, categories, series }: Chart, box: Box): ChartSeries[] {
  // A longer label leaves no room for its bar.
  const width = shape === 'bars' ? box.w * 0.3 : (box.w * 0.9) / Math.max(1, categories.length)
  const labels = categories.map((category) => labelOf(xmlText(category), width, shape === 'bars' ? 2 : 3))
  return series.map(({ name, values }) => ({
    name: labelOf(xmlText(name), 3, 1),
    labels,
    // A gap has no number; the library writes what is no number as an empty value, which `tidyPackage` takes out.
    values: values.map((value) => value ?? Number.NaN),
  }))
}

/** Charts do not break words: one that is too long has to do with a line. Nor may a label be empty. */
function labelOf(text: string, width: number, lines: number): string {
  const { small: size } = sizes
  const isLong = text.split(/\s/).some((word) => widthOf(word, { size }) > width)
  return fitted(text.replaceAll(/\s+/g, ' '), { width, size, lines: isLong ? 1 : lines }) || '–'
}

/** `fontFace` as `legendFontFace`. */
function prefixed(prefix: string, look: { fontFace: string; fontSize: number; color: string }): object {
  return {
    [`${prefix}FontFace`]: look.fontFace,
    [`${prefix}FontSize`]: look.fontSize,
    [`${prefix}Color`]: look.color,
  }
}
