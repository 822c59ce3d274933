// Builds the report out of the results: in one language, with the sections that were chosen, of one session or of all.
import type { Language } from '#shared/language.ts'
import { agenda, parkingLot } from './report/agenda.ts'
import { beforeAfter } from './report/before-after.ts'
import { commitments } from './report/commitments.ts'
import { concerns } from './report/concerns.ts'
import { decisions } from './report/decisions.ts'
import { documentWords } from './report/document-words.ts'
import { map, scores } from './report/map.ts'
import { mood } from './report/mood.ts'
import { opportunities, otherNotes, painPoints } from './report/notes.ts'
import { polls } from './report/polls.ts'
import { attendance, speaking } from './report/room.ts'
import { ofSession, toldSessions } from './report/sessions.ts'
import { trends } from './report/trends.ts'
import type { Writing } from './report/writing.ts'
import { type Block, type Report, type Section, SectionId } from './report.ts'
import { reportFormats, timeZoneOr } from './report-formats.ts'
import type { Results } from './results.ts'
import { toldApart } from './tell-apart.ts'
import { fill, reportWords } from './words.ts'

export type ReportOptions = {
  language: Language
  /** IANA name; UTC where it is not known. */
  timeZone: string
  /** All that have something to say, without. What the results leave out stays out. */
  sections?: ReadonlySet<SectionId>
  /** The number of the session that is told of; null or nothing for all of them. */
  session?: number | null
}

export function buildReport(
  all: Results,
  { language, timeZone, sections, session = null }: ReportOptions,
): Report {
  const zone = timeZoneOr(timeZone, 'UTC')
  const results = toldApart(session === null ? all : ofSession(all, session), language)
  const writing: Writing = {
    language,
    words: { ...reportWords[language], ...documentWords[language] },
    format: reportFormats(language, zone),
    results,
    sessions: toldSessions(results),
    allSessions: all.sessions,
    allPolls: all.polls,
  }
  const { words, format } = writing
  const shared = SectionId.options
    .filter((id) => (sections?.has(id) ?? true) && !results.leftOut.includes(id))
    .map((id) => section(id, writing))
  const isSilent = ({ blocks }: Section) => blocks.length === 0
  return {
    language,
    timeZone: zone,
    title: results.workshop.title,
    subtitle: `${words.report}, ${period(writing, all.sessions.length > 1)}`,
    asOf: `${words.asOf}: ${format.moment(results.asOf)}`,
    sections: shared.filter((one) => !isSilent(one)),
    silent: shared.filter(isSilent).map(({ id, title }) => ({ id, title })),
  }
}

/** When it was: of one session the day and time, of several the first and the last day. */
function period(writing: Writing, hasOthers: boolean): string {
  const { words, format, results, sessions } = writing
  const [first, last] = [sessions[0], sessions.at(-1)]
  const begun = first?.startedAt ?? results.workshop.createdAt
  if (sessions.length > 1)
    return fill(words.sessionsFromTo, {
      count: sessions.length,
      period: format.days(begun, last?.startedAt ?? begun),
    })
  const when = first?.endedAt ? format.until(begun, first.endedAt) : format.moment(begun)
  return hasOthers && first ? `${words.session} ${first.number}, ${when}` : when
}

function section(id: SectionId, writing: Writing): Section {
  const { words } = writing
  const [title, blocks, hint = null] = contents[id](writing, words)
  return { id, title, hint, blocks }
}

type Contents = [title: string, blocks: Block[], hint?: string | undefined]
const contents: Record<SectionId, (writing: Writing, words: Writing['words']) => Contents> = {
  decisions: (writing, words) => [words.decided, decisions(writing), words.decidedHint],
  map: (writing, words) => [words.map, map(writing)],
  scores: (writing, words) => [words.scores, scores(writing), words.scoresHint],
  'pain-points': (writing, words) => [words.painPoints, painPoints(writing)],
  opportunities: (writing, words) => [words.opportunities, opportunities(writing)],
  'before-after': (writing, words) => [words.beforeAfter, beforeAfter(writing), words.beforeAfterHint],
  polls: (writing, words) => [
    words.polls,
    polls(writing),
    hasAuditWords(writing) ? words.pollsHint : undefined,
  ],
  mood: (writing, words) => [words.mood, mood(writing), words.moodHint],
  concerns: (writing, words) => [words.concerns, concerns(writing), words.concernsHint],
  commitments: (writing, words) => [words.commitments, commitments(writing)],
  notes: (writing, words) => [words.otherNotes, otherNotes(writing)],
  'parking-lot': (writing, words) => [words.parkingLot, parkingLot(writing)],
  speaking: (writing, words) => [words.speaking, speaking(writing), words.speakingHint],
  attendance: (writing, words) => [words.attendance, attendance(writing), words.attendanceHint],
  agenda: (writing, words) => [words.agenda, agenda(writing)],
  trends: (writing, words) => [words.trends, trends(writing), words.trendsHint],
}

const hasAuditWords = ({ results }: Writing): boolean =>
  results.polls.some(({ auditWords }) => auditWords !== null)
