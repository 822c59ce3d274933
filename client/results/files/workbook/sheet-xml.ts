// What the library cannot say about a sheet: that it can be filtered, and that it prints one page wide.
import type { Feature } from 'write-excel-file/universal'
import type { Sheet } from './sheets.ts'

/** `sheets` are those behind the overview. */
export function sheetFeatures(sheets: readonly Sheet[]): Feature<Blob> {
  return {
    files: {
      transform: {
        // Each element has its place in the order of the schema.
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _, { sheetIndex }) =>
            xml
              .replace('<sheetViews>', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>')
              // With no column frozen there is no pane on the right.
              .replace(/ xSplit="0"([^>]*) activePane="bottomRight"/, '$1 activePane="bottomLeft"')
              .replace('</sheetData>', `</sheetData>${filter(sheets[sheetIndex - 1])}`)
              .replace(/(<pageSetup [^>]*)\/>/, '$1 fitToHeight="0"/>'),
        },
      },
    },
  }
}

const filter = (sheet: Sheet | undefined): string =>
  sheet && sheet.rows.length > 0
    ? `<autoFilter ref="A1:${columnLetters(sheet.columns.length)}${sheet.rows.length + 1}"/>`
    : ''

/** 1 is A, 27 is AA. */
function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + ((column - 1) % 26))
  return column <= 26 ? letter : columnLetters(Math.floor((column - 1) / 26)) + letter
}
