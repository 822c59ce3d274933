// Reports and files of results, as tests ask for them.
import type { Language } from '#shared/language.ts'
import { buildReport } from '#shared/results/build-report.ts'
import { toMarkdown } from '#shared/results/markdown.ts'
import type { Report, Section, SectionId, Table } from '#shared/results/report.ts'
import type { Results } from '#shared/results/results.ts'

export const reportOf = (
  results: Results,
  language: Language = 'de',
  options: { session?: number | null; sections?: ReadonlySet<SectionId> } = {},
): Report => buildReport(results, { language, timeZone: 'Europe/Berlin', ...options })

export const markdownOf = (results: Results, language: Language = 'de', timeZone = 'Europe/Berlin'): string =>
  toMarkdown(buildReport(results, { language, timeZone }))

/** Throws where there is none. */
export function sectionOf(report: Report, id: SectionId): Section {
  const section = report.sections.find((one) => one.id === id)
  if (!section) throw new Error(`The report has no section ${id}.`)
  return section
}

/** Throws where there is none. */
export function tableIn(report: Report, id: string): Table {
  const table = report.sections
    .flatMap(({ blocks }) => blocks)
    .find((block) => block.kind === 'table' && block.id === id)
  if (table?.kind !== 'table') throw new Error(`The report has no table ${id}.`)
  return table
}
