// What was decided: every action with what is known of it, and the part of the board it comes from.
import type { ActionResult } from '#shared/results/action-results.ts'
import { showsBoard } from '#shared/results/leave-out.ts'
import type { Block } from '#shared/results/report.ts'
import { actionStateWords, fill } from '#shared/results/words.ts'
import { column, tableFrom, textOrNull, type Writing } from './writing.ts'

export function decisions(writing: Writing): Block[] {
  const { results, words, language } = writing
  const { actions } = results
  const states = actionStateWords[language]
  const table = tableFrom<ActionResult>('decisions', words.decided, actions, [
    column(words.action, 'text', ({ title }) => title),
    column(words.owner, 'text', ({ owner }) => (owner ? (owner.name ?? words.somebody) : words.stillOpen)),
    column(
      words.department,
      'text',
      ({ department }) => department?.title ?? null,
      actions.some(({ department }) => department !== null),
    ),
    column(words.due, 'day', ({ due }) => due),
    column(
      words.feltFrom,
      'day',
      ({ feltFrom }) => feltFrom,
      actions.some(({ feltFrom }) => feltFrom !== null),
    ),
    column(words.state, 'text', ({ state }) => states[state]),
    column(
      words.liveSince,
      'day',
      ({ liveSince }) => liveSince,
      actions.some(({ liveSince }) => liveSince !== null),
    ),
    column(
      words.fromCard,
      'text',
      ({ card }) => textOrNull(card?.title),
      actions.some(({ card }) => card !== null),
    ),
    column(
      words.effect,
      'text',
      (action) => effectText(action, writing),
      actions.some(({ effect }) => effect.kind !== 'none'),
    ),
  ])
  return [...table, ...actions.flatMap((action, place) => origin(action, place + 1, writing))]
}

/** What has come of an action for customers, and no judgement before it is time; null where nothing can be measured. */
export function effectText(
  { effect }: Pick<ActionResult, 'effect'>,
  { words, format }: Pick<Writing, 'words' | 'format'>,
): string | null {
  switch (effect.kind) {
    case 'none':
      return null
    case 'too-early':
      return effect.until === null
        ? words.tooEarly
        : fill(words.tooEarlyUntil, { day: format.day(effect.until) })
    case 'measured':
      return fill(words.moved, {
        before: format.score(effect.before),
        now: format.score(effect.now),
        day: format.day(effect.since),
      })
  }
}

/** The trace back, for those who can show it. */
function origin(
  { title, shapeId, card }: ActionResult,
  number: number,
  { words, results }: Writing,
): Block[] {
  if (shapeId === null || card === null || !showsBoard(results.leftOut)) return []
  return [
    { kind: 'heading', text: `${number}. ${title}` },
    { kind: 'picture', of: shapeId, alt: fill(words.aroundCard, { card: card.title }) },
  ]
}
