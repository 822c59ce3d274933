// The one sentence of each slide, made from the figures it shows.
import { counted, type OfficeWords } from '#client/results/files/office-words.ts'
import { type DocumentWords, documentWords } from '#shared/results/report/document-words.ts'
import type { Chart, Report, Section, Table } from '#shared/results/report.ts'
import { fill, type ReportWords, reportWords } from '#shared/results/words.ts'
import { reader } from './reading-report.ts'
import { type ShownCell, shownCells } from './shown-cell.ts'

export type Making = {
  report: Report
  words: OfficeWords
  /** What columns and series are called. */
  titles: ReportWords & DocumentWords
  show: ShownCell
}

export const makingOf = (report: Report, words: OfficeWords): Making => ({
  report,
  words,
  titles: { ...reportWords[report.language], ...documentWords[report.language] },
  show: shownCells(report),
})

const sentence = (...parts: (string | false | null)[]): string =>
  parts.filter((part) => typeof part === 'string').join(', ')

/** "3 actions decided, 1 without a date". */
export function actionsMessage(actions: Table, { words, titles }: Making): string {
  const [due, owner] = [reader(actions, titles.due), reader(actions, titles.owner)]
  const undated = actions.rows.filter((row) => due(row) === null).length
  const unowned = actions.rows.filter((row) => owner(row) === titles.stillOpen).length
  return sentence(
    counted(words, 'actions', actions.rows.length),
    undated > 0 && fill(words.withoutDate, { count: undated }),
    unowned > 0 && fill(words.withoutOwner, { count: unowned }),
    undated + unowned === 0 && words.allDated,
  )
}

/** "The journey has 12 touchpoints in 5 stages, the low point is “Waiting”". */
export function journeyMessage(
  touchpoints: Table | null,
  stages: Table | null,
  making: Making,
): string | null {
  const { words, titles } = making
  if (!stages) return touchpoints && counted(words, 'touchpoints', touchpoints.rows.length)
  const title = reader(stages, titles.stage)
  const curve = stages.columns.findIndex(({ type }) => type === 'signed')
  const felt = stages.rows.flatMap((row) => {
    const emotion = row[curve]
    return typeof emotion === 'number' ? [{ stage: String(title(row)), emotion }] : []
  })
  const lowest = Math.min(...felt.map(({ emotion }) => emotion))
  const low = felt.filter(({ emotion }) => emotion === lowest && emotion < 0)
  return sentence(
    fill(words.journey, {
      touchpoints: counted(words, 'touchpoints', touchpoints?.rows.length ?? 0),
      stages: counted(words, 'stages', stages.rows.length),
    }),
    low.length === 1 && fill(words.lowPoint, { stage: low[0]?.stage ?? '' }),
    low.length === 2 && fill(words.lowPoints, { one: low[0]?.stage ?? '', other: low[1]?.stage ?? '' }),
  )
}

/** "Largest gap: “Order” is 2.6 below its target"; null where nothing has both. */
export function gapMessage(scores: Chart, { words, titles, show }: Making): string | null {
  const valuesOf = (title: string) => scores.series.find(({ name }) => name === title)?.values
  const [actuals, targets] = [valuesOf(titles.actual), valuesOf(titles.target)]
  const gaps = scores.categories.flatMap((touchpoint, place) => {
    const [actual, target] = [actuals?.[place] ?? null, targets?.[place] ?? null]
    return actual === null || target === null ? [] : [{ touchpoint, gap: target - actual }]
  })
  const [largest] = gaps.toSorted((one, other) => other.gap - one.gap)
  if (!largest) return null
  // Less than half a tenth would be shown as no gap at all.
  if (largest.gap < 0.05) return words.noGap
  return fill(words.largestGap, { touchpoint: largest.touchpoint, gap: show(largest.gap, 'score') })
}

/** "“Will it work?”: from 2.8 to 3.6": what has shifted the most. */
export function shiftMessage(means: Table | null, { words, titles, show }: Making): string | null {
  if (!means) return null
  const [question, before] = [reader(means, titles.question), reader(means, titles.meanBefore)]
  const [after, difference] = [reader(means, titles.meanAfter), reader(means, titles.difference)]
  const [most] = means.rows.toSorted(
    (a, b) => Math.abs(Number(difference(b))) - Math.abs(Number(difference(a))),
  )
  if (!most || question(most) === null) return null
  const values = { from: show(before(most), 'score'), to: show(after(most), 'score') }
  return fill(words.shifted, { question: String(question(most)), ...values })
}

/** "“Order” moved from 2.0 to 4.5": the score that moved the most between the first and the last session. */
export function movedMessage(scores: Table | null, { words, titles, show }: Making): string | null {
  if (!scores) return null
  const title = reader(scores, titles.touchpoint)
  const isSession = scores.columns.map((column) => column.type === 'score' && column.title !== titles.target)
  const moves = scores.rows.flatMap((row) => {
    const known = row.filter((value, place) => isSession[place] === true && typeof value === 'number')
    const [from, to] = [Number(known.at(0)), Number(known.at(-1))]
    return known.length < 2 || from === to ? [] : [{ touchpoint: String(title(row)), from, to }]
  })
  const [most] = moves.toSorted((one, other) => Math.abs(other.to - other.from) - Math.abs(one.to - one.from))
  if (!most) return null
  return fill(words.moved, { ...most, from: show(most.from, 'score'), to: show(most.to, 'score') })
}

/** "12 people from 5 departments", in the latest session. */
export function attendanceMessage(attendance: Chart | undefined, { words, titles }: Making): string | null {
  const people = attendance?.series.at(-1)?.values ?? []
  const sum = people.reduce<number>((all, each) => all + (each ?? 0), 0)
  const isThere = (name: string, place: number) => name !== titles.noDepartment && (people[place] ?? 0) > 0
  const departments = attendance?.categories.filter(isThere).length ?? 0
  if (sum === 0) return null
  const counts = { people: counted(words, 'people', sum) }
  return departments === 0
    ? counts.people
    : fill(words.from, { ...counts, departments: counted(words, 'departments', departments) })
}

/** "4 concerns, 1 still without an answer". */
export function concernsMessage(concerns: Table | null, { words, titles }: Making): string | null {
  if (!concerns) return null
  const state = reader(concerns, titles.concernState)
  const open = concerns.rows.filter((row) => state(row) === titles.unanswered).length
  return sentence(
    counted(words, 'concerns', concerns.rows.length),
    open > 0 && fill(words.unanswered, { count: open }),
  )
}

/** What its sections cannot show, as one line; nothing where everything is shown. */
export function remarkOf(sections: readonly (Section | null)[], { words }: Making): { remark?: string } {
  const withheld = sections.flatMap((section) =>
    (section?.blocks ?? []).flatMap((block) => (block.kind === 'withheld' ? [block.text] : [])),
  )
  const [only] = withheld
  if (only === undefined) return {}
  return { remark: withheld.length === 1 ? only : fill(words.withheld, { count: withheld.length }) }
}

/** One and the other; the only one where there is no other. */
export const bothMessage = (one: string | null, other: string | null, { words }: Making): string =>
  one && other ? fill(words.and, { one, other }) : (one ?? other ?? '')
