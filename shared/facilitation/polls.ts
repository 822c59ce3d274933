// Polls: opened, closing, closed. Anonymous ones hold no answers here; their ballots lie in the ballot box, which knows no persons.
import { z } from 'zod'
import { accept, type Context, type Decision, refuse } from '#shared/facilitation/decision.ts'
import {
  type AskedPoll,
  FormPlace,
  LoggedQuestion,
  PollForm,
  PollKeys,
  type PollQuestion,
  questionOf,
} from '#shared/facilitation/poll-form.ts'
import { Answer, isAnswerTo } from '#shared/facilitation/questions.ts'
import {
  type SecretPoll,
  sealedPoll,
  secretClosing,
  secretPollOpened,
  secretSealed,
} from '#shared/facilitation/secret-poll.ts'
import { isSameQuestion, isTooSimilar } from '#shared/facilitation/similar-polls.ts'
import { PersonId, PollId } from '#shared/ids.ts'

export const PollCommand = z.discriminatedUnion('type', [
  /** `keys`, one for each question, come from the server: a browser sends none, and the gateway drops them if it does. */
  z.object({ type: z.literal('poll.open'), ...PollForm.shape, keys: z.array(PollKeys).optional() }),
  /** Closes it with all polls of its form. */
  z.object({ type: z.literal('poll.close'), pollId: PollId }),
  /** Open polls only. An answer to a secret one goes to the ballot box and never through here. */
  z.object({ type: z.literal('poll.answer'), pollId: PollId, answer: Answer }),
  /** The server has counted and sealed the ballots of a closing poll (BALLOT 4.5). */
  z.object({ type: z.literal('poll.seal'), pollId: PollId, ...sealedPoll }),
])
export type PollCommand = z.infer<typeof PollCommand>

const opened = {
  pollId: PollId,
  ...LoggedQuestion.shape,
  at: z.number(),
  closesAt: z.number().nullable(),
  /** Who could take part when it opened: connected participants (BALLOT 4.1), sorted by id. */
  eligible: z.array(PersonId),
  /** Missing for a question that was asked alone. */
  form: FormPlace.optional(),
}
export const PollEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('poll.opened'),
    mode: z.literal('open'),
    ...opened,
    showsNames: z.boolean().optional(),
  }),
  z.object({
    type: z.literal('poll.opened-secret'),
    mode: z.literal('anonymous'),
    ...opened,
    ...secretPollOpened,
  }),
  z.object({
    type: z.literal('poll.answered'),
    pollId: PollId,
    personId: PersonId,
    answer: Answer.optional(),
    /** In the oldest logs, in place of `answer`: a step of a scale. */
    choice: z.number().optional(),
  }),
  z.object({ type: z.literal('poll.closing'), pollId: PollId, at: z.number(), graceEndsAt: z.number() }),
  /** An open poll: what was answered, with or without who did. */
  z.object({
    type: z.literal('poll.closed'),
    pollId: PollId,
    at: z.number(),
    /** By person where the poll shows names, otherwise by the answer, which says nothing of who was first. */
    results: z.array(z.object({ answer: Answer, personId: PersonId.optional() })).optional(),
    /** In the oldest logs, in place of `results`: how often each step from 1 to 5 was chosen. */
    counts: z.array(z.number()).optional(),
  }),
  /** A secret poll: what was counted is fetched from the ballot box and checked against this hash. */
  z.object({ type: z.literal('poll.sealed'), pollId: PollId, at: z.number(), ...sealedPoll }),
])
export type PollEvent = z.infer<typeof PollEvent>
type Opened = Extract<PollEvent, { type: 'poll.opened' | 'poll.opened-secret' }>

export type OpenPoll = AskedPoll & {
  mode: 'open'
  showsNames: boolean
  state: 'open' | 'closed'
  /** Who has answered. What, is null for everyone but that person and the server (redact). */
  answers: Readonly<Record<PersonId, Answer | null>>
  /** For all to see, from the closing on. */
  results: readonly OpenResult[] | null
}
/** `personId` is null unless the poll shows names. */
type OpenResult = { answer: Answer; personId: PersonId | null }
export type Poll = OpenPoll | SecretPoll
/** Oldest first. Only the polls of one form are not closed at the same time. */
export type Polls = readonly Poll[]
export const noPolls: Polls = []

