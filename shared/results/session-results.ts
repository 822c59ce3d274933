// One session in the results: its agenda, who was there, what was said in secret, and what was promised.
import { z } from 'zod'
import type { Department } from '#shared/access/api.ts'
import type { PersonId } from '#shared/ids.ts'
import { AgendaResult, agendaResult } from './agenda-results.ts'
import { Attendance, attendanceOf, isInRoom } from './attendance.ts'
import { CommitmentsResult, commitmentsResult } from './commitment-results.ts'
import { BeforeAndAfter, Comparison, comparisonsOf, pairPolls } from './comparisons.ts'
import { ConcernResult } from './concern-results.ts'
import type { KeptTouchpoints } from './kept-boards.ts'
import { MoodPulse, moodPulses } from './mood.ts'
import type { PollResult } from './poll-results.ts'
import { silosOf } from './silos.ts'
import type { Sitting } from './sittings.ts'
import { SpeakingOutcome, SpeakingShare, speakingOutcome, speakingShares } from './speaking-shares.ts'
import { DepartmentRef, type FindDepartment, isoOrNull, SessionNumber, Time } from './values.ts'

export const SessionResult = z.object({
  number: SessionNumber,
  /** Null: it has been prepared and not begun. */
  startedAt: Time.nullable(),
  endedAt: Time.nullable(),
  agenda: AgendaResult,
  /** At any time of it; before it begins, who has joined the workshop. */
  attendance: Attendance,
  /** Departments that own touchpoints and had nobody in the room, by the board of the time. */
  silos: z.array(DepartmentRef),
  /** Largest share of time first; `speaking` says why there are none. */
  speakingShares: z.array(SpeakingShare),
  speaking: SpeakingOutcome,
  /** Questions on a scale, asked at the start and at the end of this session. */
  comparisons: z.array(Comparison),
  /** Of all kinds, those in `comparisons` among them. */
  beforeAndAfter: z.array(BeforeAndAfter),
  /** Oldest first. */
  mood: z.array(MoodPulse),
  commitments: CommitmentsResult,
  /** Oldest first; agenda items about which nobody was asked have none. */
  concerns: z.array(ConcernResult),
})
export type SessionResult = z.infer<typeof SessionResult>

export type SessionSources = {
  /** Of this session. */
  polls: readonly PollResult[]
  concerns: ConcernResult[]
  departments: readonly Department[]
  /** As they were at its end, or are now; empty where that is not known. */
  touchpoints: KeptTouchpoints
  names: Readonly<Record<PersonId, string>>
  departmentOf: FindDepartment
  now: number
}

export function sessionResult(
  sitting: Sitting,
  { polls, concerns, departments, touchpoints, names, departmentOf, now }: SessionSources,
): SessionResult {
  const { number, startedAt, endedAt, people, spokenMs } = sitting
  const pairs = pairPolls(polls)
  const attendance = attendanceOf(people, departments)
  const inRoom = people.filter(isInRoom)
  const shares = speakingShares(inRoom, spokenMs, departments)
  return {
    number,
    startedAt: isoOrNull(startedAt),
    endedAt: isoOrNull(endedAt),
    agenda: agendaResult(sitting.agenda, now),
    attendance,
    silos: silosOf(touchpoints, attendance, departments),
    speakingShares: shares,
    speaking: speakingOutcome(inRoom, spokenMs, { hasBegun: startedAt !== null, shares }),
    comparisons: comparisonsOf(pairs),
    beforeAndAfter: pairs,
    mood: moodPulses(polls),
    commitments: commitmentsResult(sitting, names, departmentOf),
    concerns,
  }
}
