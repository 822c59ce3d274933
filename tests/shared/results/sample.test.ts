// The samples that other tests are made with: of the right form, and with something of everything.
import { expect, test } from 'vitest'
import { Question } from '#shared/facilitation/questions.ts'
import { moodQuestion } from '#shared/facilitation/similar-polls.ts'
import { Results } from '#shared/results/results.ts'
import {
  emptyResults,
  hostileResults,
  hostileWords,
  hugeResults,
  sampleResults,
} from '#tests/support/sample-results.ts'

const sample = sampleResults('de')

test.each([
  ['the sample', sample],
  ['the sample in English', sampleResults('en')],
  ['the hostile one', hostileResults()],
  ['the huge one', hugeResults()],
  ['the empty one', emptyResults()],
])('%s keeps the form of results on its way through JSON', (_, results) => {
  expect(Results.parse(JSON.parse(JSON.stringify(results)))).toEqual(results)
})

test('the sample has every kind of question, and every way in which a poll and concerns can end', () => {
  const kinds = (all: readonly { kind: string }[]) => [...new Set(all.map(({ kind }) => kind))].sort()
  expect(kinds(sample.polls.map(({ asks }) => asks))).toEqual(
    Question.options.map(({ shape }) => shape.kind.value).sort(),
  )
  expect(kinds(sample.polls.map(({ outcome }) => outcome))).toEqual(['counted', 'suppressed', 'unreadable'])
  const concerns = sample.sessions.flatMap((session) => session.concerns)
  expect(kinds(concerns.map(({ outcome }) => outcome))).toEqual(['released', 'suppressed'])
  expect(kinds(sample.actions.map(({ effect }) => effect))).toEqual(['measured', 'none', 'too-early'])
  expect(new Set(sample.polls.map(({ anonymous }) => anonymous))).toEqual(new Set([true, false]))
  expect(sample.sessions.map(({ commitments }) => commitments.keptIsSuppressed)).toContain(false)
})

test('the sample has three sessions with a trend in everything', () => {
  const { sessions, attendance, confidence, mood, kept, scores } = sample.trends
  expect(sessions).toEqual([1, 2, 3])
  expect(confidence[0]?.points.every(({ before, after }) => before !== null && after !== null)).toBe(true)
  expect(attendance.some(({ people }) => new Set(people).size > 1)).toBe(true)
  expect(scores.some(({ actual }) => new Set(actual).size === 3)).toBe(true)
  for (const series of [mood, kept]) expect(series.some((point) => point !== null)).toBe(true)
  expect(sample.plannedFor).not.toBeNull()
})

test('the hostile one has its words before everything that people write', () => {
  const [hostile, friendly] = [strings(hostileResults()), new Set(strings(sample))]
  expect(
    hostile.filter((text) => text.includes(hostileWords)).every((text) => text.startsWith(hostileWords)),
  ).toBe(true)
  // What both have in common are ids, times, names of kinds, and the one question that must read as it does, with its scale.
  const isSentence = (text: string) => /\s|[äöüß]/.test(text)
  const common = hostile.filter((text) => friendly.has(text) && isSentence(text))
  expect([...new Set(common)]).toEqual([moodQuestion.de, 'erschöpft', 'voller Energie'])
})

test('the huge one has 2,000 cards', () => {
  const cards = hugeResults().maps.flatMap(({ touchpoints, notes }) => [...touchpoints, ...notes])
  expect(cards).toHaveLength(2000)
})

test('the empty one has one session that has not begun, and nothing else', () => {
  const { sessions, ...rest } = emptyResults()
  expect(sessions).toMatchObject([{ number: 1, startedAt: null, agenda: { items: [] }, concerns: [] }])
  expect(rest).toMatchObject({ maps: [], looseNotes: [], polls: [], actions: [], plannedFor: null })
})

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(strings) : []
}
