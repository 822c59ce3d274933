// Polls that facilitators have ready: written before, changed or thrown away, opened with one command. Nobody else sees them.
import { z } from 'zod'
import { accept, type Context, type Decision, refuse } from '#shared/facilitation/decision.ts'
import { overtaken } from '#shared/facilitation/overtaken.ts'
import { PollForm, PollKeys } from '#shared/facilitation/poll-form.ts'
import { ItemId, PreparedId } from '#shared/ids.ts'

const written = {
  /** The agenda item it is meant for; null for none. */
  itemId: ItemId.nullable(),
  form: PollForm,
}
const prepared = { preparedId: PreparedId, ...written }
export const PreparedPollCommand = z.discriminatedUnion('type', [
  z.object({ type: z.literal('poll.prepare'), ...prepared }),
  /** `was`: how it read to the sender; see overtaken.ts. */
  z.object({ type: z.literal('poll.change'), ...prepared, was: z.object(written).optional() }),
  z.object({ type: z.literal('poll.discard'), preparedId: PreparedId }),
  /** Opens it as `poll.open` would; from then on it is no longer prepared. `keys` come from the server. */
  z.object({
    type: z.literal('poll.open-prepared'),
    preparedId: PreparedId,
    keys: z.array(PollKeys).optional(),
  }),
])
export type PreparedPollCommand = z.infer<typeof PreparedPollCommand>

export const PreparedPollEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('poll.prepared'), ...prepared }),
  z.object({ type: z.literal('poll.changed'), ...prepared }),
  /** Thrown away, or opened. */
  z.object({ type: z.literal('poll.discarded'), preparedId: PreparedId }),
])
export type PreparedPollEvent = z.infer<typeof PreparedPollEvent>

export type PreparedPoll = { preparedId: PreparedId; itemId: ItemId | null; form: PollForm }
/** In the order in which they were first written. */
export type PreparedPolls = readonly PreparedPoll[]
export const nothingPrepared: PreparedPolls = []

/** More than anybody asks in a workshop. */
export const mostPrepared = 50

/** All but opening one, which is decided with the polls (poll-steps.ts). */
export function decidePreparedPolls(
  all: PreparedPolls,
  command: Exclude<PreparedPollCommand, { type: 'poll.open-prepared' }>,
  { actor }: Context,
): Decision<PreparedPollEvent> {
  if (actor.role !== 'facilitator') return refuse('not-allowed', 'Only a facilitator prepares polls.')
  const known = findPrepared(all, command.preparedId)
  if (command.type === 'poll.prepare') {
    if (known) return refuse('already-done', 'This poll is prepared already.')
    if (all.length >= mostPrepared)
      return refuse('not-now', `There are ${mostPrepared} prepared polls already; discard one of them.`)
    const { preparedId, itemId, form } = command
    return accept({ type: 'poll.prepared', preparedId, itemId, form })
  }
  if (!known) return refuse('not-found', 'This prepared poll is gone: it was opened or discarded.')
  if (command.type === 'poll.discard')
    return accept({ type: 'poll.discarded', preparedId: command.preparedId })
  const { preparedId, itemId, form, was } = command
  if (was && !readsSame(known, was)) return overtaken
  return accept({ type: 'poll.changed', preparedId, itemId, form })
}

/** Both have come through the schema, which puts every field in its place. */
const readsSame = (one: Pick<PreparedPoll, 'itemId' | 'form'>, other: typeof one): boolean =>
  textOf(one) === textOf(other)
const textOf = ({ itemId, form }: Pick<PreparedPoll, 'itemId' | 'form'>) => JSON.stringify([itemId, form])

export function applyPreparedPolls(all: PreparedPolls, event: PreparedPollEvent): PreparedPolls {
  const { preparedId } = event
  const others = all.filter((one) => one.preparedId !== preparedId)
  if (event.type === 'poll.discarded') return others
  const { itemId, form } = event
  const now = { preparedId, itemId, form }
  if (event.type === 'poll.prepared') return [...others, now]
  return all.map((one) => (one.preparedId === preparedId ? now : one))
}

export const findPrepared = (all: PreparedPolls, preparedId: PreparedId): PreparedPoll | undefined =>
  all.find((one) => one.preparedId === preparedId)
