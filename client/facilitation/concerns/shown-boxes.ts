// Which concern boxes the panel speaks of: the one of the running item, those on their way, the newest released ones.
import type { Agenda } from '#shared/facilitation/agenda.ts'
import { boxOfRun, type ConcernBox, type Concerns } from '#shared/facilitation/concerns.ts'

/** Each is counted by the own browser, which takes a moment; older ones have been gone through. */
const mostReleased = 3

export function shownBoxes(
  concerns: Concerns,
  agenda: Agenda,
): { open: ConcernBox | null; closing: ConcernBox[]; released: ConcernBox[] } {
  const running = boxOfRun(concerns, agenda)
  return {
    open: running?.poll.state === 'open' ? running : null,
    closing: concerns.filter(({ poll }) => poll.state === 'closing'),
    released: concerns
      .filter(({ poll }) => poll.state === 'closed')
      .slice(-mostReleased)
      .reverse(),
  }
}
