// The speaking queue: who wants the floor and what for, who has it, and for how long it is meant to be.
import { z } from 'zod'
import { accept, type Context, type Decision, refuse } from '#shared/facilitation/decision.ts'
import type { People } from '#shared/facilitation/people.ts'
import { HandKind, Priority, type Queue, speakingOrder } from '#shared/facilitation/speaking-order.ts'
import { PersonId } from '#shared/ids.ts'

export const HandCommand = z.discriminatedUnion('type', [
  /** Without a kind it is a contribution. Sent again with another kind, the hand keeps its time. */
  z.object({ type: z.literal('hand.raise'), kind: HandKind.optional() }),
  /** Without `personId`: one's own. With it: the facilitator lowers somebody's. */
  z.object({ type: z.literal('hand.lower'), personId: PersonId.optional() }),
  z.object({ type: z.literal('hand.lower-all') }),
  /** Puts a hand before another one, or at the end. */
  z.object({ type: z.literal('hand.move'), personId: PersonId, before: PersonId.nullable() }),
  /** Puts a hand behind the next one. */
  z.object({ type: z.literal('hand.skip'), personId: PersonId }),
  /** Whom the rule puts first; what was arranged by hand is forgotten. */
  z.object({ type: z.literal('hand.prioritise'), priority: Priority }),
  /** Gives the floor to a hand that is up; whoever had it is done. */
  z.object({ type: z.literal('hand.call'), personId: PersonId }),
  /** Gives the floor to anybody, asked or not. */
  z.object({ type: z.literal('floor.give'), personId: PersonId }),
  /** The speaker is done, by their own word or the facilitator's. */
  z.object({ type: z.literal('floor.yield') }),
  /** How long a turn is meant to be; it is told, not enforced. */
  z.object({ type: z.literal('floor.limit'), seconds: z.number().int().min(10).max(3600).nullable() }),
])
export type HandCommand = z.infer<typeof HandCommand>

export const HandEvent = z.discriminatedUnion('type', [
  /** Without a kind: from a time when there was only one. */
  z.object({
    type: z.literal('hand.raised'),
    personId: PersonId,
    at: z.number(),
    kind: HandKind.optional(),
  }),
  z.object({ type: z.literal('hand.kind-changed'), personId: PersonId, kind: HandKind }),
  z.object({ type: z.literal('hand.lowered'), personId: PersonId }),
  z.object({ type: z.literal('hand.all-lowered') }),
  /** These come first, in this order; hands that are not named follow by the rule. */
  z.object({ type: z.literal('hand.arranged'), order: z.array(PersonId) }),
  z.object({ type: z.literal('hand.prioritised'), priority: Priority }),
  z.object({ type: z.literal('hand.called'), personId: PersonId, at: z.number() }),
  z.object({ type: z.literal('floor.yielded'), personId: PersonId, at: z.number() }),
  z.object({ type: z.literal('floor.limited'), seconds: z.number().nullable() }),
])
export type HandEvent = z.infer<typeof HandEvent>

export type Hands = Queue & {
  speaking: { personId: PersonId; since: number } | null
  /** How long a turn is meant to be; null for as long as it takes. */
  limitSeconds: number | null
}
export const noHands: Hands = {
  queue: [],
  priority: 'time',
  arranged: null,
  speaking: null,
  spokenMs: {},
  limitSeconds: null,
}

type HandContext = Context & { people: People }

export function decideHands(hands: Hands, command: HandCommand, context: HandContext): Decision<HandEvent> {
  const { actor, now } = context
  if (actor.role === 'server') return refuse('not-allowed', 'Only people raise and lower hands.')
  if (actor.role === 'observer') return refuse('not-allowed', 'Observers watch; they cannot ask to speak.')
  switch (command.type) {
    case 'hand.raise':
      if (isUp(hands, actor.personId)) return decideKind(hands, actor.personId, command.kind)
      if (hands.speaking?.personId === actor.personId) return refuse('not-now', 'You have the floor already.')
      return accept({
        type: 'hand.raised',
        personId: actor.personId,
        at: now,
        ...(command.kind && { kind: command.kind }),
      })
    case 'hand.lower': {
      const personId = command.personId ?? actor.personId
      if (personId !== actor.personId && actor.role !== 'facilitator')
        return refuse('not-allowed', 'Only a facilitator can lower somebody else’s hand.')
      if (!isUp(hands, personId)) return refuse('not-found', 'That hand is no longer up.')
      return accept({ type: 'hand.lowered', personId })
    }
    case 'floor.yield':
      if (!hands.speaking) return refuse('already-done', 'Nobody has the floor.')
      if (actor.role !== 'facilitator' && hands.speaking.personId !== actor.personId)
        return refuse('not-allowed', 'Only the speaker or a facilitator can end a turn.')
      return accept({ type: 'floor.yielded', personId: hands.speaking.personId, at: now })
    default:
      if (actor.role !== 'facilitator')
        return refuse('not-allowed', 'Only a facilitator gives the floor and keeps the order.')
      return decideLeading(hands, command, context)
  }
}

function decideKind(hands: Hands, personId: PersonId, kind: HandKind | undefined): Decision<HandEvent> {
  const hand = hands.queue.find((one) => one.personId === personId)
  if (kind === undefined || hand?.kind === kind) return refuse('already-done', 'Your hand is already up.')
  return accept({ type: 'hand.kind-changed', personId, kind })
}

