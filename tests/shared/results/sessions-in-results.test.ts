// What belongs to which session: also after the next one has begun, and what came about between the two.
import { describe, expect, test } from 'vitest'
import type { NewItem } from '#shared/facilitation/agenda-items.ts'
import type { Event } from '#shared/facilitation/events.ts'
import { ActionId, ItemId, TopicId } from '#shared/ids.ts'
import { buildResults } from '#shared/results/build-results.ts'
import type { Results } from '#shared/results/results.ts'
import {
  ana,
  cem,
  dana,
  eva,
  fold,
  guest,
  mapping,
  minute,
  noon,
  opening,
  pollId,
  welcome,
} from '#tests/shared/facilitation/scene.ts'
import { expectation, input, secretPoll } from './sample-results.ts'

const item: NewItem = { itemId: ItemId.parse('neu'), kind: 'discussion', minutes: 5, title: 'Weiter' }
const ids = (...who: readonly (typeof ana)[]) => who.map(({ personId }) => personId)
const at = (minutes: number) => noon + minutes * minute
const accepted = (who: typeof ana, promise: string | null, minutes: number): Event => ({
  type: 'check-in.accepted',
  personId: who.personId,
  promise,
  at: at(minutes),
})
const spoken = (who: typeof ana, from: number, to: number): Event[] => [
  { type: 'hand.raised', personId: who.personId, at: at(from) },
  { type: 'hand.called', personId: who.personId, at: at(from) },
  { type: 'floor.yielded', personId: who.personId, at: at(to) },
]
const later = (number: number, minutes: number): Event[] =>
  secretPoll(number, expectation('start')).map((event) =>
    'at' in event ? { ...event, at: at(minutes) } : event,
  )
const action = (number: number, minutes: number): Event => ({
  type: 'action.added',
  actionId: ActionId.parse(String(number).padStart(32, '0')),
  title: `Maßnahme ${number}`,
  ownerId: null,
  departmentId: null,
  due: null,
  feltFrom: null,
  shapeId: null,
  authorId: ana.personId,
  at: at(minutes),
})

const first: Event[] = [
  { type: 'session.started', number: 1, at: noon, present: ids(ana, cem, dana, guest) },
  { type: 'agenda.started', itemId: welcome, at: noon },
  accepted(cem, 'Drei Anrufe.', 1),
  ...later(1, 2),
  ...spoken(cem, 3, 5),
  action(1, 6),
  { type: 'agenda.advanced', itemId: mapping, at: at(10) },
  { type: 'agenda.ended', at: at(30) },
  { type: 'session.ended', number: 1, at: at(30) },
]
const between: Event[] = [
  { type: 'session.prepared', items: [item], at: at(40) },
  accepted(dana, 'Postfach zu.', 50),
  action(2, 50),
  ...later(2, 60),
]
const second: Event[] = [
  { type: 'session.started', number: 2, at: at(100), present: ids(ana, dana) },
  { type: 'agenda.started', itemId: item.itemId, at: at(100) },
  { type: 'session.attended', personId: eva.personId },
  ...spoken(dana, 101, 104),
  action(3, 105),
]
const resultsOf = (...events: Event[]): Results =>
  buildResults({ ...input, workshop: fold([...opening, ...events]), names: {}, now: at(200) })
const promises = ({ sessions }: Results) =>
  sessions.map(({ commitments }) => commitments.promises.map(({ promise }) => promise))

test('before the first session there is one that has not begun, of all who have joined', () => {
  const { sessions, plannedFor } = resultsOf({ type: 'session.planned', startsAt: at(60) })
  expect(sessions).toMatchObject([
    {
      number: 1,
      startedAt: null,
      endedAt: null,
      attendance: { facilitators: 2, participants: 6, observers: 1 },
    },
  ])
  expect(plannedFor).toBe(new Date(at(60)).toISOString())
})

test('a session that is over stands alone until there is anything of the next', () => {
  expect(resultsOf(...first).sessions.map(({ number, endedAt }) => [number, endedAt])).toEqual([
    [1, new Date(at(30)).toISOString()],
  ])
  expect(resultsOf(...first, ...between).sessions.map(({ startedAt }) => startedAt === null)).toEqual([
    false,
    true,
  ])
})

