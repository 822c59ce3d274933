// Sends what was written: first the name of somebody absent to where names are kept, then the action with an id for it.
import type { Asker } from '#client/facilitation/use-facilitation.ts'
import { askWorkshop } from '#client/ui/api.ts'
import { randomUuid } from '#client/ui/random-uuid.ts'
import { NamedAbsent } from '#shared/access/api.ts'
import type { Action, ActionChange, ActionCommand } from '#shared/facilitation/actions.ts'
import type { Reply } from '#shared/facilitation/protocol.ts'
import { ActionId, type PersonId } from '#shared/ids.ts'
import type { Draft } from './action-draft.ts'

/** Null when nothing was to be changed. Rejects when the name could not be kept; then nothing has been sent. */
export async function saveAction(
  draft: Draft,
  asker: Asker,
  send: (command: ActionCommand) => Promise<Reply>,
): Promise<Reply | null> {
  const { actionId, was, title, departmentId, due, feltFrom, state, liveSince, shapeId } = draft
  const ownerId = draft.ownerId === 'else' ? await nameAbsent(draft, asker) : draft.ownerId
  const facts = {
    title: title.trim(),
    ownerId,
    departmentId,
    due: due || null,
    feltFrom: feltFrom || null,
    shapeId,
  }
  if (!actionId || !was)
    return send({ type: 'action.add', actionId: ActionId.parse(randomUuid().replaceAll('-', '')), ...facts })
  const change = whatDiffers(was, { ...facts, state, liveSince: liveSince || null })
  if (Object.keys(change).length === 0) return null
  return send({ type: 'action.change', actionId, change, was: pick(was, change) })
}

/** What somebody has changed, and no more: what others change meanwhile stays theirs. */
const whatDiffers = (was: Action, wanted: ActionChange): ActionChange =>
  Object.fromEntries(
    Object.entries(wanted).filter(([field, value]) => was[field as keyof ActionChange] !== value), // fields of a change
  )

const pick = (was: Action, change: ActionChange): ActionChange =>
  Object.fromEntries(Object.keys(change).map((field) => [field, was[field as keyof ActionChange]])) // fields of a change

async function nameAbsent({ absentName, departmentId }: Draft, asker: Asker): Promise<PersonId> {
  const body = { name: absentName.trim(), department: departmentId }
  return (await askWorkshop(NamedAbsent, asker, '/absent', { method: 'POST', body })).personId
}
