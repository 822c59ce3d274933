// What is left out of the results is in them nowhere, and the rest is as it was.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildReport } from '#shared/results/build-report.ts'
import { leaveOut, showsBoard } from '#shared/results/leave-out.ts'
import { type Report, SectionId } from '#shared/results/report.ts'
import { Results } from '#shared/results/results.ts'
import { noteKindWords } from '#shared/results/words.ts'
import { hostileResults, sampleResults } from '#tests/support/sample-results.ts'

const all = sampleResults('de')
const some = fc.subarray([...SectionId.options])
const reportOf = (results: Results, ...only: SectionId[]): Report =>
  buildReport(results, {
    language: 'de',
    timeZone: 'UTC',
    ...(only.length > 0 && { sections: new Set(only) }),
  })

/** Every text and figure that stands in a report, without its own words. */
function contentOf({ sections }: Report): string[] {
  return sections.flatMap(({ blocks }) =>
    blocks.flatMap((block): string[] => {
      switch (block.kind) {
        case 'table':
          return block.rows.flatMap((row) =>
            row.flatMap((cell, place) =>
              // Moments tell nothing of their own: many things happen at the same one.
              typeof cell === 'string' && block.columns[place]?.type === 'text' ? [cell] : [],
            ),
          )
        case 'chart':
          return [...block.categories, ...block.series.map(({ name }) => name)]
        case 'facts':
          return block.facts.flatMap(({ value, type }) =>
            typeof value === 'string' && type === 'text' ? [value] : [],
          )
        case 'list':
          return [...block.items]
        case 'text':
        case 'heading':
          return [block.text]
        default:
          return []
      }
    }),
  )
}
const inJson = (results: object, text: string) =>
  JSON.stringify(results).includes(JSON.stringify(text).slice(1, -1))

test('the sample says something in every section that a workshop can have by now', () => {
  const told = reportOf(all).sections.map(({ id }) => id)
  expect(told.length).toBeGreaterThanOrEqual(15)
})

test('nothing of a section that is left out is in the JSON, unless another section shows it', () => {
  for (const results of [all, hostileResults()])
    fc.assert(
      fc.property(some, (sections) => {
        const rest = leaveOut(results, sections)
        const { workshop, leftOut: _, ...told } = rest
        const shown = new Set([
          ...contentOf(reportOf(rest)),
          ...workshop.departments.map(({ title }) => title),
          // The report's own words, which a lane may have as its title.
          ...Object.values(noteKindWords.de),
        ])
        const leaked = contentOf(reportOf(results, ...sections)).filter(
          // Short words are parts of others: "offen".
          (text) => sections.length > 0 && text.length > 12 && !shown.has(text) && inJson(told, text),
        )
        expect(leaked.filter((text) => ![...shown].some((one) => one.includes(text)))).toEqual([])
      }),
      { numRuns: 80 },
    )
})

test('a report of it has just the sections that are shown, and each of them when it stands alone', () => {
  fc.assert(
    fc.property(some, (sections) => {
      const told = reportOf(leaveOut(all, sections)).sections.map(({ id }) => id)
      expect(told.filter((id) => sections.includes(id))).toEqual([])
      const ofAll = reportOf(all).sections.map(({ id }) => id)
      // Trends tell of other sections; without those, they have nothing to tell.
      expect(told.filter((id) => id !== 'trends')).toEqual(
        ofAll.filter((id) => id !== 'trends' && !sections.includes(id)),
      )
    }),
    { numRuns: 80 },
  )
})

test('it stays of its own form, says what is left out, and leaving out twice is leaving out both', () => {
  fc.assert(
    fc.property(some, some, (one, other) => {
      const both = leaveOut(leaveOut(all, one), other)
      expect(Results.parse(both)).toEqual(both)
      expect(both.leftOut).toEqual(SectionId.options.filter((id) => one.includes(id) || other.includes(id)))
      expect(leaveOut(both, one)).toEqual(both)
    }),
    { numRuns: 40 },
  )
})

