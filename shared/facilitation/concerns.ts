// Concern boxes: one for each time the group is on an agenda item, filled in secret while it lasts and opened at its end.
import { z } from 'zod'
import { type Agenda, indexOf } from '#shared/facilitation/agenda.ts'
import { accept, type Context, type Decision, refuse } from '#shared/facilitation/decision.ts'
import { overtaken } from '#shared/facilitation/overtaken.ts'
import { Hex32, PollKeys, type PollQuestion } from '#shared/facilitation/poll-form.ts'
import { graceMs } from '#shared/facilitation/polls.ts'
import {
  type SecretPoll,
  sealedPoll,
  secretClosing,
  secretPollOpened,
  secretSealed,
} from '#shared/facilitation/secret-poll.ts'
import { ItemId, PersonId, PollId } from '#shared/ids.ts'
import { line, lines } from '#shared/text.ts'

/** Which time on which item: the group may come back to one. */
const run = { itemId: ItemId, itemStartedAt: z.number() }

export const ConcernCommand = z.discriminatedUnion('type', [
  /** Sent by the server when an item runs and enough people are there. */
  z.object({ type: z.literal('concern.open'), ...run, keys: z.array(PollKeys).optional() }),
  z.object({ type: z.literal('concern.seal'), pollId: PollId, ...sealedPoll }),
  /** The concern of this ballot was answered, in the room or also in writing; sent again, it replaces what was written. */
  z.object({
    type: z.literal('concern.answer'),
    pollId: PollId,
    t: Hex32,
    answer: lines(280).nullable(),
    /** How it stood to the sender, null for unanswered; see overtaken.ts. */
    was: z
      .object({ answer: lines(280).nullable() })
      .nullable()
      .optional(),
  }),
  /** It waits for an answer again. */
  z.object({ type: z.literal('concern.take-up'), pollId: PollId, t: Hex32 }),
])
export type ConcernCommand = z.infer<typeof ConcernCommand>

export const ConcernEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('concern.opened'),
    pollId: PollId,
    ...run,
    /** The title of the item when it began. */
    title: z.string(),
    at: z.number(),
    eligible: z.array(PersonId),
    ...secretPollOpened,
  }),
  z.object({ type: z.literal('concern.closing'), pollId: PollId, at: z.number(), graceEndsAt: z.number() }),
  z.object({ type: z.literal('concern.sealed'), pollId: PollId, at: z.number(), ...sealedPoll }),
  z.object({
    type: z.literal('concern.answered'),
    pollId: PollId,
    t: Hex32,
    answer: z.string().nullable(),
    at: z.number(),
  }),
  z.object({ type: z.literal('concern.taken-up'), pollId: PollId, t: Hex32 }),
])
export type ConcernEvent = z.infer<typeof ConcernEvent>

export type ConcernBox = {
  itemId: ItemId
  itemStartedAt: number
  /** What the ballot box knows of it. Its question is the title of the item. */
  poll: SecretPoll
  /** By the ballot's `t`; the value is what was written, null for nothing. */
  answered: Readonly<Record<string, string | null>>
}
/** Oldest first. At most one is open; those before it may still be closing. */
export type Concerns = readonly ConcernBox[]
export const noConcerns: Concerns = []

export type ConcernContext = Context & {
  agenda: Agenda
  eligible: readonly PersonId[]
  minimumGroup: number
}

export function decideConcerns(
  concerns: Concerns,
  command: ConcernCommand,
  context: ConcernContext,
): Decision<ConcernEvent> {
  const { actor, now } = context
  if (command.type === 'concern.open') return decideOpen(concerns, command, context)
  const box = findConcernBox(concerns, command.pollId)
  if (!box) return refuse('not-found', 'There is no such concern box in this workshop.')
  if (command.type === 'concern.seal') {
    if (actor.role !== 'server') return refuse('not-allowed', 'Only the ballot box seals a concern box.')
    if (box.poll.state !== 'closing') return refuse('already-done', 'This concern box is not closing.')
    const { type: _, ...sealed } = command
    return accept({ type: 'concern.sealed', ...sealed, at: now })
  }
  if (actor.role !== 'facilitator')
    return refuse('not-allowed', 'Only a facilitator says that a concern is answered.')
  if (box.poll.state !== 'closed' || box.poll.suppressed)
    return refuse('not-now', 'These concerns have not been released.')
  const { pollId, t } = command
  const before = box.answered[t]
  if (command.type === 'concern.take-up')
    return before === undefined
      ? refuse('already-done', 'This concern is waiting for an answer already.')
      : accept({ type: 'concern.taken-up', pollId, t })
  if (before === command.answer) return refuse('already-done', 'This concern is answered already.')
  if (command.was !== undefined && command.was?.answer !== before) return overtaken
  // What is in the box, this plane does not know; but there is no more in it than ballots were handed out.
  if (before === undefined && Object.keys(box.answered).length >= box.poll.eligible.length)
    return refuse('not-found', 'There are not so many concerns in this box.')
  return accept({ type: 'concern.answered', pollId, t, answer: command.answer, at: now })
}

