// What is said aloud about actions: that there is a new one, and that one has become mine or is mine no longer.
import { findAction } from '#shared/facilitation/actions.ts'
import type { Workshop } from '#shared/facilitation/workshop.ts'
import type { PersonId } from '#shared/ids.ts'

export type ActionAnnouncement = {
  what: 'actionAdded' | 'actionYours' | 'actionNotYours' | 'actionDeleted'
  title: string
}

/** Whoever has just written one knows it; all else about it stands in the list, to be read when one likes. */
export function aboutActions(
  { actions: before }: Workshop,
  { actions: after }: Workshop,
  me: PersonId,
): ActionAnnouncement[] {
  if (before.list === after.list) return []
  const isRestored = (actionId: string) => before.deleted.some(({ action }) => action.actionId === actionId)
  const said = after.list.flatMap(({ actionId, ownerId, authorId, title }): ActionAnnouncement[] => {
    const was = findAction(before, actionId)
    const isMine = ownerId === me
    if (was) {
      if ((was.ownerId === me) === isMine) return []
      return [{ what: isMine ? 'actionYours' : 'actionNotYours', title }]
    }
    if (authorId === me && !isRestored(actionId)) return []
    return [{ what: isMine ? 'actionYours' : 'actionAdded', title }]
  })
  const lost = before.list.filter(({ actionId, ownerId }) => ownerId === me && !findAction(after, actionId))
  return [...said, ...lost.map(({ title }): ActionAnnouncement => ({ what: 'actionDeleted', title }))]
}
