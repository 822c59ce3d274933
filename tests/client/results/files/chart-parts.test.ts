import { expect, test } from 'vitest'
import { officeWords } from '#client/results/files/office-words.ts'
import { chartPart } from '#client/results/files/slides/chart-parts.ts'
import { body } from '#client/results/files/slides/deck.ts'
import { makingOf } from '#client/results/files/slides/messages.ts'
import { fullReport } from './full-report.ts'
import { chart } from './report-blocks.ts'

const making = makingOf(fullReport('en'), officeWords.en)
const shown = (shape: 'lines' | 'bars') => {
  const categories = Array.from({ length: 52 }, (_, at) => `Session ${at + 1}`)
  const long = chart({
    id: 'c',
    title: '',
    shape,
    categories,
    series: { Mean: categories.map((_, at) => at) },
    type: 'count',
  })
  return chartPart(long, body, making).flatMap((part) => (part.kind === 'chart' ? [part.chart] : []))
}

test('of more times than a line has room for the latest are shown', () => {
  const [line] = shown('lines')
  expect(line?.categories).toHaveLength(40)
  expect(line?.categories.at(-1)).toBe('Session 52')
  expect(line?.series[0]?.values.at(-1)).toBe(51)
})

test('of more bars than there is room for the first are shown', () => {
  expect(shown('bars')[0]?.categories[0]).toBe('Session 1')
})
