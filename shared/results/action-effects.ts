// What an action has changed for customers: the score of its touchpoint before and now, and no judgement before it is time.
import { z } from 'zod'
import { type Action, Day } from '#shared/facilitation/actions.ts'
import { Score } from './values.ts'

export const ActionEffect = z.discriminatedUnion('kind', [
  /** It comes from no touchpoint that was scored before and is now. */
  z.object({ kind: z.literal('none') }),
  /** Customers cannot feel it yet; `until` is the day from which they shall, null where none is named or it has passed. */
  z.object({ kind: z.literal('too-early'), until: Day.nullable() }),
  /** The touchpoint's actual score: at the end of the session that decided it, and now. Customers feel it since that day. */
  z.object({ kind: z.literal('measured'), before: Score, now: Score, since: Day }),
])
export type ActionEffect = z.infer<typeof ActionEffect>

export function effectOf(
  { state, liveSince, feltFrom }: Pick<Action, 'state' | 'liveSince' | 'feltFrom'>,
  { before, now, today }: { before: number | null; now: number | null; today: Day },
): ActionEffect {
  if (now === null) return { kind: 'none' }
  // What was planned stands until it is said since when customers really feel it.
  const since = state === 'live' ? (liveSince ?? feltFrom) : null
  if (since === null || since > today) {
    const until = since ?? feltFrom
    return { kind: 'too-early', until: until !== null && until > today ? until : null }
  }
  return before === null ? { kind: 'none' } : { kind: 'measured', before, now, since }
}
