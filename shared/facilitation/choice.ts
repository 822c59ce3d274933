// Drawing lots: the server picks one of the participants who are here, each as likely as any other, and all see who it is.
import { z } from 'zod'
import { accept, type Context, type Decision, refuse } from '#shared/facilitation/decision.ts'
import type { Hands } from '#shared/facilitation/hands.ts'
import { eligible, type People } from '#shared/facilitation/people.ts'
import { PersonId } from '#shared/ids.ts'

export const ChoiceCommand = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('choice.draw'),
    /** Among those who have not spoken yet, as long as there are any. */
    notHeardFirst: z.boolean(),
    /** Everyone who is present, shuffled: the server adds it before it decides. */
    drawn: z.array(PersonId).optional(),
  }),
  z.object({ type: z.literal('choice.clear') }),
])
export type ChoiceCommand = z.infer<typeof ChoiceCommand>

export const ChoiceEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('choice.drawn'), personId: PersonId, at: z.number() }),
  z.object({ type: z.literal('choice.cleared') }),
])
export type ChoiceEvent = z.infer<typeof ChoiceEvent>

/** Whom the lot fell on; null when nobody is shown. */
export type Choice = { personId: PersonId; at: number } | null
export const noChoice: Choice = null

type ChoiceContext = Context & { people: People; hands: Hands }

export function decideChoice(
  choice: Choice,
  command: ChoiceCommand,
  { actor, now, people, hands }: ChoiceContext,
): Decision<ChoiceEvent> {
  if (actor.role !== 'facilitator') return refuse('not-allowed', 'Only a facilitator draws lots.')
  if (command.type === 'choice.clear')
    return choice ? accept({ type: 'choice.cleared' }) : refuse('already-done', 'Nobody is shown any more.')
  if (!command.drawn) return refuse('server-only', 'The server draws the lot.')
  const here = new Set(eligible(people, command.drawn))
  const candidates = [...new Set(command.drawn)].filter((personId) => here.has(personId))
  // Drawn again, somebody else is meant.
  const others = orAll(candidates, (personId) => personId !== choice?.personId)
  const pool = command.notHeardFirst ? orAll(others, (personId) => !wasHeard(hands, personId)) : others
  // The list is shuffled, so its first is as likely to be anybody as anybody else.
  const [personId] = pool
  if (!personId) return refuse('not-now', 'No participant is here; wait until somebody has come.')
  return accept({ type: 'choice.drawn', personId, at: now })
}

export function applyChoice(_choice: Choice, event: ChoiceEvent): Choice {
  return event.type === 'choice.drawn' ? { personId: event.personId, at: event.at } : null
}

/** Has had the floor, or has it now. */
export const wasHeard = ({ spokenMs, speaking }: Hands, personId: PersonId): boolean =>
  (spokenMs[personId] ?? 0) > 0 || speaking?.personId === personId

function orAll<T>(all: readonly T[], isMeant: (one: T) => boolean): readonly T[] {
  const meant = all.filter(isMeant)
  return meant.length > 0 ? meant : all
}
