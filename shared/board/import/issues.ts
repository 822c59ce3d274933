// What can be wrong with one line of a table, and where; the browser has a sentence for each code.
import type { Mapping } from '#shared/board/import/columns.ts'
import type { CsvRow } from '#shared/board/import/csv-rows.ts'
import { unguarded } from '#shared/board/import/formula-guard.ts'
import { printable } from '#shared/board/import/plain-words.ts'
import type { ImportField } from '#shared/board/import/table-words.ts'

/** Each is about one row, which is then left out. */
export const errorCodes = [
  'too-many-cells',
  'no-stage',
  'no-title',
  'not-a-number',
  'score-range',
  'emotion-range',
  'text-in-emotion',
  'too-long',
] as const
export type ErrorCode = (typeof errorCodes)[number]

/** Each is about one value, of which the next best is made; the row comes along. */
export const remarkCodes = [
  'unknown-channel',
  'unknown-department',
  'unknown-state',
  'unknown-moment',
  'unknown-kind',
  'rounded',
  'emotion-twice',
  'note-unrated',
] as const
export type RemarkCode = (typeof remarkCodes)[number]

export type LineIssue<Code> = {
  code: Code
  /** In the file, counted from 1. */
  line: number
  /** Counted from 0; -1 for the row as a whole, or where no column has the field. */
  column: number
  value: string
  /** The most characters that a text may have, for 'too-long'. */
  limit?: number
}
export type RowError = LineIssue<ErrorCode>
export type RowRemark = LineIssue<RemarkCode>

/** Twice of what any text may have: longer ones are too long in any case, and not looked through. */
const longestCell = 4000

/** What a row says about a field, as it came; a formula is text like any other. */
export const cellOf = ({ cells }: CsvRow, mapping: Mapping, field: ImportField): string =>
  unguarded((cells[mapping.indexOf(field)] ?? '').slice(0, longestCell))

export function issue<Code>(
  code: Code,
  { row, mapping, field }: { row: CsvRow; mapping: Mapping; field: ImportField },
  limit?: number,
): LineIssue<Code> {
  const found = {
    code,
    line: row.line,
    column: mapping.indexOf(field),
    value: printable(cellOf(row, mapping, field)),
  }
  return limit === undefined ? found : { ...found, limit }
}
