// Check-in: each person accepts the ground rules and may promise something for this session.
import { z } from 'zod'
import { accept, type Context, type Decision, refuse } from '#shared/facilitation/decision.ts'
import { accepting, type GroundRules, noRules, openRules } from '#shared/facilitation/ground-rules.ts'
import { PersonId } from '#shared/ids.ts'
import { lines } from '#shared/text.ts'

const promise = lines(280).nullable()

export const CheckInCommand = z.discriminatedUnion('type', [
  /** Accepts all ground rules at once; `promise` is the person's own commitment, null for none, in place of the one before. */
  z.object({ type: z.literal('check-in.accept'), promise }),
  /** The commitment alone, whatever has become of the rules. */
  z.object({ type: z.literal('check-in.promise'), promise }),
])
export type CheckInCommand = z.infer<typeof CheckInCommand>

const promised = { personId: PersonId, promise: z.string().nullable(), at: z.number() }
export const CheckInEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('check-in.accepted'), ...promised }),
  z.object({ type: z.literal('check-in.promised'), ...promised }),
])
export type CheckInEvent = z.infer<typeof CheckInEvent>

export type Commitment = { personId: PersonId; promise: string | null; at: number }
export type Commitments = Readonly<Record<PersonId, Commitment>>
export type CheckIn = GroundRules & {
  /** Of this session. Whoever accepted all rules at once stands here without a promise, too. */
  commitments: Commitments
  /** What was promised in the session before, asked about in this one. */
  earlier: Commitments
}
export const noCheckIn: CheckIn = { ...noRules, commitments: {}, earlier: {} }

export function decideCheckIn(
  checkIn: CheckIn,
  command: CheckInCommand,
  { actor, now }: Context,
): Decision<CheckInEvent> {
  if (actor.role === 'server') return refuse('not-allowed', 'Only people make commitments.')
  if (actor.role === 'observer') return refuse('not-allowed', 'Observers watch; they make no commitments.')
  const { personId } = actor
  const before = checkIn.commitments[personId]
  const isSame = before?.promise === command.promise
  if (command.type === 'check-in.promise')
    return isSame
      ? refuse('already-done', 'You have already said so.')
      : accept({ type: 'check-in.promised', personId, promise: command.promise, at: now })
  if (isSame && openRules(checkIn, personId).length === 0)
    return refuse('already-done', 'You have already checked in.')
  return accept({ type: 'check-in.accepted', personId, promise: command.promise, at: now })
}

export function applyCheckIn(checkIn: CheckIn, event: CheckInEvent): CheckIn {
  const { personId, promise, at } = event
  const commitments = { ...checkIn.commitments, [personId]: { personId, promise, at } }
  if (event.type === 'check-in.promised') return { ...checkIn, commitments }
  const times = Object.fromEntries(openRules(checkIn, personId).map(({ ruleId }) => [ruleId, at]))
  const declined = checkIn.declined.filter((one) => one.personId !== personId)
  return { ...checkIn, ...accepting(checkIn, personId, times), commitments, declined }
}

/** Has accepted every rule; where there are none, has said so. */
export function hasCheckedIn(checkIn: CheckIn, personId: PersonId): boolean {
  if (checkIn.rules.length === 0) return checkIn.commitments[personId] !== undefined
  return openRules(checkIn, personId).length === 0
}

/**
 * A new session asks everybody anew, but not those who came early and have answered since the last one was over. What was
 * promised in the last one is kept, to be asked about.
 */
export function checkInAnew(checkIn: CheckIn, since: number): CheckIn {
  const kept = Object.entries(checkInUntil(checkIn, since).commitments)
  return {
    ...saidWhen(checkIn, (at) => at >= since),
    earlier: Object.fromEntries(kept.filter(([, { promise }]) => promise !== null)),
  }
}

/** The other side of it: what was said in the session that was over at `until`. */
export const checkInUntil = (checkIn: CheckIn, until: number): CheckIn =>
  saidWhen(checkIn, (at) => at < until)

function saidWhen(checkIn: CheckIn, isMeant: (at: number) => boolean): CheckIn {
  const { commitments, accepted, declined } = checkIn
  return {
    ...checkIn,
    commitments: Object.fromEntries(Object.entries(commitments).filter(([, { at }]) => isMeant(at))),
    accepted: Object.fromEntries(
      Object.entries(accepted).map(([personId, times]) => [
        personId,
        Object.fromEntries(Object.entries(times).filter(([, at]) => isMeant(at))),
      ]),
    ),
    declined: declined.filter(({ at }) => isMeant(at)),
  }
}