test('a report shows no picture of the board where something on it is left out', () => {
  const pictures = (...leftOut: SectionId[]) =>
    reportOf(leaveOut(all, leftOut)).sections.flatMap(({ blocks }) =>
      blocks.filter(({ kind }) => kind === 'picture'),
    )
  expect(pictures('polls').length).toBeGreaterThan(1)
  expect(pictures('opportunities')).toEqual([])
})

test('without anything to leave out, nothing is changed', () => {
  expect(leaveOut(all, [])).toEqual(all)
})

describe('what stands in two places goes from both', () => {
  test('an action says nothing of the note it comes from when such notes are left out', () => {
    const note = all.maps.flatMap(({ notes }) => notes).find(({ kind }) => kind === 'pain-points')
    const [action] = all.actions
    if (!note || !action) throw new Error('The sample has no pain point or no action.')
    const card = { title: note.text, actual: null, target: null }
    const touchpoints = [{ id: 'shape:near', title: 'Techniktermin' }]
    const from = { ...all, actions: [{ ...action, shapeId: note.id as never, card, touchpoints }] }
    expect(leaveOut(from, ['opportunities']).actions[0]).toMatchObject({ card, touchpoints })
    expect(leaveOut(from, ['pain-points']).actions[0]).toMatchObject({ card: null, touchpoints: [] })
    expect(leaveOut(from, ['map']).actions[0]).toMatchObject({ card, touchpoints: [] })
  })
  test('without scores, no action, no trend and no order of the touchpoints tells of them', () => {
    const rest = leaveOut(all, ['scores'])
    for (const { card, effect } of rest.actions) {
      expect([card?.actual ?? null, card?.target ?? null]).toEqual([null, null])
      expect(effect.kind).not.toBe('measured')
    }
    expect(rest.trends.scores).toEqual([])
    const titles = (results: Results) =>
      results.maps.flatMap(({ touchpoints }) => touchpoints.map(({ title }) => title))
    expect(titles(rest)).not.toEqual(titles(all))
    expect(titles(rest).toSorted()).toEqual(titles(all).toSorted())
  })
  test('without polls, the trend tells of those only that stand in before and after', () => {
    const [line] = all.trends.confidence
    const told = all.sessions.filter(({ startedAt }) => startedAt !== null)
    const last = told.at(-1)
    if (!line || !last) throw new Error('The sample has no trend of a question.')
    // Asked at its start, and never at its end: that poll stands among the polls.
    const sessions = all.sessions.map((one) => (one === last ? { ...one, comparisons: [] } : one))
    const alone = { ...line, questionKey: 'asked-once', question: 'Only ever at the start?' }
    const results: Results = {
      ...all,
      sessions,
      trends: { ...all.trends, confidence: [...all.trends.confidence, alone] },
    }
    const { confidence } = leaveOut(results, ['polls']).trends
    expect(confidence.map(({ questionKey }) => questionKey)).not.toContain('asked-once')
    const points = confidence.find(({ questionKey }) => questionKey === line.questionKey)?.points ?? []
    expect(points.at(-1)).toEqual({ before: null, after: null })
    expect(points.slice(0, -1)).toEqual(line.points.slice(0, -1))
    expect(leaveOut(results, ['notes']).trends.confidence).toHaveLength(all.trends.confidence.length + 1)
  })
  test('without before and after, the polls do not tell what was asked before and after', () => {
    const paired = all.sessions.flatMap(({ beforeAndAfter }) =>
      beforeAndAfter.map(({ after }) => after.pollId),
    )
    expect(paired.length).toBeGreaterThan(0)
    const kept = leaveOut(all, ['before-after']).polls.map(({ pollId }) => pollId)
    expect(kept.filter((pollId) => paired.includes(pollId))).toEqual([])
    expect(kept.length).toBeGreaterThan(0)
  })
})

test('the board is shown only where nothing on it is left out', () => {
  expect(showsBoard([])).toBe(true)
  expect(showsBoard(['polls', 'concerns', 'decisions'])).toBe(true)
  for (const id of ['map', 'scores', 'pain-points', 'opportunities', 'notes'] as const)
    expect(showsBoard([id])).toBe(false)
})
