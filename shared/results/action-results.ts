// The actions of a report: who owns each, until when, the card it comes from, and what has come of it for customers.
import { z } from 'zod'
import type { BoardModel } from '#shared/board/model.ts'
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
  /** The session in which it was decided; null for one from between sessions. */
  decidedIn: SessionNumber.nullable(),
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
  /** The day it is, in UTC. */
  today: Day
}

export function actionResult(
  action: Action,
  { names, board, departmentOf, decidedIn, before, today }: ActionSources,
): ActionResult {
  const { actionId, title, ownerId, departmentId, due, feltFrom, state, liveSince, shapeId } = action
  const card = shapeId && cardOf(board, shapeId)
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
    decidedIn,
    effect: effectOf(action, { before, now: card?.actual ?? null, today }),
  }
}

function cardOf({ maps, loose }: BoardModel, shapeId: string): ActionResult['card'] {
  const touchpoint = maps.flatMap((map) => map.touchpoints).find(({ id }) => id === shapeId)
  if (touchpoint) {
    const { title, actual, target } = touchpoint
    return title === '' ? null : { title, actual, target }
  }
  const note = [...maps.flatMap((map) => map.notes), ...loose].find(({ id }) => id === shapeId)
  return note && note.text.trim() !== '' ? { title: note.text, actual: null, target: null } : null
}
