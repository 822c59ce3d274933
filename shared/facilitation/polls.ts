// Polls: opened, closing, closed. Anonymous ones hold no answers here; their ballots lie in the ballot box, which knows no persons.
import { z } from 'zod'
import { accept, type Context, type Decision, refuse } from '#shared/facilitation/decision.ts'
import { isTooSimilar } from '#shared/facilitation/similar-polls.ts'
import { PersonId, PollId } from '#shared/ids.ts'
import { line } from '#shared/text.ts'

const Hex32 = z.string().regex(/^[0-9a-f]{64}$/)

/** A scale of whole numbers with words at both ends, and optionally at each step. */
export const Scale = z.object({
  min: z.literal(1),
  max: z.literal(5),
  lowLabel: z.string().max(60),
  highLabel: z.string().max(60),
  labels: z.array(z.string().max(60)).length(5).optional(),
})
export type Scale = z.infer<typeof Scale>

/** When in the workshop a question is asked; the same question may be asked once in each (before and after). */
export const Phase = z.enum(['start', 'during', 'end'])
export type Phase = z.infer<typeof Phase>

export const PollQuestion = z.object({
  question: line(280),
  /** The same key means the same question, across phases, sessions and languages. */
  questionKey: z.string().max(80),
  phase: Phase,
  scale: Scale,
})
export type PollQuestion = z.infer<typeof PollQuestion>

/** Public keys the server made before the poll was decided (BALLOT 4.1). Lower-case hex. */
export const PollKeys = z.object({
  pollId: PollId,
  /** ristretto255 group element of the VOPRF key (RFC 9497). */
  pk: Hex32,
  /** Ed25519 key that signs receipts. */
  receiptPk: Hex32,
})
export type PollKeys = z.infer<typeof PollKeys>

export const PollCommand = z.discriminatedUnion('type', [
  /** `keys` come from the server: a browser sends none, and the gateway drops them if it does. */
  z.object({
    type: z.literal('poll.open'),
    mode: z.enum(['anonymous', 'open']),
    ...PollQuestion.shape,
    /** Milliseconds until it closes by itself; null: until a facilitator closes it. */
    durationMs: z.number().int().min(15_000).max(3_600_000).nullable(),
    keys: PollKeys.optional(),
  }),
  z.object({ type: z.literal('poll.close'), pollId: PollId }),
  /** Open polls only: a named answer. A secret one goes to the ballot box and never through here. */
  z.object({ type: z.literal('poll.answer'), pollId: PollId, choice: z.number().int().min(1).max(5) }),
  /** The server has counted and sealed the ballots of a closing poll (BALLOT 4.5). */
  z.object({
    type: z.literal('poll.seal'),
    pollId: PollId,
    bundleHash: Hex32,
    suppressed: z.boolean(),
    issuedTo: z.array(PersonId),
  }),
])
export type PollCommand = z.infer<typeof PollCommand>

const opened = {
  pollId: PollId,
  ...PollQuestion.shape,
  at: z.number(),
  closesAt: z.number().nullable(),
  /** Who could take part when it opened: connected participants (BALLOT 4.1), sorted by id. */
  eligible: z.array(PersonId),
}
export const PollEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('poll.opened'), mode: z.literal('open'), ...opened }),
  z.object({
    type: z.literal('poll.opened-secret'),
    mode: z.literal('anonymous'),
    ...opened,
    pk: Hex32,
    receiptPk: Hex32,
    minimumGroup: z.number().int(),
  }),
  z.object({
    type: z.literal('poll.answered'),
    pollId: PollId,
    personId: PersonId,
    choice: z.number().optional(),
  }),
  z.object({ type: z.literal('poll.closing'), pollId: PollId, at: z.number(), graceEndsAt: z.number() }),
  /** An open poll: the counts, `counts[0]` for the lowest step. */
  z.object({ type: z.literal('poll.closed'), pollId: PollId, at: z.number(), counts: z.array(z.number()) }),
  /** A secret poll: what was counted is fetched from the ballot box and checked against this hash. */
  z.object({
    type: z.literal('poll.sealed'),
    pollId: PollId,
    at: z.number(),
    bundleHash: Hex32,
    suppressed: z.boolean(),
    issuedTo: z.array(PersonId),
  }),
])
export type PollEvent = z.infer<typeof PollEvent>

