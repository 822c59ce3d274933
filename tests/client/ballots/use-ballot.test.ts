// Which earlier poll a result is compared with.

import { expect, test } from 'vitest'
import { earlierPoll } from '#client/facilitation/ballots/use-ballot.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import { PollId } from '#shared/ids.ts'
import { fiveSteps } from '#tests/support/questions.ts'

function pollNumber(number: number, change: Partial<SecretPoll> = {}): SecretPoll {
  return {
    pollId: PollId.parse(number.toString().padStart(32, '0')),
    mode: 'anonymous',
    state: 'closed',
    question: 'Wie zuversichtlich sind Sie?',
    questionKey: 'trust',
    phase: 'start',
    asks: fiveSteps,
    form: null,
    blanksCount: false,
    openedAt: number,
    closesAt: null,
    closedAt: number,
    eligible: [],
    pk: '',
    receiptPk: '',
    minimumGroup: 5,
    graceEndsAt: null,
    bundleHash: '',
    suppressed: false,
    ...change,
  }
}
const last = pollNumber(9, { phase: 'end' })

test('the same question in another phase is compared, the newest one', () => {
  const polls = [pollNumber(1), pollNumber(2, { phase: 'during' }), last]
  expect(earlierPoll(polls, last)?.openedAt).toBe(2)
})

test('nothing is compared with another question, the same phase, a later, a running or a suppressed poll', () => {
  const polls = [
    pollNumber(1, { questionKey: 'mood' }),
    pollNumber(2, { phase: 'end' }),
    pollNumber(3, { state: 'closing' }),
    pollNumber(4, { suppressed: true }),
    last,
    pollNumber(10),
  ]
  expect(earlierPoll(polls, last)).toBeNull()
})
