// Questions that were asked before and after: what has shifted over a session, in one picture for each.
import { asSentences } from '#shared/facilitation/plain-text.ts'
import { type BeforeAndAfter, notCompared } from '#shared/results/comparisons.ts'
import type { Block, Chart, Fact } from '#shared/results/report.ts'
import type { SessionResult } from '#shared/results/session-results.ts'
import { fill } from '#shared/results/words.ts'
import { answerLabels, auditLine } from './polls.ts'
import { areSeveral, column, sessionTitle, tableFrom, type Writing } from './writing.ts'

type Pair = BeforeAndAfter & { session: SessionResult }

export function beforeAfter(writing: Writing): Block[] {
  const { sessions, words } = writing
  const pairs = sessions.flatMap((session) => session.beforeAndAfter.map((pair) => ({ ...pair, session })))
  const means = pairs.flatMap((pair) => meansOf(pair))
  const several = areSeveral(writing)
  return [
    ...tableFrom('before-after', words.beforeAfter, means, [
      column(words.session, 'count', ({ session }) => session.number, several),
      column(words.question, 'text', ({ question }) => question),
      column(words.meanBefore, 'score', ({ from }) => from),
      column(words.meanAfter, 'score', ({ to }) => to),
      column(words.difference, 'signed', ({ from, to }) => Math.round((to - from) * 10) / 10),
      column(words.votesBefore, 'count', ({ before }) => before.tally.votes),
      column(words.votesAfter, 'count', ({ after }) => after.tally.votes),
    ]),
    ...pairs.flatMap((pair, place) => pairBlocks(pair, `before-after-${place + 1}`, writing)),
    ...sessions.flatMap((session) =>
      notComparedTexts(session, writing).map((text): Block => ({ kind: 'withheld', text })),
    ),
  ]
}

/** What was asked twice in a session and cannot be compared, and why; the same on the page. */
export function notComparedTexts(
  { number }: Pick<SessionResult, 'number'>,
  { results, words }: Pick<Writing, 'results' | 'words'>,
): string[] {
  const polls = results.polls.filter(({ sessionNumber }) => sessionNumber === number)
  return notCompared(polls).map(({ question, before, after }) => {
    const once = before ? words.tooFewBefore : words.tooFewAfter
    return fill(words.notCompared, { question, why: before && after ? words.tooFewBoth : once })
  })
}

const meansOf = (pair: Pair): (Pair & { from: number; to: number })[] => {
  const { before, after } = pair
  if (before.tally.kind !== 'scale' || after.tally.kind !== 'scale') return []
  const [from, to] = [before.tally.mean, after.tally.mean]
  return from === null || to === null ? [] : [{ ...pair, from, to }]
}

function pairBlocks(pair: Pair, id: string, writing: Writing): Block[] {
  const { question, session } = pair
  const title = areSeveral(writing) ? `${question} (${sessionTitle(session, writing)})` : question
  return [
    { kind: 'heading', text: title },
    { kind: 'facts', facts: facts(pair, writing) },
    ...sides(pair, id, title, writing),
  ]
}

function facts({ before, after }: Pair, { words, results }: Writing): Fact[] {
  const sides = [
    { counted: before, votes: words.votesBefore, audit: words.auditBefore },
    { counted: after, votes: words.votesAfter, audit: words.auditAfter },
  ]
  return sides.flatMap(({ counted, votes, audit }): Fact[] => {
    const poll = results.polls.find(({ pollId }) => pollId === counted.pollId)
    const { tally } = counted
    return [
      { label: votes, value: tally.votes, type: 'count' },
      ...(poll?.auditWords
        ? [{ label: audit, value: auditLine(poll.auditWords), type: 'text' } satisfies Fact]
        : []),
    ]
  })
}

function sides({ asks, before, after }: Pair, id: string, title: string, { words }: Writing): Block[] {
  const categories = answerLabels(asks)
  const chart = (from: readonly (number | null)[], to: readonly (number | null)[]) => ({
    kind: 'chart' as const,
    id,
    title,
    categoryTitle: words.answer,
    categories,
    series: [
      { name: words.before, values: from },
      { name: words.after, values: to },
    ],
  })
  const [from, to] = [before.tally, after.tally]
  const counts = (of: typeof from) => ('counts' in of ? of.counts : 'sums' in of ? of.sums : [])
  switch (from.kind) {
    case 'scale':
      return [
        { ...chart(counts(from), counts(to)), shape: 'columns', type: 'count', max: null } satisfies Chart,
      ]
    case 'single':
    case 'multiple':
    case 'points':
      return [{ ...chart(counts(from), counts(to)), shape: 'bars', type: 'count', max: null } satisfies Chart]
    case 'ranking': {
      const places = (of: typeof to) => (of.kind === 'ranking' ? of.meanPlaces : [])
      const max = categories.length
      return [{ ...chart(places(from), places(to)), shape: 'bars', type: 'score', max } satisfies Chart]
    }
    case 'words': {
      const of = (tally: typeof to) =>
        new Map(tally.kind === 'words' ? tally.words.map(({ word, count }) => [word, count]) : [])
      const [then, now] = [of(from), of(to)]
      return tableFrom(
        id,
        title,
        [...new Set([...now.keys(), ...then.keys()])],
        [
          column(words.answer, 'text', (word) => word),
          column(words.before, 'count', (word) => then.get(word) ?? 0),
          column(words.after, 'count', (word) => now.get(word) ?? 0),
        ],
      )
    }
    case 'text': {
      const texts = (of: typeof to, when: string) =>
        of.kind === 'text' ? of.texts.map((text) => ({ when, text })) : []
      return tableFrom(
        id,
        title,
        [...texts(from, words.before), ...texts(to, words.after)],
        [
          column(words.moodWhen, 'text', ({ when }) => when),
          column(words.answer, 'text', ({ text }) => asSentences(text)),
        ],
      )
    }
  }
}
