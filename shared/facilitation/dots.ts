// Dot voting: everybody has a few dots to put on cards. It is not anonymous: who placed what is there for all to see.
import { z } from 'zod'
import { accept, type Context, type Decision, refuse } from '#shared/facilitation/decision.ts'
import { PersonId, ShapeId } from '#shared/ids.ts'

/** Dots that can still be counted at a glance. */
export const mostDots = 20

export const DotsCommand = z.discriminatedUnion('type', [
  /** Begins a round; the results of the one before go. */
  z.object({
    type: z.literal('dots.start'),
    perPerson: z.number().int().min(1).max(mostDots),
    /** How many of them one person may put on one card. */
    perCard: z.number().int().min(1).max(mostDots),
  }),
  z.object({ type: z.literal('dots.place'), shapeId: ShapeId }),
  z.object({ type: z.literal('dots.take-back'), shapeId: ShapeId }),
  z.object({ type: z.literal('dots.end') }),
  /** Takes the results off the cards. */
  z.object({ type: z.literal('dots.clear') }),
])
export type DotsCommand = z.infer<typeof DotsCommand>

export const DotsEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('dots.started'), perPerson: z.number(), perCard: z.number(), at: z.number() }),
  z.object({ type: z.literal('dots.placed'), personId: PersonId, shapeId: ShapeId }),
  z.object({ type: z.literal('dots.taken-back'), personId: PersonId, shapeId: ShapeId }),
  z.object({ type: z.literal('dots.ended'), at: z.number() }),
  z.object({ type: z.literal('dots.cleared') }),
])
export type DotsEvent = z.infer<typeof DotsEvent>

export type DotRound = {
  perPerson: number
  perCard: number
  startedAt: number
  /** Null while dots can be placed. */
  endedAt: number | null
  /** Cards that have dots, with how many each person put there; a card that is gone keeps them. */
  placed: Readonly<Record<ShapeId, CardDots>>
}
/** Never zero: who has no dot there is not named. */
type CardDots = Readonly<Record<PersonId, number>>

/** The round under way, or the last one until its results are cleared. */
export type Dots = DotRound | null
export const noDots: Dots = null

export function decideDots(dots: Dots, command: DotsCommand, context: Context): Decision<DotsEvent> {
  const { actor, now } = context
  switch (command.type) {
    case 'dots.place':
    case 'dots.take-back':
      return decideOwnDot(dots, command, context)
    case 'dots.start':
      if (actor.role !== 'facilitator') return refuse('not-allowed', 'Only a facilitator starts dot voting.')
      if (dots && dots.endedAt === null)
        return refuse('not-now', 'Dot voting is already under way; end it first.')
      return accept({
        type: 'dots.started',
        perPerson: command.perPerson,
        perCard: Math.min(command.perCard, command.perPerson),
        at: now,
      })
    case 'dots.end':
      if (actor.role !== 'facilitator') return refuse('not-allowed', 'Only a facilitator ends dot voting.')
      if (dots?.endedAt !== null) return refuse('already-done', 'No dot voting is under way.')
      return accept({ type: 'dots.ended', at: now })
    case 'dots.clear':
      if (actor.role !== 'facilitator') return refuse('not-allowed', 'Only a facilitator removes the dots.')
      if (!dots) return refuse('already-done', 'There are no dots on the board.')
      if (dots.endedAt === null) return refuse('not-now', 'Dot voting is under way; end it first.')
      return accept({ type: 'dots.cleared' })
  }
}

function decideOwnDot(
  dots: Dots,
  { type, shapeId }: Extract<DotsCommand, { shapeId: ShapeId }>,
  { actor }: Context,
): Decision<DotsEvent> {
  if (actor.role === 'server') return refuse('not-allowed', 'Only people place dots.')
  if (actor.role === 'observer') return refuse('not-allowed', 'Observers watch; they place no dots.')
  if (dots?.endedAt !== null) return refuse('not-now', 'No dot voting is under way.')
  const { personId } = actor
  const onCard = dotsOn(dots, shapeId)[personId] ?? 0
  if (type === 'dots.take-back')
    return onCard > 0
      ? accept({ type: 'dots.taken-back', personId, shapeId })
      : refuse('already-done', 'You have no dot on this card.')
  if (dotsLeft(dots, personId) === 0)
    return refuse('not-now', 'All your dots are placed; take one back first.')
  if (onCard >= dots.perCard)
    return refuse('not-now', 'You have as many dots on this card as one person may place there.')
  return accept({ type: 'dots.placed', personId, shapeId })
}

export function applyDots(dots: Dots, event: DotsEvent): Dots {
  switch (event.type) {
    case 'dots.started': {
      const { perPerson, perCard, at } = event
      return { perPerson, perCard, startedAt: at, endedAt: null, placed: {} }
    }
    case 'dots.placed':
      return dots && changed(dots, event, 1)
    case 'dots.taken-back':
      return dots && changed(dots, event, -1)
    case 'dots.ended':
      return dots && { ...dots, endedAt: event.at }
    case 'dots.cleared':
      return null
  }
}

function changed(
  round: DotRound,
  { personId, shapeId }: { personId: PersonId; shapeId: ShapeId },
  by: 1 | -1,
): DotRound {
  const { [personId]: before = 0, ...others } = dotsOn(round, shapeId)
  const after = before + by
  const card: CardDots = after > 0 ? { ...others, [personId]: after } : others
  const { [shapeId]: _, ...rest } = round.placed
  return { ...round, placed: Object.keys(card).length > 0 ? { ...rest, [shapeId]: card } : rest }
}

/** Who has how many dots on one card. */
const dotsOn = (round: DotRound, shapeId: ShapeId): CardDots => round.placed[shapeId] ?? {}

/** How many dots a person has yet to place. */
export function dotsLeft(round: DotRound, personId: PersonId): number {
  const used = Object.values(round.placed).reduce((sum, card) => sum + (card[personId] ?? 0), 0)
  return Math.max(0, round.perPerson - used)
}
