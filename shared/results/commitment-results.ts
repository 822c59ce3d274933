// Commitments of one session: the rules, how many accepted them, what was promised, and what became of it.
import { z } from 'zod'
import type { PersonId } from '#shared/ids.ts'
import { isInRoom } from './attendance.ts'
import type { Sitting } from './sittings.ts'
import { Count, DepartmentRef, type FindDepartment } from './values.ts'

export const Kept = z.object({ kept: Count, partly: Count, notKept: Count })
export type Kept = z.infer<typeof Kept>

export const CommitmentsResult = z.object({
  rules: z.array(z.object({ rule: z.string(), why: z.string().nullable() })),
  /** How many have accepted the rules, and how many could. */
  accepted: Count,
  people: Count,
  /** What was promised, oldest first. `name` is null for those who gave none or whose name was erased. */
  promises: z.array(
    z.object({ name: z.string().nullable(), department: DepartmentRef.nullable(), promise: z.string() }),
  ),
  /** What became of them, by the last check-out about them that could be shown; null where there is none. */
  kept: Kept.nullable(),
  /** There was a check-out about them, and too few answered to show what they said. */
  keptIsSuppressed: z.boolean(),
})
export type CommitmentsResult = z.infer<typeof CommitmentsResult>

export function commitmentsResult(
  { people, rules, commitments, checkedIn, checkOuts }: Sitting,
  names: Readonly<Record<PersonId, string>>,
  departmentOf: FindDepartment,
): CommitmentsResult {
  const inRoom = people.filter(isInRoom)
  const closed = checkOuts.filter(({ closedAt }) => closedAt !== null)
  const kept = closed.findLast(({ totals }) => totals !== null)?.totals ?? null
  return {
    rules: rules.map(({ rule, why }) => ({ rule, why: why ?? null })),
    accepted: inRoom.filter(({ personId }) => checkedIn.has(personId)).length,
    people: inRoom.length,
    promises: Object.values(commitments)
      .sort((a, b) => a.at - b.at)
      .flatMap(({ personId, promise, departmentId }) =>
        promise === null
          ? []
          : [{ name: names[personId] ?? null, department: departmentOf(departmentId), promise }],
      ),
    kept,
    keptIsSuppressed: kept === null && closed.length > 0,
  }
}
