// What depends on the day it is: whether customers can feel an action yet. Each reader has a day of their own.
import type { Day } from '#shared/facilitation/actions.ts'
import { effectOf } from './action-effects.ts'
import type { ActionResult } from './action-results.ts'
import { reportFormats } from './report-formats.ts'
import type { Results } from './results.ts'

/** The day it is at `now` (epoch milliseconds) in `timeZone`, an IANA name; UTC where that is not known. */
export const dayIn = (timeZone: string, now: number): Day =>
  reportFormats('en', timeZone).sortableMoment(new Date(now).toISOString()).slice(0, 10)

/**
 * The results judged by `today`, which the caller says: in a browser the reader's own day, for a file from the server that of
 * the time zone it was asked for in. Nothing else of them depends on it.
 */
export const onDay = <Some extends Pick<Results, 'actions'>>(results: Some, today: Day): Some => ({
  ...results,
  actions: results.actions.map((action) => ({ ...action, effect: effectOn(action, today) })),
})

function effectOn(action: ActionResult, today: Day) {
  const { effect, card } = action
  const now = card?.actual ?? null
  const before = action.before ?? (effect.kind === 'measured' ? effect.before : null)
  if (now !== null) return effectOf(action, { before, now, today })
  // Scores may have been left out for this reader; that it is too early tells of dates only, and is still said.
  const without = effectOf(action, { before: null, now: 0, today })
  return effect.kind === 'too-early' ? without : effect
}
