// The floor, where hands, feedback rounds, lots and the agenda meet: one person has it at a time, whoever gave it.
import type { Choice, ChoiceEvent } from '#shared/facilitation/choice.ts'
import { accept, type Context, type Decision, refuse } from '#shared/facilitation/decision.ts'
import {
  applyFeedback,
  decideFeedback,
  type Feedback,
  type FeedbackCommand,
  type FeedbackEvent,
  isUnderWay,
  turnOf,
} from '#shared/facilitation/feedback-round.ts'
import { decideHands, type HandCommand, type HandEvent, type Hands } from '#shared/facilitation/hands.ts'
import type { People } from '#shared/facilitation/people.ts'
import { isAsking, type Ready, type ReadyEvent } from '#shared/facilitation/ready.ts'
import type { DepartmentId } from '#shared/ids.ts'

export type Floor = {
  hands: Hands
  people: People
  feedback: Feedback
  ready: Ready
  choice: Choice
  info: { departments: readonly { departmentId: DepartmentId }[] }
}
export type FloorEvent = HandEvent | FeedbackEvent | ReadyEvent | ChoiceEvent

/** While a feedback round is under way, the floor is the round's to give; and whoever gets it has been chosen. */
export function decideFloor(floor: Floor, command: HandCommand, context: Context): Decision<FloorEvent> {
  const { hands, people, feedback, choice } = floor
  const turn = turnOf(feedback)
  const decision = decideHands(hands, command, { ...context, people })
  if (!decision.ok) return decision
  if (turn && command.type === 'floor.yield')
    return decideFeedbackTurn(floor, { type: 'feedback.next', personId: turn }, context)
  const isCall = decision.events.some(({ type }) => type === 'hand.called')
  if (turn && isCall)
    return refuse('not-now', 'A feedback round is under way and gives everyone their turn; end it first.')
  if (isCall && choice) return accept<FloorEvent>(...decision.events, { type: 'choice.cleared' })
  return decision
}

/** Whoever has the turn in a round has the floor: their time counts, and they are told like anybody who is called. */
export function decideFeedbackTurn(
  { feedback, people, info, hands }: Floor,
  command: FeedbackCommand,
  context: Context,
): Decision<FloorEvent> {
  const departmentIds = info.departments.map(({ departmentId }) => departmentId)
  const decision = decideFeedback(feedback, command, { ...context, people, departmentIds })
  if (!decision.ok) return decision
  const at = context.now
  const next = turnOf(decision.events.reduce(applyFeedback, feedback))
  if (next === turnOf(feedback)) return decision
  const events: FloorEvent[] = [...decision.events]
  if (hands.speaking) events.push({ type: 'floor.yielded', personId: hands.speaking.personId, at })
  if (next) events.push({ type: 'hand.called', personId: next, at })
  return accept(...events)
}

/** What comes next begins with an empty queue, a free floor, and nothing left open. Texts to be read aloud stay. */
export function endOfTurns({ hands, feedback, ready, choice }: Floor, { now: at }: Context): FloorEvent[] {
  const events: FloorEvent[] = []
  if (isUnderWay(feedback)) events.push({ type: 'feedback.ended', at })
  if (hands.speaking) events.push({ type: 'floor.yielded', personId: hands.speaking.personId, at })
  if (hands.queue.length > 0) events.push({ type: 'hand.all-lowered' })
  if (isAsking(ready)) events.push({ type: 'ready.ended', isComplete: false, at })
  if (choice) events.push({ type: 'choice.cleared' })
  return events
}
