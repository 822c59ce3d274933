// Which sessions a report tells of, and what belongs to them.
import type { Results } from '#shared/results/results.ts'
import type { SessionResult } from '#shared/results/session-results.ts'
import type { Trends } from '#shared/results/trends.ts'

/** What belongs to one session; the trend up to then. The board is as it is now. */
export function ofSession(results: Results, number: number): Results {
  return {
    ...results,
    sessions: results.sessions.filter((session) => session.number === number),
    polls: results.polls.filter(({ sessionNumber }) => sessionNumber === number),
    actions: results.actions.filter(({ decidedIn }) => decidedIn === number),
    parkingLot: results.parkingLot.filter(({ sessionNumber }) => sessionNumber === number),
    trends: upTo(results.trends, number),
  }
}

/** Those that have begun; before there is one, those that are prepared. */
export function toldSessions({ sessions }: Results): SessionResult[] {
  const begun = sessions.filter(({ startedAt }) => startedAt !== null)
  return begun.length > 0 ? begun : sessions
}

function upTo({ sessions, attendance, confidence, mood, kept, scores }: Trends, number: number): Trends {
  const told = sessions.filter((one) => one <= number)
  const first = <Value>(values: readonly Value[]): Value[] => values.slice(0, told.length)
  return {
    sessions: told,
    attendance: attendance.map((one) => ({ ...one, people: first(one.people) })),
    confidence: confidence.map((one) => ({ ...one, points: first(one.points) })),
    mood: first(mood),
    kept: first(kept),
    scores: scores.map((one) => ({ ...one, actual: first(one.actual) })),
  }
}
