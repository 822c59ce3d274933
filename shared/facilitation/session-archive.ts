// What a session leaves behind when the next one begins. Everything in it was open to everyone while it was going on.
import { type Commitments, checkInUntil, hasCheckedIn } from '#shared/facilitation/check-in.ts'
import type { GroundRule } from '#shared/facilitation/ground-rules.ts'
import type { Hands } from '#shared/facilitation/hands.ts'
import type { Workshop } from '#shared/facilitation/workshop.ts'
import type { PersonId } from '#shared/ids.ts'

export type SessionArchive = {
  spokenMs: Hands['spokenMs']
  rules: readonly GroundRule[]
  /** Who had accepted all of them. */
  checkedIn: readonly PersonId[]
  commitments: Commitments
  /** Which rounds of the workshop's check-outs were held in it: the first of them, and the first that was not. */
  checkOuts: { from: number; to: number }
}

/** `until` is the end of the session: whoever has come early for the next one since then counts there. */
export function archiveOf(
  { hands, checkIn, checkOut, people, door }: Workshop,
  until: number | null,
): SessionArchive {
  const before = until === null ? checkIn : checkInUntil(checkIn, until)
  return {
    spokenMs: hands.spokenMs,
    rules: before.rules,
    checkedIn: [...Object.values(people), ...Object.values(door.removed)]
      .map(({ personId }) => personId)
      .filter((personId) => hasCheckedIn(before, personId)),
    commitments: before.commitments,
    checkOuts: { from: checkOut.before, to: checkOut.rounds.length },
  }
}
