// Writes a report as an Excel workbook: an overview, then a sheet for each subject with a frozen, filterable header.
import writeXlsxFile, { type CellObject, type Sheet as FileSheet } from 'write-excel-file/universal'
import { officeWords } from '#client/results/files/office-words.ts'
import type { Progress } from '#client/results/files/report-file.ts'
import { isFigure } from '#shared/results/cell-text.ts'
import type { Report } from '#shared/results/report.ts'
import { heightOf, shown, widthOf } from './cell-size.ts'
import { type CellContext, cellOf, textCell } from './cells.ts'
import { officeStyles } from './office-styles.ts'
import { sheetFeatures } from './sheet-xml.ts'
import { type Sheet, sheetsOf } from './sheets.ts'

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

export async function writeWorkbook(report: Report, progress: Progress): Promise<Uint8Array<ArrayBuffer>> {
  progress(0)
  const sheets = sheetsOf(report)
  const written: FileSheet<Blob>[] = [overview(report, sheets)]
  for (const [place, sheet] of sheets.entries()) {
    written.push(fileSheet(sheet, report))
    progress((0.6 * (place + 1)) / sheets.length)
  }
  const blob = await writeXlsxFile(written, {
    ...font,
    features: [officeStyles, sheetFeatures(sheets)],
  }).toBlob()
  const bytes = new Uint8Array(await blob.arrayBuffer())
  progress(1)
  return bytes
}

const overviewWidths = [34, 48, 10, 60]

function overview(report: Report, sheets: readonly Sheet[]): FileSheet<Blob> {
  const words = officeWords[report.language]
  const line = (text: string, look: Partial<CellObject> = {}) => [
    { ...textCell(text), textColor: ink, ...look },
  ]
  const contents = sheets.map(({ name, contents, rows, hint }) => {
    const look = {
      alignVertical: 'top' as const,
      wrap: true,
      height: heightOf([name, contents, '', hint ?? ''], overviewWidths),
    }
    return [
      { ...textCell(name), ...look },
      { ...textCell(contents), ...look },
      { value: rows.length, type: Number, format: '0', align: 'center' as const, ...look },
      hint === null ? null : { ...textCell(hint), ...look },
    ]
  })
  const heads = [words.sheet, words.contents, words.rows, words.howToRead]
  return {
    sheet: words.overview,
    showGridLines: false,
    orientation: 'landscape',
    columns: overviewWidths.map((width) => ({ width })),
    data: [
      line(report.title, { fontWeight: 'bold', fontSize: 18, height: 28 }),
      line(report.subtitle),
      line(report.asOf),
      [],
      ...(sheets.length === 0
        ? [line(words.nothing)]
        : [
            heads.map((title) => ({
              ...head,
              ...textCell(title),
              ...(title === words.rows && { align: 'center' as const }),
            })),
            ...contents,
          ]),
    ],
  }
}

function fileSheet({ name, columns, rows }: Sheet, context: CellContext): FileSheet<Blob> {
  const cells = rows.map((row) => row.map((cell) => cellOf(cell, context)))
  const widths = columns.map(({ title }, place) => widthOf([title, ...cells.map((row) => shown(row[place]))]))
  return {
    sheet: name,
    stickyRowsCount: 1,
    orientation: 'landscape',
    columns: widths.map((width) => ({ width })),
    data: [
      columns.map(({ title, type }) => ({
        ...head,
        ...textCell(title),
        ...(isFigure(type) && { align: 'right' as const }),
        height: heightOf([title], widths),
      })),
      ...cells.map((row) => {
        const height = heightOf(row.map(shown), widths)
        return row.map((cell) => cell && { ...cell, ...bodyLook(cell), height })
      }),
    ],
  }
}

const bodyLook = ({ type }: CellObject): Partial<CellObject> => ({
  alignVertical: 'top',
  align: type === Number ? 'right' : 'left',
  ...(type === String && { wrap: true }),
})
