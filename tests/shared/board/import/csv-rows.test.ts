// Rows of cells with the line in the file that each begins in; Papa Parse, which reads the same, is the second opinion.
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { csvRows, type Delimiter, delimiters } from '#shared/board/import/csv-rows.ts'

const read = (text: string, delimiter: Delimiter = ';') => csvRows(text, { delimiter, maxRows: 1000 })
const rows = (text: string, delimiter: Delimiter = ';') => {
  const result = read(text, delimiter)
  if (!result.ok) throw new Error(result.problem.code)
  return result.rows
}

test('quotation marks hold separators, doubled marks and line breaks', () => {
  expect(rows('a;"b;c";"say ""hi"""\r\n"one\r\ntwo";x;')).toEqual([
    { line: 1, cells: ['a', 'b;c', 'say "hi"'] },
    { line: 2, cells: ['one\ntwo', 'x', ''] },
  ])
})

test('the line is the one in the file, after quoted line breaks, empty rows and line ends of three kinds', () => {
  const text = 'head;x\n"a\nb\nc";1\r\n;;\r\n\r\nd;2\re;3\n"";""\nf;4'
  expect(rows(text).map(({ line, cells }) => [line, cells[0]])).toEqual([
    [1, 'head'],
    [2, 'a\nb\nc'],
    [7, 'd'],
    [8, 'e'],
    [10, 'f'],
  ])
})

test('a mark inside a cell is text, and spaces behind a closing one are nothing', () => {
  expect(rows('12" Monitor;"a" ;b')).toEqual([{ line: 1, cells: ['12" Monitor', 'a', 'b'] }])
})

describe('broken quotation marks', () => {
  test('one that never closes is named by the line it opens in', () => {
    expect(read('a;b\n"c\nd";e\nf;"open\ng;h\n')).toEqual({
      ok: false,
      problem: { code: 'quote-open', line: 4 },
    })
  })
  test('text behind a closing one is named by its line', () => {
    expect(read('a;b\n"one\ntwo" three;c')).toEqual({ ok: false, problem: { code: 'quote-inside', line: 3 } })
  })
})

test('rows above the limit are refused, empty ones not counted', () => {
  const options = { delimiter: ',', maxRows: 2 } as const
  expect(csvRows('a\n\n\nb\n\n', options)).toMatchObject({ ok: true })
  expect(csvRows('a\nb\nc', options)).toEqual({ ok: false, problem: { code: 'too-many-rows', limit: 2 } })
})

const cell = fc.string({
  unit: fc.constantFrom('a', 'ü', ' ', '"', ';', ',', '\t', '|', '\n', '=', '7'),
  maxLength: 8,
})
const delimiter = fc.constantFrom(...delimiters)
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 })

test('whatever Papa Parse writes is read as it was', () => {
  fc.assert(
    fc.property(table, delimiter, fc.constantFrom('\r\n', '\n', '\r'), (data, separator, newline) => {
      const text = Papa.unparse(data, { delimiter: separator, newline, quotes: true })
      const kept = data.filter((row) => row.some((each) => each.trim() !== ''))
      expect(rows(text, separator).map(({ cells }) => cells)).toEqual(kept)
    }),
  )
})

test('what both can read, both read alike', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'b', '"', ';', '\n'), maxLength: 30 }), (text) => {
      const ours = read(text)
      const theirs = Papa.parse<string[]>(text, { delimiter: ';', newline: '\n' })
      // Theirs forgives what ours names by its line.
      if (!ours.ok) expect(theirs.errors).not.toEqual([])
      else
        expect(ours.rows.map(({ cells }) => cells)).toEqual(
          theirs.data.filter((row) => row.some((each) => each.trim() !== '')),
        )
    }),
    { numRuns: 2000 },
  )
})

test.each([
  ['quotation marks', '"'.repeat(4_000_000)],
  ['marks in pairs of cells', '"";'.repeat(1_000_000)],
  ['line breaks', '\n'.repeat(4_000_000)],
  ['one long cell', 'a'.repeat(8_000_000)],
  ['a quoted cell of doubled marks', `"${'""'.repeat(3_000_000)}"`],
])('millions of %s are read in one go', (_, text) => {
  expect(csvRows(text, { delimiter: ';', maxRows: 5000 })).toHaveProperty('ok')
})
