// What is read aloud when something changes: once, to those it concerns, in both languages.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { announcementsBetween, quartersPassed } from '#client/facilitation/announcements.ts'
import type { Event } from '#shared/facilitation/events.ts'
import type { Workshop } from '#shared/facilitation/workshop.ts'
import { ReadingId, RoundId } from '#shared/ids.ts'
import { play, steps } from '#tests/shared/facilitation/arbitrary.ts'
import {
  ana,
  cem,
  dana,
  everyone,
  fold,
  guest,
  mapping,
  minute,
  noon,
  opening,
  pollId,
  welcome,
} from '#tests/shared/facilitation/scene.ts'

const workshopAfter = (...events: Event[]): Workshop => fold([...opening, ...events])
const raised = (who: typeof cem): Event => ({ type: 'hand.raised', personId: who.personId, at: noon })
const called = (who: typeof cem): Event => ({ type: 'hand.called', personId: who.personId, at: noon })

/** What `me` hears of `events` when `before` has happened already. */
const heard = (me: typeof cem, before: Event[], ...events: Event[]) =>
  announcementsBetween(workshopAfter(...before), workshopAfter(...before, ...events), me)

describe('the queue', () => {
  test('tells me my place, then that I am next, then that it is my turn', () => {
    expect(heard(dana, [raised(cem)], raised(dana))).toEqual([{ what: 'place', place: 2 }])
    const lowered: Event = { type: 'hand.lowered', personId: cem.personId }
    expect(heard(dana, [raised(cem), raised(dana)], lowered)).toEqual([{ what: 'nextUp' }])
    expect(heard(dana, [raised(dana)], called(dana))).toEqual([{ what: 'yourTurn' }])
  })

  test('tells everyone who speaks, and me that my turn is over', () => {
    expect(heard(dana, [raised(cem)], called(cem))).toEqual([{ what: 'speaks', personId: cem.personId }])
    const yielded: Event = { type: 'floor.yielded', personId: cem.personId, at: noon }
    expect(heard(cem, [raised(cem), called(cem)], yielded)).toEqual([{ what: 'turnOver' }])
    expect(heard(dana, [raised(cem), called(cem)], yielded)).toEqual([])
  })

  test('tells a facilitator of hands, and participants only of their own', () => {
    expect(heard(ana, [], raised(cem))).toEqual([{ what: 'raised', personId: cem.personId, waiting: 1 }])
    expect(heard(dana, [], raised(cem))).toEqual([])
  })

  test('tells me when my hand was lowered', () => {
    expect(heard(cem, [raised(cem)], { type: 'hand.all-lowered' })).toEqual([{ what: 'handLowered' }])
  })
})

describe('the agenda', () => {
  const started: Event = { type: 'agenda.started', itemId: welcome, at: noon }

  test('tells the next item and its minutes, the pause and the end', () => {
    expect(heard(guest, [], started)).toEqual([{ what: 'item', title: 'Willkommen', minutes: 3 }])
    const advanced: Event = { type: 'agenda.advanced', itemId: mapping, at: noon }
    expect(heard(guest, [started], advanced)).toEqual([
      { what: 'item', title: 'Die Karte ergänzen', minutes: 10 },
    ])
    const paused: Event = { type: 'agenda.paused', at: noon }
    expect(heard(guest, [started], paused)).toEqual([{ what: 'paused' }])
    expect(heard(guest, [started, paused], { type: 'agenda.resumed', at: noon })).toEqual([
      { what: 'resumed' },
    ])
    expect(heard(guest, [started], { type: 'agenda.ended', at: noon })).toEqual([{ what: 'agendaEnded' }])
  })

  test('says that the session has ended, whether or not its agenda had', () => {
    const ended: Event = { type: 'session.ended', number: 1, at: noon }
    expect(heard(guest, [started, { type: 'agenda.ended', at: noon }], ended)).toEqual([
      { what: 'sessionEnded' },
    ])
    expect(heard(guest, [started], ended)).toEqual([{ what: 'sessionEnded' }])
  })

  test('says nothing of an added minute', () => {
    const extended: Event = { type: 'agenda.extended', itemId: welcome, addedMs: minute }
    expect(heard(guest, [started], extended)).toEqual([])
  })
})

test('a poll is told when it opens, as secret or not, and when it closes; never what somebody answered', () => {
  const scale = { min: 1, max: 5, lowLabel: 'schlecht', highLabel: 'gut' } as const
  const asked = {
    pollId: pollId(1),
    question: 'Wie geht es?',
    questionKey: 'mood',
    phase: 'start',
    scale,
  } as const
  const open: Event = { type: 'poll.opened', mode: 'open', ...asked, at: noon, closesAt: null, eligible: [] }
  const secret: Event = {
    type: 'poll.opened-secret',
    mode: 'anonymous',
    ...asked,
    at: noon,
    closesAt: null,
    eligible: [],
    pk: 'a'.repeat(64),
    receiptPk: 'b'.repeat(64),
    minimumGroup: 5,
  }
  expect(heard(cem, [], open)).toEqual([{ what: 'pollOpen', question: 'Wie geht es?' }])
  expect(heard(cem, [], secret)).toEqual([{ what: 'pollSecret', question: 'Wie geht es?' }])
  const answered: Event = { type: 'poll.answered', pollId: pollId(1), personId: dana.personId }
  expect(heard(cem, [open], answered)).toEqual([])
  const closed: Event = { type: 'poll.closed', pollId: pollId(1), at: noon, counts: [0, 0, 0, 0, 1] }
  expect(heard(cem, [open], closed)).toEqual([{ what: 'pollClosed' }])
  // Closing is not closed: the count is not there yet.
  const closing: Event = { type: 'poll.closing', pollId: pollId(1), at: noon, graceEndsAt: noon }
  expect(heard(cem, [secret], closing)).toEqual([])
})

