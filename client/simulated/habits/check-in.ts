// Answers the ground rules one by one, promises something, and says at the end what became of it.
import { type Habit, liveliness, type Self } from '#client/simulated/habit.ts'
import { openRound, promisesOf } from '#shared/facilitation/check-out.ts'
import { unansweredRules } from '#shared/facilitation/ground-rules.ts'

/** Of one: how often somebody cannot say yes to a rule. */
const reservations = 0.03
const readMs = { min: 600, max: 2_500 }

export function checkIn({ person: { seat, room }, words, chance, pace, life }: Self): Habit {
  return ({ view: { checkIn: state } }) => {
    const open = unansweredRules(state, seat.personId)
    const isNew = state.commitments[seat.personId] === undefined
    if (open.length === 0 && !isNew) return null
    return async () => {
      for (const { ruleId } of open) {
        await pace.wait(chance.between(readMs.min, readMs.max), life)
        await room.send(
          chance.is(reservations)
            ? { type: 'rule.decline', ruleId, reason: null }
            : { type: 'rule.accept', ruleId },
        )
      }
      if (isNew) await room.send({ type: 'check-in.promise', promise: words.promise || null })
    }
  }
}

export function checkOut({ person: { seat, room }, temperament, chance }: Self): Habit {
  return ({ view: { checkOut: state, checkIn: promised } }) => {
    const open = openRound(state)
    if (!open || open.round.marks[seat.personId]) return null
    if (!promisesOf(promised, open.round.about)[seat.personId]?.promise) return null
    // Who says little keeps more.
    const kept = 0.7 - liveliness[temperament] * 0.5
    const mark = chance.is(kept) ? 'kept' : chance.is(0.7) ? 'partly' : 'not-kept'
    return () => room.send({ type: 'check-out.mark', round: open.number, mark, sentence: null })
  }
}
