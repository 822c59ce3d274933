// What of a workshop's log goes into a file: what a facilitator may see, and nothing that is still running in secret.
import { secretPollsOf } from '#shared/facilitation/ballot-plane.ts'
import { openRound } from '#shared/facilitation/check-out.ts'
import type { Event } from '#shared/facilitation/events.ts'
import { redact, type Viewer } from '#shared/facilitation/redact.ts'
import { apply, emptyWorkshop } from '#shared/facilitation/workshop.ts'
import { PersonId, type PollId } from '#shared/ids.ts'

/** Sees what every facilitator sees, and is none of them: nobody's own secrets are theirs. */
const whoeverHasTheFile: Viewer = { personId: PersonId.parse('0'.repeat(16)), role: 'facilitator' }

export const eventsForFile = (events: readonly Event[]): Event[] =>
  atRest(events).map((event) => redact(event, whoeverHasTheFile))

/**
 * Without the polls, the concern box and the check-out that have not ended: their ballots and marks cannot be taken along,
 * and a result without them would be none. The question can be asked again; a box opens again with its agenda item. Done on
 * writing, and on reading as well, since a file may have been written elsewhere.
 */
export function atRest(events: readonly Event[]): Event[] {
  const workshop = events.reduce(apply, emptyWorkshop)
  const unended: ReadonlySet<PollId> = new Set(
    [...workshop.polls, ...secretPollsOf(workshop)]
      .filter(({ state }) => state !== 'closed')
      .map(({ pollId }) => pollId),
  )
  const isCheckOutOn = openRound(workshop.checkOut) !== null
  const lastOpening = isCheckOutOn ? events.findLastIndex(({ type }) => type === 'check-out.opened') : null
  return events.filter((event, place) => {
    if ('pollId' in event && unended.has(event.pollId)) return false
    const isOfCheckOut = event.type === 'check-out.opened' || event.type === 'check-out.marked'
    return !(isOfCheckOut && lastOpening !== null && place >= lastOpening)
  })
}