test('silent writing is told when it begins, with or without names, and how it ends', () => {
  const roundId = RoundId.parse('a'.repeat(32))
  const begun = (withNames: boolean): Event => ({ type: 'silence.started', roundId, withNames, at: noon })
  expect(heard(dana, [], begun(false))).toEqual([{ what: 'silence' }])
  expect(heard(dana, [], begun(true))).toEqual([{ what: 'silenceNames' }])
  const revealed: Event = { type: 'silence.revealed', roundId, at: noon }
  expect(heard(dana, [begun(false)], revealed)).toEqual([{ what: 'revealed' }])
  const cancelled: Event = { type: 'silence.cancelled', roundId, at: noon }
  expect(heard(dana, [begun(false)], cancelled)).toEqual([{ what: 'silenceOver' }])
})

describe('a text to be read aloud', () => {
  const readingId = ReadingId.parse('a'.repeat(32))
  const about = { readingId, text: 'Davor habe ich mich gedrückt.', at: noon }
  const asked: Event = { type: 'reading.asked', personId: cem.personId, ...about }
  const forOthers: Event = { type: 'reading.asked', readingId, at: noon }

  test('is told to facilitators when it comes, and to nobody else', () => {
    expect(heard(ana, [], { type: 'reading.asked', ...about })).toEqual([{ what: 'readingToRead' }])
    expect(heard(dana, [], forOthers)).toEqual([])
  })
  test('its author hears what became of it, the others nothing', () => {
    const finished: Event = { type: 'reading.finished', readingId }
    expect(heard(cem, [asked], finished)).toEqual([{ what: 'readingRead' }])
    expect(heard(cem, [asked], { type: 'reading.put-aside', readingId })).toEqual([{ what: 'readingAside' }])
    expect(heard(dana, [forOthers], finished)).toEqual([])
  })
})

test('a feedback round is told when it begins, with whose turn it is, and when it ends', () => {
  const started: Event = {
    type: 'feedback.started',
    title: 'Und?',
    secondsEach: null,
    order: [cem.personId, dana.personId],
    at: noon,
  }
  const begun = [started, called(cem)]
  expect(heard(cem, [], ...begun)).toEqual([{ what: 'round', title: 'Und?' }, { what: 'yourTurn' }])
  expect(heard(dana, [], ...begun)).toEqual([
    { what: 'round', title: 'Und?' },
    { what: 'speaks', personId: cem.personId },
  ])
  const over: Event[] = [
    { type: 'feedback.ended', at: noon },
    { type: 'floor.yielded', personId: cem.personId, at: noon },
  ]
  expect(heard(dana, begun, ...over)).toEqual([{ what: 'roundOver' }])
})

test('a ready check is told when it is asked, and how it ended; not who is ready', () => {
  const asked: Event = { type: 'ready.asked', question: 'done', at: noon }
  expect(heard(cem, [], asked)).toEqual([{ what: 'readyAsked' }])
  expect(heard(ana, [asked], { type: 'ready.marked', personId: cem.personId })).toEqual([])
  const ended = (isComplete: boolean): Event => ({ type: 'ready.ended', isComplete, at: noon })
  expect(heard(ana, [asked], ended(true))).toEqual([{ what: 'readyAll' }])
  expect(heard(ana, [asked], ended(false))).toEqual([{ what: 'readyOver' }])
})

test('on whom the lot fell is told to all', () => {
  const chosen: Event = { type: 'choice.drawn', personId: cem.personId, at: noon }
  expect(heard(cem, [], chosen)).toEqual([{ what: 'chosenYou' }])
  expect(heard(dana, [], chosen)).toEqual([{ what: 'chosen', personId: cem.personId }])
  expect(heard(dana, [chosen], { type: 'choice.cleared' })).toEqual([])
})

test('in any history, nothing is said of no change, and one’s turn exactly when it begins', () => {
  fc.assert(
    fc.property(steps, fc.constantFrom(...everyone), (taken, me) => {
      const { states } = play(taken)
      for (const [index, state] of states.entries()) {
        const before = states[index - 1] ?? state
        const said = announcementsBetween(before, state, me)
        if (before === state) expect(said).toEqual([])
        const begins =
          state.hands.speaking?.personId === me.personId && before.hands.speaking?.personId !== me.personId
        expect(said.filter(({ what }) => what === 'yourTurn')).toHaveLength(begins ? 1 : 0)
      }
    }),
    { numRuns: 50 },
  )
})

test('quarters are counted from zero to four', () => {
  expect([0, 0.24, 0.25, 0.5, 0.749, 0.75, 1].map(quartersPassed)).toEqual([0, 0, 1, 2, 2, 3, 4])
})
