// Finds out what separates the cells of a file: a comma in one country is the decimal point of another.
import { countHeadings } from '#shared/board/import/columns.ts'
import { csvRows, type Delimiter, delimiters } from '#shared/board/import/csv-rows.ts'

const sampleLength = 64 * 1024
const sampleRows = 100

/** The sign that gives the most known headings; then the one that gives most rows the same number of cells. */
export function guessDelimiter(text: string): Delimiter {
  const sample = text.slice(0, sampleLength)
  let best: { delimiter: Delimiter; score: number } = { delimiter: ';', score: 0 }
  for (const delimiter of delimiters) {
    const score = scoreOf(sample, delimiter)
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

function scoreOf(sample: string, delimiter: Delimiter): number {
  const read = csvRows(sample, { delimiter, maxRows: sampleRows, isSample: true })
  if (!read.ok) return 0
  const widths = read.rows.map(({ cells }) => cells.length)
  const [usual = 0, count = 0] = mostFrequent(widths)
  if (usual < 2) return 0
  const headings = countHeadings(read.rows[0]?.cells ?? [])
  return headings * 10 + count / widths.length + usual / 1000
}

function mostFrequent(values: readonly number[]): [value: number, count: number] {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].reduce<[number, number]>((best, each) => (each[1] > best[1] ? each : best), [0, 0])
}
