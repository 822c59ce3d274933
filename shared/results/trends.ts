// What changes from session to session: figures side by side, a gap where one has none. Worth a look from the second session on.
import { z } from 'zod'
import type { Department } from '#shared/access/api.ts'
import { Scale } from '#shared/facilitation/questions.ts'
import { Kept } from './commitment-results.ts'
import { isComparable } from './comparisons.ts'
import type { KeptBoards } from './kept-boards.ts'
import type { MapResult } from './map-results.ts'
import { isPulse, type MoodPulse } from './mood.ts'
import { meanOf, type PollResult, scaleOf } from './poll-results.ts'
import type { SessionResult } from './session-results.ts'
import { Count, DepartmentRef, Score, SessionNumber } from './values.ts'

const Mean = z.number()

/** Every series has one place for each number in `sessions`. */
export const Trends = z.object({
  /** Those that have begun, oldest first. */
  sessions: z.array(SessionNumber),
  attendance: z.array(z.object({ department: DepartmentRef, people: z.array(Count) })),
  /** Means of secret polls on a scale, asked at the start and at the end of sessions. */
  confidence: z.array(
    z.object({
      question: z.string(),
      questionKey: z.string(),
      scale: Scale,
      points: z.array(z.object({ before: Mean.nullable(), after: Mean.nullable() })),
    }),
  ),
  /** Over all pulses of a session that could be shown. */
  mood: z.array(z.object({ mean: Mean, answers: Count }).nullable()),
  kept: z.array(Kept.nullable()),
  /** Of touchpoints that stand on the board: as they were at the end of each session, and at the last place as they are now. */
  scores: z.array(
    z.object({
      touchpointId: z.string(),
      title: z.string(),
      target: Score.nullable(),
      actual: z.array(Score.nullable()),
    }),
  ),
})
export type Trends = z.infer<typeof Trends>

/** How far a score has gone up or down over the sessions; null where there are not two to compare. */
export function movedBy({ actual }: Trends['scores'][number]): number | null {
  const known = actual.filter((value) => value !== null)
  return known.length < 2 ? null : Math.max(...known) - Math.min(...known)
}

type TrendSources = {
  /** All of them; only those that have begun are told of. */
  sessions: readonly SessionResult[]
  polls: readonly PollResult[]
  maps: readonly MapResult[]
  departments: readonly Department[]
  boards: KeptBoards
}

export function trendsOf({ sessions, polls, maps, departments, boards }: TrendSources): Trends {
  const begun = sessions.filter(({ startedAt }) => startedAt !== null)
  const numbers = begun.map(({ number }) => number)
  return {
    sessions: numbers,
    attendance: departments.map((department) => ({
      department,
      people: begun.map(
        ({ attendance }) =>
          attendance.byDepartment.find((one) => one.department.departmentId === department.departmentId)
            ?.people ?? 0,
      ),
    })),
    confidence: confidenceOf(numbers, polls),
    mood: begun.map(({ mood }) => moodOf(mood)),
    kept: begun.map(({ commitments }) => commitments.kept),
    scores: scoresOf(numbers, maps, boards),
  }
}

/** Of each question as it was asked last: earlier polls on another scale say nothing about it. */
function confidenceOf(numbers: readonly number[], polls: readonly PollResult[]): Trends['confidence'] {
  const asked = polls.filter(
    (poll) => poll.anonymous && poll.phase !== 'during' && meanOf(poll) !== null && !isPulse(poll),
  )
  return [...new Set(asked.map(({ questionKey }) => questionKey))].flatMap((questionKey) => {
    const same = asked.filter((poll) => poll.questionKey === questionKey)
    const last = same.at(-1)
    if (last?.asks.kind !== 'scale') return []
    const mean = (sessionNumber: number, phase: PollResult['phase']) => {
      const poll = same.findLast((one) => one.sessionNumber === sessionNumber && one.phase === phase)
      return poll && isComparable(poll.asks, last.asks) ? meanOf(poll) : null
    }
    const points = numbers.map((number) => ({ before: mean(number, 'start'), after: mean(number, 'end') }))
    return [{ question: last.question, questionKey, scale: scaleOf(last.asks), points }]
  })
}

/** Every answer counts the same, however many there were to each pulse. */
function moodOf(pulses: readonly MoodPulse[]): Trends['mood'][number] {
  let [sum, answers] = [0, 0]
  for (const pulse of pulses) {
    if (pulse.mean === null || pulse.answers === null) continue
    sum += pulse.mean * pulse.answers
    answers += pulse.answers
  }
  return answers === 0 ? null : { mean: sum / answers, answers }
}

/** Touchpoints that have never been scored have no line. */
const scoresOf = (
  numbers: readonly number[],
  maps: readonly MapResult[],
  boards: KeptBoards,
): Trends['scores'] =>
  maps
    .flatMap(({ touchpoints }) => touchpoints)
    .map(({ id, title, target, actual: now }) => ({
      touchpointId: id,
      title,
      target,
      actual: numbers.map((number, place) =>
        place === numbers.length - 1 ? now : (boards.get(number)?.get(id)?.actual ?? null),
      ),
    }))
    .filter(({ actual }) => actual.some((score) => score !== null))
