// Proposes what the sample has them do, while the group decides on actions: with owner, dates and where it comes from; and says so when
// one has begun with it.
import type { Habit, Self } from '#client/simulated/habit.ts'
import { ActionId, ShapeId } from '#shared/ids.ts'

export function proposeAction({ person: { seat, room, board }, words, chance }: Self): Habit {
  return ({ view: { actions }, item }) => {
    if (item?.kind !== 'actions' || !chance.is(0.3)) return null
    const next = words.actions.find(({ title }) => !actions.list.some((action) => action.title === title))
    if (!next) return null
    return () => {
      const { title, due, feltFrom, touchpoint } = next
      const card = board
        ?.shapes()
        .find((shape) => shape.type === 'touchpoint' && shape.props.title === touchpoint)
      return room.send({
        type: 'action.add',
        actionId: ActionId.parse(crypto.randomUUID().replaceAll('-', '')),
        title,
        ownerId: seat.personId,
        departmentId: seat.departmentId,
        due,
        feltFrom,
        shapeId: card ? ShapeId.parse(card.id) : null,
      })
    }
  }
}

/** Of one: how often somebody begins before everybody has left, so that not every action is merely decided. */
const beginsAtOnce = 0.25

export function beginAction({ person: { seat, room }, chance }: Self): Habit {
  const decided = new Set<ActionId>()
  return ({ view: { actions }, item }) => {
    if (item?.kind !== 'check-out' && item?.kind !== 'feedback-round') return null
    const mine = actions.list.find(
      ({ actionId, ownerId, state }) =>
        ownerId === seat.personId && state === 'open' && !decided.has(actionId),
    )
    if (!mine) return null
    decided.add(mine.actionId)
    if (!chance.is(beginsAtOnce)) return null
    const { actionId } = mine
    return () =>
      room.send({
        type: 'action.change',
        actionId,
        change: { state: 'in-progress' },
        was: { state: 'open' },
      })
  }
}
