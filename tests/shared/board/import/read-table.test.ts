// From bytes to a table: every encoding, separator and way of writing headings that spreadsheet programs have.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mappingFor, mappingGap, remapped } from '#shared/board/import/columns.ts'
import { type Delimiter, delimiters } from '#shared/board/import/csv-rows.ts'
import type { Encoding } from '#shared/board/import/decode.ts'
import { maxFileBytes, maxRows } from '#shared/board/import/file-problem.ts'
import { noWish, readTable, type Table } from '#shared/board/import/read-table.ts'
import type { ImportField } from '#shared/board/import/table-words.ts'
import { ascii, bytesOf } from './bytes.ts'

function tableOf(text: string, encoding: Encoding = 'utf-8', wish = {}): Table {
  const read = readTable(bytesOf(text, encoding), { ...noWish, ...wish })
  if (!read.ok) throw new Error(read.problem.code)
  return read.table
}
const problemOf = (text: string) => {
  const read = readTable(ascii(text))
  return read.ok ? null : read.problem
}

const german = ['Phase', 'Ebene', 'Touchpoint', 'Kanal', 'Abteilung', 'Ist', 'Soll', 'Notiz']
const english = ['Stage', 'Lane', 'Title', 'Channel', 'Department', 'Actual', 'Target', 'Note']
const fields = ['stage', 'lane', 'title', 'channel', 'department', 'actual', 'target', 'note']

describe.each(['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'] as const)('in %s', (encoding) => {
  describe.each(delimiters.map((each) => [JSON.stringify(each), each] as const))(
    'with %s',
    (_, delimiter) => {
      test.each([german, english])('headings %s… and a row are understood', (...header) => {
        const row = ['Kündigung', 'Touchpoints', 'Größe wählen', 'Web', 'IT', '7,5', '9', 'a; b, c']
        const quoted = row.map((cell) => `"${cell}"`).join(delimiter)
        const table = tableOf(`${header.join(delimiter)}\r\n${quoted}\r\n`, encoding)
        expect(table).toMatchObject({ encoding, delimiter, header, mapping: fields })
        expect(table.rows).toEqual([{ line: 2, cells: row }])
      })
    },
  )
})

test.each([
  ['PHASE', 'stage'],
  ['  Journey Phase ', 'stage'],
  ['Berührungspunkt', 'title'],
  ['BERUEHRUNGSPUNKT', 'title'],
  ['Kanäle', 'channel'],
  ['Verantwortlich', 'department'],
  ['Ist (0–10)', 'actual'],
  ['Ist-Wert', 'actual'],
  ['Score Soll', 'target'],
  ['Kommentar', 'note'],
  ['Name der Phase', 'stage'],
  ['Abteilung / Team', 'department'],
  ['Moment der Wahrheit', 'moment'],
  ['Laufende Nummer', null],
  ['', null],
])('the heading "%s" means %s', (heading, field) => {
  expect(mappingFor([heading])).toEqual([field])
})

test('headings come in any order, and of two for one field the exact one, else the first, has it', () => {
  expect(mappingFor(['Soll', 'Nr', 'Wert Ist', 'Ist', 'Titel', 'Name', 'Phase'])).toEqual([
    'target',
    null,
    null,
    'actual',
    'title',
    null,
    'stage',
  ])
})

test('a mapping that is corrected takes the field from where it was', () => {
  const mapping = mappingFor(['Phase', 'Titel', 'Nr'])
  expect(remapped(mapping, 2, 'title')).toEqual(['stage', null, 'title'])
  expect(remapped(mapping, 1, null)).toEqual(['stage', null, null])
  expect(mappingGap(remapped(mapping, 0, null))).toBe('stage')
  expect(mappingGap(remapped(mapping, 1, null))).toBe('text')
  expect(mappingGap(mapping)).toBe(null)
})

test('no correction makes one field stand twice', () => {
  const field = fc.constantFrom<ImportField | null>('stage', 'title', 'note', null)
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(4), field)), (corrections) => {
      const start = mappingFor(['Phase', 'Titel', 'Notiz', 'Nr', 'Ist'])
      const end = corrections.reduce((mapping, [column, each]) => remapped(mapping, column, each), start)
      const used = end.filter((each) => each !== null)
      expect(new Set(used).size).toBe(used.length)
    }),
  )
})

