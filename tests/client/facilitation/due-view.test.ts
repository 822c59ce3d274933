// What a session begins with: when that is shown, which actions are overdue, and that nothing is judged too early.
import { describe, expect, test } from 'vitest'
import {
  dueActions,
  dueExpectations,
  duePromises,
  earlierActions,
  isDue,
} from '#client/facilitation/due/due-view.ts'
import type { Action } from '#shared/facilitation/actions.ts'
import type { Event } from '#shared/facilitation/events.ts'
import { ActionId, ItemId, ShapeId } from '#shared/ids.ts'
import type { Results } from '#shared/results/results.ts'
import { ana, cem, given, minute, noon, welcome } from '#tests/shared/facilitation/scene.ts'
import { fullResults } from '#tests/shared/results/full-results.ts'

const [since, later] = [ItemId.parse('since'), ItemId.parse('later')]
const item = (itemId: ItemId) => ({ itemId, kind: 'discussion', minutes: 5, title: 'Weiter' }) as const
const first: Event[] = [
  { type: 'session.started', number: 1, at: noon, present: [] },
  { type: 'agenda.started', itemId: welcome, at: noon },
  { type: 'check-in.accepted', personId: cem.personId, promise: 'Drei Anrufe.', at: noon },
]
const over: Event[] = [
  ...first,
  { type: 'agenda.ended', at: noon + minute },
  { type: 'session.ended', number: 1, at: noon + minute },
]
const prepared: Event[] = [
  ...over,
  { type: 'session.prepared', items: [item(since), item(later)], at: noon + 2 * minute },
]
const second: Event[] = [
  ...prepared,
  { type: 'session.started', number: 2, at: noon + 3 * minute, present: [] },
  { type: 'agenda.started', itemId: since, at: noon + 3 * minute },
]

test('it is shown from when the next session is prepared until its first item is over', () => {
  const shown = (events: Event[]) => isDue(given(...events).workshop)
  expect([[], first, over].map(shown)).toEqual([false, false, false])
  expect([prepared, second].map(shown)).toEqual([true, true])
  expect(shown([...second, { type: 'agenda.advanced', itemId: later, at: noon + 9 * minute }])).toBe(false)
})

const action = (number: number, change: Partial<Action>): Action => ({
  actionId: ActionId.parse(String(number).padStart(32, '0')),
  title: `Maßnahme ${number}`,
  ownerId: cem.personId,
  departmentId: null,
  due: null,
  feltFrom: null,
  shapeId: ShapeId.parse('shape:order'),
  state: 'open',
  liveSince: null,
  authorId: ana.personId,
  createdAt: noon,
  ...change,
})
const today = '2027-02-01'

describe('actions', () => {
  test('are those that were decided before the session that runs', () => {
    const added = (number: number, at: number): Event => ({
      type: 'action.added',
      ...{ actionId: action(number, {}).actionId, title: `Maßnahme ${number}`, ownerId: null },
      ...{ departmentId: null, due: null, feltFrom: null, shapeId: null, authorId: cem.personId, at },
    })
    const numbers = (...events: Event[]) => earlierActions(given(...events).workshop).map((one) => one.title)
    const before = [added(1, noon), ...prepared, added(2, noon + 2 * minute)]
    expect(numbers(...before)).toEqual(['Maßnahme 1', 'Maßnahme 2'])
    const running = [...before, ...second.slice(prepared.length), added(3, noon + 4 * minute)]
    expect(numbers(...running)).toEqual(['Maßnahme 1', 'Maßnahme 2'])
  })
  test('stand by their state, and one that should be done is overdue', () => {
    const list = [
      action(1, { state: 'done', due: '2027-01-15' }),
      action(2, { due: '2027-01-31' }),
      action(3, { state: 'in-progress', due: today }),
    ]
    expect(
      dueActions(list, null, today).map(({ state, actions }) => [state, actions.map((one) => one.isOverdue)]),
    ).toEqual([
      ['open', [true]],
      ['in-progress', [false]],
      ['done', [false]],
    ])
  })
  test('have no judgement before customers can feel them, also when the state has changed since', () => {
    const [told] = fullResults.actions
    if (!told) throw new Error('The full results have an action.')
    const results: Pick<Results, 'actions'> = {
      actions: [
        {
          ...told,
          actionId: action(1, {}).actionId,
          card: { title: 'Auftrag', actual: 3, target: 4 },
          touchpoints: [],
          effect: { kind: 'measured', before: 1.8, now: 3, since: '2027-01-20' },
        },
      ],
    }
    const effect = (change: Partial<Action>) =>
      dueActions([action(1, change)], results, today)[0]?.actions[0]?.effect
    expect(effect({ state: 'live', liveSince: '2027-01-20' })).toMatchObject({ kind: 'measured', now: 3 })
    expect(effect({ state: 'done', feltFrom: '2027-03-01' })).toEqual({
      kind: 'too-early',
      until: '2027-03-01',
    })
    expect(effect({ state: 'live', liveSince: '2027-02-02' })).toMatchObject({ kind: 'too-early' })
  })
})

