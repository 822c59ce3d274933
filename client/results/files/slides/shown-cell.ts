// A value of the report as it stands on a slide: days are short there.
import type { Language } from '#shared/language.ts'
import type { Cell, ColumnType, Report } from '#shared/results/report.ts'
import { reportFormats } from '#shared/results/report-formats.ts'

const locales: Record<Language, string> = { de: 'de-DE', en: 'en-GB' }

export type ShownCell = (value: Cell, type: ColumnType) => string

/** Empty for an empty cell. */
export function shownCells({ language, timeZone }: Pick<Report, 'language' | 'timeZone'>): ShownCell {
  const format = reportFormats(language, timeZone)
  const short = new Intl.DateTimeFormat(locales[language], { dateStyle: 'medium', timeZone: 'UTC' })
  return (value, type) => {
    if (value === null) return ''
    if (typeof value === 'string') {
      if (type === 'moment') return format.moment(value)
      const day = new Date(`${value}T12:00:00Z`)
      return type === 'day' && !Number.isNaN(day.getTime()) ? short.format(day) : value
    }
    if (type === 'score') return format.score(value)
    if (type === 'signed') return format.signed(value)
    return type === 'share' ? format.share(value) : String(Math.round(value))
  }
}

/** Figures stand at the end of their column. */
export const isFigure = (type: ColumnType): boolean => !['text', 'day', 'moment'].includes(type)
