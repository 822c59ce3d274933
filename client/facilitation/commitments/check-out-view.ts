// What the check-out says at this moment: who is asked, how many have answered, and what came of it.
import { sinceWhen } from '#client/facilitation/selectors.ts'
import { type CheckOutRound, type OwnMark, openRound, promisesOf } from '#shared/facilitation/check-out.ts'
import type { Me } from '#shared/facilitation/protocol.ts'
import type { Workshop } from '#shared/facilitation/workshop.ts'

export type CheckOutView = {
  round: CheckOutRound
  number: number
  isOpen: boolean
  asked: number
  answered: number
  /** Null for whoever is not asked. */
  promise: string | null
  mine: OwnMark | null
}

/** The one that runs; else the last, for as long as the group is on the item in which it was closed. */
export function currentCheckOut(workshop: Workshop, me: Me | null): CheckOutView | null {
  const { checkOut, checkIn } = workshop
  const { rounds } = checkOut
  const round = rounds.at(-1)
  if (!round || !me) return null
  if (round.closedAt !== null && round.closedAt < sinceWhen(workshop)) return null
  const promises = promisesOf(checkIn, round.about)
  return {
    round,
    number: rounds.length,
    isOpen: openRound(checkOut) !== null,
    asked: Object.keys({ ...promises, ...round.marks }).length,
    answered: Object.keys(round.marks).length,
    promise: promises[me.personId]?.promise ?? null,
    mine: round.marks[me.personId] ?? null,
  }
}
