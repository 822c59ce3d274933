// Check-out: each says of their own promise whether it was kept. Everyone sees their own mark, all others only totals.
import { z } from 'zod'
import type { CheckIn, Commitments } from '#shared/facilitation/check-in.ts'
import { accept, type Context, type Decision, refuse } from '#shared/facilitation/decision.ts'
import { halfDayMs } from '#shared/facilitation/similar-polls.ts'
import { PersonId } from '#shared/ids.ts'
import { lines } from '#shared/text.ts'

export const Mark = z.enum(['kept', 'partly', 'not-kept'])
export type Mark = z.infer<typeof Mark>
/** What was promised in this session, or in the one before it. */
export const PromisesOf = z.enum(['session', 'earlier'])
export type PromisesOf = z.infer<typeof PromisesOf>
const Round = z.number().int().min(1)

export const CheckOutCommand = z.discriminatedUnion('type', [
  z.object({ type: z.literal('check-out.open'), about: PromisesOf }),
  /** `round` is the one the sender saw. Sent again, it replaces the mark. The sentence is for oneself. */
  z.object({ type: z.literal('check-out.mark'), round: Round, mark: Mark, sentence: lines(280).nullable() }),
  z.object({ type: z.literal('check-out.close'), round: Round }),
])
export type CheckOutCommand = z.infer<typeof CheckOutCommand>

const Count = z.number().int().min(0)
const Totals = z.object({ kept: Count, partly: Count, notKept: Count })
export const CheckOutEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('check-out.opened'), about: PromisesOf, at: z.number() }),
  /** Mark and sentence reach nobody but that person (redact). */
  z.object({
    type: z.literal('check-out.marked'),
    personId: PersonId,
    mark: Mark.optional(),
    sentence: z.string().nullable().optional(),
    at: z.number(),
  }),
  /** Totals are decided by the server, once, at the end; null when fewer than the minimum group have answered. */
  z.object({ type: z.literal('check-out.closed'), totals: Totals.nullable(), at: z.number() }),
])
export type CheckOutEvent = z.infer<typeof CheckOutEvent>

export type Totals = z.infer<typeof Totals>
export type OwnMark = { mark: Mark | null; sentence: string | null }
export type CheckOutRound = {
  about: PromisesOf
  openedAt: number
  closedAt: number | null
  /** Who has answered. Mark and sentence are null for everyone but that person and the server. */
  marks: Readonly<Record<PersonId, OwnMark>>
  /** Null while it is open, and when too few have answered. */
  totals: Totals | null
}
export type CheckOut = {
  /** Oldest first; at most the last one is open. Counted from 1. */
  rounds: readonly CheckOutRound[]
  /** How many of them belong to sessions that are over. */
  before: number
}
export const noCheckOut: CheckOut = { rounds: [], before: 0 }

export type CheckOutContext = Context & { checkIn: CheckIn; minimumGroup: number }

export function decideCheckOut(
  checkOut: CheckOut,
  command: CheckOutCommand,
  context: CheckOutContext,
): Decision<CheckOutEvent> {
  const { actor, now } = context
  const open = openRound(checkOut)
  if (command.type === 'check-out.mark') return decideMark(checkOut, command, context)
  if (actor.role !== 'facilitator') return refuse('not-allowed', 'Only a facilitator runs the check-out.')
  if (command.type === 'check-out.open') {
    const { about } = command
    if (open?.round.about === about) return refuse('already-done', 'The check-out is running already.')
    // A second one would show, by its difference from the first, what single people have said.
    if (roundAbout(checkOut, about)) return refuse('already-done', 'This session has had its check-out.')
    if (Object.keys(promisesOf(context.checkIn, about)).length === 0)
      return refuse('not-now', 'Nobody has promised anything that could be asked about.')
    if (about === 'earlier' && wasJustTold(checkOut, now))
      return refuse(
        'too-similar',
        'These promises were asked about less than half a day ago; a second answer beside the first would show what single people said.',
      )
    const opened: CheckOutEvent = { type: 'check-out.opened', about, at: now }
    if (!open) return accept(opened)
    const closed = close(open.round, context)
    return closed.ok ? accept(...closed.events, opened) : closed
  }
  if (open?.number !== command.round) return refuse('already-done', 'This check-out is over.')
  return close(open.round, context)
}