test('each keeps its agenda, who was there and who spoke, whatever comes after', () => {
  const before = resultsOf(...first).sessions[0]
  const [one, two] = resultsOf(...first, ...between, ...second).sessions
  expect(one).toEqual(before)
  expect(one).toMatchObject({
    agenda: {
      items: [
        { title: 'Willkommen', state: 'done', actualSeconds: 600 },
        { title: 'Die Karte ergänzen', state: 'done', actualSeconds: 1200 },
        { state: 'not-reached' },
      ],
    },
    attendance: { facilitators: 1, participants: 2, observers: 1 },
    // Two of one department and the facilitator without one: no figure may be hers alone.
    speakingShares: [{ department: null, people: 3, ofTime: 1 }],
  })
  expect(two).toMatchObject({
    agenda: { items: [{ title: 'Weiter', state: 'running' }] },
    attendance: { facilitators: 1, participants: 2, observers: 0 },
  })
})

describe('what came about between two sessions belongs to the later one', () => {
  test.each([
    ['while that is prepared', [...first, ...between]],
    ['once it runs', [...first, ...between, ...second]],
  ])('%s', (_, events) => {
    const results = resultsOf(...events)
    expect(results.polls.map((poll) => [poll.pollId, poll.sessionNumber])).toEqual([
      [pollId(1), 1],
      [pollId(2), 2],
    ])
    expect(promises(results)).toEqual([['Drei Anrufe.'], ['Postfach zu.']])
    expect(results.sessions.map(({ commitments }) => commitments.accepted)).toEqual([1, 1])
  })
  test('but an action from there was decided in no session', () => {
    expect(resultsOf(...first, ...between, ...second).actions.map(({ decidedIn }) => decidedIn)).toEqual([
      1,
      null,
      2,
    ])
  })
})

describe('what became of promises', () => {
  const round = (about: 'session' | 'earlier', minutes: number, kept: number | null): Event[] => [
    { type: 'check-out.opened', about, at: at(minutes) },
    {
      type: 'check-out.closed',
      totals: kept === null ? null : { kept, partly: 0, notKept: 0 },
      at: at(minutes),
    },
  ]
  const ended = first.toSpliced(-1, 0, ...round('session', 29, 5))
  const kept = (...events: Event[]) =>
    resultsOf(...events).sessions.map(({ commitments }) => [
      commitments.kept?.kept ?? null,
      commitments.keptIsSuppressed,
    ])
  test('is told with the session in which they were made, by what was said last', () => {
    expect(kept(...ended)).toEqual([[5, false]])
    expect(kept(...ended, ...between, ...second, ...round('earlier', 102, 6))).toEqual([
      [6, false],
      [null, false],
    ])
  })
  test('says so where too few answered, and stays with what could be shown', () => {
    expect(kept(...first.toSpliced(-1, 0, ...round('session', 29, null)))).toEqual([[null, true]])
    expect(kept(...ended, ...between, ...second, ...round('earlier', 102, null))[0]).toEqual([5, false])
  })
})

test('somebody who was removed since has been there all the same, and has promised what they promised', () => {
  const results = resultsOf(...first, { type: 'person.removed', personId: cem.personId, at: at(35) })
  expect(results.sessions[0]?.attendance.participants).toBe(2)
  expect(results.sessions[0]?.commitments.promises).toMatchObject([
    { promise: 'Drei Anrufe.', department: { title: 'Service' } },
  ])
})

test('a parked topic belongs to the session in which it came up, also when it is settled in a later one', () => {
  const topicId = TopicId.parse('7'.repeat(32))
  const parked: Event = {
    type: 'topic.parked',
    ...{ topicId, text: 'Preise', authorId: cem.personId, itemId: welcome, at: at(5) },
  }
  const [started, welcomed, ...rest] = first
  const held = [started, welcomed, parked, ...rest].filter((event) => event !== undefined)
  const topic = { topic: 'Preise', itemTitle: 'Willkommen', sessionNumber: 1 }
  expect(resultsOf(...held, ...between, ...second).parkingLot).toEqual([{ ...topic, settled: false }])
  const settled: Event = { type: 'topic.settled', topicId, at: at(110) }
  expect(resultsOf(...held, ...between, ...second, settled).parkingLot).toEqual([{ ...topic, settled: true }])
})
