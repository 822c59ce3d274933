// Check-in: the ground rules of the workshop, who has accepted them, and what each person promises for today.
import { z } from 'zod'
import { accept, type Context, type Decision, refuse } from '#shared/facilitation/decision.ts'
import { PersonId, RuleId } from '#shared/ids.ts'
import { lines } from '#shared/text.ts'

export const GroundRule = z.object({ ruleId: RuleId, rule: z.string(), why: z.string().optional() })
export type GroundRule = z.infer<typeof GroundRule>

export const CheckInCommand = z.discriminatedUnion('type', [
  /** Accepts all ground rules; `promise` is the person's own commitment, null for none. Sent again, it replaces the promise. */
  z.object({ type: z.literal('check-in.accept'), promise: lines(280).nullable() }),
])
export type CheckInCommand = z.infer<typeof CheckInCommand>

export const CheckInEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('check-in.accepted'),
    personId: PersonId,
    promise: z.string().nullable(),
    at: z.number(),
  }),
])
export type CheckInEvent = z.infer<typeof CheckInEvent>

type Commitment = { personId: PersonId; promise: string | null; at: number }
export type CheckIn = {
  rules: readonly GroundRule[]
  commitments: Readonly<Record<PersonId, Commitment>>
}
export const noCheckIn: CheckIn = { rules: [], commitments: {} }

export function decideCheckIn(
  checkIn: CheckIn,
  command: CheckInCommand,
  { actor, now }: Context,
): Decision<CheckInEvent> {
  if (actor.role === 'server') return refuse('not-allowed', 'Only people make commitments.')
  if (actor.role === 'observer') return refuse('not-allowed', 'Observers watch; they make no commitments.')
  const before = checkIn.commitments[actor.personId]
  if (before && before.promise === command.promise)
    return refuse('already-done', 'You have already checked in.')
  return accept({ type: 'check-in.accepted', personId: actor.personId, promise: command.promise, at: now })
}

export function applyCheckIn(checkIn: CheckIn, event: CheckInEvent): CheckIn {
  const { personId, promise, at } = event
  return { ...checkIn, commitments: { ...checkIn.commitments, [personId]: { personId, promise, at } } }
}
