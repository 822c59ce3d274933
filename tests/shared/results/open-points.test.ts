// What a report without a decision begins with: figures of what there is, and sentences on what is open.
import { expect, test } from 'vitest'
import { atAGlance } from '#shared/results/report/open-points.ts'
import type { SectionId } from '#shared/results/report.ts'
import { reportOf } from '#tests/support/report.ts'
import { emptyResults, fullResults } from './full-results.ts'

const undecided = { ...fullResults, actions: [], plannedFor: null }

test('a report that begins with decisions needs none', () => {
  expect(atAGlance(reportOf(fullResults))).toBeNull()
})

test('says who was there last, what there is, and what is open', () => {
  const { facts, open } = atAGlance(reportOf(undecided)) ?? { facts: [], open: [] }
  expect(facts.map(({ label, value }) => `${label}: ${value}`)).toEqual([
    'Personen zuletzt: 9',
    'Im Raum: Service, Vertrieb',
    'Touchpoints: 4',
    'Schmerzpunkte: 2',
    'Chancen: 1',
    'Abstimmungen: 10',
    'Bedenken: 2',
    'Commitments: 2',
  ])
  expect(open).toEqual([
    'Noch keine Maßnahme beschlossen.',
    'Touchpoints ohne Ist-Wert: 1.',
    'Bedenken noch ohne Antwort: 1.',
    'Im Themenspeicher: Zuständigkeiten.',
    'Die nächste Sitzung hat noch keinen Termin.',
  ])
  expect(atAGlance(reportOf(undecided, 'en'))?.open[0]).toBe('No action decided yet.')
})

test('says nothing of what is left out', () => {
  const leftOut: SectionId[] = ['decisions', 'parking-lot', 'agenda', 'attendance']
  const { facts, open } = atAGlance(reportOf({ ...undecided, leftOut })) ?? { facts: [], open: [] }
  expect(facts[0]?.label).toBe('Touchpoints')
  expect(open).toEqual(['Touchpoints ohne Ist-Wert: 1.', 'Bedenken noch ohne Antwort: 1.'])
})

test('of a workshop with nothing in it, says what is missing and how it comes there', () => {
  const { facts, open } = atAGlance(reportOf({ ...emptyResults, sessions: [] })) ?? { facts: null, open: [] }
  expect(facts).toEqual([])
  expect(open).toHaveLength(7)
  expect(open[0]).toBe(
    'Noch keine Maßnahme beschlossen. Jede Maßnahme hat eine Person, die sie verantwortet, und einen Termin.',
  )
  expect(open.at(-1)).toBe('Die nächste Sitzung hat noch keinen Termin.')
})
