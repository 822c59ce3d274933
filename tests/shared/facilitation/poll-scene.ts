// One question that is asked, in secret or openly, and how its poll goes on.
import type { Command } from '#shared/facilitation/commands.ts'
import type { Event } from '#shared/facilitation/events.ts'
import type { PollQuestion } from '#shared/facilitation/poll-form.ts'
import { graceMs } from '#shared/facilitation/polls.ts'
import { keys, noon, participants, pollId, type Somebody } from './scene.ts'

const asked: PollQuestion = {
  question: 'Wie gut findet die Kundschaft den Technikertermin?',
  questionKey: 'technician-visit',
  phase: 'during',
  asks: { kind: 'scale', min: 1, max: 5, lowLabel: 'sehr schlecht', highLabel: 'sehr gut' },
}
export const ids = (people: readonly Somebody[]) => people.map(({ personId }) => personId).sort()

type Open = Extract<Command, { type: 'poll.open' }>
/** One question, changed in its words or in how it is asked. */
export const open = (
  number: number,
  { mode = 'anonymous', durationMs = null, showsNames, ...words }: Partial<Open & PollQuestion> = {},
): Open => ({
  type: 'poll.open',
  mode,
  questions: [{ ...asked, ...words }],
  durationMs,
  keys: [keys(number)],
  ...(showsNames !== undefined && { showsNames }),
})
export const opened = (number: number, people: readonly Somebody[] = participants, change = {}): Event => ({
  type: 'poll.opened-secret',
  mode: 'anonymous',
  ...keys(number),
  ...asked,
  at: noon,
  closesAt: null,
  eligible: ids(people),
  minimumGroup: 5,
  ...change,
})
export const openedOpenly = (number: number): Event => ({
  type: 'poll.opened',
  mode: 'open',
  pollId: pollId(number),
  ...asked,
  at: noon,
  closesAt: null,
  eligible: ids(participants),
})
export const closing = (number: number): Event => ({
  type: 'poll.closing',
  pollId: pollId(number),
  at: noon,
  graceEndsAt: noon + graceMs,
})
export const bundleHash = 'c'.repeat(64)
export const sealed = (
  number: number,
  people: readonly Somebody[] = participants,
  suppressed = false,
): Event => ({
  type: 'poll.sealed',
  pollId: pollId(number),
  at: noon,
  bundleHash,
  suppressed,
  issuedTo: ids(people),
})
export const asBefore = (people: readonly Somebody[] = participants, change = {}): Event[] => [
  opened(1, people, change),
  closing(1),
  sealed(1, people),
]
export const closedOpenly: Event = { type: 'poll.closed', pollId: pollId(1), at: noon, results: [] }
export const answered = ({ personId }: Somebody, choice: number): Event => ({
  type: 'poll.answered',
  pollId: pollId(1),
  personId,
  answer: ['scale', choice],
})