type Leading = Exclude<HandCommand, { type: 'hand.raise' | 'hand.lower' | 'floor.yield' }>

function decideLeading(hands: Hands, command: Leading, { now, people }: HandContext): Decision<HandEvent> {
  switch (command.type) {
    case 'hand.lower-all':
      if (hands.queue.length === 0) return refuse('already-done', 'No hand is up.')
      return accept({ type: 'hand.all-lowered' })
    case 'hand.prioritise':
      if (hands.priority === command.priority && !hands.arranged)
        return refuse('already-done', 'The hands are in this order already.')
      return accept({ type: 'hand.prioritised', priority: command.priority })
    case 'hand.call':
      if (!isUp(hands, command.personId)) return refuse('not-found', 'That hand is no longer up.')
      return give(hands, command.personId, now)
    case 'floor.give': {
      const role = people[command.personId]?.role
      if (!role) return refuse('not-found', 'There is no such person in this workshop.')
      if (role === 'observer') return refuse('not-allowed', 'Observers watch; they do not get the floor.')
      if (hands.speaking?.personId === command.personId)
        return refuse('already-done', 'This person has the floor already.')
      return give(hands, command.personId, now)
    }
    case 'floor.limit':
      if (hands.limitSeconds === command.seconds)
        return refuse('already-done', 'The time for a turn is set like this already.')
      return accept({ type: 'floor.limited', seconds: command.seconds })
    case 'hand.move':
    case 'hand.skip':
      return decideMove(hands, command, people)
  }
}

function give({ speaking }: Hands, personId: PersonId, now: number): Decision<HandEvent> {
  const called: HandEvent = { type: 'hand.called', personId, at: now }
  return speaking
    ? accept<HandEvent>({ type: 'floor.yielded', personId: speaking.personId, at: now }, called)
    : accept<HandEvent>(called)
}

/** Only as far down as something has changed are places fixed: the hands behind keep following the rule. */
function decideMove(
  hands: Hands,
  command: Extract<HandCommand, { type: 'hand.move' | 'hand.skip' }>,
  people: People,
): Decision<HandEvent> {
  const order = speakingOrder(hands, people).map(({ personId }) => personId)
  const from = order.indexOf(command.personId)
  if (from < 0) return refuse('not-found', 'That hand is no longer up.')
  const others = order.filter((personId) => personId !== command.personId)
  const target = command.type === 'hand.skip' ? from + 1 : targetOf(others, command.before)
  if (target < 0) return refuse('not-found', 'The hand to put it before is no longer up.')
  if (command.type === 'hand.skip' && target > others.length)
    return refuse('not-now', 'Nobody is waiting behind this hand.')
  if (target === from) return refuse('already-done', 'The hand is at this place already.')
  const moved = [...others.slice(0, target), command.personId, ...others.slice(target)]
  const fixed = Math.max(from + 1, target + 1, hands.arranged?.length ?? 0)
  return accept({ type: 'hand.arranged', order: moved.slice(0, fixed) })
}

const targetOf = (others: readonly PersonId[], before: PersonId | null): number =>
  before === null ? others.length : others.indexOf(before)

export function applyHands(hands: Hands, event: HandEvent): Hands {
  switch (event.type) {
    case 'hand.raised': {
      const { personId, at, kind = 'contribution' } = event
      return { ...hands, queue: [...hands.queue, { personId, raisedAt: at, kind, overtaken: 0 }] }
    }
    case 'hand.kind-changed': {
      const { personId, kind } = event
      const queue = hands.queue.map((hand) => (hand.personId === personId ? { ...hand, kind } : hand))
      return { ...hands, queue }
    }
    case 'hand.lowered':
      return without(hands, event.personId)
    case 'hand.all-lowered':
      return { ...hands, queue: [], arranged: null }
    case 'hand.arranged':
      return { ...hands, arranged: event.order }
    case 'hand.prioritised':
      return { ...hands, priority: event.priority, arranged: null }
    case 'hand.called': {
      const { personId, at } = event
      return { ...without(overtaking(hands, personId), personId), speaking: { personId, since: at } }
    }
    case 'floor.yielded': {
      const since = hands.speaking?.since ?? event.at
      const before = hands.spokenMs[event.personId] ?? 0
      // A clock that was set back must not take away time somebody has spoken.
      const spokenMs = { ...hands.spokenMs, [event.personId]: before + Math.max(0, event.at - since) }
      return { ...hands, speaking: null, spokenMs }
    }
    case 'floor.limited':
      return { ...hands, limitSeconds: event.seconds }
  }
}

const isUp = (hands: Hands, personId: PersonId) => hands.queue.some((hand) => hand.personId === personId)

/** Whoever asked before the one who is called now has been overtaken once more. */
function overtaking(hands: Hands, personId: PersonId): Hands {
  const place = hands.queue.findIndex((hand) => hand.personId === personId)
  const queue = hands.queue.map((hand, index) =>
    index < place ? { ...hand, overtaken: hand.overtaken + 1 } : hand,
  )
  return { ...hands, queue }
}

function without(hands: Hands, personId: PersonId): Hands {
  const queue = hands.queue.filter((hand) => hand.personId !== personId)
  const arranged = hands.arranged?.filter((id) => id !== personId) ?? []
  return { ...hands, queue, arranged: arranged.length > 0 ? arranged : null }
}
