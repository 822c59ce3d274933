// What a facilitator sends to everybody after a session, as plain text: what was decided, when the group meets again, where the rest is.
import type { Language } from '#shared/language.ts'
import type { ActionResult } from './action-results.ts'
import { latestSession } from './reading.ts'
import type { SectionId } from './report.ts'
import { type ReportFormats, reportFormats } from './report-formats.ts'
import type { Results } from './results.ts'
import { summaryWords } from './summary-words.ts'
import { fill } from './words.ts'

export type SummaryOptions = {
  language: Language
  /** An IANA name. */
  timeZone: string
  /** Null while it is not known. */
  resultsLink: string | null
}
export type Summary = { subject: string; text: string }

/** About the last session that has begun; before the first one, about what there is already. Nothing of sections that are left out. */
export function summaryOf(results: Results, options: SummaryOptions): Summary {
  const { language, resultsLink } = options
  const words = summaryWords[language]
  const format = reportFormats(language, options.timeZone)
  const shows = (section: SectionId) => !results.leftOut.includes(section)
  const { number, startedAt } = latestSession(results)
  const heading = `${fill(words.session, { number: String(number) })}, ${format.dayOf(startedAt ?? results.asOf)}`
  const line = (action: ActionResult) => `– ${actionLine(action, language, format)}`
  // What came about outside of sessions belongs to the first as long as there is no other.
  const ofNow = results.actions.filter(({ decidedIn }) => (decidedIn ?? 1) === number)
  const goingOn = results.actions.filter((action) => isGoingOn(action) && !ofNow.includes(action))
  const parked = results.parkingLot.filter(({ settled }) => !settled && shows('parking-lot'))
  const paragraphs = [
    `${oneLine(results.workshop.title)}\n${heading}`,
    ...(shows('decisions')
      ? [
          ofNow.length === 0 ? words.nothingDecided : listOf(words.decided, ofNow.map(line)),
          listOf(words.goingOn, goingOn.map(line)),
        ]
      : []),
    listOf(
      words.parked,
      parked.map(({ topic }) => `– ${oneLine(topic)}`),
    ),
    results.plannedFor && fill(words.next, { when: format.appointment(results.plannedFor) }),
    resultsLink && fill(words.results, { link: resultsLink }),
  ]
  return {
    subject: `${oneLine(results.workshop.title)}: ${heading}`,
    text: `${paragraphs.filter((paragraph) => paragraph).join('\n\n')}\n`,
  }
}

const isGoingOn = ({ state }: ActionResult) => state === 'open' || state === 'in-progress'

const listOf = (heading: string, lines: readonly string[]): string | null =>
  lines.length === 0 ? null : [heading, ...lines].join('\n')

function actionLine(
  { title, owner, due, feltFrom }: ActionResult,
  language: Language,
  format: ReportFormats,
): string {
  const words = summaryWords[language]
  const facts = [
    owner ? fill(words.owner, { name: oneLine(owner.name ?? words.somebody) }) : words.noOwner,
    due === null ? words.noDue : fill(words.due, { day: format.day(due) }),
    ...(feltFrom === null ? [] : [fill(words.feltFrom, { day: format.day(feltFrom) })]),
  ]
  return `${oneLine(title)} (${facts.join('; ')})`
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Programs of Windows take no more of an address; the whole text can still be copied. */
export const longestMailLink = 1900

/** Opens an e-mail with the summary in it; one that is too long for a link is cut at a line and says so. */
export function mailLink({ subject, text }: Summary, { language, resultsLink }: SummaryOptions): string {
  const words = summaryWords[language]
  const link = (lines: readonly string[]) =>
    `mailto:?subject=${encodeURIComponent(clipped(subject))}&body=${encodeURIComponent(lines.join('\r\n'))}`
  const lines = text.trimEnd().split('\n')
  const whole = link(lines)
  if (whole.length <= longestMailLink) return whole
  const end = ['', words.shortened, ...(resultsLink ? [fill(words.results, { link: resultsLink })] : [])]
  const kept = [...lines]
  while (kept.length > 0 && link([...kept, ...end]).length > longestMailLink) kept.pop()
  return link([...kept, ...end])
}

/** By whole characters, also of writing systems in which one takes two places. */
const clipped = (subject: string): string => {
  const characters = Array.from(subject)
  return characters.length <= 80 ? subject : `${characters.slice(0, 79).join('')}…`
}
