// Rows as CSV, as the spreadsheet programs of a language open them with a double click.
import { guarded } from '#shared/board/import/formula-guard.ts'
import { printable } from '#shared/board/import/plain-words.ts'
import { tableFormats } from '#shared/board/import/table-words.ts'
import type { Language } from '#shared/language.ts'

export type CsvCell = string | number | null | undefined

/** Texts that look like formulas are kept from being run; numbers are never typed by anybody and stay numbers. */
export function csvText(rows: readonly (readonly CsvCell[])[], language: Language): string {
  const { delimiter, point } = tableFormats[language]
  const cell = (value: CsvCell): string => {
    if (typeof value === 'number') return String(value).replace('.', point)
    const text = guarded(printable((value ?? '').toWellFormed()))
    return /[";,\t\n\r|]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  // Without the mark Excel takes UTF-8 for the encoding of its country.
  return `\uFEFF${rows.map((cells) => cells.map(cell).join(delimiter)).join('\r\n')}\r\n`
}
