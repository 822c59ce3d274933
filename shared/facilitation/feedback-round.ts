// The feedback round: each person in turn, in an order that was drawn; one may pass, or come back later.
import { z } from 'zod'
import { accept, type Context, type Decision, refuse } from '#shared/facilitation/decision.ts'
import { eligible, type People } from '#shared/facilitation/people.ts'
import { type DepartmentId, PersonId } from '#shared/ids.ts'
import { line } from '#shared/text.ts'

export const FeedbackCommand = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('feedback.start'),
    title: line(140),
    by: z.enum(['random', 'department']),
    /** How long a turn is meant to be; null for as long as it takes. */
    secondsEach: z.number().int().min(10).max(1800).nullable(),
    /** Everyone who is present, shuffled: the server adds it before it decides. */
    drawn: z.array(PersonId).optional(),
  }),
  /** `personId` is whose turn the sender saw, so that two people pressing "next" at once end one turn. */
  z.object({ type: z.literal('feedback.next'), personId: PersonId }),
  /** By oneself, also before one's turn. */
  z.object({ type: z.literal('feedback.pass') }),
  /** By oneself: to the end of the round. */
  z.object({ type: z.literal('feedback.later') }),
  /** By a facilitator: somebody who is not there. */
  z.object({ type: z.literal('feedback.skip'), personId: PersonId }),
  /** By a facilitator: somebody who came late, to the end. */
  z.object({ type: z.literal('feedback.add'), personId: PersonId }),
  z.object({ type: z.literal('feedback.end') }),
])
export type FeedbackCommand = z.infer<typeof FeedbackCommand>

const Outcome = z.enum(['spoke', 'passed', 'skipped'])
export const FeedbackEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('feedback.started'),
    title: z.string(),
    secondsEach: z.number().nullable(),
    order: z.array(PersonId),
    at: z.number(),
  }),
  /** Leaves the round, whether it was their turn or not. */
  z.object({ type: z.literal('feedback.had-turn'), personId: PersonId, outcome: Outcome }),
  z.object({ type: z.literal('feedback.put-back'), personId: PersonId }),
  z.object({ type: z.literal('feedback.added'), personId: PersonId }),
  z.object({ type: z.literal('feedback.ended'), at: z.number() }),
])
export type FeedbackEvent = z.infer<typeof FeedbackEvent>

export type FeedbackRound = {
  title: string
  secondsEach: number | null
  startedAt: number
  endedAt: number | null
  /** The first has the turn, the second is next. */
  waiting: readonly PersonId[]
  done: readonly { personId: PersonId; outcome: z.infer<typeof Outcome> }[]
}
/** The round under way, or the last one. */
export type Feedback = FeedbackRound | null
export const noFeedback: Feedback = null

export const isUnderWay = (round: Feedback): round is FeedbackRound & { endedAt: null } =>
  round?.endedAt === null

/** Whose turn it is; null when no round is under way. */
export const turnOf = (round: Feedback): PersonId | null =>
  isUnderWay(round) ? (round.waiting[0] ?? null) : null

type FeedbackContext = Context & { people: People; departmentIds: readonly DepartmentId[] }

