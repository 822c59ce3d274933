// What the group agreed on and promised at the start, and what became of it at the end.
import { personName } from '#shared/results/reading.ts'
import type { Block } from '#shared/results/report.ts'
import { fill } from '#shared/results/words.ts'
import { areSeveral, column, tableFrom, textOrNull, type Writing } from './writing.ts'

export function commitments(writing: Writing): Block[] {
  const { sessions, words } = writing
  const several = areSeveral(writing)
  const promises = sessions.flatMap(({ number, commitments }) =>
    commitments.promises.map((promise) => ({ ...promise, number })),
  )
  const rules = new Map(
    sessions.flatMap(({ commitments }) => commitments.rules).map((rule) => [rule.rule, rule]),
  )
  const told = [...(several ? table(writing) : sentences(writing)), ...withheld(writing)]
  const checkedIn = sessions.some(({ commitments }) => commitments.accepted > 0)
  // Rules that nobody has been shown are no result.
  if (!checkedIn && promises.length === 0) return []
  return [
    ...told,
    ...tableFrom('promises', words.promises, promises, [
      column(words.session, 'count', ({ number }) => number, several),
      column(words.person, 'text', (promise) => personName(promise, words)),
      column(
        words.department,
        'text',
        ({ department }) => department?.title ?? null,
        promises.some(({ department }) => department !== null),
      ),
      column(words.promise, 'text', ({ promise }) => promise),
    ]),
    ...tableFrom(
      'rules',
      words.rules,
      [...rules.values()],
      [
        column(words.rule, 'text', ({ rule }) => rule),
        column(
          words.why,
          'text',
          ({ why }) => textOrNull(why),
          [...rules.values()].some(({ why }) => textOrNull(why) !== null),
        ),
      ],
    ),
  ]
}

function sentences({ sessions, words }: Writing): Block[] {
  return sessions.flatMap(({ commitments: { accepted, people, kept } }) => {
    const lines = [fill(words.accepted, { count: accepted, people })]
    if (kept) lines.push(fill(words.kept, { ...kept, all: kept.kept + kept.partly + kept.notKept }))
    return [{ kind: 'text', text: lines.join('\n') } satisfies Block]
  })
}

const table = ({ sessions, words }: Writing): Block[] =>
  tableFrom('check-in', words.checkIn, sessions, [
    column(words.session, 'count', ({ number }) => number),
    column(words.acceptedCount, 'count', ({ commitments }) => commitments.accepted),
    column(words.couldAccept, 'count', ({ commitments }) => commitments.people),
    column(words.keptWord, 'count', ({ commitments }) => commitments.kept?.kept ?? null),
    column(words.partlyWord, 'count', ({ commitments }) => commitments.kept?.partly ?? null),
    column(words.notKeptWord, 'count', ({ commitments }) => commitments.kept?.notKept ?? null),
  ])

const withheld = (writing: Writing): Block[] =>
  writing.sessions
    .filter(({ commitments }) => commitments.keptIsSuppressed)
    .map(({ number }) => ({
      kind: 'withheld',
      text: areSeveral(writing) ? fill(writing.words.keptWithheldIn, { number }) : writing.words.keptWithheld,
    }))