type Asked = PollQuestion & {
  pollId: PollId
  openedAt: number
  closesAt: number | null
  closedAt: number | null
  eligible: readonly PersonId[]
}
export type OpenPoll = Asked & {
  mode: 'open'
  state: 'open' | 'closed'
  /** Who has answered. The choice is null for everyone but that person and the server (redact). */
  answers: Readonly<Record<PersonId, number | null>>
  counts: readonly number[] | null
}
export type SecretPoll = Asked & {
  mode: 'anonymous'
  state: 'open' | 'closing' | 'closed'
  pk: string
  receiptPk: string
  minimumGroup: number
  graceEndsAt: number | null
  bundleHash: string | null
  /** Fewer than the minimum group answered: not shown, not kept. */
  suppressed: boolean
}
export type Poll = OpenPoll | SecretPoll
/** Oldest first. At most one is not closed. */
export type Polls = readonly Poll[]
export const noPolls: Polls = []

/** How long a closing secret poll waits for ballots that are on their way (BALLOT 4.5). */
export const graceMs = 10_000
/** A person admitted later than this before the end gets no ballot any more (BALLOT 5). */
export const lateJoinMs = 15_000

export type PollContext = Context & { eligible: readonly PersonId[]; minimumGroup: number }

export function decidePolls(polls: Polls, command: PollCommand, context: PollContext): Decision<PollEvent> {
  const { actor, now } = context
  switch (command.type) {
    case 'poll.open':
      return decideOpen(polls, command, context)
    case 'poll.close': {
      if (actor.role !== 'facilitator' && actor.role !== 'server')
        return refuse('not-allowed', 'Only a facilitator closes a poll.')
      const poll = findPoll(polls, command.pollId)
      if (!poll) return refuse('not-found', 'There is no such poll in this workshop.')
      if (poll.state !== 'open') return refuse('already-done', 'This poll is already closed.')
      if (poll.mode === 'anonymous')
        return accept({ type: 'poll.closing', pollId: poll.pollId, at: now, graceEndsAt: now + graceMs })
      return closeOpen(poll, now)
    }
    case 'poll.answer': {
      if (actor.role !== 'participant') return refuse('not-allowed', 'Only participants answer polls.')
      const poll = findPoll(polls, command.pollId)
      if (!poll) return refuse('not-found', 'There is no such poll in this workshop.')
      if (poll.mode !== 'open')
        return refuse('not-allowed', 'This poll is secret: its ballots never travel with a name.')
      if (poll.state !== 'open') return refuse('not-now', 'This poll is closed.')
      if (poll.answers[actor.personId] === command.choice)
        return refuse('already-done', 'This is your answer already.')
      return accept({
        type: 'poll.answered',
        pollId: poll.pollId,
        personId: actor.personId,
        choice: command.choice,
      })
    }
    case 'poll.seal': {
      if (actor.role !== 'server') return refuse('not-allowed', 'Only the ballot box seals a poll.')
      const poll = findPoll(polls, command.pollId)
      if (poll?.mode !== 'anonymous')
        return refuse('not-found', 'There is no such secret poll in this workshop.')
      if (poll.state !== 'closing') return refuse('already-done', 'This poll is not closing.')
      const { pollId, bundleHash, suppressed, issuedTo } = command
      return accept({ type: 'poll.sealed', pollId, at: now, bundleHash, suppressed, issuedTo })
    }
  }
}

