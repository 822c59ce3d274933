// Raises a hand now and then, speaks when called, and gives the floor back.
import { type Habit, liveliness, type Self } from '#client/simulated/habit.ts'
import { ReadingId } from '#shared/ids.ts'

const speakMs = { min: 8_000, max: 40_000 }
/** What people mostly want to do with the floor. */
const kinds = [
  'contribution',
  'contribution',
  'contribution',
  'question',
  'question',
  'concern',
  'reply',
] as const
/** A queue of more is a crowd that nobody hears. */
const longestQueue = 5

export function speak({ person: { seat, room }, chance, pace, life }: Self): Habit {
  return ({ view: { hands } }) => {
    if (hands.speaking?.personId !== seat.personId) return null
    return async () => {
      await pace.wait(chance.between(speakMs.min, speakMs.max), life)
      const { speaking } = room.store.getState().view.hands
      if (speaking?.personId === seat.personId) await room.send({ type: 'floor.yield' })
    }
  }
}

export function raiseHand({ person: { seat, room }, temperament, chance }: Self): Habit {
  return ({ view: { hands }, item }) => {
    if (item?.kind !== 'discussion' && item?.kind !== 'mapping') return null
    const isUp = hands.queue.some(({ personId }) => personId === seat.personId)
    if (isUp || hands.queue.length >= longestQueue) return null
    const share = liveliness[temperament] * (item.kind === 'discussion' ? 0.6 : 0.15)
    const kind = chance.pick(kinds) ?? 'contribution'
    return chance.is(share) ? () => room.send({ type: 'hand.raise', kind }) : null
  }
}

/** Whoever would rather not speak lets a sentence be read aloud. */
export function askToRead({ person: { room }, words, chance }: Self): Habit {
  return ({ item }) => {
    if (item?.kind !== 'discussion' || !chance.is(0.2)) return null
    const text = words.readAloud()
    if (text === null) return null
    const readingId = ReadingId.parse(crypto.randomUUID().replaceAll('-', ''))
    return () => room.send({ type: 'reading.ask', readingId, text })
  }
}
