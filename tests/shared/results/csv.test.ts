// The CSV files are read by another program as the report has them, and no text in them is a formula.
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import type { Language } from '#shared/language.ts'
import { asciiName, csvFiles } from '#shared/results/csv.ts'
import { type Cell, tableOf } from '#shared/results/report.ts'
import type { Results } from '#shared/results/results.ts'
import { reportOf } from '#tests/support/report.ts'
import { retyped } from '#tests/support/retyped.ts'
import { emptyResults, fullResults } from './full-results.ts'
import { hostileTexts } from './sample-results.ts'

const filesOf = (results: Results, language: Language = 'de') => csvFiles(reportOf(results, language))
const tablesIn = (results: Results, language: Language = 'de') =>
  reportOf(results, language).sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind === 'table') return [block]
      return block.kind === 'chart' && block.tableId === undefined ? [tableOf(block)] : []
    }),
  )
const rowsOf = (text: string, delimiter: string): string[][] =>
  Papa.parse<string[]>(text.slice(1), { delimiter, newline: '\r\n', skipEmptyLines: true }).data

/** As it stands in a file, before anything is done to keep it from being run. */
function written(cell: Cell, language: Language): string {
  if (typeof cell === 'number')
    return String(Math.round(cell * 1000) / 1000).replace('.', language === 'de' ? ',' : '.')
  return cell ?? ''
}

describe.each([
  ['de', ';'],
  ['en', ','],
] as const)('in %s', (language, delimiter) => {
  const files = filesOf(fullResults, language)

  test('there is one for each table and chart, and one for what stands alone', () => {
    expect(files.size).toBe(tablesIn(fullResults, language).length + 1)
  })
  test('every figure and text of the report is in its place', () => {
    const texts = [...files.values()]
    for (const [place, { columns, rows }] of tablesIn(fullResults, language).entries()) {
      const read = rowsOf(texts[place] ?? '', delimiter)
      expect(read[0]).toEqual(columns.map(({ title }) => title))
      for (const [number, row] of rows.entries())
        for (const [at, cell] of row.entries()) {
          if (columns[at]?.type === 'moment') continue
          const found = read[number + 1]?.[at] ?? 'nothing'
          expect(found.replace(/^'(?=[=+\-@])/, '')).toBe(written(cell, language))
        }
    }
  })
  test('each begins with the mark by which Excel knows UTF-8, and ends its lines as Windows does', () => {
    for (const text of files.values()) {
      expect(text.startsWith('\uFEFF')).toBe(true)
      expect(text.endsWith('\r\n')).toBe(true)
    }
  })
})

test('moments are written so that every program takes them for dates, in the time zone of the report', () => {
  const [, sessions] = [...filesOf(fullResults)].find(([name]) => name.includes('Sitzungen')) ?? []
  expect(rowsOf(sessions ?? '', ';')[1]).toEqual(['1', '2026-11-23 13:00', '2026-11-23 14:30'])
})
test('what is withheld stands among the single figures, with the place it has in the report', () => {
  const text = filesOf(fullResults).get([...filesOf(fullResults).keys()].at(-1) ?? '') ?? ''
  expect(rowsOf(text, ';')).toContainEqual([
    'Abstimmungen',
    'Wie war die Mittagspause?',
    'Weniger als 5 Antworten: nicht gezeigt, nicht aufgehoben.',
    '',
  ])
})
test('a gap below nought stays a number, a text that begins with a minus does not', () => {
  const [, scores] = [...filesOf(fullResults)].find(([name]) => name.includes('Ist-und-Soll')) ?? []
  expect(rowsOf(scores ?? '', ';')).toContainEqual(['Termin', 'Warten', '', '9', '8', '-1'])
  const nasty = retyped(fullResults, () => '-1+1|cmd')
  for (const text of filesOf(nasty).values()) expect(text).not.toMatch(/(^|[;\n"])-1\+1/)
})
describe('what people typed', () => {
  test.each([...hostileTexts, '\t=1+1', '  @SUM(1)', '\r\n=1', '＝1', "'=1"])(
    '%j is run by no program',
    (text) => {
      const files = [...filesOf(retyped(fullResults, () => text)).values()]
      expect(files.length).toBe(filesOf(fullResults).size)
      for (const [place, { columns }] of tablesIn(fullResults).entries())
        for (const row of rowsOf(files[place] ?? '', ';')) {
          expect(row.length).toBe(columns.length)
          for (const cell of row)
            if (!/^-?[\d,]+$/.test(cell)) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/)
        }
    },
  )
  test('of any kind stays in its own cell', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (typed) => {
        const files = [...filesOf(retyped(fullResults, () => `x${typed}`)).values()]
        for (const [place, { columns, rows }] of tablesIn(fullResults).entries()) {
          const read = rowsOf(files[place] ?? '', ';')
          // Rows that would say the same are one row, so that there can be fewer.
          expect(read.length).toBeLessThanOrEqual(rows.length + 1)
          for (const row of read) expect(row.length).toBe(columns.length)
        }
      }),
      { numRuns: 20 },
    )
  })
})

describe('the names of the files', () => {
  test('say what is in them, in letters that every program knows, one after the other', () => {
    expect([...filesOf(fullResults).keys()].slice(0, 3)).toEqual([
      '01-Was-beschlossen-wurde.csv',
      '02-Phasen.csv',
      '03-Touchpoints.csv',
    ])
    for (const text of hostileTexts)
      for (const name of filesOf(retyped(fullResults, () => text)).keys())
        expect(name).toMatch(/^\d\d-[A-Za-z0-9-]{1,60}\.csv$/)
  })
  test('spell what ASCII has no letter for, and take the table’s id where nothing is left', () => {
    expect(asciiName('Für Kunden spürbar? Größe ÄÖÜß, café')).toBe(
      'Fuer-Kunden-spuerbar-Groesse-AeOeUess-cafe',
    )
    expect(asciiName('مرحبا 你好')).toBe('')
    expect(asciiName('a'.repeat(200))).toBe('a'.repeat(50))
    const arabic = retyped(fullResults, () => 'مرحبا')
    expect([...filesOf(arabic).keys()].some((name) => /^\d\d-poll-1\.csv$/.test(name))).toBe(true)
  })
})

test.each([
  ['de', ';', 'In diesem Workshop ist noch nichts festgehalten.'],
  ['en', ',', 'Nothing has been recorded in this workshop yet.'],
] as const)(
  'a workshop with nothing in it is one file that says so: an empty ZIP does not open (%s)',
  (language, delimiter, words) => {
    const [[name, text] = [], ...others] = filesOf(emptyResults, language)
    expect(name).toMatch(/^01-\w+.*\.csv$/)
    expect(others).toEqual([])
    const [, ...rows] = rowsOf(text ?? '', delimiter)
    expect(rows).toEqual([[emptyResults.workshop.title, '', words, '']])
  },
)
