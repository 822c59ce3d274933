// Concerns that were written in secret about the items of the agenda, and what was answered.
import { asSentences } from '#shared/facilitation/plain-text.ts'
import type { ConcernResult } from '#shared/results/concern-results.ts'
import type { Block, Fact } from '#shared/results/report.ts'
import { fill } from '#shared/results/words.ts'
import { auditLine } from './polls.ts'
import { areSeveral, column, tableFrom, type Writing } from './writing.ts'

export function concerns(writing: Writing): Block[] {
  const { sessions, words } = writing
  const boxes = sessions.flatMap(({ number, concerns }) => concerns.map((box) => ({ ...box, number })))
  const written = boxes.flatMap(({ itemTitle, number, outcome }) =>
    outcome.kind === 'released' ? outcome.concerns.map((concern) => ({ ...concern, itemTitle, number })) : [],
  )
  const facts = boxes.flatMap((box) => figures(box, writing))
  return [
    ...tableFrom('concerns', words.concerns, written, [
      column(words.session, 'count', ({ number }) => number, areSeveral(writing)),
      column(words.item, 'text', ({ itemTitle }) => itemTitle),
      column(words.concern, 'text', ({ text }) => asSentences(text)),
      column(words.concernState, 'text', ({ answered }) => (answered ? words.answered : words.unanswered)),
      column(
        words.concernAnswer,
        'text',
        ({ answer }) => answer,
        written.some(({ answer }) => answer !== null),
      ),
    ]),
    ...(facts.length > 0 ? [{ kind: 'facts', facts } satisfies Block] : []),
    ...boxes.flatMap((box) => withheld(box, writing)),
  ]
}

type Box = ConcernResult & { number: number }

/** The same item comes up in one session after the other. */
const itemOf = ({ itemTitle, number }: Omit<Box, 'outcome'>, writing: Writing): string =>
  areSeveral(writing) ? `${itemTitle} (${writing.words.session} ${number})` : itemTitle

function figures({ outcome, ...box }: Box, writing: Writing): Fact[] {
  if (outcome.kind !== 'released') return []
  const { words } = writing
  const item = itemOf(box, writing)
  return [
    {
      label: fill(words.withoutConcern, { item }),
      value: outcome.without,
      type: 'count',
    },
    {
      label: fill(words.concernAudit, { item }),
      value: auditLine(outcome.auditWords),
      type: 'text',
    },
  ]
}

function withheld({ outcome, ...box }: Box, writing: Writing): Block[] {
  const { words } = writing
  const item = itemOf(box, writing)
  const because = (why: string): Block[] => [
    { kind: 'withheld', text: fill(words.concernsOf, { item, why }) },
  ]
  switch (outcome.kind) {
    case 'released':
      return []
    case 'suppressed':
      return because(fill(words.suppressed, { count: outcome.minimumGroup }))
    case 'running':
      return because(words.concernsRunning)
    case 'unreadable':
      return because(words.unreadable)
  }
}
