// A report as an Excel workbook: an overview, then a sheet for each subject with a frozen, filterable header.
import writeXlsxFile, {
  type CellObject,
  type Feature,
  type Sheet as FileSheet,
} from 'write-excel-file/universal'
import { officeWords } from '#client/results/files/office-words.ts'
import type { Progress, ReportSource } from '#client/results/files/report-file.ts'
import type { Report } from '#shared/results/report.ts'
import { type CellContext, cellOf, textCell } from './cells.ts'
import { type Sheet, sheetsOf } from './sheets.ts'

// In widths of a digit; what is longer wraps.
const narrowest = 9
const widest = 60

const font = { fontFamily: 'Calibri', fontSize: 11 }
const ink = '#1C1A17'
const head: Partial<CellObject> = {
  fontWeight: 'bold',
  textColor: ink,
  backgroundColor: '#EBE7E0',
  bottomBorderColor: ink,
  bottomBorderStyle: 'thin',
  alignVertical: 'center',
  wrap: true,
}

export async function workbookFile(
  { report }: Pick<ReportSource, 'report'>,
  progress: Progress,
): Promise<Blob> {
  progress(0)
  const sheets = sheetsOf(report)
  const written: FileSheet<Blob>[] = [overview(report, sheets)]
  for (const [place, sheet] of sheets.entries()) {
    written.push(fileSheet(sheet, report))
    progress((0.6 * (place + 1)) / sheets.length)
    await pageDraws()
  }
  const blob = await writeXlsxFile(written, { ...font, features: [filters(sheets)] }).toBlob()
  progress(1)
  return blob
}

/** Lets the page show how far it is. */
const pageDraws = () => new Promise<void>((resolve) => setTimeout(resolve))

function overview(report: Report, sheets: readonly Sheet[]): FileSheet<Blob> {
  const words = officeWords[report.language]
  const line = (text: string, look: Partial<CellObject> = {}) => [
    { ...textCell(text), textColor: ink, ...look },
  ]
  const contents = sheets.map(({ name, contents, rows, hint }) => [
    { ...textCell(name), alignVertical: 'top' as const },
    { ...textCell(contents), alignVertical: 'top' as const, wrap: true },
    { value: rows.length, type: Number, format: '0', alignVertical: 'top' as const },
    hint === null ? null : { ...textCell(hint), alignVertical: 'top' as const, wrap: true },
  ])
  const heads = [words.sheet, words.contents, words.rows, words.howToRead]
  return {
    sheet: words.overview,
    showGridLines: false,
    columns: [{ width: 34 }, { width: 48 }, { width: 10 }, { width: 60 }],
    data: [
      line(report.title, { fontWeight: 'bold', fontSize: 18 }),
      line(report.subtitle),
      line(report.asOf),
      [],
      ...(sheets.length === 0
        ? [line(words.nothing)]
        : [heads.map((title) => ({ ...head, ...textCell(title) })), ...contents]),
    ],
  }
}

function fileSheet({ name, columns, rows }: Sheet, context: CellContext): FileSheet<Blob> {
  const cells = rows.map((row) => row.map((cell) => cellOf(cell, context)))
  return {
    sheet: name,
    stickyRowsCount: 1,
    orientation: 'landscape',
    columns: columns.map(({ title }, place) => ({
      width: widthOf([title, ...cells.map((row) => shown(row[place]))]),
    })),
    data: [
      columns.map(({ title, type }) => ({
        ...head,
        ...textCell(title),
        ...(type !== 'text' && { align: 'right' as const }),
      })),
      ...cells.map((row) => row.map((cell) => cell && { ...cell, ...bodyLook(cell) })),
    ],
  }
}

const bodyLook = ({ type }: CellObject): Partial<CellObject> =>
  type === String ? { alignVertical: 'top', wrap: true } : { alignVertical: 'top', align: 'right' }

/** What takes the room; a date is as wide as its format. */
const shown = (cell: CellObject | null | undefined): string =>
  cell == null ? '' : cell.type === Date ? (cell.format ?? '') : String(cell.value)

/** The longest line decides, letters of East Asia counted twice. */
function widthOf(texts: readonly string[]): number {
  const lines = texts.flatMap((text) => text.split('\n'))
  const widths = lines.map(
    (line) => line.length + (line.match(/[\u1100-\u11FF\u2E80-\uD7AF\uFF00-\uFF60]/g)?.length ?? 0),
  )
  const longest = widths.reduce((most, width) => Math.max(most, width), 0)
  // Room for the margins and the filter's arrow.
  return Math.min(widest, Math.max(narrowest, longest + 3))
}

/** The library knows no filters; the element has its place right behind the rows. */
function filters(sheets: readonly Sheet[]): Feature<Blob> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _, { sheetIndex }) => {
            const sheet = sheets[sheetIndex - 1] // the overview is the first
            if (!sheet || sheet.rows.length === 0) return xml
            const ref = `A1:${columnLetters(sheet.columns.length)}${sheet.rows.length + 1}`
            return xml.replace('</sheetData>', `</sheetData><autoFilter ref="${ref}"/>`)
          },
        },
      },
    },
  }
}

/** 1 is A, 27 is AA. */
function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + ((column - 1) % 26))
  return column <= 26 ? letter : columnLetters(Math.floor((column - 1) / 26)) + letter
}
