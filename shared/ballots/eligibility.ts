// Who may receive a ballot in a secret poll.
import type { People, Person } from '#shared/facilitation/people.ts'
import { lateJoinMs } from '#shared/facilitation/polls.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import type { Sessions } from '#shared/facilitation/sessions.ts'

/**
 * Participants who were in the room when the poll opened, and those who were admitted early enough afterwards (BALLOT 4.1
 * and 5). Never facilitators or observers, never a hand-picked few.
 */
export function mayReceiveBallot(poll: SecretPoll, person: Person | undefined): boolean {
  if (person?.role !== 'participant' || cameBackSince(poll, person)) return false
  if (poll.eligible.includes(person.personId) || poll.closesAt === null) return true
  return person.joinedAt < poll.closesAt - lateJoinMs
}

/**
 * How many of those who received a ballot have come in by a new way since the session of the poll began: a link that somebody
 * else made and could have opened themselves. Before the first session, since ever.
 */
export function newlySeated(
  { eligible, openedAt }: Pick<SecretPoll, 'eligible' | 'openedAt'>,
  { people, sessions }: { people: People; sessions: Sessions },
): number {
  const { startedAt = 0, endedAt = null } =
    sessions.all.findLast((session) => session.startedAt <= openedAt) ?? {}
  return eligible.filter((personId) => {
    const takenUpAt = people[personId]?.takenUpAt
    return takenUpAt !== undefined && takenUpAt >= startedAt && takenUpAt <= (endedAt ?? takenUpAt)
  }).length
}

/**
 * A facilitator has given out this person's way back while the poll was open, and could have gone it: no ballot of this
 * poll is handed out that way, so that nobody votes in another's place. Those handed out before stay what they are.
 */
export const cameBackSince = ({ openedAt }: SecretPoll, person: Person | undefined): boolean =>
  person?.takenUpAt !== undefined && person.takenUpAt >= openedAt
