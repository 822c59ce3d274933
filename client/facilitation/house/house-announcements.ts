// What is said aloud about who leads and about groups.

import { areAtWork, groupOf } from '#shared/facilitation/breakouts.ts'
import { isVacant } from '#shared/facilitation/chair.ts'
import type { Workshop } from '#shared/facilitation/workshop.ts'
import type { PersonId } from '#shared/ids.ts'

export type HouseAnnouncement =
  | { what: 'leadGone' | 'leadBack' | 'promoted' | 'demoted' | 'knocked' | 'groupsBack' | 'groupsOver' }
  | { what: 'leads' | 'cameBack'; personId: PersonId }
  | { what: 'group'; title: string }

export function aboutTheHouse(
  before: Workshop,
  after: Workshop,
  me: { personId: PersonId; role: string },
): HouseAnnouncement[] {
  const said: HouseAnnouncement[] = []
  if (isVacant(after.chair) && !isVacant(before.chair)) said.push({ what: 'leadGone' })
  if (before.chair.missingSince !== null && after.chair.missingSince === null) said.push({ what: 'leadBack' })
  if (after.chair.takenBy && after.chair.takenBy !== before.chair.takenBy)
    said.push({ what: 'leads', personId: after.chair.takenBy })
  const was = before.people[me.personId]?.role
  const is = after.people[me.personId]?.role
  if (was === 'participant' && is === 'facilitator') said.push({ what: 'promoted' })
  if (was === 'facilitator' && is === 'participant') said.push({ what: 'demoted' })
  if (me.role === 'facilitator' && after.door.knockedAt !== null && before.door.knockedAt === null)
    said.push({ what: 'knocked' })
  return [...said, ...aboutComingBack(before, after), ...aboutGroups(before, after, me.personId)]
}

function aboutComingBack({ people: before }: Workshop, { people: after }: Workshop): HouseAnnouncement[] {
  return Object.values(after)
    .filter(({ personId, takenUpAt }) => takenUpAt !== before[personId]?.takenUpAt)
    .map(({ personId }) => ({ what: 'cameBack', personId }))
}

function aboutGroups(
  { breakouts: before }: Workshop,
  { breakouts: after }: Workshop,
  me: PersonId,
): HouseAnnouncement[] {
  if (areAtWork(before) && !areAtWork(after)) return [{ what: 'groupsOver' }]
  if (!areAtWork(after)) return []
  if (areAtWork(before) && before.backAt === null && after.backAt !== null) return [{ what: 'groupsBack' }]
  const group = groupOf(after, me)
  const wasIn = areAtWork(before) ? groupOf(before, me) : null
  return group && group.frameId !== wasIn?.frameId ? [{ what: 'group', title: group.title }] : []
}
