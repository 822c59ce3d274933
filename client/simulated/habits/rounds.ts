// Has a turn in the feedback round, or passes; says when asked whether one is ready.
import type { Habit, Self } from '#client/simulated/habit.ts'
import { turnOf } from '#shared/facilitation/feedback-round.ts'
import { isAsking } from '#shared/facilitation/ready.ts'

const turnMs = { min: 6_000, max: 25_000 }

export function takeTurn({ person: { seat, room }, temperament, chance, pace, life }: Self): Habit {
  return ({ view: { feedback } }) => {
    if (turnOf(feedback) !== seat.personId) return null
    if (chance.is(temperament === 'silent' ? 0.6 : 0.08)) return () => room.send({ type: 'feedback.pass' })
    return async () => {
      await pace.wait(chance.between(turnMs.min, turnMs.max), life)
      if (turnOf(room.store.getState().view.feedback) === seat.personId)
        await room.send({ type: 'feedback.next', personId: seat.personId })
    }
  }
}

export function sayReady({ person: { seat, room }, chance }: Self): Habit {
  return ({ view: { ready } }) => {
    if (!isAsking(ready) || ready.personIds.includes(seat.personId) || !chance.is(0.5)) return null
    return () => room.send({ type: 'ready.mark' })
  }
}
