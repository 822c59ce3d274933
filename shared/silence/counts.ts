// How many notes lie face down: all that anybody learns of another's notes before they are revealed.
import { z } from 'zod'
import { RoundId } from '#shared/ids.ts'

/** A place on a map by the ids of its stage and lane; both null for a note outside every map. */
export const SilentCell = z.object({ stageId: z.string().nullable(), laneId: z.string().nullable() })
export type SilentCell = z.infer<typeof SilentCell>

/**
 * `others` and `cells` leave out one's own, so that nothing can be learned by subtracting them; sent in groups with a
 * random delay, so that a count does not rise as one person lifts the pen.
 */
export const SilentCounts = z.object({
  roundId: RoundId,
  /** One's own among them, as they were when they were counted. */
  all: z.number().int().min(0),
  others: z.number().int().min(0),
  cells: z.array(SilentCell.extend({ count: z.number().int().min(1) })),
})
export type SilentCounts = z.infer<typeof SilentCounts>
