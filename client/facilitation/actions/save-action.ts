// Sends what was written: first the name of somebody absent to where names are kept, then the action with an id for it.
import type { Asker } from '#client/facilitation/use-facilitation.ts'
import { askWorkshop } from '#client/ui/api.ts'
import { randomUuid } from '#client/ui/random-uuid.ts'
import { NamedAbsent } from '#shared/access/api.ts'
import type { ActionCommand } from '#shared/facilitation/actions.ts'
import { ActionId, type PersonId } from '#shared/ids.ts'
import type { Draft } from './action-draft.ts'

/** Rejects when the name could not be kept; then nothing has been sent. */
export async function saveAction(
  draft: Draft,
  asker: Asker,
  send: (command: ActionCommand) => void,
): Promise<void> {
  const { actionId, title, departmentId, due, feltFrom, state, liveSince, shapeId } = draft
  const ownerId = draft.ownerId === 'else' ? await nameAbsent(draft, asker) : draft.ownerId
  const facts = {
    title: title.trim(),
    ownerId,
    departmentId,
    due: due || null,
    feltFrom: feltFrom || null,
    shapeId,
  }
  if (actionId)
    send({ type: 'action.change', actionId, change: { ...facts, state, liveSince: liveSince || null } })
  else send({ type: 'action.add', actionId: ActionId.parse(randomUuid().replaceAll('-', '')), ...facts })
}

async function nameAbsent({ absentName, departmentId }: Draft, asker: Asker): Promise<PersonId> {
  const body = { name: absentName.trim(), department: departmentId }
  return (await askWorkshop(NamedAbsent, asker, '/absent', { method: 'POST', body })).personId
}