export function decideFeedback(
  round: Feedback,
  command: FeedbackCommand,
  context: FeedbackContext,
): Decision<FeedbackEvent> {
  const { actor, people } = context
  if (actor.role === 'server' || actor.role === 'observer')
    return refuse('not-allowed', 'Only those who take part in the workshop take part in the round.')
  if (command.type === 'feedback.start') return decideStart(round, command, context)
  if (!isUnderWay(round)) return refuse('already-done', 'No feedback round is under way.')
  switch (command.type) {
    case 'feedback.pass':
      if (!round.waiting.includes(actor.personId))
        return refuse('not-now', 'You are not waiting for a turn in this round.')
      return leave(round, actor.personId, 'passed', context)
    case 'feedback.later':
      if (!round.waiting.includes(actor.personId))
        return refuse('not-now', 'You are not waiting for a turn in this round.')
      if (round.waiting.at(-1) === actor.personId) return refuse('not-now', 'You are the last one already.')
      return accept({ type: 'feedback.put-back', personId: actor.personId })
    case 'feedback.next':
      if (actor.role !== 'facilitator' && actor.personId !== command.personId)
        return refuse('not-allowed', 'Only the speaker or a facilitator ends a turn.')
      if (turnOf(round) !== command.personId) return refuse('already-done', 'That turn is over already.')
      return leave(round, command.personId, 'spoke', context)
    default:
      if (actor.role !== 'facilitator')
        return refuse('not-allowed', 'Only a facilitator changes who is in the round.')
  }
  switch (command.type) {
    case 'feedback.skip':
      if (!round.waiting.includes(command.personId))
        return refuse('already-done', 'This person is not waiting for a turn any more.')
      return leave(round, command.personId, 'skipped', context)
    case 'feedback.add': {
      const role = people[command.personId]?.role
      if (!role || role === 'observer') return refuse('not-found', 'There is nobody to add under that id.')
      if (round.waiting.includes(command.personId))
        return refuse('already-done', 'This person is in the round already.')
      return accept({ type: 'feedback.added', personId: command.personId })
    }
    case 'feedback.end':
      return accept({ type: 'feedback.ended', at: context.now })
  }
}

function decideStart(
  round: Feedback,
  command: Extract<FeedbackCommand, { type: 'feedback.start' }>,
  { actor, people, departmentIds, now }: FeedbackContext,
): Decision<FeedbackEvent> {
  if (actor.role !== 'facilitator')
    return refuse('not-allowed', 'Only a facilitator starts a feedback round.')
  if (isUnderWay(round)) return refuse('not-now', 'A feedback round is under way; end it first.')
  const { drawn, title, secondsEach, by } = command
  if (!drawn) return refuse('server-only', 'The round begins when the server has drawn the order.')
  const takesPart = new Set(eligible(people, drawn))
  const order = [...new Set(drawn)].filter((personId) => takesPart.has(personId))
  if (order.length === 0) return refuse('not-now', 'No participant is here; wait until somebody has come.')
  if (by === 'department') {
    const places = new Map<DepartmentId | null, number>(departmentIds.map((id, place) => [id, place]))
    const placeOf = (personId: PersonId) =>
      places.get(people[personId]?.departmentId ?? null) ?? departmentIds.length
    // The sort is stable: within a department the order stays the one that was drawn.
    order.sort((a, b) => placeOf(a) - placeOf(b))
  }
  return accept({ type: 'feedback.started', title, secondsEach, order, at: now })
}

/** Whoever is the last to leave ends the round. */
function leave(
  round: FeedbackRound,
  personId: PersonId,
  outcome: z.infer<typeof Outcome>,
  { now }: Context,
): Decision<FeedbackEvent> {
  const left: FeedbackEvent = { type: 'feedback.had-turn', personId, outcome }
  return round.waiting.length > 1
    ? accept<FeedbackEvent>(left)
    : accept<FeedbackEvent>(left, { type: 'feedback.ended', at: now })
}

export function applyFeedback(round: Feedback, event: FeedbackEvent): Feedback {
  if (event.type === 'feedback.started') {
    const { title, secondsEach, order, at } = event
    return { title, secondsEach, startedAt: at, endedAt: null, waiting: order, done: [] }
  }
  if (!round) return round
  if (event.type === 'feedback.ended') return { ...round, endedAt: event.at }
  const { personId } = event
  const others = round.waiting.filter((id) => id !== personId)
  switch (event.type) {
    case 'feedback.had-turn':
      return { ...round, waiting: others, done: [...round.done, { personId, outcome: event.outcome }] }
    case 'feedback.put-back':
      return { ...round, waiting: [...others, personId] }
    case 'feedback.added': {
      // Whoever passed or was skipped and comes in after all has not had their turn.
      const done = round.done.filter((one) => one.personId !== personId)
      return { ...round, done, waiting: [...others, personId] }
    }
  }
}
