// Text to rows of cells, each with the line of the file it begins in, also after quoted line breaks.
import type { FileProblem } from '#shared/board/import/file-problem.ts'

export const delimiters = [';', ',', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]

export type CsvRow = {
  /** In the file, counted from 1. */
  line: number
  cells: string[]
}
export type CsvRows = { ok: true; rows: CsvRow[] } | { ok: false; problem: FileProblem }

type Options = {
  delimiter: Delimiter
  /** Rows without any text do not count and are left out. */
  maxRows: number
  /** For a part of a file, which may end anywhere: what is broken ends the reading and is no problem. */
  isSample?: boolean
}

/**
 * RFC 4180 as spreadsheet programs write it: a cell that begins with a quotation mark goes to the next single one, two
 * stand for one, and line breaks in it are text. Spaces behind the closing mark are let pass. A mark further inside a
 * cell is text. Each character is looked at once or twice, whatever the file.
 */
export function csvRows(text: string, { delimiter, maxRows, isSample = false }: Options): CsvRows {
  const source = text.replace(/\r\n?/g, '\n')
  const plain = delimiter === '\t' ? /[^\t\n]*/y : new RegExp(`[^${delimiter}\\n]*`, 'y')
  const rows: CsvRow[] = []
  let at = 0
  let line = 1
  const broken = (problem: FileProblem): CsvRows => (isSample ? { ok: true, rows } : { ok: false, problem })

  while (at < source.length) {
    const row: CsvRow = { line, cells: [] }
    for (;;) {
      if (source[at] === '"') {
        const end = closingQuote(source, at)
        if (end === -1) return broken({ code: 'quote-open', line })
        const inside = source.slice(at + 1, end)
        row.cells.push(inside.replaceAll('""', '"'))
        at = afterSpaces(source, end + 1, delimiter)
        line += breaksIn(inside)
        if (at < source.length && source[at] !== delimiter && source[at] !== '\n')
          return broken({ code: 'quote-inside', line })
      } else {
        plain.lastIndex = at
        const [cell = ''] = plain.exec(source) ?? []
        row.cells.push(cell)
        at += cell.length
      }
      if (source[at] !== delimiter) break
      at++
    }
    at++
    line++
    if (row.cells.every((cell) => cell.trim() === '')) continue
    if (rows.length === maxRows)
      return isSample ? { ok: true, rows } : { ok: false, problem: { code: 'too-many-rows', limit: maxRows } }
    rows.push(row)
  }
  return { ok: true, rows }
}

/** Of the cell that opens at `open`; -1 where it never closes. */
function closingQuote(source: string, open: number): number {
  let end = source.indexOf('"', open + 1)
  while (end !== -1 && source[end + 1] === '"') end = source.indexOf('"', end + 2)
  return end
}

function afterSpaces(source: string, from: number, delimiter: Delimiter): number {
  let at = from
  while (source[at] === ' ' || (source[at] === '\t' && delimiter !== '\t')) at++
  return at
}

function breaksIn(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++
  return count
}
