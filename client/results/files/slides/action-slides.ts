// What was decided, and what comes next: what is due, when customers feel it, when the group meets again.
import { counted } from '#client/results/files/office-words.ts'
import type { Report, Section, Table } from '#shared/results/report.ts'
import { reportFormats } from '#shared/results/report-formats.ts'
import { actionStateWords, fill } from '#shared/results/words.ts'
import { body, gutter, margin, type Slide, wide } from './deck.ts'
import { fullText } from './full-text.ts'
import { actionsMessage, type Making } from './messages.ts'
import { tablePart, tableParts, textPart } from './parts.ts'
import { reader, sectionOf, tableIn, withColumns } from './reading-report.ts'

export function actionsSlide(section: Section | null, making: Making): Slide | null {
  const actions = tableIn(section, 'decisions')
  if (!section || !actions || actions.rows.length === 0) return null
  const { titles } = making
  const shown = [titles.action, titles.touchpoint, titles.owner, titles.due, titles.feltFrom, titles.state]
  return {
    label: section.title,
    headline: actionsMessage(actions, making),
    parts: tablePart(withColumns(ownersWithDepartment(actions, making), shown), body, making),
    notes: fullText(making.report, [section]),
  }
}

/** "Cem Aydın, Service": a slide has no room for two columns that say who. */
function ownersWithDepartment(actions: Table, { titles }: Making): Table {
  const [owner, department] = [reader(actions, titles.owner), reader(actions, titles.department)]
  const place = actions.columns.findIndex(({ title }) => title === titles.owner)
  const both = (row: Table['rows'][number]) =>
    [owner(row), department(row)].filter((part) => part !== null && part !== '').join(', ')
  return { ...actions, rows: actions.rows.map((row) => row.with(place, both(row))) }
}

// Three columns need more room than two.
const owned = wide * 0.56

/** Null where nothing is open and no session is planned. */
export function nextSlide(section: Section | null, making: Making): Slide | null {
  const { report, titles, words, show } = making
  const actions = openActions(tableIn(section, 'decisions'), making)
  const session = nextSession(report, making)
  if (!section || !actions) return session === null ? null : sessionOnly(session, making)
  const due = reader(actions, titles.due)
  const byDue = inOrder(actions, titles.due)
  const byEffect = inOrder(actions, titles.feltFrom)
  const [first] = byDue.rows
  const byThen =
    session === null ? 0 : byDue.rows.filter((row) => String(due(row)) <= dayOf(session, report)).length
  const ofSession =
    session !== null &&
    [
      fill(words.nextSession, { date: show(session, 'moment') }),
      ...(byThen > 0 ? [fill(words.dueByThen, { actions: counted(words, 'dueActions', byThen) })] : []),
    ].join(', ')
  const firstDue =
    first &&
    fill(words.nextDue, {
      date: show(due(first), 'day'),
      action: String(reader(actions, titles.action)(first)),
    })
  const isBoth = byDue.rows.length > 0 && byEffect.rows.length > 0
  const dueOnes = withColumns(byDue, [titles.due, titles.action, titles.owner])
  const feltOnes = withColumns(byEffect, [titles.feltFrom, titles.action])
  const tables = isBoth ? [dueOnes, feltOnes] : [dueOnes]
  const boxes = isBoth
    ? [
        { ...body, w: owned },
        { ...body, x: margin + owned + gutter, w: wide - owned - gutter },
      ]
    : [body]
  return {
    label: words.nextSteps,
    headline: ofSession || firstDue || words.noDates,
    parts: byDue.rows.length === 0 ? [textPart(words.noDates, body)] : tableParts(tables, boxes, making),
    notes: fullText(report, [section]),
  }
}

const sessionOnly = (session: string, { words, show }: Making): Slide => ({
  label: words.nextSteps,
  headline: fill(words.nextSession, { date: show(session, 'moment') }),
  parts: [],
  notes: '',
})

/** Those that are neither done nor live. */
function openActions(actions: Table | null, { report, titles }: Making): Table | null {
  if (!actions) return null
  const { done, live } = actionStateWords[report.language]
  const state = reader(actions, titles.state)
  const rows = actions.rows.filter((row) => state(row) !== done && state(row) !== live)
  return rows.length === 0 ? null : { ...actions, rows }
}

/** Only rows with a day in that column, the earliest first. */
function inOrder(table: Table, title: string): Table {
  const day = reader(table, title)
  const rows = table.rows
    .filter((row) => typeof day(row) === 'string')
    .toSorted((one, other) => String(day(one)).localeCompare(String(day(other))))
  return { ...table, rows }
}

/** "2027-01-15", where the report is read. */
const dayOf = (moment: string, { language, timeZone }: Report): string =>
  reportFormats(language, timeZone).sortableMoment(moment).slice(0, 10)

/** ISO 8601 in UTC; null where none is planned. */
function nextSession(report: Report, { titles }: Making): string | null {
  const facts = sectionOf(report, 'agenda')?.blocks.flatMap((block) =>
    block.kind === 'facts' ? block.facts : [],
  )
  const planned = facts?.find(({ label }) => label === titles.nextSession)?.value
  return typeof planned === 'string' ? planned : null
}
