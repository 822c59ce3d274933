// What a facilitator would want to know before everybody leaves, as far as the workshop itself says it.
import type { Action } from '#shared/facilitation/actions.ts'
import { openRound, promisesOf, roundAbout } from '#shared/facilitation/check-out.ts'
import type { ConcernBox } from '#shared/facilitation/concerns.ts'
import { openTopics, type Topic } from '#shared/facilitation/parking-lot.ts'
import { type Poll, runningPolls } from '#shared/facilitation/polls.ts'
import { runningSession } from '#shared/facilitation/sessions.ts'
import type { Workshop } from '#shared/facilitation/workshop.ts'

export type Missing = {
  /** Without owner or date, and not done. */
  actions: Action[]
  /** One of each running form. */
  polls: Poll[]
  /** How many promises nobody has asked about; 0 once somebody has, and after the end: the next session asks. */
  promises: number
  isCheckOutOpen: boolean
  topics: Topic[]
}

export function whatIsMissing(workshop: Workshop): Missing {
  const { actions, polls, checkIn, checkOut, parkingLot, sessions } = workshop
  const isAsked = roundAbout(checkOut, 'session') !== undefined || !runningSession(sessions)
  return {
    actions: actions.list.filter(
      ({ ownerId, due, state }) =>
        (ownerId === null || due === null) && (state === 'open' || state === 'in-progress'),
    ),
    polls: runningPolls(polls).slice(0, 1),
    promises: isAsked ? 0 : Object.keys(promisesOf(checkIn, 'session')).length,
    isCheckOutOpen: openRound(checkOut) !== null,
    topics: openTopics(parkingLot),
  }
}

/** Parked topics are meant to stay: they are shown, and nothing is missing for their sake. */
export const countOf = ({ actions, polls, promises, isCheckOutOpen }: Missing): number =>
  actions.length + polls.length + (promises > 0 ? 1 : 0) + (isCheckOutOpen ? 1 : 0)

/** Of the session that runs, or ran last: those whose slips were released. */
export const releasedBoxes = ({
  concerns,
  sessions,
}: Pick<Workshop, 'concerns' | 'sessions'>): ConcernBox[] => {
  const since = sessions.all.at(-1)?.startedAt ?? 0
  return concerns.filter(({ poll }) => poll.state === 'closed' && !poll.suppressed && poll.openedAt >= since)
}
