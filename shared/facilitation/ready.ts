// The ready check: a facilitator asks, everyone says when they are done, all see how many, only facilitators who not yet.
import { z } from 'zod'
import { accept, type Context, type Decision, refuse } from '#shared/facilitation/decision.ts'
import { PersonId } from '#shared/ids.ts'

const ReadyQuestion = z.enum(['ready', 'done'])
type ReadyQuestion = z.infer<typeof ReadyQuestion>

export const ReadyCommand = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready.ask'), question: ReadyQuestion }),
  z.object({ type: z.literal('ready.mark') }),
  z.object({ type: z.literal('ready.unmark') }),
  z.object({ type: z.literal('ready.end') }),
])
export type ReadyCommand = z.infer<typeof ReadyCommand>

export const ReadyEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready.asked'), question: ReadyQuestion, at: z.number() }),
  /** Without `personId` for everyone but that person and facilitators (redact). */
  z.object({ type: z.literal('ready.marked'), personId: PersonId.optional() }),
  z.object({ type: z.literal('ready.unmarked'), personId: PersonId.optional() }),
  /** `isComplete`: everyone who was there had said so. */
  z.object({ type: z.literal('ready.ended'), isComplete: z.boolean(), at: z.number() }),
])
export type ReadyEvent = z.infer<typeof ReadyEvent>

export type ReadyCheck = {
  question: ReadyQuestion
  askedAt: number
  endedAt: number | null
  isComplete: boolean
  /** How many have said so; `personIds` names as many as the viewer may know. */
  count: number
  personIds: readonly PersonId[]
}
/** The check under way, or the last one. */
export type Ready = ReadyCheck | null
export const noReady: Ready = null

export const isAsking = (check: Ready): check is ReadyCheck & { endedAt: null } => check?.endedAt === null

type ReadyContext = Context & { eligible: readonly PersonId[] }

export function decideReady(
  check: Ready,
  command: ReadyCommand,
  { actor, now, eligible }: ReadyContext,
): Decision<ReadyEvent> {
  switch (command.type) {
    case 'ready.ask':
      if (actor.role !== 'facilitator') return refuse('not-allowed', 'Only a facilitator asks who is ready.')
      if (isAsking(check)) return refuse('already-done', 'The group is being asked already.')
      return accept({ type: 'ready.asked', question: command.question, at: now })
    case 'ready.end':
      if (actor.role !== 'facilitator') return refuse('not-allowed', 'Only a facilitator ends the question.')
      if (!isAsking(check)) return refuse('already-done', 'Nothing is being asked any more.')
      return accept({ type: 'ready.ended', isComplete: false, at: now })
  }
  if (actor.role !== 'participant') return refuse('not-allowed', 'Only participants say that they are ready.')
  if (!isAsking(check)) return refuse('not-now', 'Nothing is being asked any more.')
  const { personId } = actor
  const isMarked = check.personIds.includes(personId)
  if (command.type === 'ready.unmark')
    return isMarked
      ? accept({ type: 'ready.unmarked', personId })
      : refuse('already-done', 'You have not said that you are ready.')
  if (isMarked) return refuse('already-done', 'You have said so already.')
  const said = new Set([...check.personIds, personId])
  // A browser's guess knows of nobody who is present, so the end is the server's to tell.
  const isComplete = eligible.length > 0 && eligible.every((id) => said.has(id))
  return isComplete
    ? accept<ReadyEvent>({ type: 'ready.marked', personId }, { type: 'ready.ended', isComplete, at: now })
    : accept<ReadyEvent>({ type: 'ready.marked', personId })
}

export function applyReady(check: Ready, event: ReadyEvent): Ready {
  if (event.type === 'ready.asked') {
    const { question, at } = event
    return { question, askedAt: at, endedAt: null, isComplete: false, count: 0, personIds: [] }
  }
  if (!check) return check
  switch (event.type) {
    case 'ready.marked': {
      const known = event.personId === undefined ? [] : [event.personId]
      return { ...check, count: check.count + 1, personIds: [...check.personIds, ...known] }
    }
    case 'ready.unmarked': {
      const personIds = check.personIds.filter((id) => id !== event.personId)
      return { ...check, count: Math.max(0, check.count - 1), personIds }
    }
    case 'ready.ended':
      return { ...check, endedAt: event.at, isComplete: event.isComplete }
  }
}
