// Builds the report out of the results: in one language, with the sections that were chosen, of one session or of all.
import type { Language } from '#shared/language.ts'
import { latestSession } from './reading.ts'
import type { Report, SectionId } from './report.ts'
import { reportFormats, timeZoneOr } from './report-formats.ts'
import type { Results } from './results.ts'
import { reportWords } from './words.ts'

export type ReportOptions = {
  language: Language
  /** IANA name; UTC where it is not known. */
  timeZone: string
  /** All that have something to say, without. */
  sections?: ReadonlySet<SectionId>
  /** The number of the session that is told of; null or nothing for all of them. */
  session?: number | null
}

export function buildReport(results: Results, options: ReportOptions): Report {
  const { language } = options
  const timeZone = timeZoneOr(options.timeZone, 'UTC')
  const words = reportWords[language]
  const format = reportFormats(language, timeZone)
  const { startedAt, endedAt } = latestSession(results)
  const begun = startedAt ?? results.workshop.createdAt
  return {
    language,
    timeZone,
    title: results.workshop.title,
    subtitle: `${words.report}, ${endedAt ? format.until(begun, endedAt) : format.moment(begun)}`,
    asOf: `${words.asOf}: ${format.moment(results.asOf)}`,
    sections: [],
  }
}
