// What changes from session to session: figures side by side, a gap where one has none. Worth a look from the second session on.
import { z } from 'zod'
import { Scale } from '#shared/facilitation/questions.ts'
import { Kept } from './commitment-results.ts'
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