function decideOpen(
  concerns: Concerns,
  { itemId, itemStartedAt, keys }: Extract<ConcernCommand, { type: 'concern.open' }>,
  { actor, now, agenda, eligible, minimumGroup }: ConcernContext,
): Decision<ConcernEvent> {
  if (actor.role !== 'server') return refuse('not-allowed', 'Concern boxes open by themselves.')
  const { current } = agenda
  if (current?.itemId !== itemId || current.startedAt !== itemStartedAt)
    return refuse('not-now', 'That agenda item is not running.')
  if (boxOfRun(concerns, agenda)) return refuse('already-done', 'This item has its concern box.')
  if (eligible.length < minimumGroup)
    return refuse('group-too-small', `A concern box needs ${minimumGroup} participants in the room.`)
  const [own] = keys ?? []
  if (!own) return refuse('server-only', 'The concern box opens when the server has made its keys.')
  const { question: title } = concernQuestion(agenda, itemId)
  const item = { itemId, itemStartedAt, title }
  return accept({ type: 'concern.opened', ...own, ...item, at: now, eligible: [...eligible], minimumGroup })
}

export function applyConcerns(concerns: Concerns, event: ConcernEvent): Concerns {
  switch (event.type) {
    case 'concern.opened': {
      const { pollId, itemId, itemStartedAt, title, at, eligible, pk, receiptPk, minimumGroup } = event
      const poll: SecretPoll = {
        mode: 'anonymous',
        pollId,
        ...asking(title),
        form: null,
        openedAt: at,
        closesAt: null,
        closedAt: null,
        eligible,
        state: 'open',
        pk,
        receiptPk,
        minimumGroup,
        blanksCount: true,
        graceEndsAt: null,
        bundleHash: null,
        suppressed: false,
      }
      return [...concerns, { itemId, itemStartedAt, poll, answered: {} }]
    }
    case 'concern.closing':
      return change(concerns, event.pollId, (box) => ({ ...box, poll: secretClosing(box.poll, event) }))
    case 'concern.sealed':
      return change(concerns, event.pollId, (box) => ({ ...box, poll: secretSealed(box.poll, event) }))
    case 'concern.answered': {
      const { pollId, t, answer } = event
      return change(concerns, pollId, (box) => ({ ...box, answered: { ...box.answered, [t]: answer } }))
    }
    case 'concern.taken-up':
      return change(concerns, event.pollId, (box) => {
        const { [event.t]: _, ...answered } = box.answered
        return { ...box, answered }
      })
  }
}

export const findConcernBox = (concerns: Concerns, pollId: PollId): ConcernBox | undefined =>
  concerns.find(({ poll }) => poll.pollId === pollId)

export const hasOpenBox = (concerns: Concerns): boolean => concerns.some(({ poll }) => poll.state === 'open')

/** The box of the item that runs now; undefined while it has none. */
export const boxOfRun = (concerns: Concerns, { current }: Agenda): ConcernBox | undefined =>
  current
    ? concerns.find((box) => box.itemId === current.itemId && box.itemStartedAt === current.startedAt)
    : undefined

/** Boxes of items that are over close, whatever ended the item. `agenda` is the one after it. */
export const endOfConcerns = (concerns: Concerns, agenda: Agenda, now: number): ConcernEvent[] =>
  concerns
    .filter((box) => box.poll.state === 'open' && box !== boxOfRun(concerns, agenda))
    .map(({ poll: { pollId } }) => ({
      type: 'concern.closing',
      pollId,
      at: now,
      graceEndsAt: now + graceMs,
    }))

/** What the ballots of the item's box are about. */
export function concernQuestion(agenda: Agenda, itemId: ItemId): PollQuestion {
  const title = agenda.items[indexOf(agenda, itemId)]?.title ?? ''
  return asking(line(280).safeParse(title.slice(0, 280)).data ?? '–')
}

const asking = (question: string): PollQuestion => ({
  question,
  questionKey: 'concern',
  phase: 'during',
  asks: { kind: 'text' },
})

const change = (concerns: Concerns, pollId: PollId, edit: (box: ConcernBox) => ConcernBox): Concerns =>
  concerns.map((box) => (box.poll.pollId === pollId ? edit(box) : box))