describe('promises', () => {
  const sessionOf = (commitments: Partial<Results['sessions'][number]['commitments']>) => {
    const [session] = fullResults.sessions
    if (!session) throw new Error('The full results have a session.')
    const nothing = { kept: null, keptIsSuppressed: false, promises: [] }
    return { sessions: [{ ...session, commitments: { ...session.commitments, ...nothing, ...commitments } }] }
  }
  test('are not there where there were none', () => {
    expect(duePromises(given().workshop, null)).toEqual({ kind: 'none' })
  })
  test('are not said to be unasked before the results are there, which may have totals', () => {
    expect(duePromises(given(...prepared).workshop, null)).toEqual({ kind: 'none' })
  })
  test('have not been asked about until a check-out is over', () => {
    expect(duePromises(given(...prepared).workshop, sessionOf({}))).toEqual({ kind: 'unasked' })
    expect(duePromises(given(...second).workshop, sessionOf({}))).toEqual({ kind: 'unasked' })
  })
  test('are told in totals, or that too few have answered', () => {
    const totals = { kept: 3, partly: 2, notKept: 1 }
    const before = given(...prepared).workshop
    expect(duePromises(before, sessionOf({ kept: totals }))).toEqual({ kind: 'kept', totals })
    expect(duePromises(before, sessionOf({ keptIsSuppressed: true }))).toEqual({ kind: 'too-few' })
  })
  test('are the check-out’s to tell while it asks about them, and after it', () => {
    const opened: Event = { type: 'check-out.opened', about: 'earlier', at: noon + 4 * minute }
    const closed: Event = { type: 'check-out.closed', totals: null, at: noon + 5 * minute }
    for (const asked of [[opened], [opened, closed]])
      expect(duePromises(given(...second, ...asked).workshop, sessionOf({}))).toEqual({ kind: 'none' })
  })
})

test('expectations are those of the last session that is over, and what is withheld says so', () => {
  const [poll] = fullResults.polls.filter(({ asks, anonymous }) => anonymous && asks.kind === 'scale')
  if (poll?.outcome.kind !== 'counted' || poll.outcome.tally.kind !== 'scale')
    throw new Error('The full results have a counted scale.')
  const [session] = fullResults.sessions
  if (!session) throw new Error('The full results have a session.')
  const asked = { ...poll, sessionNumber: 1, questionKey: 'trust', question: 'Trauen?' }
  const sessions = [
    { ...session, number: 1, endedAt: fullResults.asOf },
    { ...session, number: 2, endedAt: null },
  ]
  const polls: Results['polls'] = [
    { ...asked, phase: 'start', outcome: { ...poll.outcome, tally: { ...poll.outcome.tally, mean: 2.4 } } },
    { ...asked, phase: 'end', outcome: { kind: 'suppressed', minimumGroup: 5 } },
    { ...asked, phase: 'during', questionKey: 'mood' },
    { ...asked, phase: 'start', questionKey: 'new', sessionNumber: 2 },
  ]
  expect(dueExpectations({ sessions, polls })).toEqual([
    { question: 'Trauen?', before: 2.4, after: null, isSuppressed: true },
  ])
})
