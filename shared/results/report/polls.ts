// Polls: what was asked, how many answered, and what.
import { asSentences } from '#shared/facilitation/plain-text.ts'
import type { Tally } from '#shared/facilitation/tally.ts'
import { pollsAlone } from '#shared/results/leave-out.ts'
import type { PollResult } from '#shared/results/poll-results.ts'
import { stepLabel } from '#shared/results/reading.ts'
import type { Block, Chart, Fact } from '#shared/results/report.ts'
import { fill } from '#shared/results/words.ts'
import { column, tableFrom, type Writing } from './writing.ts'

export function polls(writing: Writing): Block[] {
  return pollsAlone(writing.results.polls, writing.sessions).flatMap((poll, place) =>
    pollBlocks(poll, `poll-${place + 1}`, writing),
  )
}

function pollBlocks(poll: PollResult, id: string, writing: Writing): Block[] {
  const { words, format } = writing
  const time = format.moment(poll.closedAt ?? poll.openedAt)
  const asked = fill(poll.anonymous ? words.secretAsked : words.openAsked, { time })
  const head: Block[] = [
    { kind: 'heading', text: poll.question },
    { kind: 'text', text: asked },
  ]
  const { outcome } = poll
  switch (outcome.kind) {
    case 'running':
      return [...head, { kind: 'withheld', text: words.running }]
    case 'suppressed':
      return [...head, { kind: 'withheld', text: fill(words.suppressed, { count: outcome.minimumGroup }) }]
    case 'unreadable':
      return [...head, { kind: 'withheld', text: words.unreadable }]
    case 'counted':
      return [
        ...head,
        { kind: 'facts', facts: figures(poll, outcome.tally, writing) },
        ...answers({ id, title: poll.question, asks: poll.asks, tally: outcome.tally }, writing),
      ]
  }
}

function figures({ invited, auditWords }: PollResult, tally: Tally, { words }: Writing): Fact[] {
  const facts: Fact[] = [
    { label: words.invited, value: invited, type: 'count' },
    { label: words.votes, value: tally.votes, type: 'count' },
  ]
  if (tally.blank > 0) facts.push({ label: words.withoutAnswer, value: tally.blank, type: 'count' })
  if (tally.kind === 'scale' && tally.mean !== null)
    facts.push(
      { label: words.mean, value: tally.mean, type: 'score' },
      { label: words.spread, value: tally.spread, type: 'score' },
    )
  if (auditWords) facts.push({ label: words.auditWords, value: auditLine(auditWords), type: 'text' })
  return facts
}

export const auditLine = (auditWords: readonly string[]): string => auditWords.join(' · ')

type Answered = { id: string; title: string; asks: PollResult['asks']; tally: Tally }

function answers({ id, title, asks, tally }: Answered, { words }: Writing): Block[] {
  const labels = answerLabels(asks)
  const chart = (shape: Chart['shape'], name: string, values: readonly (number | null)[]): Chart => ({
    kind: 'chart',
    id,
    title,
    shape,
    categoryTitle: words.answer,
    categories: labels,
    series: [{ name, values }],
    type: 'count',
    max: null,
  })
  switch (tally.kind) {
    case 'scale':
      return [chart('columns', words.votes, tally.counts)]
    case 'single':
    case 'multiple':
      return [chart('bars', words.votes, tally.counts)]
    case 'ranking':
      return [{ ...chart('bars', words.meanPlace, tally.meanPlaces), type: 'score', max: labels.length }]
    case 'points': {
      const tableId = `${id}-points`
      const places = labels.map((label, place) => ({ label, place }))
      return [
        { ...chart('bars', words.points, tally.sums), tableId },
        ...tableFrom(tableId, title, places, [
          column(words.answer, 'text', ({ label }) => label),
          column(words.points, 'count', ({ place }) => tally.sums[place] ?? null),
          column(words.given, 'count', ({ place }) => tally.people[place] ?? null),
        ]),
      ]
    }
    case 'words':
      return tableFrom(id, title, tally.words, [
        column(words.answer, 'text', ({ word }) => word),
        column(words.votes, 'count', ({ count }) => count),
      ])
    case 'text':
      return tableFrom(id, title, tally.texts, [column(words.answer, 'text', asSentences)])
  }
}

/** What could be chosen, in the order in which it stood there. */
export function answerLabels(asks: PollResult['asks']): string[] {
  if ('options' in asks) return asks.options.map(({ label }) => label)
  if (asks.kind !== 'scale') return []
  return Array.from({ length: asks.max - asks.min + 1 }, (_, place) => stepLabel(asks, place))
}
