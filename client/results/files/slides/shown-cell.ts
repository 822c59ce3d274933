// A value of the report as it stands on a slide: days are short there.
import type { Language } from '#shared/language.ts'
import { cellText } from '#shared/results/cell-text.ts'
import type { Cell, ColumnType, Report } from '#shared/results/report.ts'
import { reportFormats } from '#shared/results/report-formats.ts'

const locales: Record<Language, string> = { de: 'de-DE', en: 'en-GB' }

export type ShownCell = (value: Cell, type: ColumnType) => string

/** Empty for an empty cell. */
export function shownCells({ language, timeZone }: Pick<Report, 'language' | 'timeZone'>): ShownCell {
  const format = reportFormats(language, timeZone)
  const short = new Intl.DateTimeFormat(locales[language], { dateStyle: 'medium', timeZone: 'UTC' })
  const day = (value: string) => short.format(new Date(`${value}T12:00:00Z`))
  return (value, type) => cellText(value, type, { ...format, day, shortMoment: format.moment })
}
