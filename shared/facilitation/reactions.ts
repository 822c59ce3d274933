// Reactions: seen for a moment, by nobody's name, and kept nowhere. Not part of the workshop's events.
import { z } from 'zod'

export const Reaction = z.enum(['yes', 'applause', 'heart', 'laugh', 'surprise', 'slower', 'louder'])
export type Reaction = z.infer<typeof Reaction>

/** How many of each there were in the last moment. */
export type ReactionCounts = Partial<Record<Reaction, number>>
