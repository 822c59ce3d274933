// The dates of the workshop as a file for calendars.
import type { ReportSource } from '#client/results/files/report-file.ts'
import { calendarFile } from '#shared/results/calendar.ts'

export function calendarBlob({ report, results }: ReportSource): Blob | null {
  const text = calendarFile(results, report.language)
  return text === null ? null : new Blob([text], { type: 'text/calendar;charset=utf-8' })
}
