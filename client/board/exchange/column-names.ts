// What a column of somebody's table is called: by its heading, else by its letter, as spreadsheet programs count.
import type { exchangeTexts } from '#client/board/exchange/exchange-texts.ts'
import type { TranslateOf } from '#client/ui/texts.ts'
import type { Table } from '#shared/board/import/read-table.ts'

export function columnNames(
  { header }: Pick<Table, 'header'>,
  say: TranslateOf<typeof exchangeTexts>,
): (at: number) => string {
  return (at) => {
    const name = header?.[at] ?? ''
    return name === '' ? say('column', { letter: columnLetter(at) }) : say('columnNamed', { name })
  }
}

/** 0 is A, 26 is AA. */
export const columnLetter = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : columnLetter(Math.floor(at / 26) - 1) + columnLetter(at % 26)
