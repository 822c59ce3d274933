// The actions of a report: who owns each, until when, the card it comes from, and what has come of it for customers.
import { z } from 'zod'
import type { BoardModel, BoardNote, BoardTouchpoint } from '#shared/board/model.ts'
import { type Action, ActionState, Day } from '#shared/facilitation/actions.ts'
import { ActionId, type PersonId, ShapeId } from '#shared/ids.ts'
import { ActionEffect, effectOf } from './action-effects.ts'
import { DepartmentRef, type FindDepartment, Score, SessionNumber } from './values.ts'

/** Days of the calendar, "2027-01-15". */
export const ActionResult = z.object({
  actionId: ActionId,
  title: z.string(),
  /** Null is an open question; `name` is null for those who gave none or whose name was erased. */
  owner: z.object({ name: z.string().nullable() }).nullable(),
  department: DepartmentRef.nullable(),
  due: Day.nullable(),
  /** From when customers shall feel it. */
  feltFrom: Day.nullable(),
  state: ActionState,
  liveSince: Day.nullable(),
  /** The touchpoint or note it comes from, by its id on the board. */
  shapeId: ShapeId.nullable(),
  /** What that says now, and the scores of a touchpoint; null for a card that is gone, or says nothing. */
  card: z.object({ title: z.string(), actual: Score.nullable(), target: Score.nullable() }).nullable(),
  /** The touchpoints it is about: the card itself where it is one; of a note, those in its stage of the same map, in reading order. */
  touchpoints: z.array(z.object({ id: z.string(), title: z.string() })),
  /** The session in which it was decided; null for one from between sessions. */
  decidedIn: SessionNumber.nullable(),
  /** The actual score of its touchpoint at the end of the session that decided it; missing where there was none. */
  before: Score.optional(),
  /** As of the day of `today`, which whoever makes the results says; on the server it is that of UTC. */
  effect: ActionEffect,
})
export type ActionResult = z.infer<typeof ActionResult>

export type ActionSources = {
  names: Readonly<Record<PersonId, string>>
  board: BoardModel
  departmentOf: FindDepartment
  decidedIn: number | null
  /** The actual score of its touchpoint when it was decided; null where there was none. */
  before: number | null
  /** The day it is for whom the results are made. */
  today: Day
}

export function actionResult(
  action: Action,
  { names, board, departmentOf, decidedIn, before, today }: ActionSources,
): ActionResult {
  const { actionId, title, ownerId, departmentId, due, feltFrom, state, liveSince, shapeId } = action
  const { card, touchpoints } = (shapeId && originOf(board, shapeId)) || nowhere
  return {
    actionId,
    title,
    owner: ownerId && { name: names[ownerId] ?? null },
    department: departmentOf(departmentId),
    due,
    feltFrom,
    state,
    liveSince,
    shapeId,
    card,
    touchpoints,
    decidedIn,
    ...(before !== null && { before }),
    effect: effectOf(action, { before, now: card?.actual ?? null, today }),
  }
}

type Origin = Pick<ActionResult, 'card' | 'touchpoints'>
const nowhere: Origin = { card: null, touchpoints: [] }

function originOf({ maps, loose }: BoardModel, shapeId: string): Origin {
  for (const { touchpoints, notes } of maps) {
    const touchpoint = touchpoints.find(({ id }) => id === shapeId)
    if (touchpoint) {
      const { id, title, actual, target } = touchpoint
      return title === '' ? nowhere : { card: { title, actual, target }, touchpoints: [{ id, title }] }
    }
    const note = notes.find(({ id }) => id === shapeId)
    if (note) return noteOrigin(note, touchpoints)
  }
  const note = loose.find(({ id }) => id === shapeId)
  return note ? noteOrigin(note, []) : nowhere
}

/** On a map, notes and touchpoints are told apart by their lanes; what they have in common is the stage. */
function noteOrigin({ text, stageId }: BoardNote, touchpoints: readonly BoardTouchpoint[]): Origin {
  if (text.trim() === '') return nowhere
  return {
    card: { title: text, actual: null, target: null },
    touchpoints: touchpoints
      .filter((touchpoint) => stageId !== null && touchpoint.stageId === stageId && touchpoint.title !== '')
      .map(({ id, title }) => ({ id, title })),
  }
}
