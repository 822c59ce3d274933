// Which pulses of the mood make one trend.
import { expect, test } from 'vitest'
import { moodPulses } from '#client/facilitation/polls/mood-pulses.ts'
import type { Event } from '#shared/facilitation/events.ts'
import { moodQuestion, moodQuestionKey } from '#shared/facilitation/similar-polls.ts'
import { fold, keys, minute, noon, opening } from '#tests/shared/facilitation/scene.ts'

const asked = (number: number, at: number, question = moodQuestion.de): Event[] => [
  {
    type: 'poll.opened-secret',
    mode: 'anonymous',
    ...keys(number),
    question,
    questionKey: question === moodQuestion.de ? moodQuestionKey : 'own',
    phase: 'during',
    scale: { min: 1, max: 5, lowLabel: 'schlecht', highLabel: 'gut' },
    at,
    closesAt: null,
    eligible: [],
    minimumGroup: 5,
  },
  { type: 'poll.closing', pollId: keys(number).pollId, at, graceEndsAt: at },
  {
    type: 'poll.sealed',
    pollId: keys(number).pollId,
    at,
    bundleHash: 'c'.repeat(64),
    suppressed: false,
    issuedTo: [],
  },
]
const begun = (number: number, at: number): Event => ({ type: 'session.started', number, at, present: [] })
const shown = (...events: Event[]) => {
  const { polls, sessions } = fold([...opening, ...events])
  const secret = polls.filter((poll) => poll.mode === 'anonymous')
  return moodPulses(secret, sessions).map(({ pollId }) => Number.parseInt(pollId, 16))
}

test('those of the session that runs, and of no other question', () => {
  const first = [begun(1, noon), ...asked(1, noon + minute), ...asked(2, noon + 2 * minute, 'Wie war es?')]
  expect(shown(...first, ...asked(3, noon + 3 * minute))).toEqual([1, 3])
})

test('a new session begins a trend of its own; until then the last one stays', () => {
  const over: Event[] = [
    begun(1, noon),
    ...asked(1, noon + minute),
    { type: 'session.ended', number: 1, at: noon + 2 * minute },
  ]
  expect(shown(...over)).toEqual([1])
  expect(shown(...over, begun(2, noon + 90 * minute), ...asked(2, noon + 91 * minute))).toEqual([2])
})

test('one that is still open is no point of it', () => {
  const [opened] = asked(1, noon + minute)
  if (!opened) throw new Error('It is the first.')
  expect(shown(begun(1, noon), opened)).toEqual([])
})
