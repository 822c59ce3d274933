// What the benchmark and a process full of people say to each other.
import { z } from 'zod'
import { PollId } from '#shared/ids.ts'

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
  /** Everybody casts a ballot. */
  z.object({ do: z.literal('vote'), pollId: PollId }),
  /** Nobody has anything to do with secret polls any more: one that closes then gets no ballots and no audits. */
  z.object({ do: z.literal('look-away') }),
  /** Again, from the next poll on. */
  z.object({ do: z.literal('look-back') }),
  z.object({ do: z.literal('report') }),
])
export type AudienceOrder = z.infer<typeof AudienceOrder>

/** Moments on the shared clock. */
export const AudienceReport = z.object({
  /** By hand: when it was sent, by whoever lives there. */
  sent: z.record(z.string(), z.number()),
  /** By hand: when it was seen, once for each who lives there. */
  seen: z.record(z.string(), z.array(z.number())),
  /** By secret poll, for each person: when the server's answer with their ballot's token came, and when they could vote. */
  issued: z.record(z.string(), z.array(z.number())),
  ready: z.record(z.string(), z.array(z.number())),
  /** By secret poll: how many ballots the box has acknowledged by now. */
  stored: z.record(z.string(), z.number()),
})
export type AudienceReport = z.infer<typeof AudienceReport>
