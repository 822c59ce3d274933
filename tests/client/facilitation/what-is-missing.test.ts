// What the closing view holds to be missing, and when it is in sight.
import { describe, expect, test } from 'vitest'
import { isEndNear } from '#client/facilitation/closing/end-near.ts'
import { countOf, releasedBoxes, whatIsMissing } from '#client/facilitation/closing/what-is-missing.ts'
import type { Event } from '#shared/facilitation/events.ts'
import { ActionId, TopicId } from '#shared/ids.ts'
import {
  cem,
  closing,
  dana,
  eva,
  given,
  keys,
  mapping,
  minute,
  noon,
  welcome,
} from '#tests/shared/facilitation/scene.ts'

const started: Event[] = [
  { type: 'session.started', number: 1, at: noon, present: [] },
  { type: 'agenda.started', itemId: welcome, at: noon },
]
const ended: Event[] = [
  { type: 'agenda.ended', at: noon + 9 * minute },
  { type: 'session.ended', number: 1, at: noon + 9 * minute },
]
const action = (number: number, facts: Partial<Extract<Event, { type: 'action.added' }>>): Event => ({
  type: 'action.added',
  actionId: ActionId.parse(String(number).padStart(32, '0')),
  title: `Maßnahme ${number}`,
  ownerId: cem.personId,
  departmentId: null,
  due: '2027-01-15',
  feltFrom: null,
  shapeId: null,
  authorId: cem.personId,
  at: noon,
  ...facts,
})
const promised: Event = { type: 'check-in.accepted', personId: cem.personId, promise: 'Da.', at: noon }
const missing = (...events: Event[]) => whatIsMissing(given(...started, ...events).workshop)

describe('is missing', () => {
  test('an owner or a date, of actions that are not done', () => {
    const done: Event = {
      type: 'action.changed',
      actionId: ActionId.parse('4'.padStart(32, '0')),
      change: { state: 'done' },
      at: noon,
    }
    const { actions } = missing(
      action(1, {}),
      action(2, { ownerId: null }),
      action(3, { due: null }),
      action(4, { due: null }),
      done,
    )
    expect(actions.map(({ title }) => title)).toEqual(['Maßnahme 2', 'Maßnahme 3'])
  })
  test('that promises are asked about, until they are, and no longer after the end', () => {
    const asked: Event = { type: 'check-out.opened', about: 'session', at: noon }
    expect(missing(promised)).toMatchObject({ promises: 1, isCheckOutOpen: false })
    expect(missing(promised, asked)).toMatchObject({ promises: 0, isCheckOutOpen: true })
    expect(missing(promised, ...ended)).toMatchObject({ promises: 0, isCheckOutOpen: false })
  })
  test('nothing for the sake of a parked topic, which is there to see', () => {
    const parked: Event = {
      type: 'topic.parked',
      ...{
        topicId: TopicId.parse('7'.repeat(32)),
        text: 'Preise',
        authorId: cem.personId,
        itemId: null,
        at: noon,
      },
    }
    const of = missing(parked)
    expect(of.topics).toHaveLength(1)
    expect(countOf(of)).toBe(0)
  })
})

test('concerns are those that were released in this session', () => {
  const box = (number: number, at: number): Event[] => [
    {
      type: 'concern.opened',
      ...{ ...keys(number), itemId: welcome, itemStartedAt: at, title: 'Willkommen', at },
      ...{ eligible: [cem.personId, dana.personId, eva.personId], minimumGroup: 2 },
    },
    { type: 'concern.closing', pollId: keys(number).pollId, at, graceEndsAt: at },
  ]
  const sealed = (number: number, suppressed: boolean): Event => ({
    type: 'concern.sealed',
    ...{ pollId: keys(number).pollId, bundleHash: 'f'.repeat(64), suppressed, issuedTo: [], at: noon },
  })
  const { workshop } = given(
    ...box(1, noon - minute),
    sealed(1, false),
    ...started,
    ...box(2, noon),
    sealed(2, false),
    ...box(3, noon),
    sealed(3, true),
    ...box(4, noon),
  )
  expect(releasedBoxes(workshop).map(({ poll }) => poll.pollId)).toEqual([keys(2).pollId])
})

test('it is in sight at the last item, after the agenda and after the end, until the next session is prepared', () => {
  const near = (...events: Event[]) => isEndNear(given(...events).workshop)
  const advanced = (itemId: typeof closing): Event => ({ type: 'agenda.advanced', itemId, at: noon + minute })
  expect([near(), near(...started), near(...started, advanced(mapping))]).toEqual([false, false, false])
  expect(near(...started, advanced(closing))).toBe(true)
  expect(near(...started, { type: 'agenda.ended', at: noon + minute })).toBe(true)
  expect(near(...started, ...ended)).toBe(true)
  expect(near(...started, ...ended, { type: 'session.prepared', items: [], at: noon + 10 * minute })).toBe(
    false,
  )
})