function decideMark(
  checkOut: CheckOut,
  { round, mark, sentence }: Extract<CheckOutCommand, { type: 'check-out.mark' }>,
  { actor, now, checkIn }: CheckOutContext,
): Decision<CheckOutEvent> {
  if (actor.role === 'server') return refuse('not-allowed', 'Only people say what became of their promise.')
  const open = openRound(checkOut)
  if (open?.number !== round) return refuse('not-now', 'This check-out is over.')
  const { personId } = actor
  if (!promisesOf(checkIn, open.round.about)[personId])
    return refuse('not-found', 'You have promised nothing that could be asked about.')
  const before = open.round.marks[personId]
  if (before?.mark === mark && before.sentence === sentence)
    return refuse('already-done', 'You have already said so.')
  return accept({ type: 'check-out.marked', personId, mark, sentence, at: now })
}

/** A browser knows its own mark only, so this is the server's to decide. */
function close({ marks }: CheckOutRound, { now, minimumGroup }: CheckOutContext): Decision<CheckOutEvent> {
  const said = Object.values(marks).map(({ mark }) => mark)
  if (said.includes(null))
    return refuse('server-only', 'The server counts the marks; this browser sees only its own.')
  const count = (mark: Mark) => said.filter((one) => one === mark).length
  const totals = { kept: count('kept'), partly: count('partly'), notKept: count('not-kept') }
  return accept({ type: 'check-out.closed', totals: said.length < minimumGroup ? null : totals, at: now })
}

export function applyCheckOut(checkOut: CheckOut, event: CheckOutEvent): CheckOut {
  switch (event.type) {
    case 'check-out.opened': {
      const { about, at } = event
      const fresh = { about, openedAt: at, closedAt: null, marks: {}, totals: null }
      return { ...checkOut, rounds: [...checkOut.rounds, fresh] }
    }
    case 'check-out.marked': {
      const { personId, mark, sentence } = event
      const own = { mark: mark ?? null, sentence: sentence ?? null }
      return changeOpen(checkOut, (round) => ({ ...round, marks: { ...round.marks, [personId]: own } }))
    }
    case 'check-out.closed':
      return changeOpen(checkOut, (round) => ({ ...round, closedAt: event.at, totals: event.totals }))
  }
}

const changeOpen = (checkOut: CheckOut, edit: (round: CheckOutRound) => CheckOutRound): CheckOut => ({
  ...checkOut,
  rounds: checkOut.rounds.map((round) => (round.closedAt === null ? edit(round) : round)),
})

/** The one that runs, with its number. */
export function openRound({ rounds }: CheckOut): { round: CheckOutRound; number: number } | null {
  const round = rounds.at(-1)
  return round?.closedAt === null ? { round, number: rounds.length } : null
}

/** The one of this session, running or over. */
export const roundAbout = ({ rounds, before }: CheckOut, about: PromisesOf): CheckOutRound | undefined =>
  rounds.slice(before).find((round) => round.about === about)

/**
 * The session before asked about the same promises at its end. The same people answer, so that two totals a short time apart
 * would tell of whoever has changed their mind, or stayed away; as with polls, half a day has to lie between (BALLOT 4.1).
 */
const wasJustTold = ({ rounds, before }: CheckOut, now: number): boolean =>
  rounds
    .slice(0, before)
    .some(
      ({ about, totals, closedAt }) => about === 'session' && totals && now - (closedAt ?? now) < halfDayMs,
    )

/** Whoever has promised something. */
export function promisesOf(checkIn: CheckIn, about: PromisesOf): Commitments {
  const all = about === 'session' ? checkIn.commitments : checkIn.earlier
  return Object.fromEntries(Object.entries(all).filter(([, { promise }]) => promise !== null))
}

/** A new session may have a check-out of its own. */
export const checkOutAnew = (checkOut: CheckOut): CheckOut => ({
  ...checkOut,
  before: checkOut.rounds.length,
})
