// Places dots on cards while dot voting is on: more often where others have put theirs, as groups do.
import type { Habit, Self } from '#client/simulated/habit.ts'
import { dotsLeft } from '#shared/facilitation/dots.ts'
import { ShapeId } from '#shared/ids.ts'

export function placeDots({ person: { seat, room, board }, chance }: Self): Habit {
  return ({ view: { dots } }) => {
    if (!board || !dots || dots.endedAt !== null || dotsLeft(dots, seat.personId) === 0) return null
    const cards = board.shapes().filter(({ type }) => type === 'touchpoint')
    const chosen = cards.filter(({ id }) => id in dots.placed)
    const card = chance.pick(chosen.length > 0 && chance.is(0.6) ? chosen : cards)
    if (!card) return null
    return () => room.send({ type: 'dots.place', shapeId: ShapeId.parse(card.id) })
  }
}