describe('the separator', () => {
  test('that Excel writes into the first line is believed, and the lines keep their numbers', () => {
    const table = tableOf('sep=;\r\nPhase;Titel, lang\r\nKauf;a,b\r\n')
    expect(table).toMatchObject({ delimiter: ';', header: ['Phase', 'Titel, lang'] })
    expect(table.rows).toEqual([{ line: 3, cells: ['Kauf', 'a,b'] }])
  })
  test('is not the decimal comma', () => {
    expect(tableOf('Phase;Titel;Ist\nKauf;Shop;7,5\nKauf;Hotline;6,5\n').delimiter).toBe(';')
  })
  test('is not the comma within texts', () => {
    expect(tableOf('Phase\tTitel\nKauf, Teil 1\tShop, Web, App\nNutzung, lang\tHotline\n').delimiter).toBe(
      '\t',
    )
  })
  test('can be said by the person', () => {
    const table = tableOf('a;b,c;d\n', 'utf-8', { delimiter: ',' })
    expect(table.rows).toEqual([{ line: 1, cells: ['a;b', 'c;d'] }])
  })
})

describe('without headings', () => {
  const text = 'Kauf;Touchpoints;Website;Web;Marketing;5;8\nKauf;Touchpoints;Laden;Shop;Vertrieb;6;9\n'
  test('every row is one of the table and every column waits for a meaning', () => {
    const table = tableOf(text)
    expect(table.header).toBe(null)
    expect(table.rows.map(({ line }) => line)).toEqual([1, 2])
    expect(table.mapping).toEqual(Array.from({ length: 7 }, () => null))
  })
  test('the person can say that the first row is one', () => {
    expect(tableOf(text, 'utf-8', { hasHeader: true })).toMatchObject({ rows: [{ line: 2 }] })
  })
  test('and that what looks like headings is a row', () => {
    expect(tableOf('Phase;Titel\nKauf;Shop\n', 'utf-8', { hasHeader: false }).rows).toHaveLength(2)
  })
})

test('empty rows, and empty columns at the end, as Excel leaves them, are nothing', () => {
  const table = tableOf('\n;;;;\nPhase;Titel;;;\n;;;;\nKauf;Shop;;;\n;;;;\n;;;;\n')
  expect(table).toMatchObject({ columns: 2, header: ['Phase', 'Titel'], rows: [{ line: 5 }] })
})

describe('a file that is no table of cards is refused in one sentence', () => {
  test.each([
    ['nothing', '', { code: 'empty' }],
    ['a letter', 'just a letter to somebody\nwith two lines\n', { code: 'one-column' }],
    ['headings alone', 'Phase;Titel;Ist\n', { code: 'no-rows' }],
    ['an open quotation mark', 'Phase;Titel\nKauf;"Shop\nNutzung;Hotline\n', { code: 'quote-open', line: 2 }],
    ['a mark in the wrong place', 'Phase;Titel\nKauf;"Shop" am Markt\n', { code: 'quote-inside', line: 2 }],
    ['too many rows', `a;b\n${'x;y\n'.repeat(maxRows + 1)}`, { code: 'too-many-rows', limit: maxRows }],
    ['far too many rows', 'x;y\n'.repeat(maxRows * 4), { code: 'too-many-rows', limit: maxRows }],
    ['too many columns', `${'a;'.repeat(80)}b\n`, { code: 'too-many-columns', limit: 60 }],
  ])('%s', (_, text, problem) => {
    expect(problemOf(text)).toEqual(problem)
  })

  test('10 MB are read, one byte more is not looked at', () => {
    const row = ascii('Kauf;Shop\n')
    const full = new Uint8Array(maxFileBytes).fill(0x0a)
    full.set(row)
    expect(readTable(full)).toMatchObject({ ok: true })
    expect(readTable(new Uint8Array(maxFileBytes + 1))).toEqual({
      ok: false,
      problem: { code: 'too-large', bytes: maxFileBytes + 1, limit: maxFileBytes },
    })
  })
})

test('no text makes reading fail, whatever the person says about it', () => {
  const unit = fc.constantFrom('Phase', 'Titel', '"', ';', ',', '\t', '\n', '\r', 'sep=', 'ü', ' ', '\0')
  const wish = fc.record({
    encoding: fc.constantFrom<Encoding | null>(null, 'utf-8', 'utf-16le', 'windows-1252'),
    delimiter: fc.constantFrom<Delimiter | null>(null, ...delimiters),
    hasHeader: fc.constantFrom(null, true, false),
  })
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 60 }), wish, (text, said) => {
      const read = readTable(bytesOf(text, 'utf-8'), said)
      if (!read.ok) return
      const { rows, mapping, columns } = read.table
      expect(mapping).toHaveLength(columns)
      expect(rows.every(({ cells }) => cells.length > 0)).toBe(true)
    }),
    { numRuns: 1000 },
  )
})
