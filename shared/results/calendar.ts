// The dates of a workshop as a calendar file: when actions are due, when customers feel them, when the group meets again.
import type { Language } from '#shared/language.ts'
import type { ActionResult } from './action-results.ts'
import { calendarText, dateValue, escaped, type Property, timeValue } from './calendar-text.ts'
import { touchpointsText } from './report/decisions.ts'
import { documentWords } from './report/document-words.ts'
import type { Results } from './results.ts'
import { toldApart } from './tell-apart.ts'
import { actionStateWords, fill, reportWords } from './words.ts'

/**
 * Events and not tasks (VTODO): Outlook and Google Calendar pass over tasks when they import a file, and a date that
 * nobody sees is worse than one in the calendar. They last all day and leave people free. Null where there is no date:
 * a calendar without an entry is no valid file.
 */
export function calendarFile(results: Results, language: Language): string | null {
  const entries = [
    ...toldApart(results, language).actions.flatMap((action) => actionEntries(action, results, language)),
    ...nextSession(results, language),
  ]
  if (entries.length === 0) return null
  return calendarText([
    ['BEGIN', 'VCALENDAR'],
    ['VERSION', '2.0'],
    ['PRODID', '-//Runde//Workshop//DE'],
    ['CALSCALE', 'GREGORIAN'],
    ['METHOD', 'PUBLISH'],
    ['X-WR-CALNAME', escaped(results.workshop.title)],
    ...entries.flatMap((entry) => eventOf(entry, results)),
    ['END', 'VCALENDAR'],
  ])
}

type Entry = {
  /** The same whenever the file is made, so that importing it again moves the entry and makes no second one. */
  uid: string
  summary: string
  description: string
  when: Property[]
}

function eventOf({ uid, summary, description, when }: Entry, { asOf, workshop }: Results): Property[] {
  const at = Date.parse(asOf)
  const stamp = timeValue(at)
  // Grows with every file, as a later one is to replace an earlier one.
  const sequence = Math.max(0, Math.floor((at - Date.parse(workshop.createdAt)) / minute))
  return [
    ['BEGIN', 'VEVENT'],
    ['UID', uid],
    ['DTSTAMP', stamp],
    ['LAST-MODIFIED', stamp],
    ['SEQUENCE', String(sequence)],
    ...when,
    ['SUMMARY', escaped(summary)],
    ['DESCRIPTION', escaped(description)],
    ['END', 'VEVENT'],
  ]
}

function actionEntries(action: ActionResult, results: Results, language: Language): Entry[] {
  const words = documentWords[language]
  const { actionId, title, due, feltFrom, liveSince, state } = action
  const isDone = state === 'done' || state === 'live'
  const felt = liveSince ?? feltFrom
  const description = describe(action, results, language)
  const entry = (kind: string, summary: string, day: string): Entry => ({
    uid: `${actionId}-${kind}@runde`,
    summary: fill(summary, { action: title }),
    description,
    when: allDay(day),
  })
  return [
    ...(due === null ? [] : [entry('due', isDone ? words.calendarDone : words.calendarDue, due)]),
    ...(felt === null
      ? []
      : [entry('felt', liveSince === null ? words.calendarFeltFrom : words.calendarLive, felt)]),
  ]
}

/** What one wants to know when the day has come. */
function describe(
  { owner, department, state, card, touchpoints }: ActionResult,
  { workshop }: Results,
  language: Language,
) {
  const words = { ...reportWords[language], ...documentWords[language] }
  const touchpoint = touchpointsText({ touchpoints }, { words })
  const name = owner ? (owner.name ?? words.somebody) : words.stillOpen
  const lines = [
    `${words.owner}: ${name}`,
    department && `${words.department}: ${department.title}`,
    `${words.state}: ${actionStateWords[language][state]}`,
    card && `${words.fromCard}: ${card.title}`,
    touchpoint && touchpoint !== card?.title ? `${words.touchpoint}: ${touchpoint}` : null,
    `Workshop: ${workshop.title}`,
  ]
  return lines.filter((line) => line !== null).join('\n')
}

function allDay(day: string): Property[] {
  // An event ends before its end.
  const after = new Date(Date.parse(day) + 24 * 60 * minute)
  // After the last day of 9999 there is none; without an end, an event lasts its day.
  const isLast = after.getUTCFullYear() > 9999
  return [
    ['DTSTART;VALUE=DATE', dateValue(day)],
    ...(isLast ? [] : [['DTEND;VALUE=DATE', dateValue(after.toISOString().slice(0, 10))] as const]),
    ['TRANSP', 'TRANSPARENT'],
  ]
}

/** As long as its agenda, an hour where it has none yet. */
function nextSession({ plannedFor, sessions, workshop }: Results, language: Language): Entry[] {
  if (plannedFor === null) return []
  const last = sessions.at(-1)
  const prepared = last?.startedAt === null ? last : null
  const number = prepared?.number ?? (last?.number ?? 0) + 1
  const planned = (prepared?.agenda.items ?? []).reduce((sum, { plannedMinutes }) => sum + plannedMinutes, 0)
  const begins = Date.parse(plannedFor)
  return [
    {
      uid: `${workshop.id}-session-${number}@runde`,
      summary: workshop.title,
      description: `${documentWords[language].session} ${number}`,
      when: [
        ['DTSTART', timeValue(begins)],
        ['DTEND', timeValue(begins + (planned || 60) * minute)],
      ],
    },
  ]
}

const minute = 60_000
