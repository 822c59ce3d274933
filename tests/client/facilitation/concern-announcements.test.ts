// What is read aloud about concerns: how many came out, as the own browser has counted, and their answers.
import { describe, expect, test } from 'vitest'
import { aboutAnswers, aboutReleased } from '#client/facilitation/concerns/concern-announcements.ts'
import type { Event } from '#shared/facilitation/events.ts'
import { boxOpened, boxSealed } from '#tests/shared/facilitation/concern-scene.ts'
import { ana, cem, fold, noon, opening, pollId, type Somebody } from '#tests/shared/facilitation/scene.ts'

const sealed = (suppressed: boolean) => [...boxOpened([]), ...boxSealed([], suppressed)]
const released = (suppressed = false) => fold([...opening, ...sealed(suppressed)]).concerns

describe('what comes out of a box', () => {
  const [box] = released()
  const [kept] = released(true)
  const counted = (ok: boolean) => ({ ok, counted: true, ballots: 6 })
  const written = [
    { t: 'a'.repeat(64), text: 'das dauert zu lange' },
    { t: 'b'.repeat(64), text: 'wer macht das' },
  ]

  test('is told with its number, once this browser has counted', () => {
    if (!box) throw new Error('There is one.')
    expect(aboutReleased({ ...box, ballot: { audit: null, written: [], chosen: null } })).toBeUndefined()
    expect(aboutReleased({ ...box, ballot: { audit: counted(true), written, chosen: null } })).toEqual({
      what: 'concernsReleased',
      count: 2,
      title: 'Willkommen',
    })
  })

  test('is not told where nobody has written, nor where the count does not hold', () => {
    if (!box) throw new Error('There is one.')
    expect(aboutReleased({ ...box, ballot: { audit: counted(true), written: [], chosen: null } })).toBeNull()
    expect(aboutReleased({ ...box, ballot: { audit: counted(false), written, chosen: null } })).toBeNull()
  })

  test('of too few is told only to whoever has written', () => {
    if (!kept) throw new Error('There is one.')
    const ballot = { audit: null, written: [] }
    expect(aboutReleased({ ...kept, ballot: { ...ballot, chosen: null } })).toBeNull()
    expect(aboutReleased({ ...kept, ballot: { ...ballot, chosen: ['text', 'zu teuer'] } })).toEqual({
      what: 'concernsSuppressed',
      title: 'Willkommen',
    })
  })
})

describe('an answer', () => {
  const heard = (me: Somebody, before: Event[], event: Event) =>
    aboutAnswers(
      fold([...opening, ...sealed(false), ...before]),
      fold([...opening, ...sealed(false), ...before, event]),
      me,
    )
  const answered = (answer: string | null): Event => ({
    type: 'concern.answered',
    pollId: pollId(1),
    t: 'a'.repeat(64),
    answer,
    at: noon,
  })

  test('is told with its words, if there are any, and not to facilitators', () => {
    expect(heard(cem, [], answered(null))).toEqual([{ what: 'concernAnswered' }])
    expect(heard(cem, [answered(null)], answered('Ab März.'))).toEqual([
      { what: 'concernAnswer', answer: 'Ab März.' },
    ])
    expect(heard(ana, [], answered('Ab März.'))).toEqual([])
  })

  test('that is taken back is not told', () => {
    const back: Event = { type: 'concern.taken-up', pollId: pollId(1), t: 'a'.repeat(64) }
    expect(heard(cem, [answered(null)], back)).toEqual([])
  })
})
