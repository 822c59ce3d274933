// The results as a Markdown file for those who carry them on: it reads as plain text and as GitHub-flavoured Markdown.
import type { Language } from '#shared/language.ts'
import type { ActionResult } from './action-results.ts'
import type { AgendaResult } from './agenda-results.ts'
import type { BeforeAndAfter, Comparison } from './comparisons.ts'
import type { MapResult, NoteResult } from './map-results.ts'
import { inItem, inline } from './markdown-text.ts'
import type { MoodPulse } from './mood.ts'
import { isPulse } from './mood.ts'
import type { PollResult } from './poll-results.ts'
import { answerLines, byKind, figuresOf, latestSession, personName } from './reading.ts'
import { type ReportFormats, reportFormats } from './report-formats.ts'
import type { Results } from './results.ts'
import type { SessionResult } from './session-results.ts'
import {
  actionStateWords,
  channelWords,
  fill,
  noteKindWords,
  type ReportWords,
  reportWords,
} from './words.ts'

type Writing = { language: Language; words: ReportWords; format: ReportFormats }

/** `timeZone` is an IANA name ("Europe/Berlin"); UTC without one, or where it is not known. Ends with a line break. */
export function toMarkdown(results: Results, language: Language, timeZone?: string): string {
  const writing: Writing = {
    language,
    words: reportWords[language],
    format: reportFormats(language, timeZone),
  }
  const session = latestSession(results)
  return [
    head(results, session, writing),
    actionsPart(results.actions, writing),
    ...results.maps.map((map) => mapPart(map, results.maps.length > 1, writing)),
    notesPart(writing.words.looseNotes, '##', results.looseNotes),
    pollsPart(results.polls, writing),
    comparisonPart(session, writing),
    moodPart(session.mood, writing),
    commitmentsPart(session, writing),
    roomPart(session, writing),
    agendaPart(session, writing),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n')
}

function head({ workshop, asOf }: Results, { agenda }: SessionResult, { words, format }: Writing): string {
  const begun = agenda.startedAt ?? workshop.createdAt
  const until = agenda.endedAt ? format.until(begun, agenda.endedAt) : format.moment(begun)
  return lines(
    `# ${inline(workshop.title)}`,
    `${words.report}, ${until}  \n${words.asOf}: ${format.moment(asOf)}`,
  )
}

function actionsPart(actions: readonly ActionResult[], { words, format, language }: Writing): string {
  if (actions.length === 0) return ''
  const parts = actions.map(({ title, owner, department, due, feltFrom, state, liveSince, card }, place) => {
    const name = owner ? inline(owner.name ?? words.somebody) : words.stillOpen
    const facts = [
      `${words.owner}: ${name}${department ? ` (${inline(department.title)})` : ''}`,
      `${words.due}: ${due ? format.day(due) : words.stillOpen}`,
      feltFrom && `${words.feltFrom}: ${format.day(feltFrom)}`,
      `${words.state}: ${actionStateWords[language][state]}${liveSince ? `, ${format.day(liveSince)}` : ''}`,
      card && `${words.fromCard}: ${inline(card.title)}`,
    ].filter((fact) => fact !== null)
    return lines(`### ${place + 1}. ${inline(title)}`, list(facts))
  })
  return lines(`## ${words.decided}`, ...parts)
}

function mapPart(map: MapResult, isOneOfMany: boolean, writing: Writing): string {
  const { words, format } = writing
  const title = isOneOfMany ? `${words.map}: ${inline(map.title)}` : words.map
  const curve = map.stages.map((stage) => [
    inline(stage.title),
    stage.emotion === null ? '–' : format.signed(stage.emotion),
  ])
  return lines(
    `## ${title}`,
    map.stages.length > 0 && table([words.stage, `${words.curve} (${words.curveHint})`], 'lr', curve),
    map.touchpoints.length > 0 && lines(`### ${words.scores}`, words.scoresHint, scoreTable(map, writing)),
    ...byKind(map.notes).map(([kind, notes]) =>
      notesPart(noteKindWords[writing.language][kind], '###', notes),
    ),
  )
}

function scoreTable({ touchpoints }: MapResult, { words, format, language }: Writing): string {
  const score = (value: number | null) => (value === null ? '–' : format.score(value))
  return table(
    [words.touchpoint, words.stage, words.department, words.channel, words.actual, words.target, words.gap],
    'llllrrr',
    touchpoints.map(({ title, momentOfTruth, stage, department, channel, actual, target, gap }) => [
      momentOfTruth ? `**${inline(title)}** (${words.momentOfTruth})` : inline(title),
      inline(stage ?? '–'),
      inline(department?.title ?? '–'),
      channelWords[language][channel],
      score(actual),
      score(target),
      score(gap),
    ]),
  )
}

function notesPart(title: string, level: '##' | '###', notes: readonly NoteResult[]): string {
  const items = notes
    .filter((note) => note.text.trim() !== '')
    .map(({ text, stage, department }) => {
      const source = [stage, department?.title].filter((part) => part !== null && part !== undefined)
      return source.length === 0 ? inItem(text) : `${inItem(text)} (${source.map(inline).join(', ')})`
    })
  return items.length === 0 ? '' : lines(`${level} ${title}`, list(items))
}

function pollsPart(polls: readonly PollResult[], writing: Writing): string {
  const { words } = writing
  const told = polls.filter((poll) => !isPulse(poll))
  return told.length === 0 ? '' : lines(`## ${words.polls}`, ...told.map((poll) => pollPart(poll, writing)))
}

function pollPart(poll: PollResult, writing: Writing): string {
  const { words, format } = writing
  const { outcome, asks } = poll
  const kind = poll.anonymous ? words.secret : words.notSecret
  const asked = `${kind}, ${format.moment(poll.closedAt ?? poll.openedAt)}`
  const title = `### ${inline(poll.question)}`
  switch (outcome.kind) {
    case 'running':
      return lines(title, `${asked}. ${words.running}`)
    case 'suppressed':
      return lines(title, `${asked}. ${fill(words.suppressed, { count: outcome.minimumGroup })}`)
    case 'unreadable':
      return lines(title, `${asked}. ${words.unreadable}`)
    case 'counted':
      return lines(
        title,
        `${asked}. ${figuresOf(outcome, words, format).join(', ')}`,
        answersPart({ asks, outcome }, writing),
        poll.auditWords && `${words.auditWords}: ${poll.auditWords.join(' · ')}. ${words.auditHint}`,
      )
  }
}

function answersPart(counted: Parameters<typeof answerLines>[0], { words, format }: Writing): string {
  const answers = answerLines(counted, format)
  if (counted.asks.kind === 'text') return list(answers.map(({ label }) => inItem(label)))
  return table(
    [words.answer, figureWords[counted.asks.kind](words)],
    'lr',
    answers.map(({ label, figure }) => [inline(label), figure ?? '']),
  )
}

const figureWords: Record<Exclude<PollResult['asks']['kind'], 'text'>, (words: ReportWords) => string> = {
  scale: ({ votes }) => votes,
  single: ({ votes }) => votes,
  multiple: ({ votes }) => votes,
  words: ({ votes }) => votes,
  ranking: ({ meanPlace }) => meanPlace,
  points: ({ points }) => points,
}

function comparisonPart({ comparisons, beforeAndAfter }: SessionResult, writing: Writing): string {
  const { words, format } = writing
  const others = beforeAndAfter.filter(({ asks }) => asks.kind !== 'scale')
  if (comparisons.length + others.length === 0) return ''
  const side = ({ mean, answers }: Comparison['before']) => `${format.score(mean)} (${answers})`
  return lines(
    `## ${words.beforeAfter}`,
    words.beforeAfterHint,
    comparisons.length > 0 &&
      table(
        ['', `${words.before} (${words.votes})`, `${words.after} (${words.votes})`],
        'lrr',
        comparisons.map(({ question, before, after }) => [inline(question), side(before), side(after)]),
      ),
    ...others.map((pair) => pairPart(pair, writing)),
  )
}

/** Options and words beside each other; texts one list after the other. */
function pairPart({ question, asks, before, after }: BeforeAndAfter, { words, format }: Writing): string {
  const [from, to] = [before, after].map(({ tally }) => answerLines({ asks, outcome: { tally } }, format))
  if (!from || !to) return ''
  const title = `### ${inline(question)}`
  const texts = (answers: typeof from) => list(answers.map(({ label }) => inItem(label)))
  if (asks.kind === 'text') return lines(title, `${words.before}:`, texts(from), `${words.after}:`, texts(to))
  const labels = [...new Set([...to, ...from].map(({ label }) => label))]
  const figure = (answers: typeof from, label: string) =>
    answers.find((answer) => answer.label === label)?.figure ?? '–'
  return lines(
    title,
    table(
      [words.answer, words.before, words.after],
      'lrr',
      labels.map((label) => [inline(label), figure(from, label), figure(to, label)]),
    ),
  )
}

function moodPart(mood: readonly MoodPulse[], { words, format }: Writing): string {
  if (mood.length === 0) return ''
  return lines(
    `## ${words.mood}`,
    words.moodHint,
    table(
      [words.moodWhen, words.mean, words.votes],
      'lrr',
      mood.map(({ at, mean, answers }) => [
        format.moment(at),
        mean === null ? words.moodTooFew : format.score(mean),
        answers === null ? '–' : String(answers),
      ]),
    ),
  )
}

function commitmentsPart({ commitments }: SessionResult, { words }: Writing): string {
  const { accepted, people, promises, rules, kept } = commitments
  return lines(
    `## ${words.commitments}`,
    fill(words.accepted, { count: accepted, people }),
    kept ? fill(words.kept, { ...kept, all: kept.kept + kept.partly + kept.notKept }) : null,
    promises.length > 0 &&
      lines(
        `### ${words.promises}`,
        list(promises.map((one) => `${inline(personName(one, words))}: ${inItem(one.promise)}`)),
      ),
    rules.length > 0 && lines(`### ${words.rules}`, list(rules.map(({ rule }) => inItem(rule)))),
  )
}

function roomPart({ attendance, speakingShares }: SessionResult, { words, format }: Writing): string {
  const { facilitators, participants, observers, byDepartment, withoutDepartment } = attendance
  const rows = byDepartment.map(({ department, people }) => [
    inline(department.title),
    people === 0 ? words.notInRoom : String(people),
  ])
  if (withoutDepartment > 0) rows.push([words.noDepartment, String(withoutDepartment)])
  const shares = speakingShares.map(({ department, ofTime, ofPeople }) => [
    inline(department?.title ?? words.others),
    format.share(ofTime),
    format.share(ofPeople),
  ])
  return lines(
    `## ${words.inRoom}`,
    `${words.participants}: ${participants}, ${words.facilitators}: ${facilitators}, ${words.observers}: ${observers}`,
    rows.length > 0 && table([words.department, words.people], 'lr', rows),
    shares.length > 0 &&
      lines(
        `### ${words.speaking}`,
        words.speakingHint,
        table([words.department, words.ofTime, words.ofPeople], 'lrr', shares),
      ),
  )
}

function agendaPart({ agenda }: SessionResult, { words, format }: Writing): string {
  if (agenda.items.length === 0) return ''
  const took = (item: AgendaResult['items'][number]) => {
    if (item.actualSeconds === null) return words.notReached
    const minutes = `${format.minutes(item.actualSeconds)} ${words.minutes}`
    return item.state === 'running' ? `${minutes}, ${words.underWay}` : minutes
  }
  const rows = agenda.items.map((item) => [
    inline(item.title),
    `${item.plannedMinutes} ${words.minutes}`,
    took(item),
  ])
  return lines(`## ${words.agenda}`, table([words.agenda, words.planned, words.took], 'lrr', rows))
}

/** Blocks with an empty line between them; what is not there leaves no gap. */
const lines = (...blocks: (string | false | null)[]): string =>
  blocks.filter((block) => block !== false && block !== null && block !== '').join('\n\n')

const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n')

/** `align` has a letter for each column: l or r. */
function table(head: readonly string[], align: string, rows: readonly (readonly string[])[]): string {
  const rule = [...align].map((side) => (side === 'r' ? '---:' : '---'))
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
