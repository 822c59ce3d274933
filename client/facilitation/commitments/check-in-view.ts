// What the check-in says about the group: who belongs to it, how far it is, whom to ask although the item is over.
import {
  byDepartment,
  currentItem,
  type DepartmentMark,
  groupOf,
  isCheckInNow,
} from '#client/facilitation/selectors.ts'
import { hasCheckedIn } from '#shared/facilitation/check-in.ts'
import { unansweredRules } from '#shared/facilitation/ground-rules.ts'
import type { Person } from '#shared/facilitation/people.ts'
import type { Me } from '#shared/facilitation/protocol.ts'
import { runningSession } from '#shared/facilitation/sessions.ts'
import type { Workshop } from '#shared/facilitation/workshop.ts'
import type { PersonId } from '#shared/ids.ts'

export type Progress = {
  done: number
  all: number
  departments: { mark: DepartmentMark | null; done: number; members: readonly Person[] }[]
}

export function checkInProgress(
  { people, checkIn, info }: Pick<Workshop, 'people' | 'checkIn' | 'info'>,
  present: readonly PersonId[],
): Progress {
  const group = groupOf(people, checkIn, present)
  const count = (members: readonly Person[]) =>
    members.filter(({ personId }) => hasCheckedIn(checkIn, personId)).length
  const departments = byDepartment(group, info.departments).map(({ mark, members }) => ({
    mark,
    members,
    done: count(members),
  }))
  return { done: count(group), all: group.length, departments }
}

/** Has said to every rule whether it holds, and that they are in; not asked any more. */
export const hasAnswered = ({ checkIn }: Workshop, personId: PersonId): boolean =>
  unansweredRules(checkIn, personId).length === 0 && checkIn.commitments[personId] !== undefined

/** After the session's end there is nothing left to keep rules in, until the next one is prepared. */
export const isAfterwards = ({ agenda, sessions }: Workshop): boolean =>
  agenda.endedAt !== null && !runningSession(sessions)

/**
 * Rules that wait for this person although the group is past its check-in: somebody came late, or a rule has been changed.
 * None while the check-in is running or still to come, nor afterwards.
 */
export function lateRules(workshop: Workshop, me: Me | null): { count: number; isChange: boolean } | null {
  const { agenda, checkIn } = workshop
  if (!me || me.role === 'observer' || agenda.startedAt === null) return null
  if (isCheckInNow(workshop) || isAfterwards(workshop)) return null
  const count = unansweredRules(checkIn, me.personId).length
  if (count === 0) return null
  const isChange = checkIn.commitments[me.personId] !== undefined
  const checkInAt = agenda.items.findIndex(({ kind }) => kind === 'check-in')
  const current = currentItem(agenda)
  const isAhead = current !== undefined && agenda.items.indexOf(current) < checkInAt
  return isAhead && !isChange ? null : { count, isChange }
}
