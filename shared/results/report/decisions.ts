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
      words.fromNote,
      'text',
      (action) => noteOf(action),
      actions.some((action) => noteOf(action) !== null),
    ),
    column(
      words.touchpoint,
      'text',
      (action) => touchpointsText(action, writing),
      actions.some(({ touchpoints }) => touchpoints.length > 0),
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

/** What the note says from which an action comes; null where it comes from a touchpoint itself, which has a column of its own. */
const noteOf = ({ shapeId, card, touchpoints }: ActionResult): string | null =>
  touchpoints.some(({ id }) => id === shapeId) ? null : textOrNull(card?.title)

/** A stage may have more than can be read in a cell. */
const mostTouchpoints = 3

/** Those of its touchpoints that have room in a line, and how many more there are; null where it has none. */
export function touchpointsText(
  { touchpoints }: Pick<ActionResult, 'touchpoints'>,
  { words }: Pick<Writing, 'words'>,
): string | null {
  const shown = touchpoints.slice(0, mostTouchpoints).map(({ title }) => title)
  const more = touchpoints.length - shown.length
  if (more > 0) return fill(words.andMore, { shown: shown.join(', '), count: more })
  return textOrNull(shown.join(', '))
}

/** It is too early to tell until the very day from which customers shall feel it. */
export const waitsUntilFelt = ({ effect, feltFrom }: Pick<ActionResult, 'effect' | 'feltFrom'>): boolean =>
  effect.kind === 'too-early' && effect.until !== null && effect.until === feltFrom

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
