// Actions: what was decided, with one owner, a due date, and the date from which customers can feel it.
import { z } from 'zod'
import type { Department } from '#shared/access/api.ts'
import { accept, type Context, type Decision, refuse } from '#shared/facilitation/decision.ts'
import { isOvertaken, overtaken } from '#shared/facilitation/overtaken.ts'
import type { People } from '#shared/facilitation/people.ts'
import { ActionId, DepartmentId, PersonId, ShapeId } from '#shared/ids.ts'
import { line } from '#shared/text.ts'

/** A day of the calendar, "2026-12-24": the same day wherever it is read. */
export const Day = z.iso.date('This is no date of the calendar; write it as 2026-12-24.')
export type Day = z.infer<typeof Day>

/** `live`: customers can feel it. */
export const ActionState = z.enum(['open', 'in-progress', 'done', 'live'])
export type ActionState = z.infer<typeof ActionState>

const facts = {
  title: z.string(),
  /** One person, of the workshop or named as absent; null is an open question. */
  ownerId: PersonId.nullable(),
  departmentId: DepartmentId.nullable(),
  due: Day.nullable(),
  /** From when customers shall feel it. */
  feltFrom: Day.nullable(),
  /** The touchpoint or note it comes from. */
  shapeId: ShapeId.nullable(),
}
const change = z.object({
  ...z.object(facts).partial().shape,
  title: line(280).optional(),
  state: ActionState.optional(),
  /** Since when customers feel it; only of one that is live. */
  liveSince: Day.nullable().optional(),
})
/** What is left out stays as it is. */
export type ActionChange = z.infer<typeof change>

export const ActionCommand = z.discriminatedUnion('type', [
  z.object({ type: z.literal('action.add'), actionId: ActionId, ...facts, title: line(280) }),
  /** `was`: how the fields read to the sender; see overtaken.ts. */
  z.object({ type: z.literal('action.change'), actionId: ActionId, change, was: change.optional() }),
  /** `before` is the action that it shall stand before; null puts it last. */
  z.object({ type: z.literal('action.move'), actionId: ActionId, before: ActionId.nullable() }),
  z.object({ type: z.literal('action.delete'), actionId: ActionId }),
  z.object({ type: z.literal('action.restore'), actionId: ActionId }),
  /** Sent by the server when somebody who is not here has been named; the name itself stands with the other names. */
  z.object({
    type: z.literal('action.name-absent'),
    personId: PersonId,
    departmentId: DepartmentId.nullable(),
  }),
])
export type ActionCommand = z.infer<typeof ActionCommand>

export const ActionEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('action.added'),
    actionId: ActionId,
    ...facts,
    authorId: PersonId,
    at: z.number(),
  }),
  z.object({ type: z.literal('action.changed'), actionId: ActionId, change, at: z.number() }),
  z.object({ type: z.literal('action.moved'), actionId: ActionId, before: ActionId.nullable() }),
  z.object({ type: z.literal('action.deleted'), actionId: ActionId }),
  z.object({ type: z.literal('action.restored'), actionId: ActionId }),
  z.object({
    type: z.literal('action.absent-named'),
    personId: PersonId,
    departmentId: DepartmentId.nullable(),
  }),
])
export type ActionEvent = z.infer<typeof ActionEvent>

export type Action = z.infer<z.ZodObject<typeof facts>> & {
  actionId: ActionId
  state: ActionState
  liveSince: Day | null
  authorId: PersonId
  createdAt: number
}
export type Actions = {
  /** In the order in which they are shown. */
  list: readonly Action[]
  /** Owners who were never in the room: they have a name and a department, and no seat. */
  absent: Readonly<Record<PersonId, { departmentId: DepartmentId | null }>>
  /** So that it can be undone, last one last. */
  deleted: readonly { action: Action; index: number }[]
}
export const noActions: Actions = { list: [], absent: {}, deleted: [] }

/** More than anybody will do; also bounds what one room holds. */
export const mostActions = 200

export type ActionContext = Context & { people: People; departments: readonly Department[] }

export function decideActions(
  actions: Actions,
  command: ActionCommand,
  context: ActionContext,
): Decision<ActionEvent> {
  const { actor, now } = context
  if (command.type === 'action.name-absent') {
    if (actor.role !== 'server') return refuse('not-allowed', 'Absent people are named by way of their name.')
    const { personId, departmentId } = command
    if (actions.absent[personId]) return refuse('already-done', 'This person has already been named.')
    return accept({ type: 'action.absent-named', personId, departmentId })
  }
  if (actor.role === 'server') return refuse('not-allowed', 'Only people decide on actions.')
  if (actor.role === 'observer') return refuse('not-allowed', 'Observers watch; they add no actions.')
  const { actionId } = command
  const known = findAction(actions, actionId)
  if (command.type === 'action.add') {
    if (known) return refuse('already-done', 'This action is there already.')
    if (actions.list.length >= mostActions)
      return refuse('not-now', `There are ${mostActions} actions; delete one to add another.`)
    const { type: _, ...added } = command
    return (
      unknownIn(actions, added, context) ??
      accept({ type: 'action.added', ...added, authorId: actor.personId, at: now })
    )
  }
  const deleted = actions.deleted.findLast(({ action }) => action.actionId === actionId)?.action
  const action = command.type === 'action.restore' ? (known ?? deleted) : known
  if (!action) return refuse('not-found', 'This action is no longer there.')
  if (command.type === 'action.move') return decideMove(actions, action, command.before, context)
  if (!mayEdit(action, actor))
    return refuse('not-allowed', 'Whoever owns or wrote an action changes it, or a facilitator.')
  switch (command.type) {
    case 'action.change': {
      const changed = changedOnly(action, command.change)
      if (Object.keys(changed).length === 0) return refuse('already-done', 'This action already reads so.')
      if (isOvertaken<ActionChange>(action, changed, command.was)) return overtaken
      const refusal = unknownIn(actions, changed, context)
      return refusal ?? accept({ type: 'action.changed', actionId, change: changed, at: now })
    }
    case 'action.delete':
      return accept({ type: 'action.deleted', actionId })
    case 'action.restore':
      if (known) return refuse('already-done', 'This action is there already.')
      return accept({ type: 'action.restored', actionId })
  }
}

