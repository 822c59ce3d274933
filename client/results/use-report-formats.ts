// The words and number formats of the report in the reader's language and time zone.
import { useMemo } from 'react'
import { useLanguage } from '#client/ui/language.ts'
import { type ReportFormats, reportFormats } from '#shared/results/report-formats.ts'

export const browserTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

export function useReportFormats(): ReportFormats {
  const language = useLanguage()
  return useMemo(() => reportFormats(language, browserTimeZone()), [language])
}
