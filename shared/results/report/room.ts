// Who was there and who spoke how much, by department and never by person.
import type { Block, Chart } from '#shared/results/report.ts'
import type { SessionResult } from '#shared/results/session-results.ts'
import { smallestGroup } from '#shared/results/speaking-shares.ts'
import { fill } from '#shared/results/words.ts'
import { areSeveral, column, sessionTitle, tableFrom, type Writing } from './writing.ts'

export function attendance(writing: Writing): Block[] {
  const { sessions, words } = writing
  const there = sessions.filter(
    ({ startedAt, attendance: { facilitators, participants } }) =>
      startedAt !== null && facilitators + participants > 0,
  )
  if (there.length === 0) return []
  const several = areSeveral(writing)
  const [first] = there
  const departments = first ? first.attendance.byDepartment.map(({ department }) => department.title) : []
  const hasOthers = there.some(({ attendance }) => attendance.withoutDepartment > 0)
  const chart: Chart = {
    kind: 'chart',
    id: 'attendance',
    title: words.attendance,
    shape: 'bars',
    categoryTitle: words.department,
    categories: [...departments, ...(hasOthers ? [words.noDepartment] : [])],
    series: there.map((session) => ({
      name: several ? sessionTitle(session, writing) : words.people,
      values: [
        ...departments.map((_, place) => session.attendance.byDepartment[place]?.people ?? 0),
        ...(hasOthers ? [session.attendance.withoutDepartment] : []),
      ],
    })),
    type: 'count',
    max: null,
  }
  return [
    ...roles(there, writing),
    ...(chart.categories.length > 0 ? [chart] : []),
    ...there.flatMap((session) => silos(session, writing)),
  ]
}

function roles(there: readonly SessionResult[], writing: Writing): Block[] {
  const { words } = writing
  const columns = [
    column<SessionResult>(words.participants, 'count', ({ attendance }) => attendance.participants),
    column<SessionResult>(words.facilitators, 'count', ({ attendance }) => attendance.facilitators),
    column<SessionResult>(words.observers, 'count', ({ attendance }) => attendance.observers),
  ].filter((one) => one !== null)
  const [only] = there
  if (!areSeveral(writing) && only)
    return [
      {
        kind: 'facts',
        facts: columns.map(({ title, type, read }) => ({ label: title, type, value: read(only) })),
      },
    ]
  return tableFrom('roles', words.inRoom, there, [
    column(words.session, 'count', ({ number }) => number),
    ...columns,
  ])
}

/** Whose touchpoints were talked about without them. */
function silos(session: SessionResult, writing: Writing): Block[] {
  if (session.silos.length === 0) return []
  const departments = session.silos.map(({ title }) => title).join(', ')
  const text = fill(writing.words.silos, { departments })
  return [{ kind: 'text', text: ofSession(text, session, writing) }]
}

export const speaking = (writing: Writing): Block[] =>
  writing.sessions
    .filter(({ startedAt }) => startedAt !== null)
    .flatMap((session) =>
      session.speaking === 'shown' ? shares(session, writing) : [silence(session, writing)],
    )

function shares(session: SessionResult, writing: Writing): Block[] {
  const { words } = writing
  const several = areSeveral(writing)
  const { number, speakingShares } = session
  const chart: Chart = {
    kind: 'chart',
    id: several ? `speaking-${number}` : 'speaking',
    title: several ? sessionTitle(session, writing) : words.speaking,
    shape: 'bars',
    categoryTitle: words.department,
    categories: speakingShares.map(({ department }) => department?.title ?? words.others),
    series: [
      { name: words.shareOfTime, values: speakingShares.map(({ ofTime }) => ofTime) },
      { name: words.shareOfPeople, values: speakingShares.map(({ ofPeople }) => ofPeople) },
    ],
    type: 'share',
    max: 1,
  }
  const hasOthers = speakingShares.some(({ department }) => department === null)
  const told = ofSession(words.othersTogether, session, writing)
  return [chart, ...(hasOthers ? [{ kind: 'withheld', text: told } satisfies Block] : [])]
}

/** Why a session has no shares. */
function silence(session: SessionResult, writing: Writing): Block {
  const text = speakingText(session, writing.words)
  return {
    kind: session.speaking === 'withheld' ? 'withheld' : 'text',
    text: ofSession(text, session, writing),
  }
}

/** The same on the page; empty where there are shares. */
export function speakingText({ speaking }: Pick<SessionResult, 'speaking'>, words: Writing['words']): string {
  switch (speaking) {
    case 'shown':
      return ''
    case 'nobody-spoke':
      return words.nobodySpoke
    case 'not-recorded':
      return words.speakingNotRecorded
    case 'withheld':
      return fill(words.speakingWithheld, { count: smallestGroup })
  }
}

const ofSession = (text: string, session: SessionResult, writing: Writing): string =>
  areSeveral(writing) ? `${sessionTitle(session, writing)}: ${text}` : text