/** How long a closing secret poll waits for ballots that are on their way (BALLOT 4.5). */
export const graceMs = 10_000
/** A person admitted later than this before the end gets no ballot any more (BALLOT 5). */
export const lateJoinMs = 15_000

export type PollContext = Context & {
  eligible: readonly PersonId[]
  minimumGroup: number
  /** Secret polls that were closed earlier do not keep a question from being asked again. */
  guardedSince: number
}

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
      return decideClose(pollsOfForm(polls, poll), now)
    }
    case 'poll.answer': {
      if (actor.role !== 'participant') return refuse('not-allowed', 'Only participants answer polls.')
      const poll = findPoll(polls, command.pollId)
      if (!poll) return refuse('not-found', 'There is no such poll in this workshop.')
      if (poll.mode !== 'open')
        return refuse('not-allowed', 'This poll is secret: its ballots never travel with a name.')
      if (poll.state !== 'open') return refuse('not-now', 'This poll is closed.')
      if (!isAnswerTo(poll.asks, command.answer))
        return refuse('invalid', 'This is no answer to the question that was asked.')
      if (isSameAnswer(poll.answers[actor.personId], command.answer))
        return refuse('already-done', 'This is your answer already.')
      const { pollId, answer } = command
      return accept({ type: 'poll.answered', pollId, personId: actor.personId, answer })
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
  { actor, now, eligible, minimumGroup, guardedSince }: PollContext,
): Decision<PollEvent> {
  const { mode, showsNames, title, durationMs, questions, keys } = command
  if (actor.role !== 'facilitator') return refuse('not-allowed', 'Only a facilitator opens a poll.')
  if (runningPolls(polls).length > 0) return refuse('not-now', 'Another poll is still open.')
  if (!keys || keys.length !== questions.length)
    return refuse('server-only', 'The poll opens when the server has made its keys.')
  if (mode === 'anonymous' && eligible.length < minimumGroup)
    return refuse(
      'group-too-small',
      `A secret poll needs ${minimumGroup} participants in the room; there are ${eligible.length}. Ask openly or wait for more people.`,
    )
  if (questions.some((one, place) => questions.slice(0, place).some((other) => isSameQuestion(one, other))))
    return refuse('too-similar', 'The same question stands in this form twice; ask it once.')
  const isAskedAgain = (asked: PollQuestion) =>
    polls.some(
      (poll) => (poll.closedAt ?? now) >= guardedSince && isTooSimilar(poll, asked, eligible, minimumGroup),
    )
  if (mode === 'anonymous' && questions.some(isAskedAgain))
    return refuse(
      'too-similar',
      `The same question was asked to nearly the same group; comparing the two results could show what single people answered. Ask something else, or when at least ${minimumGroup} people have changed.`,
    )
  const closesAt = durationMs === null ? null : now + durationMs
  const events = questions.flatMap((asked, place): Opened[] => {
    const [first] = keys
    const own = keys[place]
    if (!first || !own) return []
    const { pollId, pk, receiptPk } = own
    const form = { formId: first.pollId, title: title ?? null, place, count: questions.length }
    const common = {
      pollId,
      ...asked,
      at: now,
      closesAt,
      eligible: [...eligible],
      ...(questions.length > 1 || title !== undefined ? { form } : {}),
    }
    return mode === 'open'
      ? [{ type: 'poll.opened', mode, ...common, ...(showsNames ? { showsNames } : {}) }]
      : [{ type: 'poll.opened-secret', mode, ...common, pk, receiptPk, minimumGroup }]
  })
  return accept<PollEvent>(...events)
}

