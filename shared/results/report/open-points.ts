// What a report without a decision begins with: what there is in figures, and what is still open.
import type { Cell, Fact, Report, SectionId, Table } from '#shared/results/report.ts'
import { fill } from '#shared/results/words.ts'
import { silentWords } from './silent-words.ts'
import { wordsIn } from './words-in.ts'

export type AtAGlance = { facts: Fact[]; open: string[] }

/** Null where it begins with what was decided. */
export function atAGlance(report: Report): AtAGlance | null {
  if (report.sections.some(({ id }) => id === 'decisions')) return null
  return { facts: figures(report), open: openPoints(report) }
}

function blocksOf({ sections }: Report, id: SectionId) {
  return sections.find((section) => section.id === id)?.blocks ?? []
}

const tableIn = (report: Report, section: SectionId, id: string): Table | undefined =>
  blocksOf(report, section)
    .filter((block) => block.kind === 'table')
    .find((table) => table.id === id)

function figures(report: Report): Fact[] {
  const words = wordsIn(report.language)
  const rows = (label: string, section: SectionId, id: string): Fact[] => {
    const count = tableIn(report, section, id)?.rows.length ?? 0
    return count === 0 ? [] : [{ label, value: count, type: 'count' }]
  }
  const polls = blocksOf(report, 'polls').filter(({ kind }) => kind === 'heading').length
  return [
    ...room(report),
    ...rows(words.touchpoints, 'map', 'touchpoints'),
    ...rows(words.painPoints, 'pain-points', 'pain-points'),
    ...rows(words.opportunities, 'opportunities', 'opportunities'),
    ...(polls > 0 ? [{ label: words.polls, value: polls, type: 'count' } satisfies Fact] : []),
    ...rows(words.concernsWord, 'concerns', 'concerns'),
    ...rows(words.commitments, 'commitments', 'promises'),
  ]
}

/** Who was there, of several sessions in the last. */
function room(report: Report): Fact[] {
  const words = wordsIn(report.language)
  const chart = blocksOf(report, 'attendance')
    .filter((block) => block.kind === 'chart')
    .find(({ id }) => id === 'attendance')
  const last = chart?.series.at(-1)
  if (!chart || !last) return []
  const people = last.values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
  const there = chart.categories.filter(
    (name, place) => name !== words.noDepartment && (last.values[place] ?? 0) > 0,
  )
  return [
    { label: chart.series.length > 1 ? words.peopleLast : words.people, value: people, type: 'count' },
    ...(there.length > 0
      ? [{ label: words.inRoom, value: there.join(', '), type: 'text' } satisfies Fact]
      : []),
  ]
}

/** Of what nothing is said, the rest is no gap: a workshop may do without it. */
const expected: readonly SectionId[] = ['decisions', 'map', 'scores', 'pain-points', 'opportunities', 'polls']
const mostTopics = 3

function openPoints(report: Report): string[] {
  const words = wordsIn(report.language)
  // Where there is nothing at all, also how something comes there.
  const isEmpty = report.sections.length === 0
  const missing = expected
    .filter((id) => report.silent.some((section) => section.id === id))
    .map((id) => {
      const { none, how } = silentWords[report.language][id]
      return isEmpty ? `${none}. ${how}` : `${none}.`
    })
  const unanswered = countIn(tableIn(report, 'concerns', 'concerns'), words.concernState, words.unanswered)
  const unscored = countIn(tableIn(report, 'scores', 'scores'), words.actual, null)
  const topics = openTopics(report)
  const isPlanned = blocksOf(report, 'agenda').some(
    (block) => block.kind === 'facts' && block.facts.some(({ label }) => label === words.nextSession),
  )
  const isShared = [...report.sections, ...report.silent].some(({ id }) => id === 'agenda')
  return [
    ...missing,
    ...(unscored > 0 ? [fill(words.openScores, { count: unscored })] : []),
    ...(unanswered > 0 ? [fill(words.openConcerns, { count: unanswered })] : []),
    ...(topics.length > 0 ? [fill(words.openTopics, { topics: shown(topics, words.andMore) })] : []),
    ...(isShared && !isPlanned ? [words.openSession] : []),
  ]
}

function openTopics(report: Report): string[] {
  const words = wordsIn(report.language)
  const table = tableIn(report, 'parking-lot', 'parking-lot')
  const [topic, state] = [words.topic, words.state].map(
    (title) => table?.columns.findIndex((column) => column.title === title) ?? -1,
  )
  if (!table || topic === undefined || state === undefined) return []
  return table.rows.filter((row) => row[state] === words.stillOpen).map((row) => String(row[topic] ?? ''))
}

const shown = (topics: readonly string[], andMore: string): string =>
  topics.length <= mostTopics
    ? topics.join('; ')
    : fill(andMore, { shown: topics.slice(0, mostTopics).join('; '), count: topics.length - mostTopics })

function countIn(table: Table | undefined, title: string, value: Cell): number {
  const place = table?.columns.findIndex((column) => column.title === title) ?? -1
  return place < 0 ? 0 : (table?.rows.filter((row) => (row[place] ?? null) === value).length ?? 0)
}
