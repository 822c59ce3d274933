// Writes out what a cell of a report holds.
import type { Cell, ColumnType, Report } from '#shared/results/report.ts'
import { reportFormats } from '#shared/results/report-formats.ts'

export type WriteCell = (cell: Cell, type: ColumnType) => string

export function cellWriter({ language, timeZone }: Pick<Report, 'language' | 'timeZone'>): WriteCell {
  const formats = reportFormats(language, timeZone)
  const whole = new Intl.NumberFormat(language === 'de' ? 'de-DE' : 'en-GB', { maximumFractionDigits: 0 })
  return (cell, type) => {
    if (cell === null) return ''
    if (typeof cell === 'string') {
      const isTime = (type === 'day' || type === 'moment') && !Number.isNaN(Date.parse(cell))
      return isTime ? formats[type](cell) : cell
    }
    if (type === 'score' || type === 'signed' || type === 'share') return formats[type](cell)
    return whole.format(cell).replace('-', '−')
  }
}
