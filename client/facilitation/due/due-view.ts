// What a session begins with, when there was one before it: the state of its actions, its promises, its expectations.
import { type Action, ActionState, type Day } from '#shared/facilitation/actions.ts'
import { promisesOf, roundAbout, type Totals } from '#shared/facilitation/check-out.ts'
import { runningSession } from '#shared/facilitation/sessions.ts'
import type { Workshop } from '#shared/facilitation/workshop.ts'
import { type ActionEffect, effectOf } from '#shared/results/action-effects.ts'
import { meanOf } from '#shared/results/poll-results.ts'
import type { Results } from '#shared/results/results.ts'

/** From when a next session is prepared until the group leaves its first item. */
export function isDue({ sessions, agenda }: Workshop): boolean {
  const last = sessions.all.at(-1)
  if (!last) return false
  // Between two sessions: once the next one's agenda is there.
  if (!runningSession(sessions)) return last.agenda !== null
  if (last.number < 2) return false
  return agenda.endedAt === null && agenda.done.length === 0
}

/** What was decided in the session that runs is not due yet. */
export function earlierActions({ actions, sessions }: Workshop): readonly Action[] {
  const running = runningSession(sessions)
  return running ? actions.list.filter(({ createdAt }) => createdAt < running.startedAt) : actions.list
}

export type DueAction = { action: Action; isOverdue: boolean; effect: ActionEffect }
export type DueGroup = { state: ActionState; actions: DueAction[] }

/** By state, those that wait for something first. `results` may be older than `actions`; null while they are not there. */
export function dueActions(
  actions: readonly Action[],
  results: Pick<Results, 'actions'> | null,
  today: Day,
): DueGroup[] {
  const told = new Map(results?.actions.map((result) => [result.actionId, result]))
  return ActionState.options.flatMap((state) => {
    const group = actions.filter((action) => action.state === state)
    if (group.length === 0) return []
    const due = group.map((action): DueAction => {
      const result = told.get(action.actionId)
      const before = result?.before ?? (result?.effect.kind === 'measured' ? result.effect.before : null)
      const now = result?.card?.actual ?? null
      return { action, isOverdue: isOverdue(action, today), effect: effectOf(action, { before, now, today }) }
    })
    return [{ state, actions: due }]
  })
}

const isOverdue = ({ due, state }: Action, today: Day) =>
  due !== null && due < today && (state === 'open' || state === 'in-progress')

export type Promises =
  | { kind: 'none' }
  /** There were some, and nobody has been asked about them in a way that could be shown yet. */
  | { kind: 'unasked' }
  | { kind: 'too-few' }
  | { kind: 'kept'; totals: Totals }

/**
 * As they were left; none while `results` are not there, for they say whether anybody was asked. What the beginning of this
 * session asks about them is told by the check-out.
 */
export function duePromises(workshop: Workshop, results: Pick<Results, 'sessions'> | null): Promises {
  if (!results) return { kind: 'none' }
  const isRunning = runningSession(workshop.sessions) !== null
  if (isRunning && roundAbout(workshop.checkOut, 'earlier')) return { kind: 'none' }
  const last = lastOver(results)
  if (last?.commitments.kept) return { kind: 'kept', totals: last.commitments.kept }
  if (last?.commitments.keptIsSuppressed) return { kind: 'too-few' }
  const promised = Object.keys(promisesOf(workshop.checkIn, isRunning ? 'earlier' : 'session')).length
  return promised > 0 || (last?.commitments.promises.length ?? 0) > 0 ? { kind: 'unasked' } : { kind: 'none' }
}

export type Expectation = {
  question: string
  before: number | null
  after: number | null
  isSuppressed: boolean
}

/** Questions on a scale that were asked in secret at the start or the end of the last session. */
export function dueExpectations(results: Pick<Results, 'sessions' | 'polls'>): Expectation[] {
  const number = lastOver(results)?.number
  const asked = results.polls.filter(
    ({ anonymous, asks, phase, sessionNumber, outcome }) =>
      anonymous &&
      asks.kind === 'scale' &&
      phase !== 'during' &&
      sessionNumber === number &&
      (outcome.kind === 'counted' || outcome.kind === 'suppressed'),
  )
  return [...new Set(asked.map(({ questionKey }) => questionKey))].map((questionKey) => {
    const same = asked.filter((poll) => poll.questionKey === questionKey)
    const mean = (phase: 'start' | 'end') => {
      const poll = same.findLast((one) => one.phase === phase)
      return poll ? meanOf(poll) : null
    }
    return {
      question: same.at(-1)?.question ?? '',
      before: mean('start'),
      after: mean('end'),
      isSuppressed: same.some(({ outcome }) => outcome.kind === 'suppressed'),
    }
  })
}

const lastOver = (results: Pick<Results, 'sessions'>) =>
  results.sessions.findLast(({ endedAt }) => endedAt !== null)
