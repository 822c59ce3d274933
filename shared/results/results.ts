// The results of a workshop as one document: what `GET /api/workshops/:id/results.json` answers and every report is made of.
import { z } from 'zod'
import { WorkshopId } from '#shared/ids.ts'
import { Language } from '#shared/language.ts'
import { ActionResult } from './action-results.ts'
import { MapResult, NoteResult } from './map-results.ts'
import { ParkedTopic } from './parked-topics.ts'
import { PollResult } from './poll-results.ts'
import { SectionId } from './report.ts'
import { SessionResult } from './session-results.ts'
import { Trends } from './trends.ts'
import { DepartmentRef, Time } from './values.ts'

export const Results = z.object({
  version: z.literal(2),
  /** The moment these results describe. */
  asOf: Time,
  workshop: z.object({
    id: WorkshopId,
    title: z.string(),
    language: Language,
    createdAt: Time,
    departments: z.array(DepartmentRef),
    /** Fewest people whose secret answers are shown. */
    minimumGroup: z.number().int(),
  }),
  /** Oldest first, never empty. The last may be one that has not begun. */
  sessions: z.array(SessionResult).min(1),
  /** When the next session is to start. */
  plannedFor: Time.nullable(),
  maps: z.array(MapResult),
  /** Notes that lie on no map. */
  looseNotes: z.array(NoteResult),
  /** Of all sessions, oldest first. */
  polls: z.array(PollResult),
  /** Of all sessions, in the order that the group gave them. */
  actions: z.array(ActionResult),
  parkingLot: z.array(ParkedTopic),
  trends: Trends,
  /** Sections that are not shared. Who does not facilitate gets nothing of them: what they would hold is empty. */
  leftOut: z.array(SectionId),
})
export type Results = z.infer<typeof Results>
