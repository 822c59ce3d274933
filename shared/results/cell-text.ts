// What stands in a cell of a report, written out for a reader.
import type { Cell, ColumnType } from './report.ts'
import type { ReportFormats } from './report-formats.ts'

/** Empty for an empty cell. */
export function cellText(cell: Cell, type: ColumnType, format: ReportFormats): string {
  if (cell === null) return ''
  if (typeof cell === 'string') {
    if (type === 'day') return format.day(cell)
    return type === 'moment' ? format.shortMoment(cell) : cell
  }
  switch (type) {
    case 'score':
      return format.score(cell)
    case 'signed':
      return format.signed(cell)
    case 'share':
      return format.share(cell)
    default:
      return format.count(cell)
  }
}

/** Figures stand at the end of their column. */
export const isFigure = (type: ColumnType): boolean => type !== 'text' && type !== 'day' && type !== 'moment'
