// Who may receive a ballot in a secret poll.
import type { Person } from '#shared/facilitation/people.ts'
import { lateJoinMs } from '#shared/facilitation/polls.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'

/**
 * Participants who were in the room when the poll opened, and those who were admitted early enough afterwards (BALLOT 4.1
 * and 5). Never facilitators or observers, never a hand-picked few.
 */
export function mayReceiveBallot(poll: SecretPoll, person: Person | undefined): boolean {
  if (person?.role !== 'participant') return false
  if (poll.eligible.includes(person.personId) || poll.closesAt === null) return true
  return person.joinedAt < poll.closesAt - lateJoinMs
}
