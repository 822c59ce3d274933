// What is said aloud about the parking lot: that there is a new topic, and that one is settled.
import type { Workshop } from '#shared/facilitation/workshop.ts'
import type { PersonId } from '#shared/ids.ts'

export type TopicAnnouncement = { what: 'topicParked' | 'topicSettled'; topic: string }

/** Whoever has just parked one knows it. */
export function aboutTopics(
  { parkingLot: before }: Workshop,
  { parkingLot: after }: Workshop,
  me: PersonId,
): TopicAnnouncement[] {
  if (before.topics === after.topics) return []
  return after.topics.flatMap(({ topicId, text, authorId, settledAt }): TopicAnnouncement[] => {
    const was = before.topics.find((one) => one.topicId === topicId)
    if (!was) return authorId === me ? [] : [{ what: 'topicParked', topic: text }]
    return was.settledAt === null && settledAt !== null ? [{ what: 'topicSettled', topic: text }] : []
  })
}
