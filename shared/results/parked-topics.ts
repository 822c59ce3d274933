// The parking lot in the results: what was put aside, at which item of which session, and whether it has been settled since.
import { z } from 'zod'
import type { Workshop } from '#shared/facilitation/workshop.ts'
import { sessionNumberAt } from './sittings.ts'
import { SessionNumber } from './values.ts'

/** A topic that came up and was put aside. */
export const ParkedTopic = z.object({
  topic: z.string(),
  itemTitle: z.string().nullable(),
  sessionNumber: SessionNumber,
  settled: z.boolean(),
})
export type ParkedTopic = z.infer<typeof ParkedTopic>

export function parkedTopics({
  parkingLot,
  agenda,
  sessions,
}: Pick<Workshop, 'parkingLot' | 'agenda' | 'sessions'>): ParkedTopic[] {
  const items = [...sessions.all.flatMap((session) => session.agenda?.items ?? []), ...agenda.items]
  const titles = new Map(items.map(({ itemId, title }) => [itemId, title]))
  return parkingLot.topics.map(({ text, itemId, at, settledAt }) => ({
    topic: text,
    itemTitle: (itemId && titles.get(itemId)) ?? null,
    sessionNumber: sessionNumberAt(sessions, at),
    settled: settledAt !== null,
  }))
}
