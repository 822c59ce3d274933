// What the ballot box has to know of a workshop: what a command would open in it, and where its secret polls stand.

import type { Command } from '#shared/facilitation/commands.ts'
import type { Event } from '#shared/facilitation/events.ts'
import type { PollKeys, PollQuestion } from '#shared/facilitation/poll-form.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import type { Workshop } from '#shared/facilitation/workshop.ts'
import type { PersonId, PollId } from '#shared/ids.ts'

/** Commands that are decided with keys which the server makes for them, one for each opening. */
export type OpeningCommand = Extract<Command, { keys?: PollKeys[] | undefined }>
export const isOpening = (command: Command): command is OpeningCommand => command.type === 'poll.open'

/** One poll that a command would open. An open one takes its id from the keys and uses no more of them. */
export type Opening = { mode: 'anonymous' | 'open'; asked: PollQuestion; blanksCount: boolean }

export function openingsOf(_workshop: Workshop, command: OpeningCommand): Opening[] {
  const { mode, questions } = command
  return questions.map((asked) => ({ mode, asked, blanksCount: false }))
}

export const secretPollsOf = ({ polls }: Workshop): SecretPoll[] =>
  polls.filter((poll) => poll.mode === 'anonymous')

export const findSecretPoll = (workshop: Workshop, pollId: PollId): SecretPoll | undefined =>
  secretPollsOf(workshop).find((poll) => poll.pollId === pollId)

/** What an event means for the ballot box; null for nothing. */
export type BallotStep =
  | { step: 'opened' | 'sealed'; pollId: PollId }
  | { step: 'closing'; pollId: PollId; graceEndsAt: number }

export function ballotStepOf(event: Event): BallotStep | null {
  switch (event.type) {
    case 'poll.opened-secret':
      return { step: 'opened', pollId: event.pollId }
    case 'poll.closing':
      return { step: 'closing', pollId: event.pollId, graceEndsAt: event.graceEndsAt }
    case 'poll.sealed':
      return { step: 'sealed', pollId: event.pollId }
    default:
      return null
  }
}

/** How the ballot box tells the log what it has sealed. */
export const sealCommand = (sealed: {
  pollId: PollId
  bundleHash: string
  suppressed: boolean
  issuedTo: PersonId[]
}): Command => ({ type: 'poll.seal', ...sealed })
