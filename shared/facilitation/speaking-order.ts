// In which order the raised hands are called: pure, the same on the server and in every browser.
import { z } from 'zod'
import type { People } from '#shared/facilitation/people.ts'
import type { DepartmentId, PersonId } from '#shared/ids.ts'

/** What somebody wants the floor for. A text to be read aloud is no hand: it must not be anybody's (readings.ts). */
export const HandKind = z.enum(['contribution', 'question', 'reply', 'concern'])
export type HandKind = z.infer<typeof HandKind>

/** Who comes first among equals: whoever asked first, or who (or whose department) has spoken least so far. */
export const Priority = z.enum(['time', 'person', 'department'])
export type Priority = z.infer<typeof Priority>

export type Hand = {
  personId: PersonId
  raisedAt: number
  kind: HandKind
  /** How often somebody who asked later was called first. */
  overtaken: number
}
export type Queue = {
  /** As the hands went up, by the server's clock. Whoever shows or calls them asks `speakingOrder`. */
  queue: readonly Hand[]
  priority: Priority
  /** What a facilitator put in order by hand, the first is next; null while all follow the rule. */
  arranged: readonly PersonId[] | null
  /** Milliseconds each person has had the floor, finished turns only. */
  spokenMs: Readonly<Record<PersonId, number>>
}

/** Whoever has been overtaken so often is next, whatever the rule: nobody waits for ever. */
export const mostOvertaken = 3

/**
 * First what a facilitator has put in order, as it stands. Then those who have been overtaken often enough; then direct
 * replies, which lose their meaning by waiting; then everyone else by the priority. Among equals, whoever asked first.
 *
 * So with the first always being called, a hand with n before it (by time) gets the floor after at most n + 3 others.
 */
export function speakingOrder(queue: Queue, people: People): Hand[] {
  const { arranged, queue: hands } = queue
  const placed = (arranged ?? []).flatMap((id) => hands.filter(({ personId }) => personId === id))
  const rest = hands.filter((hand) => !placed.includes(hand))
  const due = rest.filter(isDue)
  const replies = rest.filter((hand) => !isDue(hand) && hand.kind === 'reply')
  const spoken = spokenBy(queue, people)
  const others = rest
    .filter((hand) => !isDue(hand) && hand.kind !== 'reply')
    // The sort is stable: equals stay as they asked.
    .sort((a, b) => spoken(a.personId) - spoken(b.personId))
  return [...placed, ...due, ...replies, ...others]
}

/** 1 for whoever is next, null when the hand is not up. */
export function placeInQueue(queue: Queue, people: People, personId: PersonId): number | null {
  const index = speakingOrder(queue, people).findIndex((hand) => hand.personId === personId)
  return index < 0 ? null : index + 1
}

const isDue = ({ overtaken }: Hand) => overtaken >= mostOvertaken

/** What counts against somebody: nothing, their own time, or their department's time per head. */
function spokenBy({ priority, spokenMs }: Queue, people: People): (personId: PersonId) => number {
  if (priority === 'time') return () => 0
  const own = (personId: PersonId) => spokenMs[personId] ?? 0
  if (priority === 'person') return own
  const departments = new Map<DepartmentId | null, { ms: number; heads: number }>()
  for (const { personId, role, departmentId } of Object.values(people)) {
    if (role === 'observer') continue
    const { ms, heads } = departments.get(departmentId) ?? { ms: 0, heads: 0 }
    departments.set(departmentId, { ms: ms + own(personId), heads: heads + 1 })
  }
  return (personId) => {
    const department = departments.get(people[personId]?.departmentId ?? null)
    return department ? department.ms / department.heads : 0
  }
}
