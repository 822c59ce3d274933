// What is read aloud about the parking lot.
import { expect, test } from 'vitest'
import { aboutTopics } from '#client/facilitation/parking/parking-announcements.ts'
import type { Event } from '#shared/facilitation/events.ts'
import { TopicId } from '#shared/ids.ts'
import { cem, dana, fold, noon, opening, type Somebody } from '#tests/shared/facilitation/scene.ts'

const heard = ({ personId }: Somebody, before: Event[], ...events: Event[]) =>
  aboutTopics(fold([...opening, ...before]), fold([...opening, ...before, ...events]), personId)

const topicId = TopicId.parse('a'.repeat(32))
const parked: Event = {
  type: 'topic.parked',
  ...{ topicId, text: 'Preise', authorId: cem.personId, itemId: null, at: noon },
}

test('a parked topic is told to all but its author, and to all that it is settled', () => {
  const settled: Event = { type: 'topic.settled', topicId, at: noon }
  expect(heard(dana, [], parked)).toEqual([{ what: 'topicParked', topic: 'Preise' }])
  expect(heard(cem, [], parked)).toEqual([])
  for (const somebody of [cem, dana])
    expect(heard(somebody, [parked], settled)).toEqual([{ what: 'topicSettled', topic: 'Preise' }])
  expect(heard(dana, [parked], { type: 'topic.changed', topicId, text: 'Tarife' })).toEqual([])
})
