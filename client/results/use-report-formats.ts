// The words and number formats of the report in the reader's language and time zone.
import { useLanguage } from '#client/ui/language.ts'
import { browserTimeZone } from '#client/ui/time-zone.ts'
import type { Language } from '#shared/language.ts'
import { type ReportFormats, reportFormats } from '#shared/results/report-formats.ts'

/** Made once for all: a report has hundreds of parts that write numbers, and a format takes the browser a while. */
const made: Partial<Record<Language, ReportFormats>> = {}

export function useReportFormats(): ReportFormats {
  const language = useLanguage()
  made[language] ??= reportFormats(language, browserTimeZone())
  return made[language]
}
