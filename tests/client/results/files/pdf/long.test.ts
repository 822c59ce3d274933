// Reports that run over many pages.
import { expect, test } from 'vitest'
import type { Table } from '#shared/results/report.ts'
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
