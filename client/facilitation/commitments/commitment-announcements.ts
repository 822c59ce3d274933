// What is said aloud about ground rules and the check-out: what waits for an answer, and what came of the promises.
import { openRound, promisesOf, type Totals } from '#shared/facilitation/check-out.ts'
import { type Declined, declineOf } from '#shared/facilitation/ground-rules.ts'
import type { Workshop } from '#shared/facilitation/workshop.ts'
import type { PersonId } from '#shared/ids.ts'
import { lateRules } from './check-in-view.ts'

export type CommitmentAnnouncement =
  | { what: 'rulesWaiting' | 'rulesChanged'; count: number }
  | { what: 'ruleDeclined'; personId: PersonId }
  /** `checkOutYou`: my promise is asked about. */
  | { what: 'checkOut' | 'checkOutYou' | 'checkOutTooFew' }
  | { what: 'checkOutTotals'; totals: Totals }

export function aboutCommitments(
  before: Workshop,
  after: Workshop,
  me: { personId: PersonId; role: string },
): CommitmentAnnouncement[] {
  return [
    ...aboutRules(before, after, me.personId),
    ...(me.role === 'facilitator' ? aboutReservations(before, after, me.personId) : []),
    ...aboutCheckOut(before, after, me.personId),
  ]
}

/** The same card that waits in the panel: told when it comes, and when there is more on it than before. */
function aboutRules(before: Workshop, after: Workshop, me: PersonId): CommitmentAnnouncement[] {
  const countOf = (workshop: Workshop) => {
    const person = workshop.people[me]
    return person ? lateRules(workshop, person) : null
  }
  const is = countOf(after)
  if (!is || is.count <= (countOf(before)?.count ?? 0)) return []
  return [{ what: is.isChange ? 'rulesChanged' : 'rulesWaiting', count: is.count }]
}

function aboutReservations(
  { checkIn: before }: Workshop,
  { checkIn: after }: Workshop,
  me: PersonId,
): CommitmentAnnouncement[] {
  const isKnown = ({ personId, ruleId }: Declined) => declineOf(before, personId, ruleId) !== undefined
  return after.declined
    .filter((one) => one.personId !== me && !isKnown(one))
    .map(({ personId }) => ({ what: 'ruleDeclined', personId }))
}

function aboutCheckOut(before: Workshop, after: Workshop, me: PersonId): CommitmentAnnouncement[] {
  const was = openRound(before.checkOut)
  const is = openRound(after.checkOut)
  if (is && is.number !== was?.number) {
    const isAsked = promisesOf(after.checkIn, is.round.about)[me] !== undefined
    return [{ what: isAsked ? 'checkOutYou' : 'checkOut' }]
  }
  if (!was || is) return []
  const totals = after.checkOut.rounds[was.number - 1]?.totals
  return [totals ? { what: 'checkOutTotals', totals } : { what: 'checkOutTooFew' }]
}