function decideOpen(
  polls: Polls,
  command: Extract<PollCommand, { type: 'poll.open' }>,
  { actor, now, eligible, minimumGroup }: PollContext,
): Decision<PollEvent> {
  if (actor.role !== 'facilitator') return refuse('not-allowed', 'Only a facilitator opens a poll.')
  if (polls.some((poll) => poll.state !== 'closed')) return refuse('not-now', 'Another poll is still open.')
  if (!command.keys) return refuse('server-only', 'The poll opens when the server has made its keys.')
  const { question, questionKey, phase, scale, durationMs } = command
  const { pollId, pk, receiptPk } = command.keys
  const closesAt = durationMs === null ? null : now + durationMs
  const asked = { pollId, question, questionKey, phase, scale, at: now, closesAt, eligible: [...eligible] }
  if (command.mode === 'open') return accept({ type: 'poll.opened', mode: 'open', ...asked })
  if (eligible.length < minimumGroup)
    return refuse(
      'group-too-small',
      `A secret poll needs ${minimumGroup} participants in the room; there are ${eligible.length}. Ask openly or wait for more people.`,
    )
  if (polls.some((poll) => isTooSimilar(poll, command, eligible, minimumGroup)))
    return refuse(
      'too-similar',
      `The same question was asked to nearly the same group; comparing the two results could show what single people answered. Ask something else, or when at least ${minimumGroup} people have changed.`,
    )
  return accept({ type: 'poll.opened-secret', mode: 'anonymous', ...asked, pk, receiptPk, minimumGroup })
}

export function applyPolls(polls: Polls, event: PollEvent): Polls {
  switch (event.type) {
    case 'poll.opened': {
      const { type: _, at, ...asked } = event
      return [...polls, { ...asked, state: 'open', openedAt: at, closedAt: null, answers: {}, counts: null }]
    }
    case 'poll.opened-secret': {
      const { type: _, at, ...asked } = event
      const fresh = { openedAt: at, closedAt: null, graceEndsAt: null, bundleHash: null, suppressed: false }
      return [...polls, { ...asked, ...fresh, state: 'open' }]
    }
    case 'poll.answered':
      return change(polls, event.pollId, 'open', (poll) => ({
        ...poll,
        answers: { ...poll.answers, [event.personId]: event.choice ?? null },
      }))
    case 'poll.closed':
      return change(polls, event.pollId, 'open', (poll) => ({
        ...poll,
        state: 'closed',
        closedAt: event.at,
        counts: event.counts,
      }))
    case 'poll.closing':
      return change(polls, event.pollId, 'anonymous', (poll) => ({
        ...poll,
        state: 'closing',
        graceEndsAt: event.graceEndsAt,
      }))
    case 'poll.sealed':
      return change(polls, event.pollId, 'anonymous', (poll) => ({
        ...poll,
        state: 'closed',
        closedAt: event.at,
        bundleHash: event.bundleHash,
        suppressed: event.suppressed,
        eligible: event.issuedTo,
      }))
  }
}

export const findPoll = (polls: Polls, pollId: PollId): Poll | undefined =>
  polls.find((poll) => poll.pollId === pollId)

/** The one poll that is open or closing. */
export const runningPoll = (polls: Polls): Poll | undefined => polls.find((poll) => poll.state !== 'closed')

function closeOpen(poll: OpenPoll, now: number): Decision<PollEvent> {
  const counts = [0, 0, 0, 0, 0]
  for (const choice of Object.values(poll.answers)) {
    if (choice === null)
      return refuse('server-only', 'The server counts the answers; this browser sees only its own.')
    counts[choice - 1] = (counts[choice - 1] ?? 0) + 1
  }
  return accept({ type: 'poll.closed', pollId: poll.pollId, at: now, counts })
}

function change<M extends Poll['mode']>(
  polls: Polls,
  pollId: PollId,
  mode: M,
  edit: (poll: Extract<Poll, { mode: M }>) => Poll,
): Polls {
  const isIt = (poll: Poll): poll is Extract<Poll, { mode: M }> =>
    poll.pollId === pollId && poll.mode === mode
  return polls.map((poll) => (isIt(poll) ? edit(poll) : poll))
}
