// Counting dots as they are shown: on a card, and what is left for one person. The server counts for itself.
import type { DotRound } from '#client/board/together/together.ts'
import type { PersonId } from '#shared/ids.ts'

export function leftOf({ perPerson, placed }: DotRound, me: PersonId): number {
  const used = Object.values(placed).reduce((sum, card) => sum + (card[me] ?? 0), 0)
  return Math.max(0, perPerson - used)
}

export type CardDots = {
  total: number
  mine: number
  canPlace: boolean
  canTakeBack: boolean
  /** Most dots first. */
  by: { personId: PersonId; count: number }[]
}

export function dotsOf(
  round: DotRound,
  shapeId: string,
  me: { personId: PersonId; mayVote: boolean },
): CardDots {
  const card = round.placed[shapeId] ?? {}
  const by = Object.entries(card)
    .map(([personId, count]) => ({ personId: personId as PersonId, count })) // the keys of this record
    .sort((one, other) => other.count - one.count || (one.personId < other.personId ? -1 : 1))
  const mine = card[me.personId] ?? 0
  const isMyTurn = round.isOpen && me.mayVote
  return {
    total: by.reduce((sum, { count }) => sum + count, 0),
    mine,
    canPlace: isMyTurn && mine < round.perCard && leftOf(round, me.personId) > 0,
    canTakeBack: isMyTurn && mine > 0,
    by,
  }
}
