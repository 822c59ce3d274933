// How polls that are prepared open, and how the agenda opens and closes concern boxes: one step, and the events that come with it.
import {
  boxOfRun,
  type ConcernCommand,
  type ConcernEvent,
  decideConcerns,
} from '#shared/facilitation/concerns.ts'
import { accept, type Context, type Decision, refuse } from '#shared/facilitation/decision.ts'
import type { Event } from '#shared/facilitation/events.ts'
import { eligible } from '#shared/facilitation/people.ts'
import { decidePolls, type PollCommand } from '#shared/facilitation/polls.ts'
import {
  decidePreparedPolls,
  findPrepared,
  type PreparedPollCommand,
} from '#shared/facilitation/prepared-polls.ts'
import { guardedSince } from '#shared/facilitation/similar-polls.ts'
import type { Workshop } from '#shared/facilitation/workshop.ts'
import type { ItemId, PersonId } from '#shared/ids.ts'

const groupOf = ({ people, info }: Workshop, present: readonly PersonId[]) => ({
  eligible: eligible(people, present),
  minimumGroup: info.minimumGroup,
})

export function decidePollStep(
  workshop: Workshop,
  command: PollCommand | PreparedPollCommand,
  context: Context,
): Decision<Event> {
  const { polls, prepared } = workshop
  const withGroup = {
    ...context,
    ...groupOf(workshop, context.present),
    guardedSince: guardedSince(workshop.sessions, context.now),
  }
  switch (command.type) {
    case 'poll.prepare':
    case 'poll.change':
    case 'poll.discard':
      return decidePreparedPolls(prepared, command, context)
    case 'poll.open-prepared': {
      if (context.actor.role !== 'facilitator')
        return refuse('not-allowed', 'Only a facilitator opens a poll.')
      const { preparedId, keys } = command
      const form = findPrepared(prepared, preparedId)?.form
      if (!form) return refuse('not-found', 'This prepared poll is gone: it was opened or discarded.')
      const opening = decidePolls(polls, { type: 'poll.open', ...form, keys }, withGroup)
      return opening.ok ? accept<Event>(...opening.events, { type: 'poll.discarded', preparedId }) : opening
    }
    default:
      return decidePolls(polls, command, withGroup)
  }
}

export const decideConcernStep = (
  workshop: Workshop,
  command: ConcernCommand,
  context: Context,
): Decision<ConcernEvent> =>
  decideConcerns(workshop.concerns, command, {
    ...context,
    ...groupOf(workshop, context.present),
    agenda: workshop.agenda,
  })

/** The time on the agenda item that should have a concern box now and has none; null when there is nothing to open. */
export function concernBoxDue(
  workshop: Workshop,
  present: readonly PersonId[],
): { itemId: ItemId; itemStartedAt: number } | null {
  const { agenda, concerns } = workshop
  const { current } = agenda
  if (!current || boxOfRun(concerns, agenda)) return null
  const { eligible: group, minimumGroup } = groupOf(workshop, present)
  if (group.length < minimumGroup) return null
  return { itemId: current.itemId, itemStartedAt: current.startedAt }
}
