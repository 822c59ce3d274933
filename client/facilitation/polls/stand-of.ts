// Where one stands with all ballots of a form: what holds for one that must not be used holds for the whole form.
import type { BallotView } from '#client/facilitation/ballots/ballot-view.ts'

type Status = BallotView['status']
export type Stand = 'could-mark-you' | 'lost-token' | 'not-eligible' | 'answering'

export function standOf(statuses: readonly Status[]): Stand {
  if (statuses.includes('could-mark-you')) return 'could-mark-you'
  if (statuses.every((status) => status === 'lost-token')) return 'lost-token'
  if (statuses.every((status) => status === 'not-eligible' || status === 'closed' || status === 'lost-token'))
    return 'not-eligible'
  return 'answering'
}

export const hasCast = (status: Status | undefined): boolean =>
  status === 'sealed-waiting' || status === 'acknowledged'
