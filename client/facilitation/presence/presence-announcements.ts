// What is said aloud about presence: that I am back, and to facilitators that somebody whose turn is near has gone.
import type { RoomState } from '#client/facilitation/room-store.ts'
import { turnOf } from '#shared/facilitation/feedback-round.ts'
import type { PersonId } from '#shared/ids.ts'

export type PresenceAnnouncement =
  | { what: 'backYou' | 'awayYou' }
  | { what: 'away-back-soon' | 'away-other-meeting' | 'away-lost' | 'backAgain'; personId: PersonId }

type Seen = Pick<RoomState, 'states' | 'confirmed'>

/** Of two hundred people, those matter whom the group is waiting for or will be soon. */
export function aboutPresence(
  { states: before }: Seen,
  { states: after, confirmed }: Seen,
  me: { personId: PersonId; role: string },
): PresenceAnnouncement[] {
  if (before === after) return []
  const said: PresenceAnnouncement[] = []
  const [was, is] = [before[me.personId], after[me.personId]]
  if (is && is !== 'lost' && was !== is) said.push({ what: 'awayYou' })
  if (was && was !== 'lost' && !is) said.push({ what: 'backYou' })
  if (me.role !== 'facilitator') return said
  const { hands, feedback } = confirmed
  const near = new Set([
    hands.speaking?.personId,
    turnOf(feedback),
    ...hands.queue.map((one) => one.personId),
  ])
  for (const personId of near) {
    if (!personId || personId === me.personId || before[personId] === after[personId]) continue
    const state = after[personId]
    said.push({ what: state ? `away-${state}` : 'backAgain', personId })
  }
  return said
}
