// From a file's bytes to a table with line numbers, and what was understood of it: encoding, separator, headings.
import { isHeaderRow, type Mapping, mappingFor } from '#shared/board/import/columns.ts'
import { type CsvRow, csvRows, type Delimiter, delimiters } from '#shared/board/import/csv-rows.ts'
import { decode, type Encoding } from '#shared/board/import/decode.ts'
import { type FileProblem, maxColumns, maxFileBytes, maxRows } from '#shared/board/import/file-problem.ts'
import { guessDelimiter } from '#shared/board/import/guess-delimiter.ts'
import { oneLine } from '#shared/board/import/plain-words.ts'

export type Table = {
  encoding: Encoding
  delimiter: Delimiter
  /** One for each column, empty where it has none; null where the file has no heading. */
  header: string[] | null
  /** How many cells the heading's row has; a row with more has a separator too many. */
  headerCells: number
  columns: number
  /** Without heading and empty rows. */
  rows: CsvRow[]
  /** As the headings say; the person may correct it. */
  mapping: Mapping
}
export type ReadTable = { ok: true; table: Table } | { ok: false; problem: FileProblem }

/** What the person says about the file; null is for finding out. */
export type TableWish = {
  encoding: Encoding | null
  delimiter: Delimiter | null
  hasHeader: boolean | null
}
export const noWish: TableWish = { encoding: null, delimiter: null, hasHeader: null }

export function readTable(bytes: Uint8Array, wish: TableWish = noWish): ReadTable {
  if (bytes.length > maxFileBytes)
    return { ok: false, problem: { code: 'too-large', bytes: bytes.length, limit: maxFileBytes } }
  const decoded = decode(bytes, wish.encoding)
  return decoded.ok ? readText(decoded.text, decoded.encoding, wish) : decoded
}

/** Also for what was pasted, which has no encoding any more. */
export function readText(text: string, encoding: Encoding, wish: TableWish = noWish): ReadTable {
  const refuse = (problem: FileProblem): ReadTable => ({ ok: false, problem })
  if (text.trim() === '') return refuse({ code: 'empty' })
  const { said, rest } = separatorLine(text)
  const delimiter = wish.delimiter ?? said ?? guessDelimiter(rest)
  // One more, for the heading.
  const read = csvRows(rest, { delimiter, maxRows: maxRows + 1 })
  if (!read.ok)
    return refuse(read.problem.code === 'too-many-rows' ? { ...read.problem, limit: maxRows } : read.problem)
  const columns = read.rows.reduce((most, { cells }) => Math.max(most, usedCells(cells)), 0)
  if (columns > maxColumns) return refuse({ code: 'too-many-columns', limit: maxColumns })
  if (columns < 2) return refuse({ code: 'one-column' })
  const [first, ...others] = read.rows
  const hasHeader = wish.hasHeader ?? (first !== undefined && isHeaderRow(first.cells))
  const rows = hasHeader ? others : read.rows
  if (rows.length === 0) return refuse({ code: 'no-rows' })
  if (rows.length > maxRows) return refuse({ code: 'too-many-rows', limit: maxRows })
  const header = hasHeader && first ? headingsOf(first, columns) : null
  const mapping = header ? mappingFor(header) : Array.from({ length: columns }, () => null)
  const headerCells = header && first ? first.cells.length : columns
  return { ok: true, table: { encoding, delimiter, header, headerCells, columns, rows, mapping } }
}

/** Excel's own first line "sep=;" says the separator. Its line is kept, empty, so that the others keep their numbers. */
function separatorLine(text: string): { said: Delimiter | null; rest: string } {
  const [line, sign] = /^"?sep=(.)"?[;,\t]*(?=\r|\n|$)/i.exec(text) ?? []
  if (line === undefined) return { said: null, rest: text }
  return { said: delimiters.find((each) => each === sign) ?? null, rest: text.slice(line.length) }
}

const headingsOf = ({ cells }: CsvRow, columns: number): string[] =>
  Array.from({ length: columns }, (_, at) => oneLine(cells[at] ?? ''))

/** Excel ends every row with separators up to its widest one. */
const usedCells = (cells: readonly string[]): number => cells.findLastIndex((cell) => cell.trim() !== '') + 1
