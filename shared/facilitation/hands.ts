// The speaking queue: who wants the floor, and who has it.
import { z } from 'zod'
import { accept, type Context, type Decision, refuse } from '#shared/facilitation/decision.ts'
import { PersonId } from '#shared/ids.ts'

export const HandCommand = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hand.raise') }),
  /** Without `personId`: one's own. With it: the facilitator lowers somebody's. */
  z.object({ type: z.literal('hand.lower'), personId: PersonId.optional() }),
  z.object({ type: z.literal('hand.lower-all') }),
  /** Gives the floor; whoever had it is done. */
  z.object({ type: z.literal('hand.call'), personId: PersonId }),
  /** The speaker is done, by their own word or the facilitator's. */
  z.object({ type: z.literal('floor.yield') }),
])
export type HandCommand = z.infer<typeof HandCommand>

export const HandEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hand.raised'), personId: PersonId, at: z.number() }),
  z.object({ type: z.literal('hand.lowered'), personId: PersonId }),
  z.object({ type: z.literal('hand.all-lowered') }),
  z.object({ type: z.literal('hand.called'), personId: PersonId, at: z.number() }),
  z.object({ type: z.literal('floor.yielded'), personId: PersonId, at: z.number() }),
])
export type HandEvent = z.infer<typeof HandEvent>

type Hand = { personId: PersonId; raisedAt: number }
export type Hands = {
  /** In the order of the server's clock; the first is next. */
  queue: readonly Hand[]
  speaking: { personId: PersonId; since: number } | null
  /** Milliseconds each person has had the floor, finished turns only. */
  spokenMs: Readonly<Record<PersonId, number>>
}
export const noHands: Hands = { queue: [], speaking: null, spokenMs: {} }

export function decideHands(
  hands: Hands,
  command: HandCommand,
  { actor, now }: Context,
): Decision<HandEvent> {
  if (actor.role === 'server') return refuse('not-allowed', 'Only people raise and lower hands.')
  if (actor.role === 'observer') return refuse('not-allowed', 'Observers watch; they cannot ask to speak.')
  switch (command.type) {
    case 'hand.raise':
      if (isUp(hands, actor.personId)) return refuse('already-done', 'Your hand is already up.')
      if (hands.speaking?.personId === actor.personId) return refuse('not-now', 'You have the floor already.')
      return accept({ type: 'hand.raised', personId: actor.personId, at: now })
    case 'hand.lower': {
      const personId = command.personId ?? actor.personId
      if (personId !== actor.personId && actor.role !== 'facilitator')
        return refuse('not-allowed', 'Only a facilitator can lower somebody else’s hand.')
      if (!isUp(hands, personId)) return refuse('not-found', 'That hand is no longer up.')
      return accept({ type: 'hand.lowered', personId })
    }
    case 'hand.lower-all':
      if (actor.role !== 'facilitator')
        return refuse('not-allowed', 'Only a facilitator can lower all hands.')
      if (hands.queue.length === 0) return refuse('already-done', 'No hand is up.')
      return accept({ type: 'hand.all-lowered' })
    case 'hand.call': {
      if (actor.role !== 'facilitator') return refuse('not-allowed', 'Only a facilitator can give the floor.')
      if (!isUp(hands, command.personId)) return refuse('not-found', 'That hand is no longer up.')
      const called: HandEvent = { type: 'hand.called', personId: command.personId, at: now }
      return hands.speaking
        ? accept<HandEvent>({ type: 'floor.yielded', personId: hands.speaking.personId, at: now }, called)
        : accept<HandEvent>(called)
    }
    case 'floor.yield':
      if (!hands.speaking) return refuse('already-done', 'Nobody has the floor.')
      if (actor.role !== 'facilitator' && hands.speaking.personId !== actor.personId)
        return refuse('not-allowed', 'Only the speaker or a facilitator can end a turn.')
      return accept({ type: 'floor.yielded', personId: hands.speaking.personId, at: now })
  }
}

export function applyHands(hands: Hands, event: HandEvent): Hands {
  switch (event.type) {
    case 'hand.raised':
      return { ...hands, queue: [...hands.queue, { personId: event.personId, raisedAt: event.at }] }
    case 'hand.lowered':
      return { ...hands, queue: without(hands.queue, event.personId) }
    case 'hand.all-lowered':
      return { ...hands, queue: [] }
    case 'hand.called':
      return {
        ...hands,
        queue: without(hands.queue, event.personId),
        speaking: { personId: event.personId, since: event.at },
      }
    case 'floor.yielded': {
      const since = hands.speaking?.since ?? event.at
      const before = hands.spokenMs[event.personId] ?? 0
      // A clock that was set back must not take away time somebody has spoken.
      const spokenMs = { ...hands.spokenMs, [event.personId]: before + Math.max(0, event.at - since) }
      return { ...hands, speaking: null, spokenMs }
    }
  }
}

/** 1 for whoever is next, null when the hand is not up. */
export function placeInQueue(hands: Hands, personId: PersonId): number | null {
  const index = hands.queue.findIndex((hand) => hand.personId === personId)
  return index < 0 ? null : index + 1
}

const isUp = (hands: Hands, personId: PersonId) => hands.queue.some((hand) => hand.personId === personId)
const without = (queue: readonly Hand[], personId: PersonId) =>
  queue.filter((hand) => hand.personId !== personId)
