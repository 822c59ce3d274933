// Sections are called the same wherever they are named: in the report, and where one chooses among them.
import { expect, test } from 'vitest'
import { sectionTitle } from '#shared/results/section-titles.ts'
import { reportOf } from '#tests/support/report.ts'
import { sampleResults } from '#tests/support/sample-results.ts'

test.each(['de', 'en'] as const)('a choice of sections names them as the report does (%s)', (language) => {
  const { sections } = reportOf(sampleResults(language), language)
  expect(sections.length).toBeGreaterThan(10)
  for (const { id, title } of sections) expect(sectionTitle(id, language)).toBe(title)
})
