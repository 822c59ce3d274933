// When the closing view comes into sight of its own accord.
import { nextItem } from '#client/facilitation/selectors.ts'
import { runningSession } from '#shared/facilitation/sessions.ts'
import type { Workshop } from '#shared/facilitation/workshop.ts'

/** At the last item of a session, after its agenda, and after its end until the next one is prepared. */
export function isEndNear({ agenda, sessions }: Workshop): boolean {
  if (agenda.startedAt === null) return false
  if (!runningSession(sessions)) return sessions.all.length > 0
  return agenda.current === null || (agenda.items.length > 1 && nextItem(agenda) === null)
}
