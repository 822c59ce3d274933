// The actions of a report: who owns each, until when, and the card it comes from, joined to what that says now.
import type { BoardModel } from '#shared/board/model.ts'
import type { Workshop } from '#shared/facilitation/workshop.ts'
import type { PersonId } from '#shared/ids.ts'
import type { ActionResult, NoteResult } from './results.ts'

export function actionResults(
  { actions }: Pick<Workshop, 'actions'>,
  names: Readonly<Record<PersonId, string>>,
  board: BoardModel,
  departmentOf: (departmentId: string | null) => NoteResult['department'],
): ActionResult[] {
  return actions.list.map(
    ({ title, ownerId, departmentId, due, feltFrom, state, liveSince, shapeId }): ActionResult => ({
      title,
      owner: ownerId && { name: names[ownerId] ?? null },
      department: departmentOf(departmentId),
      due,
      feltFrom,
      state,
      liveSince,
      card: shapeId && cardOf(board, shapeId),
    }),
  )
}

/** Null for a card that is gone, or says nothing. */
function cardOf({ maps, loose }: BoardModel, shapeId: string): ActionResult['card'] {
  const touchpoint = maps.flatMap((map) => map.touchpoints).find(({ id }) => id === shapeId)
  if (touchpoint) {
    const { title, actual, target } = touchpoint
    return title === '' ? null : { title, actual, target }
  }
  const note = [...maps.flatMap((map) => map.notes), ...loose].find(({ id }) => id === shapeId)
  return note && note.text.trim() !== '' ? { title: note.text, actual: null, target: null } : null
}
