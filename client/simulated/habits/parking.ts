// Parks what leads too far, once in an hour at most.
import { type Habit, liveliness, type Self } from '#client/simulated/habit.ts'
import { TopicId } from '#shared/ids.ts'

/** Of one: how often something leads too far for whoever likes to talk. */
const share = 0.08
/** A parking lot of more is a second agenda. */
const mostParked = 4

export function parkTopic({ person: { seat, room }, temperament, words, chance }: Self): Habit {
  return ({ view: { parkingLot }, item }) => {
    if (item?.kind !== 'discussion' || seat.role === 'observer') return null
    if (parkingLot.topics.length >= mostParked || !chance.is(share * liveliness[temperament])) return null
    const text = words.nextTopic()
    if (text === null || parkingLot.topics.some((topic) => topic.text === text)) return null
    const topicId = TopicId.parse(crypto.randomUUID().replaceAll('-', ''))
    return () => room.send({ type: 'topic.park', topicId, text })
  }
}