function decideMove(
  { list }: Actions,
  action: Action,
  before: ActionId | null,
  { actor }: Context,
): Decision<ActionEvent> {
  if (actor.role !== 'facilitator')
    return refuse('not-allowed', 'Only a facilitator changes the order of the actions.')
  if (before !== null && !list.some(({ actionId }) => actionId === before))
    return refuse('not-found', 'This action is no longer there.')
  if (before === action.actionId || inserted(list, action, before).every((one, index) => one === list[index]))
    return refuse('already-done', 'This action stands there already.')
  return accept({ type: 'action.moved', actionId: action.actionId, before })
}

/** A refusal when what it names is not of this workshop. Nothing is asked of the board: the two planes do not know each other. */
function unknownIn(
  actions: Actions,
  { ownerId, departmentId }: ActionChange,
  { people, departments }: ActionContext,
) {
  if (ownerId && !people[ownerId] && !actions.absent[ownerId])
    return refuse('not-found', 'The owner is nobody of this workshop; choose again.')
  if (departmentId && !departments.some((known) => known.departmentId === departmentId))
    return refuse('not-found', 'This workshop has no such department; choose again.')
  return null
}

/** What really changes; whatever is no longer live is live since no day. */
function changedOnly(action: Action, wanted: ActionChange): ActionChange {
  const state = wanted.state ?? action.state
  const liveSince = state === 'live' ? (wanted.liveSince ?? action.liveSince) : null
  const entries = Object.entries({ ...wanted, liveSince })
  return change.parse(
    Object.fromEntries(
      entries.filter(([key, value]) => value !== undefined && action[key as keyof Action] !== value), // keys of `change` are keys of an action
    ),
  )
}

export function applyActions(actions: Actions, event: ActionEvent): Actions {
  const { list, absent, deleted } = actions
  switch (event.type) {
    case 'action.added': {
      const { type: _, at, ...added } = event
      return { ...actions, list: [...list, { ...added, state: 'open', liveSince: null, createdAt: at }] }
    }
    case 'action.changed':
      return {
        ...actions,
        list: list.map((one) => (one.actionId === event.actionId ? changed(one, event.change) : one)),
      }
    case 'action.moved': {
      const action = findAction(actions, event.actionId)
      return action ? { ...actions, list: inserted(list, action, event.before) } : actions
    }
    case 'action.deleted': {
      const index = list.findIndex(({ actionId }) => actionId === event.actionId)
      const action = list[index]
      if (!action) return actions
      return {
        ...actions,
        list: list.filter((one) => one !== action),
        deleted: [...deleted, { action, index }],
      }
    }
    case 'action.restored': {
      const back = deleted.findLast(({ action }) => action.actionId === event.actionId)
      if (!back || findAction(actions, event.actionId)) return actions
      return {
        ...actions,
        list: list.toSpliced(back.index, 0, back.action),
        deleted: deleted.filter((one) => one !== back),
      }
    }
    case 'action.absent-named':
      return { ...actions, absent: { ...absent, [event.personId]: { departmentId: event.departmentId } } }
  }
}

/** Keys that a change leaves out are not in it, so nothing becomes undefined. */
const changed = (action: Action, change: ActionChange): Action => ({ ...action, ...defined(change) })
const defined = (change: ActionChange): Partial<Action> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))

export const findAction = ({ list }: Actions, actionId: ActionId): Action | undefined =>
  list.find((action) => action.actionId === actionId)

/** Whoever owns it, whoever wrote it, and facilitators. */
export const mayEdit = (
  { ownerId, authorId }: Action,
  viewer: { personId: PersonId; role: string },
): boolean =>
  viewer.role === 'facilitator' ||
  (viewer.role === 'participant' && (viewer.personId === ownerId || viewer.personId === authorId))

/** What is still to be said before everybody leaves. */
export function openQuestions({ list }: Actions): { withoutOwner: number; withoutDate: number } {
  return {
    withoutOwner: list.filter(({ ownerId }) => ownerId === null).length,
    withoutDate: list.filter(({ due }) => due === null).length,
  }
}

/** An action that it should stand before and that is gone puts it last. */
function inserted(list: readonly Action[], action: Action, before: ActionId | null): Action[] {
  const others = list.filter((one) => one !== action)
  const index = others.findIndex(({ actionId }) => actionId === before)
  return others.toSpliced(index < 0 ? others.length : index, 0, action)
}
