// What no file may keep to itself: every one of them says it.
import { describe, expect, test } from 'vitest'
import { ShapeId } from '#shared/ids.ts'
import { calendarFile } from '#shared/results/calendar.ts'
import type { Report } from '#shared/results/report.ts'
import type { Results } from '#shared/results/results.ts'
import { fullResults } from '#tests/shared/results/full-results.ts'
import { everyFile } from '#tests/support/every-file.ts'
import { withoutSpace } from '#tests/support/read-pdf.ts'
import { reportOf } from '#tests/support/report.ts'
import { sampleResults } from '#tests/support/sample-results.ts'

/** Which file does not say what. */
async function keptBack(report: Report, told: readonly string[]): Promise<string[]> {
  const files = Object.entries(await everyFile(report))
  return files.flatMap(([format, text]) =>
    told.filter((words) => !text.includes(withoutSpace(words))).map((words) => `${format}: ${words}`),
  )
}

test('every file names the note that an action comes from, and the touchpoints of its stage', async () => {
  const told = ['Anruf nach drei Tagen', 'Auftrag, Termin, Rechnung und 1 weitere']
  expect(await keptBack(reportOf(fullResults), told)).toEqual([])
  const calendar = calendarFile({ ...fullResults, actions: fullResults.actions.slice(3) }, 'de')
  expect(calendar?.replace(/\r\n /g, '')).toContain(
    'Aus: Anruf nach drei Tagen\\nTouchpoint: Auftrag\\, Termin\\, Rechnung und 1 weitere',
  )
})

/** A second map of the same title, and on the first a touchpoint that is called like another one; all actions come from it. */
function ambiguous(): Results {
  const results = sampleResults()
  const [first] = results.maps
  const [one, other] = first?.touchpoints.filter(({ actual }) => actual !== null) ?? []
  if (!first || !one || !other) throw new Error('The sample has no scores.')
  const { title } = one
  const touchpoints = first.touchpoints.map((each) => {
    if (each === one) return { ...each, stage: 'Vorher' }
    return each === other ? { ...each, title, stage: 'Nachher' } : each
  })
  const alone = { ...one, id: 'shape:alone', title: 'Nur hier' }
  const action = { card: { title, actual: null, target: null }, touchpoints: [{ id: other.id, title }] }
  return {
    ...results,
    maps: [
      { ...first, title: 'Umzug', touchpoints },
      { ...first, title: 'Umzug', id: 'shape:copy', touchpoints: [alone], notes: [] },
    ],
    actions: results.actions.map((each) => ({ ...each, shapeId: ShapeId.parse(other.id), ...action })),
  }
}

test('every file says which of two is meant that are called the same', async () => {
  const results = ambiguous()
  const title = results.maps[0]?.touchpoints.find(({ stage }) => stage === 'Vorher')?.title
  const told = [`${title} (Vorher)`, `${title} (Nachher)`, 'Umzug (1)', 'Umzug (2)']
  expect(await keptBack(reportOf(results), told)).toEqual([])
  expect(calendarFile(results, 'de')?.replaceAll(/\r\n /g, '')).toContain(`Aus: ${title} (Nachher)`)
})

/** Whatever can be withheld, is; in two sessions, so that trends are told of too. */
const silenced: Results = {
  ...fullResults,
  polls: fullResults.polls.map((poll) => {
    if (poll.question !== 'Ändert sich etwas?') return poll
    const asked = { ...poll, questionKey: 'expectation' }
    if (poll.phase === 'start') return asked
    return { ...asked, outcome: { kind: 'suppressed', minimumGroup: 5 }, auditWords: null }
  }),
  sessions: fullResults.sessions.map((session, place) => ({
    ...session,
    beforeAndAfter: [],
    speakingShares: [],
    speaking: place === 0 ? ('withheld' as const) : ('nobody-spoke' as const),
    mood: session.mood.map((pulse) => ({ ...pulse, mean: null, answers: null })),
    commitments: { ...session.commitments, kept: null, keptIsSuppressed: true },
  })),
  trends: {
    ...fullResults.trends,
    confidence: fullResults.trends.confidence.map((one) => ({
      ...one,
      points: one.points.map((point) => ({ ...point, after: null })),
    })),
    mood: [null, null],
    kept: [null, null],
  },
}

describe('what is withheld is said in every file, and why', () => {
  const sentences = {
    de: [
      'Sitzung 1, 23. November 2026: Nicht gezeigt: Jeder Anteil wäre der einer einzelnen Person. Gezeigt wird ab 2 Personen.',
      'Sitzung 2, 14. Januar 2027: Über die Redeliste hat niemand gesprochen.',
      '„Ändert sich etwas?“ wurde zweimal gefragt und ist nicht verglichen: nachher zu wenige Antworten',
      'Weniger als 5 Antworten: nicht gezeigt, nicht aufgehoben.',
      'Ohne Wert: zu wenige Antworten, nicht gezeigt, nicht aufgehoben.',
      '„Die Karte ergänzen (Sitzung 1)“: Weniger als 5 Antworten',
      'Sitzung 1, was aus den Commitments geworden ist: zu wenige Antworten',
      'Ändert sich etwas? (nachher), Sitzung 1: zu wenige Antworten',
      'Stimmung, Sitzung 1: zu wenige Antworten',
      'Gehaltene Commitments, Sitzung 2: zu wenige Antworten',
    ],
    en: [
      'Session 1, 23 November 2026: Not shown: every share would be that of a single person. Shares are shown from 2 people on.',
      'Session 2, 14 January 2027: Nobody spoke by way of the speaking queue.',
      '“Ändert sich etwas?” was asked twice and is not compared: too few answers after',
      'Fewer than 5 answers: not shown, not kept.',
      'Without a figure: too few answers, not shown, not kept.',
      '“Die Karte ergänzen (Session 1)”: Fewer than 5 answers',
      'Session 1, what became of the promises: too few answers',
      'Ändert sich etwas? (after), Session 1: too few answers',
      'Mood, Session 1: too few answers',
      'Kept promises, Session 2: too few answers',
    ],
  }
  test.each(['de', 'en'] as const)('in %s', async (language) => {
    expect(await keptBack(reportOf(silenced, language), sentences[language])).toEqual([])
  })
  test('a department that is not shown by itself is said to be among the others', async () => {
    const told = ['Small departments are under “Everyone else”']
    expect(await keptBack(reportOf(fullResults, 'en'), told)).toEqual([])
  })
})
