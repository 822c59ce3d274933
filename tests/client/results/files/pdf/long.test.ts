// Reports that run over many pages.
import { expect, test } from 'vitest'
import type { Chart, Table } from '#shared/results/report.ts'
import { reportWith } from '#tests/support/printed-report.ts'
import { expectInOrder, written } from '#tests/support/written-pdf.ts'

const wide: Table = {
  kind: 'table',
  id: 'notes',
  title: 'All notes',
  columns: [
    { title: 'Note', type: 'text' },
    { title: 'Stage', type: 'text' },
    { title: 'Score', type: 'score' },
  ],
  rows: Array.from({ length: 2000 }, (_, place) => [
    `Note ${place}: the router arrives before the letter that says so`,
    `Stage ${place % 7}`,
    (place % 101) / 10,
  ]),
}

test('two thousand cards run over pages, each with the head of their table', async () => {
  const report = reportWith([wide])
  const read = await written(report)
  expectInOrder(read, report)
  expect(read.pages.length).toBeGreaterThan(40)
  for (const page of read.pages) expect(page).toContain('NoteStageScore')
})

test('a row that no page could hold is cut, and nothing of it is lost', async () => {
  const words = Array.from({ length: 3000 }, (_, place) => `word${place}`)
  const table: Table = { ...wide, rows: [[words.join(' '), null, null]] }
  const read = await written(reportWith([table]))
  expect(read.pages.length).toBeGreaterThan(2)
  for (const word of words) expect(read.text.includes(word), word).toBe(true)
})

test('a table of more columns than a page is wide goes on below, each part with the first column again', async () => {
  const sessions = Array.from({ length: 52 }, (_, at) => `Session ${at + 1}, ${(at % 28) + 1} January 2027`)
  const table: Table = {
    kind: 'table',
    id: 'trend-scores',
    title: 'Scores over time',
    columns: [
      { title: 'Touchpoint', type: 'text' },
      ...sessions.map((title): Table['columns'][number] => ({ title, type: 'score' })),
    ],
    rows: Array.from({ length: 20 }, (_, at) => [
      `Waiting for the date ${at}`,
      ...sessions.map((_, session) => ((at + session) % 90) / 10),
    ]),
  }
  const { text, pages } = await written(reportWith([table]))
  const timesOf = (part: string) => text.split(part).length - 1
  const parts = timesOf('Waitingforthedate7')
  expect(parts).toBeGreaterThan(3)
  expect(timesOf('Touchpoint')).toBeGreaterThanOrEqual(parts)
  expect(timesOf('Scoresovertime')).toBe(1)
  for (const session of sessions) expect(text).toContain(session.replaceAll(' ', ''))
  // Head and rows of a part fit onto one page.
  expect(pages.length).toBeLessThanOrEqual(parts + 1)
})

test('a line over more times than can be named is written as a table', async () => {
  const categories = Array.from({ length: 52 }, (_, at) => `Session ${at + 1}`)
  const chart: Chart = {
    kind: 'chart',
    id: 'trend-mood',
    title: 'Mood',
    shape: 'lines',
    categoryTitle: 'Session',
    categories,
    series: [{ name: 'Mean', values: categories.map((_, at) => (at % 50) / 10) }],
    type: 'score',
    max: 5,
  }
  const { text } = await written(reportWith([chart]))
  for (const [at, name] of categories.entries())
    expect(text).toContain(`${name}${((at % 50) / 10).toFixed(1)}`.replaceAll(' ', ''))
})
