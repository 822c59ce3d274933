// What the ballot box has to know of a workshop: what a command would open in it, and where its secret polls stand.
import type { Command } from '#shared/facilitation/commands.ts'
import { concernQuestion, findConcernBox } from '#shared/facilitation/concerns.ts'
import type { Event } from '#shared/facilitation/events.ts'
import type { PollKeys, PollQuestion } from '#shared/facilitation/poll-form.ts'
import { findPrepared } from '#shared/facilitation/prepared-polls.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import type { Workshop } from '#shared/facilitation/workshop.ts'
import type { PersonId, PollId } from '#shared/ids.ts'

/** Commands that are decided with keys which the server makes for them, one for each opening. */
export type OpeningCommand = Extract<Command, { keys?: PollKeys[] | undefined }>
const openings: ReadonlySet<string> = new Set([
  'poll.open',
  'poll.open-prepared',
  'concern.open',
] satisfies OpeningCommand['type'][])
export const isOpening = (command: Command): command is OpeningCommand => openings.has(command.type)

/** One poll that a command would open. An open one takes its id from the keys and uses no more of them. */
export type Opening = { mode: 'anonymous' | 'open'; asked: PollQuestion; blanksCount: boolean }

export function openingsOf({ agenda, prepared }: Workshop, command: OpeningCommand): Opening[] {
  if (command.type === 'concern.open')
    return [{ mode: 'anonymous', asked: concernQuestion(agenda, command.itemId), blanksCount: true }]
  const form = command.type === 'poll.open' ? command : findPrepared(prepared, command.preparedId)?.form
  return form ? form.questions.map((asked) => ({ mode: form.mode, asked, blanksCount: false })) : []
}

/** Polls and concern boxes. */
export const secretPollsOf = ({ polls, concerns }: Pick<Workshop, 'polls' | 'concerns'>): SecretPoll[] => [
  ...polls.filter((poll) => poll.mode === 'anonymous'),
  ...concerns.map(({ poll }) => poll),
]

export const findSecretPoll = (workshop: Workshop, pollId: PollId): SecretPoll | undefined =>
  secretPollsOf(workshop).find((poll) => poll.pollId === pollId)

/** What an event means for the ballot box; null for nothing. */
export type BallotStep =
  | { step: 'opened' | 'sealed'; pollId: PollId }
  | { step: 'closing'; pollId: PollId; graceEndsAt: number }

export function ballotStepOf(event: Event): BallotStep | null {
  switch (event.type) {
    case 'poll.opened-secret':
    case 'concern.opened':
      return { step: 'opened', pollId: event.pollId }
    case 'poll.closing':
    case 'concern.closing':
      return { step: 'closing', pollId: event.pollId, graceEndsAt: event.graceEndsAt }
    case 'poll.sealed':
    case 'concern.sealed':
      return { step: 'sealed', pollId: event.pollId }
    default:
      return null
  }
}

/** How the ballot box tells the log what it has sealed. */
export const sealCommand = (
  { concerns }: Workshop,
  sealed: { pollId: PollId; bundleHash: string; suppressed: boolean; issuedTo: PersonId[] },
): Command => ({
  type: findConcernBox(concerns, sealed.pollId) ? 'concern.seal' : 'poll.seal',
  ...sealed,
})
