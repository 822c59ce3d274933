import { expect, test } from 'vitest'
import { officeWords } from '#client/results/files/office-words.ts'
import { nextSlide } from '#client/results/files/slides/action-slides.ts'
import { makingOf } from '#client/results/files/slides/messages.ts'
import type { Cell, Report, Section } from '#shared/results/report.ts'
import { fullReport } from './full-report.ts'
import { column, table } from './report-blocks.ts'

test('what is due by the next session is due by its day where the readers are', () => {
  const { titles } = makingOf(fullReport('en'), officeWords.en)
  const planned: Section = {
    id: 'agenda',
    title: '',
    hint: null,
    // In the evening of the 15th there, which is the 16th already in UTC.
    blocks: [
      {
        kind: 'facts',
        facts: [{ label: titles.nextSession, value: '2027-01-16T01:00:00.000Z', type: 'moment' }],
      },
    ],
  }
  const rows: Cell[][] = [
    ['Call', 'Cem', '2027-01-15'],
    ['Write', 'Ana', '2027-01-16'],
  ]
  const columns = [column(titles.action), column(titles.owner), column(titles.due, 'day')]
  const decisions: Section = {
    id: 'decisions',
    title: '',
    hint: null,
    blocks: [table('decisions', '', columns, rows)],
  }
  const headlineIn = (timeZone: string) => {
    const report: Report = { ...fullReport('en'), timeZone, sections: [decisions, planned] }
    return nextSlide(decisions, makingOf(report, officeWords.en))?.headline
  }
  expect(headlineIn('America/Los_Angeles')).toContain('due by then: 1 action')
  expect(headlineIn('Europe/Berlin')).toContain('due by then: 2 actions')
})
