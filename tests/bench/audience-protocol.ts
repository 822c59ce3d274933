// What the benchmark and a process full of people say to each other.
import { z } from 'zod'

export const AudienceJob = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('people'),
    link: z.string(),
    count: z.number(),
    seed: z.number(),
    withBoard: z.boolean(),
  }),
  z.object({ kind: z.literal('relay'), url: z.string(), count: z.number() }),
])
export type AudienceJob = z.infer<typeof AudienceJob>

export const AudienceOrder = z.discriminatedUnion('do', [
  z.object({ do: z.literal('raise'), who: z.number() }),
  z.object({ do: z.literal('lower'), who: z.number() }),
  /** Everybody casts a ballot in the poll that is open. */
  z.object({ do: z.literal('vote') }),
  z.object({ do: z.literal('report') }),
])
export type AudienceOrder = z.infer<typeof AudienceOrder>

/** Moments on the shared clock. */
export const AudienceReport = z.object({
  /** By hand: when it was sent, by whoever lives there. */
  sent: z.record(z.string(), z.number()),
  /** By hand: when it was seen, once for each who lives there. */
  seen: z.record(z.string(), z.array(z.number())),
  /** For each person: when the server's answer with their ballot's token came, and when they could vote. */
  issued: z.array(z.number()),
  ready: z.array(z.number()),
  /** How many ballots the box has acknowledged by now. */
  stored: z.number(),
})
export type AudienceReport = z.infer<typeof AudienceReport>
