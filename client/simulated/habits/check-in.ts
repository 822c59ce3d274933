// Checks in with a promise; some late, as people are.
import type { Habit, Self } from '#client/simulated/habit.ts'

export function checkIn({ person: { seat, room }, words }: Self): Habit {
  return ({ view: { checkIn: state } }) => {
    if (state.commitments[seat.personId]) return null
    return () => room.send({ type: 'check-in.accept', promise: words.promise || null })
  }
}
