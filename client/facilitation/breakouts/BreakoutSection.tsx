// Group work in the panel: one's own group and its clock; for facilitators all groups, and how they begin and end.
import { useFacilitation, useMe } from '#client/facilitation/use-facilitation.ts'
import { areAtWork, arePrepared } from '#shared/facilitation/breakouts.ts'
import { GroupsAtWork } from './GroupsAtWork.tsx'
import { OwnGroup } from './OwnGroup.tsx'
import { PreparedGroups } from './PreparedGroups.tsx'

export function BreakoutSection() {
  const me = useMe()
  const breakouts = useFacilitation(({ view }) => view.breakouts)
  if (!me) return null
  const isFacilitator = me.role === 'facilitator'
  if (arePrepared(breakouts)) return isFacilitator ? <PreparedGroups breakouts={breakouts} /> : null
  if (!areAtWork(breakouts)) return null
  return isFacilitator ? <GroupsAtWork breakouts={breakouts} /> : <OwnGroup breakouts={breakouts} me={me} />
}
