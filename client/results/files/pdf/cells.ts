// Writes out what a cell of a report holds.
import { cellText } from '#shared/results/cell-text.ts'
import type { Cell, ColumnType, Report } from '#shared/results/report.ts'
import { reportFormats } from '#shared/results/report-formats.ts'

export type WriteCell = (cell: Cell, type: ColumnType) => string

export function cellWriter({ language, timeZone }: Pick<Report, 'language' | 'timeZone'>): WriteCell {
  const formats = reportFormats(language, timeZone)
  return (cell, type) => {
    const isTime = type === 'day' || type === 'moment'
    // What only looks like a day is written as it stands.
    const isWrong = isTime && typeof cell === 'string' && Number.isNaN(Date.parse(cell))
    return cellText(cell, isWrong ? 'text' : type, formats)
  }
}
