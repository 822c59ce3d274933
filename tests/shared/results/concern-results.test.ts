// Concerns in the results: what was written, what was answered, and why nothing is shown where nothing is.
import { expect, test } from 'vitest'
import type { ConcernBox } from '#shared/facilitation/concerns.ts'
import type { Event } from '#shared/facilitation/events.ts'
import { concernResult } from '#shared/results/concern-results.ts'
import { boxOpened, boxSealed } from '#tests/shared/facilitation/concern-scene.ts'
import { fold, noon, opening, participants, pollId } from '#tests/shared/facilitation/scene.ts'

const t = (digit: string) => digit.repeat(64)
const eligible = participants.map(({ personId }) => personId)
const opened = boxOpened(eligible)
const sealed = (suppressed: boolean) => boxSealed(eligible, suppressed)
const box = (...events: Event[]): ConcernBox => {
  const [only] = fold([...opening, ...opened, ...events]).concerns
  if (!only) throw new Error('There is a box.')
  return only
}
const lies = {
  written: [
    { t: t('1'), text: 'Wer bezahlt das?' },
    { t: t('2'), text: 'Das hatten wir schon.' },
    { t: t('3'), text: 'Zu schnell.' },
  ],
  without: 3,
  auditWords: ['amber', 'bridge', 'cotton', 'delta'],
}

test('released ones stand in the order in which everyone read them, with what was answered', () => {
  const answered: Event[] = [
    { type: 'concern.answered', pollId: pollId(1), t: t('3'), answer: null, at: noon },
    { type: 'concern.answered', pollId: pollId(1), t: t('1'), answer: 'Das Budget der Technik.', at: noon },
  ]
  expect(concernResult(box(...sealed(false), ...answered), lies)).toEqual({
    itemTitle: 'Willkommen',
    outcome: {
      kind: 'released',
      concerns: [
        { text: 'Wer bezahlt das?', answered: true, answer: 'Das Budget der Technik.' },
        { text: 'Das hatten wir schon.', answered: false, answer: null },
        { text: 'Zu schnell.', answered: true, answer: null },
      ],
      without: 3,
      auditWords: lies.auditWords,
    },
  })
})
test('where too few took part, the results say so and show nothing', () => {
  expect(concernResult(box(...sealed(true)), lies).outcome).toEqual({ kind: 'suppressed', minimumGroup: 5 })
})
test('before the box is opened nothing is told of it', () => {
  expect(concernResult(box(), lies).outcome).toEqual({ kind: 'running' })
})
test('ballots that are missing or changed are said to be', () => {
  expect(concernResult(box(...sealed(false)), undefined).outcome).toEqual({ kind: 'unreadable' })
})