/** Closes together what was opened together. */
function decideClose(polls: Polls, now: number): Decision<PollEvent> {
  const events: PollEvent[] = []
  for (const poll of polls) {
    const { pollId } = poll
    if (poll.state !== 'open') continue
    if (poll.mode === 'anonymous') {
      events.push({ type: 'poll.closing', pollId, at: now, graceEndsAt: now + graceMs })
      continue
    }
    const results = resultsOf(poll)
    if (!results)
      return refuse('server-only', 'The server counts the answers; this browser sees only its own.')
    events.push({ type: 'poll.closed', pollId, at: now, results })
  }
  return accept(...events)
}

function resultsOf({ answers, showsNames }: OpenPoll): { answer: Answer; personId?: PersonId }[] | null {
  // The keys of this record are person ids; Object.entries forgets it.
  const given = Object.entries(answers) as [PersonId, Answer | null][]
  const known = given.filter((one): one is [PersonId, Answer] => one[1] !== null)
  if (known.length < given.length) return null
  const text = ([personId, answer]: [PersonId, Answer]) => (showsNames ? personId : JSON.stringify(answer))
  return known
    .sort((one, other) => (text(one) < text(other) ? -1 : 1))
    .map(([personId, answer]) => (showsNames ? { answer, personId } : { answer }))
}

export function applyPolls(polls: Polls, event: PollEvent): Polls {
  switch (event.type) {
    case 'poll.opened': {
      const { mode, showsNames = false } = event
      const fresh = { state: 'open' as const, closedAt: null, answers: {}, results: null }
      return [...polls, { mode, ...askedIn(event), ...fresh, showsNames }]
    }
    case 'poll.opened-secret': {
      const { mode, pk, receiptPk, minimumGroup } = event
      const fresh = { state: 'open' as const, closedAt: null, graceEndsAt: null, bundleHash: null }
      const rules = { minimumGroup, blanksCount: false, suppressed: false }
      return [...polls, { mode, ...askedIn(event), ...fresh, ...rules, pk, receiptPk }]
    }
    case 'poll.answered': {
      const { pollId, personId, choice } = event
      const answer: Answer | null = event.answer ?? (choice === undefined ? null : ['scale', choice])
      return change(polls, pollId, 'open', (poll) => ({
        ...poll,
        answers: { ...poll.answers, [personId]: answer },
      }))
    }
    case 'poll.closed':
      return change(polls, event.pollId, 'open', (poll) => ({
        ...poll,
        state: 'closed',
        closedAt: event.at,
        results: event.results
          ? event.results.map(({ answer, personId = null }) => ({ answer, personId }))
          : fromCounts(event.counts ?? []),
      }))
    case 'poll.closing':
      return change(polls, event.pollId, 'anonymous', (poll) => secretClosing(poll, event))
    case 'poll.sealed':
      return change(polls, event.pollId, 'anonymous', (poll) => secretSealed(poll, event))
  }
}

export const findPoll = (polls: Polls, pollId: PollId): Poll | undefined =>
  polls.find((poll) => poll.pollId === pollId)

/** What is open or closing: the polls of one form, in its order, or one that was asked alone; empty when none runs. */
export const runningPolls = (polls: Polls): Poll[] => polls.filter((poll) => poll.state !== 'closed')

/** The poll and all that were asked together with it, in the order of the form. */
export const pollsOfForm = (polls: Polls, { pollId, form }: Poll): Poll[] =>
  polls.filter((poll) => (form ? poll.form?.formId === form.formId : poll.pollId === pollId))

const isSameAnswer = (one: Answer | null | undefined, other: Answer): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

const askedIn = (event: Opened) => ({
  pollId: event.pollId,
  ...questionOf(event),
  form: event.form ?? null,
  openedAt: event.at,
  closesAt: event.closesAt,
  eligible: event.eligible,
})

const fromCounts = (counts: readonly number[]): OpenResult[] =>
  counts.flatMap((count, index) =>
    Array.from({ length: count }, (): OpenResult => ({ answer: ['scale', index + 1], personId: null })),
  )

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
